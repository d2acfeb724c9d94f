// What was prepared when the site was built, fetched when it is first needed and kept.

const folder = new URL("../../search-data/", import.meta.url);
const fetched = new Map();

async function load(name, read) {
  const response = await fetch(new URL(name, folder));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return read(response);
}

function once(name, read) {
  if (!fetched.has(name)) {
    fetched.set(name, load(name, read).catch((error) => {
      fetched.delete(name);
      throw error;
    }));
  }
  return fetched.get(name);
}

const json = (response) => response.json();
const lines = async (response) => (await response.text()).split("\n");

/**
 * Every page in lasting order: [{id, rank, address, text, title, date, name, kind}]. `text` and `title` count words of
 * the index; consultations have a date, other pages a name and perhaps a kind.
 */
export const addresses = () =>
  once("addresses.txt", async (response) => {
    const [first, ...all] = await lines(response);
    return all.map((line, rank) => {
      const [address, text, title, date, name, kind] = line.split("\t");
      return { id: first + rank.toString(16), rank, address, text: Number(text), title: Number(title), date, name, kind };
    });
  });

/** The filter of pairs that stand anywhere, as bytes. */
export const pairs = () => once("pairs.bin", async (response) => new Uint8Array(await response.arrayBuffer()));

/** What people type → what stands in the texts. */
export const spellings = () => once("spellings.json", json);

/** Loosened reading → words, for the readings that begin with this letter. */
export async function readings(letter) {
  const { letters } = await spellings();
  return letters.includes(letter) ? once(`readings/${letter.charCodeAt(0).toString(16).padStart(4, "0")}.json`, json) : {};
}

/** Runs of nouns: [{words, readings}], most frequent first. */
export const compounds = () =>
  once("compounds.txt", async (response) =>
    (await lines(response)).map((line) => {
      const [written, read] = line.split("\t").map((side) => side.split(" "));
      return { words: written, readings: read };
    }),
  );

/** One facet: {values, of: [positions of its values, by rank of the consultation]}. */
export const facet = (name) => once(`facets/${name}.json`, json);

/** What was kept of a page for its results: {title, sections, …}; a Pagefind fragment, see macros/search/indexing.py. */
export const kept = (id) => once(`../pagefind/fragment/${id}.pf_fragment`, unpacked);

async function unpacked(response) {
  const stream = response.body.pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(stream).text();
  return JSON.parse(text.slice("pagefind_dcd".length)).meta;
}
