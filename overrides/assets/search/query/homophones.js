// Words of the archive that sound like what was typed: an input method wrote the wrong kanji, or none for some.

import { loosen } from "../index/folding.js";
import { compounds, sounds } from "../index/lookups.js";
import { shortened } from "./kana.js";

// Words of two letters have too many words that sound like them: 指紋 is no 諮問.
const SHORTEST = 3;
const HEARD = /^(?=.*[一-龥々])[一-龥々ぁ-ゖァ-ヺー]+$/u;
const KANA = /[ぁ-ゖァ-ヺー]/u;
const SHORTENED = /(?<=.)[くつちき]$/u; // 学 in 学校
const LONG = 5; // letters of a word that is known even where long vowels are mistaken: 源泉聴取票
const MOST = 4;

/** 自動相談所 → 児童相談所, ほ育料 → 保育料: runs of whole words that share a letter with the folded text, most frequent first. */
export async function soundingLike(text) {
  if (text.length < SHORTEST || !HEARD.test(text)) return [];
  const ways = await waysToRead(text);
  if (!ways) return [];
  const sounding = pattern(ways);
  const short = text.length >= LONG ? pattern(ways.map((readings) => readings.map(shortened))) : undefined;
  const isAlike = (reading) => sounding.test(reading) || short?.test(shortened(reading));
  const found = new Set();
  for (const { words, readings } of await compounds()) {
    for (const word of alike(isAlike, words, readings)) if (word !== text && [...word].some((letter) => text.includes(letter))) found.add(word);
  }
  return [...found].slice(0, MOST);
}

/** How each letter may sound; undefined where that is not known of one. */
async function waysToRead(text) {
  const known = await sounds();
  const letters = [...text.replace(/(.)々/gu, "$1$1")].map((letter) => (KANA.test(letter) ? [loosen(letter)] : known.get(letter)));
  if (!letters.every(Boolean)) return undefined;
  return letters.map((readings) => readings.flatMap((reading) => [reading, reading.replace(SHORTENED, "つ")]));
}

function pattern(ways) {
  return new RegExp(`^${ways.map((readings) => `(?:${readings.join("|")})`).join("")}$`, "u");
}

function alike(isAlike, words, readings) {
  const found = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from; to < words.length; to++) {
      if (isAlike(readings.slice(from, to + 1).join(""))) found.push(words.slice(from, to + 1).join(""));
    }
  }
  return found;
}
