// Numbers and dates as people write them → as they stand on the pages. Texts are folded.

import { number } from "../../numerals.js";

const KANJI = /[〇零一二三四五六七八九十百千万]+/gu;
const COUNTED = /^(?:[号条項年月日件人回部科課件名歳度億万]|本(?!化))/u;
const PROVISION = /第[\d〇一二三四五六七八九十百]+の$/u; // 第一の五
const ERAS = { 令和: 2018, 令: 2018, r: 2018, 平成: 1988, 平: 1988, h: 1988, 昭和: 1925, 昭: 1925, s: 1925 };
const ERA_NAMES = [
  [2019, "令和", 2018],
  [1989, "平成", 1988],
  [1926, "昭和", 1925],
];
const ERA_DATE = /(令和|平成|昭和|令|平|昭|r|h|s)\.?(元|\d{1,2})(?:年度|年|[./-])?(?:(\d{1,2})(?:月|[./-]|$|(?=[上中下]旬)))?(?:(\d{1,2})日?)?/u;
const WESTERN_DATE = /(?:西暦)?((?:19|20)\d{2})(?:年度|年|[./-])(?:(\d{1,2})(?:月|[./-]|(?!\d)))?(?:(\d{1,2})日?)?/u;
const COMPACT_DATE = /((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])?(?!\d)/u;
const COMPACT_ERA_DATE = /^([rhs])(\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])$/u;
const BARE_YEAR = /^((?:19|20)\d{2})$/u;
const SHORT_DATE = /^'?(\d{1,2})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/u;
const SOUNDS = {
  いち: "一", に: "二", さん: "三", よん: "四", し: "四", よ: "四", ご: "五", ろく: "六", ろっ: "六", なな: "七", しち: "七", はち: "八",
  はっ: "八", きゅう: "九", く: "九", じゅう: "十", ひゃく: "百", びゃく: "百", ぴゃく: "百",
};
const COUNTERS = { がつ: "月", ねん: "年", にち: "日", ごう: "号" };
const SPOKEN_DIGIT = new RegExp(Object.keys(SOUNDS).join("|"), "gu");
const SPOKEN = new RegExp(`((?:${SPOKEN_DIGIT.source})+)(${Object.keys(COUNTERS).join("|")})`, "gu");
const LAST_ERA_YEAR = 12; // 3.12.24 is a year of the era, 21/12/24 one of the century
// What follows a date in a sentence but may stand apart from it on a page.
const AFTER_DATE = /(?<=[年月日旬])(?:付け?|から|まで|より|以降|以後|以前|頃|ごろ|時点|現在|開始)$/u;
const WEEKDAY = /\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?$/u;
const MONTH_DAY = /^(\d{1,2})[./-](\d{1,2})$/u;

/** じゅうにがつ → 十二月: numbers in hiragana, before what surely counts. */
export const spoken = (text) => text.replace(SPOKEN, (_, number, counted) => number.replace(SPOKEN_DIGIT, (sound) => SOUNDS[sound]) + COUNTERS[counted]);

/** 第九四八号, 第九百四十八号 → 第948号; 十二月 → 12月. Words such as 一般 stay. */
export function arabic(text) {
  return text.replace(KANJI, (run, at) => {
    const before = text.slice(0, at);
    const counted = COUNTED.test(text.slice(at + run.length)) || /(?:第|[令平昭]和?)$/u.test(before) || PROVISION.test(before);
    return counted || run.length > 2 ? String(number(run) ?? run) : run;
  });
}

/** The other ways in which a number or date in this text may stand on a page. */
export function otherNumbers(text) {
  const plain = text.replace(WEEKDAY, "");
  const others = [...dates(plain), ...provisions(plain), ...consultationNumbers(plain), ...separated(plain)];
  return [...new Set(others)].filter((other) => other !== text);
}

/** 8条2項6号 → 第8条第2項第6号. */
function provisions(text) {
  return /\d[条項]/u.test(text) ? [text.replace(/(?<![第\d])(\d+)(?=[条項号])/gu, "第$1")] : [];
}

function dates(text) {
  const short = SHORT_DATE.exec(text);
  if (short) return dates(text.replace(SHORT_DATE, `${+short[1] > LAST_ERA_YEAR ? "20" : "令和"}${short.slice(1).join("-")}`));
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay && isDate(monthDay[1], monthDay[2])) return [`${+monthDay[1]}月${+monthDay[2]}日`];
  for (const pattern of [COMPACT_ERA_DATE, COMPACT_DATE, WESTERN_DATE, BARE_YEAR, ERA_DATE]) {
    const match = pattern.exec(text);
    if (!match) continue;
    const isEra = match[1] in ERAS;
    const [month, day] = match.slice(isEra ? 3 : 2);
    if (isDate(month, day)) return written(match, isEra, text);
  }
  return [];
}

const isDate = (month, day) => (month === undefined || (+month >= 1 && +month <= 12)) && (day === undefined || (+day >= 1 && +day <= 31));

function written(match, isEra, text) {
  const [year, month, day] = isEra
    ? [ERAS[match[1]] + (match[2] === "元" ? 1 : +match[2]), match[3], match[4]]
    : [+match[1], match[2], match[3]];
  const term = /年度/u.test(match[0]) ? "年度" : "年";
  const rest = term === "年度" ? "" : (month ? `${+month}月` : "") + (month && day ? `${+day}日` : "");
  const put = (date) => text.slice(0, match.index) + date + text.slice(match.index + match[0].length);
  const dated = [japanese(year) + term + rest, `${year}${term}${rest}`].map(put);
  return dated[0] === text ? dated : dated.flatMap((other) => [other, other.replace(AFTER_DATE, "")]);
}

function japanese(year) {
  const [, name, before] = ERA_NAMES.find(([first]) => year >= first) ?? [0, "", 0];
  return name + (year - before === 1 ? "元" : year - before);
}

/** 948, 諮問948, no.948, #948, 948号 → 第948号. */
function consultationNumbers(text) {
  const bare = /^(\d{1,4})番?$/u.exec(text);
  if (bare) return [`第${+bare[1]}号`];
  if (/\d[条項]|諮問第\d+号/u.test(text)) return [];
  const marked = /(?:諮問の?(?:番号)?第?|第|no\.?|#)(\d{1,5})(?:番|号)?(?!\d|[条項の年回])|(?<![第\d])(\d{1,5})号/u.exec(text);
  if (!marked) return [];
  const written = text.replace(marked[0], `第${+(marked[1] ?? marked[2])}号`).replace(/(?<=号)の?諮問$/u, "");
  return [written, written.replace(/諮問(?=第\d)/u, "")];
}

/** 20000 → 20,000 and 2万; 7,200 → 7200; 二万 is arabic()'s. */
function separated(text) {
  const match = /(?<![\d,])(\d{4,}|\d{1,3}(?:,\d{3})+)(?![\d,年./-])/u.exec(text);
  if (!match) return [];
  const number = Number(match[1].replaceAll(",", ""));
  const ways = [number.toLocaleString("en"), String(number)];
  if (number % 10000 === 0) ways.push(`${number / 10000}万`);
  return ways.map((way) => text.replace(match[1], way));
}
