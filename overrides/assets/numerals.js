// Numbers in kanji: 九四八, 九百四十八, 二万千. As in macros/records/numerals.py; tests/numeral_cases.json holds the two together.

const DIGITS = "〇一二三四五六七八九";
const BELOW_TEN_THOUSAND = "(?:([一二三四五六七八九]?)千)?(?:([二三四五六七八九]?)百)?(?:([二三四五六七八九]?)十)?([一二三四五六七八九]?)";
const BY_UNIT = new RegExp(`^(?!万)(?:${BELOW_TEN_THOUSAND}万)?${BELOW_TEN_THOUSAND}$`, "u");

/** The number that `text` writes, in half-width Arabic or kanji digits; null for what is none: 九百四八, 〇, 007. */
export function number(text) {
  if (/^[0-9]+$/u.test(text)) return text[0] === "0" ? null : Number(text);
  const plain = text.replaceAll("零", "〇");
  if (/^[〇一二三四五六七八九]+$/u.test(plain)) return Number([...plain].map(digit).join("")) || null;
  const units = BY_UNIT.exec(plain);
  return (units && sum(units.slice(1, 5)) * 10000 + sum(units.slice(5))) || null;
}

/** Of 千, 百, 十 and what follows: undefined where the unit is not written, empty where it stands alone for one of it. */
function sum([...counts]) {
  const ones = counts.pop();
  const units = counts.reduce((total, count, i) => total + (count === undefined ? 0 : digit(count || "一") * [1000, 100, 10][i]), 0);
  return units + (ones ? digit(ones) : 0);
}

const digit = (letter) => DIGITS.indexOf(letter);
