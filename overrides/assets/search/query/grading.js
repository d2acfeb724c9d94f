// How many of the words a page has. All of them is best; where no page has, the rarest words that stand together, and
// what was left out is named: never a commoner word for a rarer one.

import { standing } from "../index/index.js";
import { LEVEL } from "./levels.js";
import { nothing, spelt } from "./query_expansion.js";

const TELLING = 3; // letters; 登録 alone of 登録メールサーバー says too little, 給与 and 明細 together enough
const COMMON = 1 / 2; // of the pages with text of their own
const RARE = 1 / 8;
const WEAKER = 0.5;

/**
 * {pages, notes, left, unknown}: `words` are {text, answer, isWeak}. `left` are words that stand only on other pages,
 * `unknown` those that stand nowhere. `primary` are the ids of pages with text of their own; `isStrict`: all or nothing.
 */
export async function graded(words, { isSplit, isStrict, primary }) {
  const known = words.filter(({ answer }) => answer.pages.size > 0);
  const unknown = words.filter(({ answer, isWeak }) => answer.pages.size === 0 && !isWeak).map(({ text }) => text);
  if (known.length === 0) return { ...nothing(), left: [], unknown };
  const all = unknown.length === 0 ? together(known) : new Map();
  if (all.size > 0) return { ...(await complete(all, known, isSplit)), left: [], unknown };
  return isStrict ? { ...nothing(), left: [], unknown } : partial(known, unknown, primary);
}

/**
 * Weak words order the pages, they do not forbid any. Where the words of one term stand side by side they are surely meant: 口座の種別,
 * 口座種別.
 */
async function complete(pages, words, isSplit) {
  const notes = words.flatMap(({ answer }) => answer.notes);
  if (!isSplit) return { pages, notes };
  for (const page of pages.values()) page.level = LEVEL.parts + page.level / 10;
  const strong = words.filter(({ isWeak }) => !isWeak);
  for (const [id, page] of strong.length > 0 ? together(strong) : []) if (!pages.has(id)) pages.set(id, { ...page, level: LEVEL.parts + WEAKER + page.level / 10 });
  const texts = words.map(({ text }) => text);
  const joined = texts.length > 1 ? await spelt(texts.join("")) : nothing();
  for (const [id, page] of joined.pages) pages.set(id, { level: LEVEL.joined + page.level / 100, texts: [...page.texts, ...(pages.get(id)?.texts ?? [])] });
  return { pages, notes: [{ to: texts.join(" "), level: LEVEL.parts }, ...notes, ...joined.notes] };
}

async function partial(known, unknown, primary) {
  const { kept, left } = await rarest(known, primary);
  const pages = together(kept);
  if (unknown.length > 0) await keepTold(pages, kept, primary);
  if (pages.size === 0) return { ...nothing(), left: [], unknown };
  for (const page of pages.values()) page.level = LEVEL.some + page.level / 10;
  const notes = [{ to: kept.map(({ text }) => text).join(" "), level: LEVEL.some }, ...kept.flatMap(({ answer }) => answer.notes)];
  return { pages, notes, left: left.filter(({ isWeak }) => !isWeak).map(({ text }) => text), unknown };
}

/** The words that stand together, the rarest first; what would leave no page is left out. */
async function rarest(words, primary) {
  const counted = await Promise.all(words.map(async (word) => ({ word, count: await frequency(word, primary) })));
  counted.sort((a, b) => Boolean(a.word.isWeak) - Boolean(b.word.isWeak) || a.count - b.count);
  const kept = [];
  for (const { word } of counted) if (together([...kept, word]).size > 0) kept.push(word);
  const isKept = (word) => kept.includes(word);
  return { kept: words.filter(isKept), left: words.filter((word) => !isKept(word)) };
}

/** On how many pages with text of their own a word stands; where it names some, only those count. */
async function frequency({ answer }, primary) {
  const ids = [...answer.pages.keys()].filter((id) => primary.has(id));
  const texts = [...new Set([...answer.pages.values()].flatMap((page) => page.texts))];
  const places = await Promise.all(texts.map(standing));
  const named = ids.filter((id) => places.some(({ title, subjects }) => title.has(id) || subjects.has(id)));
  return named.length || ids.length || primary.size;
}

/** id → {level, texts} of the pages that have every word. */
function together(words) {
  const [first, ...others] = words.map(({ answer }) => answer.pages);
  const pages = new Map();
  for (const [id, match] of first) {
    const matches = [match, ...others.map((other) => other.get(id))];
    if (!matches.every(Boolean)) continue;
    pages.set(id, { level: Math.max(...matches.map(({ level }) => level)), texts: [...new Set(matches.flatMap(({ texts }) => texts))] });
  }
  return pages;
}

/**
 * Of a query with an unknown word, only pages that its other words name, or that have a rare one; common words name
 * nothing.
 */
async function keepTold(pages, words, primary) {
  for (const id of pages.keys()) {
    const letters = await Promise.all(words.map(({ answer }) => telling(answer.pages.get(id).texts, id, primary)));
    if (letters.reduce((sum, count) => sum + count, 0) < TELLING) pages.delete(id);
  }
}

/** How many letters of the page's name or of a rare word one of these texts covers. */
async function telling(texts, id, primary) {
  const covered = await Promise.all(texts.map((text) => covers(text, id, primary)));
  return Math.max(0, ...covered);
}

async function covers(text, id, primary) {
  const { text: ids, title, subjects } = await standing(text);
  const share = [...ids].filter((other) => primary.has(other)).length / primary.size;
  const length = [...text].length;
  const isRare = share <= RARE && length >= TELLING;
  return isRare || (share <= COMMON && (title.has(id) || subjects.has(id))) ? length : 0;
}
