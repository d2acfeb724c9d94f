// One width for what citations are written with, and the way back. As in macros/documents/linking/folding.py.

/** Stands for each character of a link's own signs: what is left reads as if there were none. */
export const GONE = "\ufdd0";
/** Stands before and behind a line that may go on, where nobody can tell. */
export const CUT = "\ufdd1";

const SINGLE = { "\u3000": " ", "\u00a0": " ", "〜": "~", "∼": "~", "･": "・", "｢": "「", "｣": "」", "，": "、", "．": "." };

/** Not in JIS X 0208, and half as wide as a kanji: 1 in a circle, No., Roman numbers, what stands for code. */
const HALF = /[\u2460-\u24ff\u2116\u2160-\u217f\ufffc]/u;

/** `text` in one width; `origins[i]` is where its character i stood. */
export function folded(written) {
  let text = "";
  const origins = [];
  for (let position = 0; position < written.length; position++) {
    const letter = written[position] === GONE ? "" : plain(written[position]);
    for (let i = 0; i < letter.length; i++) origins.push(position);
    text += letter;
  }
  return { text, origins, span: (start, end) => ({ start: origins[start], end: origins[end - 1] + 1 }) };
}

/** As shown, in half-width characters, without the white space at the end. */
export function width(text) {
  let total = 0;
  for (const letter of text.replaceAll(GONE, "").trimEnd()) {
    const code = letter.codePointAt(0);
    total += HALF.test(letter) || code < 0x100 || (code >= 0xff61 && code < 0xffa0) ? 1 : 2;
  }
  return total;
}

function plain(letter) {
  const code = letter.charCodeAt(0);
  if (letter in SINGLE) return SINGLE[letter];
  if (code >= 0xff01 && code < 0xff5f) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x2474 && code < 0x2488) return `(${code - 0x2473})`;
  if (code >= 0x3220 && code < 0x322a) return `(${"一二三四五六七八九十"[code - 0x3220]})`;
  return code >= 0x2f00 && code < 0x2fe0 ? letter.normalize("NFKC") : letter;
}
