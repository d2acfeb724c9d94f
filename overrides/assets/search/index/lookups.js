// What was prepared when the site was built, fetched when it is first needed and kept.

const here = new URL("../../../", import.meta.url);
const PATIENCE = 30_000; // milliseconds
const fetched = new Map();
let cache = "default";

/** From now on, fetch anew, past what the browser keeps: after a publication, old and new do not fit together. */
export function forgetLookups() {
  fetched.clear();
  cache = "reload";
}

async function load(address, read) {
  const response = await fetch(address, { cache, signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return read(response);
}

function once(name, read, root = here) {
  const address = new URL(name, root).href;
  if (!fetched.has(address)) {
    fetched.set(address, load(address, read).catch((error) => {
      fetched.delete(address);
      throw error;
    }));
  }
  return fetched.get(address);
}

const NAME = /^zz_[0-9a-f]{8}a$/;
const json = (response) => response.json();
const lines = async (response) => (await response.text()).split("\n");

/**
 * Every page of the site at `root` in lasting order: [{id, rank, address, text, title, date, name, kind}]. `text` and
 * `title` count words of the index; consultations have a date, other pages a name and perhaps a kind.
 */
export const addresses = (root) =>
  once("search-data/addresses.txt", async (response) => {
    const [first, ...all] = await lines(response);
    if (!NAME.test(first)) throw new Error(`${response.url}: another form`);
    return all.map((line, rank) => {
      const [address, text, title, date, name, kind] = line.split("\t");
      return { id: first + rank.toString(16), rank, address, text: Number(text), title: Number(title), date, name, kind };
    });
  }, root);

/** The filter of pairs that stand anywhere on the site at `root`, as bytes. */
export const pairs = (root) => once("search-data/pairs.bin", async (response) => new Uint8Array(await response.arrayBuffer()), root);

/** What people type → what stands in the texts. */
export const spellings = () => once("search-data/spellings.json", json);

/** Loosened reading → words, for the readings that begin with this letter. */
export async function readings(letter) {
  const { letters } = await spellings();
  return letters.includes(letter) ? once(`search-data/readings/${letter.charCodeAt(0).toString(16).padStart(4, "0")}.json`, json) : {};
}

/** Runs of nouns: [{words, readings}], most frequent first. */
export const compounds = () =>
  once("search-data/compounds.txt", async (response) =>
    (await lines(response)).map((line) => {
      const [written, read] = line.split("\t").map((side) => side.split(" "));
      return { words: written, readings: read };
    }),
  );

/** Kanji → its loosened readings; made by macros/search/kanji_sounds.py. */
export const sounds = () =>
  once("assets/search/index/sounds.txt", async (response) => {
    const readings = new Map();
    for (const [reading, kanji] of (await lines(response)).map((line) => line.split(" "))) {
      for (const letter of kanji) readings.set(letter, [...(readings.get(letter) ?? []), reading]);
    }
    return readings;
  });

/** One facet of the site at `root`: {values, of: [positions of its values, by rank of the consultation]}. */
export const facet = (name, root) => once(`search-data/facets/${name}.json`, json, root);

/** What was kept of a page for its results: {title, sections, …}; a Pagefind fragment, see macros/search/index.py. */
export const kept = ({ id, site }) => once(`pagefind/fragment/${id}.pf_fragment`, unpacked, site.root);

async function unpacked(response) {
  const stream = response.body.pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(stream).text();
  return JSON.parse(text.slice("pagefind_dcd".length)).meta;
}
