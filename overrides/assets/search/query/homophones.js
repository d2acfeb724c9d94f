// Words of the archive that sound like what was typed: an input method wrote the wrong kanji, or none for some.

import { loosen } from "../index/folding.js";
import { compounds, sounds } from "../index/lookups.js";

// Words of two letters have too many words that sound like them: 指紋 is no 諮問.
const SHORTEST = 3;
const HEARD = /^(?=.*[一-龥々])[一-龥々ぁ-ゖァ-ヺー]+$/u;
const KANA = /[ぁ-ゖァ-ヺー]/u;
const SHORTENED = /(?<=.)[くつちき]$/u; // 学 in 学校
const MOST = 4;

/** 自動相談所 → 児童相談所, ほ育料 → 保育料: runs of whole words that share a letter with the folded text, most frequent first. */
export async function soundingLike(text) {
  if (text.length < SHORTEST || !HEARD.test(text)) return [];
  const sounding = await pattern(text);
  if (!sounding) return [];
  const found = new Set();
  for (const { words, readings } of await compounds()) {
    for (const word of alike(sounding, words, readings)) if (word !== text && [...word].some((letter) => text.includes(letter))) found.add(word);
  }
  return [...found].slice(0, MOST);
}

/** How the whole text may sound; undefined where it has a letter of which that is not known. */
async function pattern(text) {
  const known = await sounds();
  const letters = [...text.replace(/(.)々/gu, "$1$1")].map((letter) => (KANA.test(letter) ? [loosen(letter)] : known.get(letter)));
  if (!letters.every(Boolean)) return undefined;
  const ways = letters.map((readings) => readings.flatMap((reading) => [reading, reading.replace(SHORTENED, "つ")]));
  return new RegExp(`^${ways.map((readings) => `(?:${readings.join("|")})`).join("")}$`, "u");
}

function alike(sounding, words, readings) {
  const found = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from; to < words.length; to++) {
      if (sounding.test(readings.slice(from, to + 1).join(""))) found.push(words.slice(from, to + 1).join(""));
    }
  }
  return found;
}
