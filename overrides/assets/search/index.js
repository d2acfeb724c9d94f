// The index: which pages hold a text. Set algebra on Pagefind's ids; no page is fetched to decide.

import { words } from "./folding.js";
import { addresses } from "./lookups.js";

const folder = new URL("../../pagefind/", import.meta.url);
let opening;

/** The opened index: engine, and id → {id, rank, address, date, data} for every page. Opened once, on the first search. */
export function open() {
  opening ??= openIndex().catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function openIndex() {
  const engine = await import(new URL("pagefind.js", folder));
  // The worker would cost another 40 kB before the first answer and saves nothing at this size.
  await engine.options({ noWorker: true, basePath: folder.href });
  const [lines, ordered] = await Promise.all([addresses(), engine.search(null, { sort: { order: "asc" } })]);
  const pages = new Map(
    ordered.results.map(({ id, data }, rank) => {
      const [address, date = ""] = lines[rank];
      return [id, { id, rank, address, date, data }];
    }),
  );
  return { engine, pages, known: new Map(), found: new Map() };
}

/**
 * The ids of the pages that contain the folded text, in full and unbroken.
 * `space` chooses where to look: "b" the whole page, "t" its title, "u" the names that it is about.
 */
export async function pagesWith(text, space = "b") {
  const index = await open();
  const key = space + text;
  if (!index.found.has(key)) index.found.set(key, look(index, words(text, space)));
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
