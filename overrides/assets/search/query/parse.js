// What a query is made of: the words that a page must have, each with the pages that it means, and what is asked of them.

import { intentsOf } from "./intents.js";
import { otherWritings } from "./kana.js";
import { LEVEL } from "./levels.js";
import { arabic } from "./numbers.js";
import { exactly, nothing, slipped, spelt, speltOrSlipped } from "./query_expansion.js";
import { everydayWords, modern } from "./spellings.js";
import { byScript, cuts, isAsking, isFiller, isQuestion, pieces, readableHead, topicOf } from "./tokenize.js";

const MOST_PARTS = 4;
const NO_WORD = /^[ぁ-ん]{1,3}$/u; // it stands within other words on most pages
const CRUMB = /^[ぁ-んa-z\d]{1,2}$/u;
const NUMBER = /^\d{1,2}$/u; // 13.13.13 is no date, nor three words
// An inflected word says what is done, rarely what it is about: 見せる, 払う.
const INFLECTED = /^[一-龥]{1,2}[ぁ-ん]+$/u;

/**
 * {words, meanings, topic, isSplit}. Words are {text, answer, isWeak}, in the order in which they were typed; those that stand nowhere
 * have an answer without pages, and weak ones may be passed over in silence. `meanings` are what the question is after.
 * `topic` is the word that a question is about, `isSplit` whether the term had to be taken apart.
 */
export async function parsed(term, isAlone) {
  const whole = await spelt(term);
  const plain = modern(term);
  if (isAlone ? whole.pages.size > 0 : whole.pages.size > 0 && !isMereQuestion(plain)) {
    const asked = isQuestion(plain) ? topicOf(plain, pieces(plain)) : undefined;
    return { words: [{ text: term, answer: whole, isWeak: !isAlone && isFiller(term) }], meanings: [], topic: asked, isSplit: false };
  }
  const { rest, meanings } = await intentsOf(plain);
  const parts = telling(pieces(isAlone ? rest : ` ${rest}`, await everydayWords(rest)));
  if (parts.length === 0) return { words: [], meanings, isSplit: true, isAsking: true };
  const words = await wordsOf(term, parts, meanings.length > 0);
  return { words, meanings, topic: isAsking(plain) ? topicOf(plain, parts) : undefined, isSplit: words.length !== 1 || words[0].text !== term };
}

const isMereQuestion = (text) => telling(pieces(` ${text}`)).length === 0;
const telling = (parts) => parts.filter((part, i) => part && (i === 0 || !NO_WORD.test(part)));

/**
 * The words of a term that stands nowhere as it is; `parts` are what remains of it without what only asks.
 * `mayBeNone`: it has an intent, which may be all that it says.
 */
async function wordsOf(term, parts, mayBeNone) {
  if (parts.every((part) => NUMBER.test(part))) return [unknown(term)];
  const ways = [
    () => wordsFrom(parts, spelt),
    () => wordsFrom([parts.join("")], spelt), // コロナの給付金, コロナ給付金
    async () => [word(term, await slipped(term))],
    () => wordsFrom(parts, speltOrSlipped),
  ];
  for (const way of ways) {
    const words = longer(await way(), mayBeNone);
    if (standTogether(words)) return words;
  }
  const words = longer((await Promise.all(parts.map(opened))).flat(), mayBeNone);
  const [open, fillers] = [words.filter(({ text }) => !isFiller(text)), words];
  if (open.some(isKnown)) return open;
  return fillers.some(isKnown) || parts.length === 1 ? fillers : opened(parts.join(""));
}

const word = (text, answer) => ({ text, answer, isWeak: INFLECTED.test(text) });
const unknown = (text) => word(text, nothing());
const isKnown = ({ answer }) => answer.pages.size > 0;
const wordsFrom = (parts, how) => Promise.all(parts.map(async (part) => word(part, await numbered(part, how))));

/** Beside other words, 948号 is a consultation, not a part of 第1948号. */
async function numbered(part, how) {
  const number = arabic(part);
  const answer = /^\d{1,5}号$/u.test(number) ? await how(`第${number}`) : nothing();
  return answer.pages.size > 0 ? answer : how(part);
}

/** A letter stands within other words on most pages; beside anything else it says nothing, unless it stands nowhere. */
function longer(words, mayBeNone) {
  const saying = words.filter((word) => [...word.text].length > 1 || !isKnown(word));
  return saying.length > 0 || mayBeNone ? saying : words;
}

function standTogether(words) {
  if (words.length === 0) return true;
  const [first, ...others] = words.map(({ answer }) => answer.pages);
  return [...first.keys()].some((id) => others.every((pages) => pages.has(id)));
}

/** A part that may still be of several words: where scripts meet, where most pages have both sides, by its sound. */
async function opened(part) {
  const [known] = await wordsFrom([part], speltOrSlipped);
  if (isKnown(known)) return [known];
  for (const way of [apart, inWords, inHeard]) {
    const words = await way(part);
    if (words.some(isKnown)) return words;
  }
  return [known];
}

/** iso27001 → iso 27001. */
async function apart(text) {
  const parts = byScript(text);
  const words = parts.every((part) => NUMBER.test(part)) ? [] : await wordsFrom(parts, spelt);
  return words.every(isKnown) ? words : [];
}

/** A text cut into as few words as stand together on pages, where most pages have them: 人事課 給与明細 クラウド. */
async function inWords(text) {
  for (let count = 2; count <= MOST_PARTS; count++) {
    const { words, ids } = await bestCut(text, count);
    if (ids.length > 0) return words;
  }
  return [];
}

/** {words, ids}: the words of a text cut into so many, and which pages have all. */
async function bestCut(text, count) {
  if (count === 1) {
    const answer = await exactly(text);
    return { words: [word(text, answer)], ids: [...answer.pages.keys()] };
  }
  let best = { words: [], ids: [] };
  for (const at of cuts(text)) {
    const [head, rest] = [text.slice(0, at), text.slice(at)];
    if (CRUMB.test(head) || CRUMB.test(rest)) continue;
    const first = await exactly(head);
    if (first.pages.size <= best.ids.length) continue;
    const { words, ids } = await bestCut(rest, count - 1);
    const common = ids.filter((id) => first.pages.has(id));
    if (common.length > best.ids.length) best = { words: [word(head, first), ...words], ids: common };
  }
  return best;
}

/** In mere hiragana, too, people use words that no page has: がくどうくらぶのりょうきん. */
async function inHeard(text) {
  for (const parts of await otherWritings(text)) {
    const words = parts.length > 1 ? await wordsFrom(parts.filter(Boolean), speltOrSlipped) : [];
    if (words.length > 0 && isKnown(words[0])) return words;
  }
  for (const head of readableHead(text)) {
    const [known] = await wordsFrom([head], spelt);
    if (isKnown(known)) return [known];
  }
  return [];
}
