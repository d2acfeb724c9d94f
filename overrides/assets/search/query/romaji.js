// Latin letters → hiragana, for those who type Japanese without an input method: setagaya → せたがや.

const ROWS = {
  "": "あいうえお", k: "かきくけこ", s: "さしすせそ", t: "たちつてと", n: "なにぬねの", h: "はひふへほ",
  m: "まみむめも", r: "らりるれろ", g: "がぎぐげご", z: "ざじずぜぞ", d: "だぢづでど", b: "ばびぶべぼ", p: "ぱぴぷぺぽ",
};
// As input methods take them, beside Hepburn's.
const OTHERS = { ya: "や", yu: "ゆ", yo: "よ", wa: "わ", wo: "を", shi: "し", chi: "ち", tsu: "つ", fu: "ふ", ji: "じ", n: "ん", nn: "ん", "n'": "ん", "-": "ー",
  she: "しぇ", che: "ちぇ", je: "じぇ", fa: "ふぁ", fi: "ふぃ", fe: "ふぇ", fo: "ふぉ", thi: "てぃ", dhi: "でぃ",
  va: "ゔぁ", vi: "ゔぃ", vu: "ゔ", ve: "ゔぇ", vo: "ゔぉ", wi: "うぃ", we: "うぇ",
};
const PALATAL = { k: "き", s: "し", sh: "し", t: "ち", ch: "ち", n: "に", h: "ひ", m: "み", r: "り", g: "ぎ", z: "じ", j: "じ", d: "ぢ", b: "び", p: "ぴ" };

const TABLE = new Map(Object.entries(OTHERS));
for (const [consonant, row] of Object.entries(ROWS)) [..."aiueo"].forEach((vowel, i) => TABLE.has(consonant + vowel) || TABLE.set(consonant + vowel, row[i]));
for (const [consonant, kana] of Object.entries(PALATAL)) {
  for (const [vowel, small] of [["a", "ゃ"], ["u", "ゅ"], ["o", "ょ"]]) {
    if (/^(?:sh|ch|j)$/u.test(consonant)) TABLE.set(consonant + vowel, kana + small);
    TABLE.set(`${consonant}y${vowel}`, kana + small);
  }
}

for (const mark of "xl") {
  [..."aiueo"].forEach((vowel, i) => TABLE.set(mark + vowel, "ぁぃぅぇぉ"[i]));
  for (const [letters, small] of [["ya", "ゃ"], ["yu", "ゅ"], ["yo", "ょ"], ["tu", "っ"]]) TABLE.set(mark + letters, small);
}

/** The hiragana that these letters spell, or "" when they spell none. */
export function hiragana(letters) {
  let kana = "";
  for (let at = 0; at < letters.length; ) {
    const isDouble = letters[at] === letters[at + 1] && /[kstpcgzdbj]/u.test(letters[at]);
    // annai is あんない, onnrainn おんらいん: the second n of a pair belongs to the vowel that follows.
    const isOwnN = /^nn[aiueoy]/u.test(letters.slice(at));
    const length = isDouble || isOwnN ? 1 : [3, 2, 1].find((size) => TABLE.has(letters.slice(at, at + size)));
    if (!length) return "";
    kana += isDouble ? "っ" : TABLE.get(letters.slice(at, at + length));
    at += length;
  }
  return kana;
}
