// Search of this site, for its own pages and for whoever embeds it:
//   import { search } from "/assets/search.js";
//   const results = await search("口座番号 外部委託");
// Pages that contain every term come first and are complete; then pages that say the same in other words. Where no page
// has all that was asked for, those that have most of it.

import { excerpt } from "./search/index/excerpt.js";
import { fold, quoted, terms } from "./search/index/folding.js";
import { open, standing } from "./search/index/index.js";
import { kept } from "./search/index/lookups.js";
import { meaningOf } from "./search/query/meaning.js";

const LONGEST = 200; // characters of a query that are read
const SECTIONS = 3;
const FEW = 20;
const FIRST = 5;

/**
 * Best first, one result per page.
 * @param {string} query terms separated by white space; what stands in 「…」 or quotes is meant to the letter
 * @param {{limit?: number}} [options] how many results come with title, excerpt and sections; all
 *   where they are few, else the first five
 * @returns {Promise<Array<{url: string, title: string, excerpt: string, sections: Array, level: number,
 *   number?: number, date?: string, acts?: string[], details: () => Promise<object>}>>} results beyond the limit
 *   have a url, a level and a title, for consultations their number; `details()` gives the whole of any
 */
export async function search(query, { limit } = {}) {
  const { results } = await answer(query);
  const whole = limit ?? (results.length <= FEW ? results.length : FIRST);
  return Promise.all(results.map((result, i) => (i < whole ? result.details() : result)));
}

/**
 * All results without details, and what was done to find them: {results, notes, terms, left, unknown, isCut}. `left` are
 * words that no result has, `unknown` those that stand nowhere; of a long query only the beginning is read.
 */
export async function answer(query) {
  const letters = [...query.trim()];
  const wanted = terms(letters.slice(0, LONGEST).join(""));
  if (wanted.length === 0) return { results: [], notes: [], terms: [], left: [], unknown: [] };
  const { pages, primary } = await open();
  const meant = await meaningOf(wanted, new Set(quoted(query)), primary);
  const typed = wanted.join(" ");
  const matches = [...meant.pages].map(([id, match]) => ({ ...match, page: pages.get(id) }));
  const results = (await inOrder(matches, meant.meanings)).map((match) => result(match));
  return { results, notes: results.length > 0 ? meant.notes : [], terms: wanted, left: meant.left, unknown: meant.unknown.filter((word) => typed.includes(word)), isCut: letters.length > LONGEST };
}

/** Every consultation, newest first, as `answer` would give it: for filters without a query. */
export async function all() {
  const { pages } = await open();
  const matches = [...pages.values()].filter((page) => group(page) === 0).map((page) => ({ page, level: 0, texts: [], place: 3 }));
  return { results: matches.map((match) => result(match)), notes: [], terms: [], left: [], unknown: [] };
}

/** Words on the pages that resemble a query for which there is no answer. */
export async function nearest(query) {
  const { resembling } = await import("./search/query/fuzzy.js");
  const found = await Promise.all(terms(query).map(resembling));
  return [...new Set(found.flat())].slice(0, 8);
}

/** Nearest reading first; then what was asked for; number and title, subject, mention; consultations before others; newest first. */
async function inOrder(matches, meanings) {
  const texts = new Set(matches.flatMap(({ texts: own }) => own).filter((text) => text.length > 1));
  const where = new Map(await Promise.all([...texts, ...meanings].map(async (text) => [text, await standing(text)])));
  const weighed = matches.map((match) => {
    const at = place(match, where);
    return { ...match, group: group(match.page), place: at, after: asked(match.page, meanings, where, at <= 1) };
  });
  return weighed.sort((a, b) => a.level - b.level || a.after - b.after || a.group - b.group || a.place - b.place || a.page.order - b.page.order);
}

/** Whether a page is about what the query is after, or of the kind that it is after; mentions it; or neither. */
function asked({ id, kind }, meanings, where, isNamed) {
  if (isNamed && meanings.includes(kind)) return 0;
  const places = meanings.map((meaning) => where.get(meaning));
  if (places.some(({ title, subjects }) => title.has(id) || subjects.has(id))) return 0;
  return places.some(({ text }) => text.has(id)) ? 1 : 2;
}

const group = ({ address }) => (/^consultations\/[^/]+\/$/.test(address) ? 0 : 1);

function place({ texts, page }, where) {
  if (texts.some((text) => page.address === `consultations/${/^(?:諮問)?第(\d+)号$/.exec(text)?.[1]}/`)) return 0;
  if (texts.some((text) => where.get(text)?.title.has(page.id))) return 1;
  if (texts.some((text) => where.get(text)?.subjects.has(page.id))) return 2;
  return 3;
}

function result({ page, level, texts, place: at }) {
  const { isOwn, root, name: site } = page.site;
  const { pathname, href } = new URL(page.address, root);
  const url = isOwn ? pathname : href;
  const number = /^consultations\/(\d+)\/$/.exec(page.address)?.[1];
  const basic = { url, title: page.name ?? `諮問第${number}号`, kind: page.kind, excerpt: "", sections: [], level, isNamed: at <= 1, isCalled: texts.includes(fold(page.name ?? "")), address: page.address, rank: page.rank, date: page.date, site, isOwn };
  return { ...basic, details: async () => ({ ...basic, ...described(url, await kept(page), texts) }) };
}

function described(url, { title, sections, ...facts }, texts) {
  const ranked = sections
    .map(([anchor, label, text]) => ({ anchor, label, text, hits: hits(fold(text), texts) }))
    .filter(({ hits }) => hits > 0)
    // Clauses before the head of the page, which says no more than the title of the result does.
    .sort((a, b) => Boolean(b.anchor) - Boolean(a.anchor) || b.hits - a.hits)
    .slice(0, SECTIONS);
  const told = ranked.filter(({ label }) => label); // the head of the page repeats the title
  const shown = (told.length > 0 ? told : ranked).map(({ anchor, label, text }) => ({
    url: anchor ? `${url}#${anchor}` : url,
    label,
    excerpt: excerpt(withoutHeading(text, label).replaceAll("\n", "／"), texts),
  }));
  return { title, excerpt: (shown[0]?.excerpt ?? []).map(({ text }) => text).join(""), sections: shown, ...facts };
}

/** The text of a section begins with its heading, which the link to it says already. */
function withoutHeading(text, label) {
  const [first, ...rest] = text.split("\n");
  return rest.length > 0 && fold(first) === fold(label) ? rest.join("\n") : text;
}

const hits = (folded, texts) => texts.filter((text) => folded.includes(text)).length;
