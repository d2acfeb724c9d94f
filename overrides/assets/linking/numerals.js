// Numbers as minutes write them: 948, 九四八, 九百四十八. As in macros/documents/linking/citation.py.

const DIGITS = "〇一二三四五六七八九";
const UNITS = /^(?:([二三四五六七八九]?)千)?(?:([二三四五六七八九]?)百)?(?:([二三四五六七八九]?)十)?([一二三四五六七八九]?)$/u;

/** null for what is no number: 九百四八, 〇. */
export function number(written) {
  if (/^[0-9]+$/u.test(written)) return written[0] === "0" ? null : Number(written);
  if (/^[〇零一二三四五六七八九]+$/u.test(written)) {
    const digits = [...written.replaceAll("零", "〇")].map((letter) => DIGITS.indexOf(letter));
    return Number(digits.join("")) || null;
  }
  const units = UNITS.exec(written);
  if (!units) return null;
  const [, ...counts] = units;
  const rest = counts.pop();
  const total = counts.reduce((sum, count, i) => sum + (count === undefined ? 0 : (count ? DIGITS.indexOf(count) : 1) * [1000, 100, 10][i]), 0);
  return total + (rest ? DIGITS.indexOf(rest) : 0) || null;
}
