// Latin letters → hiragana, for those who type Japanese without an input method: setagaya → せたがや.

const ROWS = {
  "": "あいうえお", k: "かきくけこ", s: "さしすせそ", t: "たちつてと", n: "なにぬねの", h: "はひふへほ",
  m: "まみむめも", r: "らりるれろ", g: "がぎぐげご", z: "ざじずぜぞ", d: "だぢづでど", b: "ばびぶべぼ", p: "ぱぴぷぺぽ",
};
const OTHERS = { ya: "や", yu: "ゆ", yo: "よ", wa: "わ", wo: "を", shi: "し", chi: "ち", tsu: "つ", fu: "ふ", ji: "じ", n: "ん" };
const PALATAL = { k: "き", s: "し", sh: "し", t: "ち", ch: "ち", n: "に", h: "ひ", m: "み", r: "り", g: "ぎ", z: "じ", j: "じ", b: "び", p: "ぴ" };

const TABLE = new Map(Object.entries(OTHERS));
for (const [consonant, row] of Object.entries(ROWS)) [..."aiueo"].forEach((vowel, i) => TABLE.set(consonant + vowel, row[i]));
for (const [consonant, kana] of Object.entries(PALATAL)) {
  for (const [vowel, small] of [["a", "ゃ"], ["u", "ゅ"], ["o", "ょ"]]) {
    const isShort = /^(?:sh|ch|j)$/u.test(consonant);
    TABLE.set(consonant + (isShort ? "" : "y") + vowel, kana + small);
  }
}

/** The hiragana that these letters spell, or "" when they spell none. */
export function hiragana(letters) {
  let kana = "";
  for (let at = 0; at < letters.length; ) {
    const isDouble = letters[at] === letters[at + 1] && /[kstpcgzdbj]/u.test(letters[at]);
    const length = isDouble ? 1 : [3, 2, 1].find((size) => TABLE.has(letters.slice(at, at + size)));
    if (!length) return "";
    kana += isDouble ? "っ" : TABLE.get(letters.slice(at, at + length));
    at += length;
  }
  return kana;
}
