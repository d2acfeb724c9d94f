// One form for all ways to type the same text, and the words that the index is made of.
// The same folding stands in macros/search/folding.py; tests/folding_cases.json holds the two together.

const SPACE = /[\s\u001c-\u001f\u0085\ufeff]+/gu;
const QUOTED = /「[^」]*」|『[^』]*』|"[^"]*"|“[^”]*”/u;
const PARTS = new RegExp(`${QUOTED.source}|[^\\s「『"“]+|[「『"“]`, "gu");

/** NFKC, lower case, without white space. */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(SPACE, "");
}

const isQuoted = (part) => part.length > 1 && QUOTED.exec(part)?.[0] === part;

/** The terms of a query that stand in 「…」 or quotes, folded: they are meant to the letter. */
export function quoted(query) {
  return (query.match(PARTS) ?? []).filter(isQuoted).map((part) => fold(part.slice(1, -1)));
}

/** The terms of a query: split at white space, but 「…」 and quotes hold together. Folded, without repeats. */
export function terms(query) {
  const folded = (query.match(PARTS) ?? []).flatMap((part) =>
    isQuoted(part) ? [fold(part.slice(1, -1))] : part.normalize("NFKC").split(SPACE).map(fold),
  );
  return [...new Set(folded)].filter(Boolean);
}

/** Folded kana as people spell it in passing: hiragana, no long vowels, no small letters, ば for ゔぁ. */
export function loosen(kana) {
  return kana
    .replace(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[ー\-‐‑‒–—―−〜~]/gu, "")
    .replace(/ゔ[ぁぃぅぇぉ]?/gu, (sound) => "ばびぶべぼ"["ぁぃぅぇぉ".indexOf(sound[1] ?? "ぅ")] + (sound[1] === "ぅ" ? "ぅ" : ""))
    .replace(/[ぁぃぅぇぉっゃゅょゎゕゖぢづを]/gu, (letter) => "あいうえおつやゆよわかけじずお"["ぁぃぅぇぉっゃゅょゎゕゖぢづを".indexOf(letter)])
    .replaceAll("いや", "いあ")
    .replaceAll("ふお", "ほ");
}

/** The word for folded text in one piece: a single character, or what the archive knows as a word. */
export const whole = (text) => `w${[...text].map(spell).join("")}w`;

/** The words for the pairs that cover folded text of two characters or more: [{word, at}], every second and the last. */
export function cover(text) {
  const spelt = [...text].map(spell);
  const last = spelt.length - 2;
  const places = spelt.map((_, at) => Math.min(at, last)).filter((_, at) => at % 2 === 0);
  return places.map((at) => ({ word: spelt[at] + spelt[at + 1], at }));
}

function spell(character) {
  let spelt = "";
  for (let i = 0; i < character.length; i++) {
    const unit = character.charCodeAt(i).toString(16).padStart(4, "0");
    for (const digit of unit) spelt += String.fromCharCode(97 + parseInt(digit, 16));
  }
  return spelt;
}
