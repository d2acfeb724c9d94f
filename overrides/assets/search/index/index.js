// The index: which pages hold a text, and where. Set algebra on Pagefind's ids; no page is fetched to decide.

import { cover, whole } from "./folding.js";
import { forgetLookups } from "./lookups.js";
import { mayStand } from "./pairs.js";
import { inOneOrder, sites } from "./sites.js";

const folder = new URL("../../../pagefind/", import.meta.url);
let opening;
let turn = 0; // a browser keeps a module that failed to load; its next try needs another address

/** The opened index: engine, the sites joined, names of those missing, id → page for every page, and which have text of their own. Opened once. */
export function open() {
  opening ??= openIndex().catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** Forget what was opened and fetched, so that the next query asks for all of it anew. */
export function forget() {
  opening = undefined;
  turn++;
  forgetLookups();
}

/** Whether a page is one of a word, which repeats what the pages of consultations say. */
export const isOfWord = ({ kind, address }) => Boolean(kind) && !/^(?:answers|meetings)\//u.test(address);

/** id → page, for every page of every site. */
export const pages = async () => (await open()).pages;

async function openIndex() {
  const starting = startEngine();
  const [engine, { joined, missing }] = await Promise.all([starting, sites(starting)]);
  const pages = new Map(inOneOrder(joined).map((page) => [page.id, page]));
  const primary = new Set([...pages.values()].filter((page) => !isOfWord(page)).map(({ id }) => id));
  return { engine, sites: joined, missing, pages, primary, asked: new Map(), found: new Map() };
}

/** {instance, missed}: Pagefind's engine, and the addresses that it failed to fetch, see macros/search/index.py. */
async function startEngine() {
  const address = new URL("pagefind.js", folder);
  if (turn > 0) address.searchParams.set("turn", turn);
  const { createInstance, missed } = await import(address);
  // The worker would cost another 40 kB before the first answer and saves nothing at this size.
  const instance = createInstance({ noWorker: true, basePath: folder.href });
  await instance.options({});
  return { instance, missed };
}

/**
 * Where the folded text stands in full and unbroken: {text, title, subjects}, sets of ids of pages that have it in
 * their text, in their title, and among the names that they are about.
 */
export async function standing(text) {
  const index = await open();
  if (!index.sites.some(({ bits }) => mayStand(text, bits))) return sorted(new Map(), index.pages);
  if (!index.found.has(text)) index.found.set(text, look(index, text).then((places) => sorted(places, index.pages)));
  return index.found.get(text);
}

/** id → places: on sites that know the text as a word, those where it is listed; on others, those where it begins. */
async function look(index, text) {
  const known = await placesOf(index, whole(text));
  const knowing = new Set([...known.keys()].map((id) => index.pages.get(id).site));
  const others = new Set(index.sites.filter((site) => !knowing.has(site) && mayStand(text, site.bits)));
  if (others.size === 0 || [...text].length === 1) return known;
  const begun = await put(index, text);
  return new Map([...known, ...[...begun].filter(([id]) => others.has(index.pages.get(id).site))]);
}

/** id → places where the text begins, put together from pairs. Those that do not overlap are enough, and fewer to fetch. */
async function put(index, text) {
  let begun;
  for (const { word, at } of cover(text)) {
    const places = await placesOf(index, word);
    begun = begun ? both(begun, places, at) : places;
    if (begun.size === 0) break;
  }
  return begun;
}

/** id → all places of a word. Asked for alone and without quotes: with them, Pagefind tells the first place only. */
function placesOf(index, word) {
  if (!index.asked.has(word)) index.asked.set(word, askFor(index, word));
  return index.asked.get(word);
}

/** What did not arrive is an error, never an empty answer; of a neighbour, it leaves out that neighbour. */
async function askFor({ engine: { instance, missed }, sites, missing, pages }, word) {
  const { results } = await instance.search(word);
  const gone = sites.filter(({ root }) => missed.some((address) => address.startsWith(root.href)));
  if (gone.some(({ isOwn }) => isOwn)) throw new Error(`the index did not arrive: ${missed}`);
  for (const { name } of gone) if (!missing.includes(name)) missing.push(name);
  if (results.some(({ id }) => !pages.has(id))) throw new Error("the index and the list of pages are of different days");
  return new Map(results.filter(({ id }) => !gone.includes(pages.get(id).site)).map(({ id, words }) => [id, words]));
}

/** What of `begun` goes on with another word `at` so many characters later. */
function both(begun, places, at) {
  const kept = new Map();
  for (const [id, starts] of begun) {
    const next = new Set(places.get(id));
    const whole = starts.filter((start) => next.has(start + at));
    if (whole.length > 0) kept.set(id, whole);
  }
  return kept;
}

/** By the part of the page. */
function sorted(places, pages) {
  const parts = { text: new Set(), title: new Set(), subjects: new Set() };
  for (const [id, starts] of places) {
    const { text, title } = pages.get(id);
    for (const start of starts) parts[start < text ? "text" : start < text + title ? "title" : "subjects"].add(id);
  }
  return parts;
}
