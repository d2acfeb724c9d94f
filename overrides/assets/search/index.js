// The index: which pages hold a text. Set algebra on Pagefind's ids; no page is fetched to decide.

import { words } from "./folding.js";
import { addresses, pairs, spellings } from "./lookups.js";
import { mayStand } from "./pairs.js";

const folder = new URL("../../pagefind/", import.meta.url);
let opening;

/** The opened index: engine, filter of pairs, and id → {id, rank, address, date} for every page. Opened once. */
export function open() {
  opening ??= openIndex().catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function openIndex() {
  const [engine, bits, lines, { run }] = await Promise.all([startEngine(), pairs(), addresses(), spellings()]);
  const pages = new Map(lines.map(([id, address, date = ""], rank) => [id, { id, rank, address, date }]));
  return { engine, bits, run, pages, known: new Map(), found: new Map() };
}

async function startEngine() {
  const engine = await import(new URL("pagefind.js", folder));
  // The worker would cost another 40 kB before the first answer and saves nothing at this size.
  await engine.options({ noWorker: true, basePath: folder.href });
  return engine;
}

/**
 * The ids of the pages that contain the folded text, in full and unbroken.
 * `space` chooses where to look: "b" the whole page, "t" its title, "u" the names that it is about.
 */
export async function pagesWith(text, space = "b") {
  const index = await open();
  if (!mayStand(text, index.bits)) return new Set();
  const key = space + text;
  if (!index.found.has(key)) index.found.set(key, look(index, words(text, space, index.run)));
  return index.found.get(key);
}

async function look({ engine, known }, needed) {
  // Pagefind drops words that it has never seen, which would turn nonsense into answers: ask for each alone.
  for (const word of new Set(needed)) {
    if (!known.has(word)) known.set(word, (await engine.search(`"${word}"`)).results.length > 0);
    if (!known.get(word)) return new Set();
  }
  const { results } = await engine.search(`"${needed.join(" ")}"`);
  return new Set(results.map(({ id }) => id));
}
