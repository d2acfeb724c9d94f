// Every way to write a text otherwise, in the order in which they are tried. A rewriter takes a folded text and gives
// [{texts, level}]: each a reading of which every text must stand on a page; `isHeard` where only the sound is known.

import { abbreviated } from "./abbreviations.js";
import { otherWritings } from "./kana.js";
import { LEVEL } from "./levels.js";
import { arabic, otherNumbers, spoken } from "./numbers.js";
import { meanings, modern, otherOkurigana } from "./spellings.js";

const SHORT = 3; // of three letters only a sound tells which word is meant
const LATIN = /^[a-z](?=.{3})(?:[a-z'-]*[a-z-])$/u;

const spelling = (other) => ({ texts: [other], level: LEVEL.spelling });
const plain = (text) => text.replace(/^[おご](?=[一-龥々]{2})/u, ""); // お給料 → 給料
const heard = (texts) => ({ texts, level: texts.length > 1 ? LEVEL.parts : LEVEL.spelling, isHeard: true });

export const REWRITERS = [
  (text) => [modern(text), plain(text)].map(spelling),
  (text) => [spoken(text), arabic(text), ...otherNumbers(text)].map(spelling),
  async (text) => (await otherOkurigana(text)).map(({ text: other, isStem }) => ({ texts: [other], level: isStem ? LEVEL.stem : LEVEL.spelling })),
  async (text) => (await otherWritings(text)).map(heard),
  async (text) => (LATIN.test(text) ? (await otherWritings((await import("./romaji.js")).hiragana(text), true)).map(heard) : []),
  async (text) => (await meanings(text)).map(({ text: other, rank }) => ({ texts: [other], level: LEVEL.meaning + rank / 100 })),
];

/**
 * What is tried when none of these stands on a page; the first that does ends the search. Most queries need none,
 * so they are not sent with the rest.
 */
export function lastResorts(text) {
  const names = () => abbreviated(text);
  const slips = async () => (await import("./fuzzy.js")).oneSlipAway(text);
  const sounds = async () => (await import("./homophones.js")).soundingLike(text);
  return text.length > SHORT ? [names, slips, sounds] : [names, sounds, slips];
}
