// What a whole query means: the pages that have all its words, else the best part of them, in the light of its intent.

import { graded } from "./grading.js";
import { LEVEL } from "./levels.js";
import { parsed } from "./parse.js";
import { exactly, nothing, spelt } from "./query_expansion.js";

const SHORTEST = 3;
const COUNT = /^\d{1,5}$/u; // 12 24 is no 1224
const LOOSER = 0.05;

/**
 * {pages: id → {level, texts}, notes, left, unknown, meanings}, see grading.js and parse.js. `terms` are folded;
 * those in `literal` are meant to the letter. `primary` are the ids of pages with text of their own.
 */
export async function meaningOf(terms, literal, primary) {
  const isAlone = terms.length === 1;
  const parsedTerms = await Promise.all(terms.map((term) => (literal.has(term) ? toTheLetter(term) : parsed(term, isAlone))));
  const words = distinct(parsedTerms.flatMap((part) => part.words));
  const isSplit = parsedTerms.some((part) => part.isSplit);
  const answer = await graded(words, { isSplit, isStrict: literal.size > 0, primary });
  const meanings = [...new Set(parsedTerms.flatMap((part) => part.meanings))];
  if (literal.size > 0) return { ...answer, meanings };
  const saysMore = words.some(({ isWeak }) => !isWeak);
  const found = saysMore || meanings.length === 0 ? answer : { ...answer, ...(await askedFor(meanings)) };
  const asked = withExact(withClosed(found, await closed(terms)), isSplit && !isAlone ? await exact(terms) : nothing());
  const topic = parsedTerms.find((part) => part.topic)?.topic;
  return { ...answer, ...withTopic(asked, topic ? await spelt(topic) : nothing()), meanings };
}

const toTheLetter = async (term) => ({ words: [{ text: term, answer: await exactly(term) }], meanings: [], isSplit: false });
const distinct = (words) => [...new Map(words.map((word) => [word.text, word])).values()];

/** The pages that have the very terms, whatever else they may mean. */
async function exact(terms) {
  const [first, ...others] = await Promise.all(terms.map(exactly));
  const pages = [...first.pages].filter(([id]) => others.every((other) => other.pages.has(id)));
  return { pages: new Map(pages.map(([id]) => [id, { level: LEVEL.exact, texts: [...terms] }])), notes: [] };
}

/** White space within a word: か いごほけん, No. 948, 2021 12 24. The terms read as one, where they say something. */
async function closed(terms) {
  const text = terms.join("");
  return terms.length > 1 && text.length >= SHORTEST && !COUNT.test(text) ? spelt(text) : nothing();
}

/** The pages of terms apart, and of the `whole`, which come first among those that do not have the very terms. */
function withClosed(apart, whole) {
  if (whole.pages.size === 0) return apart;
  const pages = new Map(whole.pages);
  for (const [id, match] of apart.pages) {
    const other = pages.get(id);
    const isFarther = match.level > LEVEL.exact && !other;
    pages.set(id, { level: isFarther ? match.level + LOOSER : Math.min(match.level, other?.level ?? match.level), texts: [...match.texts, ...(other?.texts ?? [])] });
  }
  return { ...apart, pages, notes: [...apart.notes, ...whole.notes] };
}

function withExact(answer, { pages }) {
  return { ...answer, pages: new Map([...answer.pages, ...pages]) };
}

/** A query that only says what it is after: 無断で使う. */
async function askedFor(meanings) {
  const answer = nothing();
  for (const [rank, meaning] of meanings.entries()) {
    const level = LEVEL.meaning + rank / 100;
    const { pages } = await exactly(meaning);
    for (const id of pages.keys()) if (!answer.pages.has(id)) answer.pages.set(id, { level, texts: [meaning] });
    if (pages.size > 0) answer.notes.push({ to: meaning, level: LEVEL.parts });
  }
  return answer;
}

/** What a question is about stands on more pages than its words do, or than all that it mentions; they come after those. */
function withTopic(answer, topic) {
  if (answer.pages.size === 0) return answer;
  for (const [id, { level, texts }] of topic.pages) {
    if (!answer.pages.has(id)) answer.pages.set(id, { level: LEVEL.topic + level / 10, texts });
  }
  return { ...answer, notes: [...answer.notes, ...topic.notes] };
}
