// What a question is after, beside the words it is about: いつ wants a date, 勝手に a use beyond the purpose. Rows of staff.

import { spellings } from "../index/lookups.js";

const KANJI = /[一-龥]/u;
const BEFORE = "(?:(?<![ぁ-ん])|(?<=[はがをにもの]|って))"; // かいつけ asks for no time

/**
 * {rest, meanings}: a folded text without the phrases that say what it is after, and what those are called on the
 * pages, the aptest first. A longer phrase goes before one that it contains.
 */
export async function intentsOf(text) {
  const { intents = {} } = await spellings();
  const phrases = Object.keys(intents).filter((phrase) => text.includes(phrase));
  let rest = text;
  const meanings = [];
  for (const phrase of phrases.sort((a, b) => b.length - a.length)) {
    const without = rest.replace(pattern(phrase), " ");
    if (without !== rest) meanings.push(...intents[phrase]);
    rest = without;
  }
  return { rest: rest.trim(), meanings };
}

/** A phrase with a verb takes the end of the sentence along: 消してくれるの. */
const pattern = (phrase) => new RegExp(KANJI.test(phrase) ? `${phrase}(?:[ぁ-ん]{1,5}(?=[?？]|$))?` : BEFORE + phrase, "gu");
