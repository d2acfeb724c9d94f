// The index: which pages hold a text. Set algebra on Pagefind's ids; no page is fetched to decide.

import { words } from "./folding.js";

const folder = new URL("../../pagefind/", import.meta.url);
let opening;

/** The opened index: engine, and id → {address, rank} for every page. Opened once, on the first search. */
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
  const [addresses, ordered] = await Promise.all([
    fetch(new URL("addresses.txt", folder)).then((response) => response.text()),
    engine.search(null, { sort: { order: "asc" } }),
  ]);
  const lines = addresses.split("\n");
  const pages = new Map(ordered.results.map(({ id, data }, rank) => [id, { id, rank, address: lines[rank], data }]));
  return { engine, pages, known: new Map() };
}

/** The ids of the pages that contain the folded text, in full and unbroken. */
export async function pagesWith(text) {
  const { engine, known } = await open();
  const needed = words(text);
  // Pagefind drops words that it has never seen, which would turn nonsense into answers: ask for each alone.
  for (const word of new Set(needed)) {
    if (!known.has(word)) known.set(word, (await engine.search(`"${word}"`)).results.length > 0);
    if (!known.get(word)) return new Set();
  }
  const { results } = await engine.search(`"${needed.join(" ")}"`);
  return new Set(results.map(({ id }) => id));
}

/** id → how well the page fits the folded texts as a whole (BM25, titles weighted). */
export async function scores(texts) {
  const { engine } = await open();
  const { results } = await engine.search(texts.flatMap(words).join(" "));
  return new Map(results.map(({ id, score }) => [id, score]));
}
