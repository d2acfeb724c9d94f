// One width for what citations are written with, and the way back. As in macros/linking/widths.py.

const SINGLE = { "\u3000": " ", "\u00a0": " ", "〜": "~", "∼": "~", "･": "・", "｢": "「", "｣": "」", "，": "、", "．": "." };

/** `text` in one width; `origins[i]` is where its character i stood, with one entry more for the end. */
export function folded(written) {
  let text = "";
  const origins = [];
  for (let position = 0; position < written.length; position++) {
    const letter = plain(written[position]);
    for (let i = 0; i < letter.length; i++) origins.push(position);
    text += letter;
  }
  origins.push(written.length);
  return { text, origins, span: (start, end) => ({ start: origins[start], end: origins[end] }) };
}

function plain(letter) {
  const code = letter.charCodeAt(0);
  if (letter in SINGLE) return SINGLE[letter];
  if (code >= 0xff01 && code < 0xff5f) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x2474 && code < 0x2488) return `(${code - 0x2473})`;
  if (code >= 0x3220 && code < 0x322a) return `(${"一二三四五六七八九十"[code - 0x3220]})`;
  return code >= 0x2f00 && code < 0x2fe0 ? letter.normalize("NFKC") : letter;
}
