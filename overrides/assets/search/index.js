// The index: which pages hold a text, and where. Set algebra on Pagefind's ids; no page is fetched to decide.

import { cover, whole } from "./folding.js";
import { addresses, pairs } from "./lookups.js";
import { mayStand } from "./pairs.js";

const folder = new URL("../../pagefind/", import.meta.url);
let opening;

/** The opened index: engine, filter of pairs, and id → page, as `addresses` says, for every page. Opened once. */
export function open() {
  opening ??= openIndex().catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function openIndex() {
  const [engine, bits, list] = await Promise.all([startEngine(), pairs(), addresses()]);
  return { engine, bits, pages: new Map(list.map((page) => [page.id, page])), asked: new Map(), found: new Map() };
}

async function startEngine() {
  const engine = await import(new URL("pagefind.js", folder));
  // The worker would cost another 40 kB before the first answer and saves nothing at this size.
  await engine.options({ noWorker: true, basePath: folder.href });
  return engine;
}

/**
 * Where the folded text stands in full and unbroken: {text, title, subjects}, sets of ids of pages that have it in
 * their text, in their title, and among the names that they are about.
 */
export async function standing(text) {
  const index = await open();
  if (!mayStand(text, index.bits)) return sorted(new Map(), index.pages);
  if (!index.found.has(text)) index.found.set(text, look(index, text).then((places) => sorted(places, index.pages)));
  return index.found.get(text);
}

/** id → places: those where a known word is listed, or else those where the text begins. */
async function look(index, text) {
  const known = await placesOf(index, whole(text));
  if (known.size > 0 || [...text].length === 1) return known;
  // Pairs that do not overlap are enough, and fewer to fetch.
  let begun;
  for (const { word, at } of cover(text)) {
    const places = await placesOf(index, word);
    begun = begun ? both(begun, places, at) : places;
    if (begun.size === 0) break;
  }
  return begun;
}

/** id → all places of a word. Asked for alone and without quotes: with them, Pagefind tells the first place only. */
function placesOf({ engine, asked }, word) {
  if (!asked.has(word)) {
    asked.set(word, engine.search(word).then(({ results }) => new Map(results.map(({ id, words }) => [id, words]))));
  }
  return asked.get(word);
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
