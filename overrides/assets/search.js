// Search of this site, for its own pages and for whoever embeds it:
//   import { search } from "/assets/search.js";
//   const results = await search("口座番号 外部委託");
// Exact text: a page is an answer if and only if its main text contains every term.

import { excerpt } from "./search/excerpt.js";
import { fold, terms } from "./search/folding.js";
import { open, pagesWith, scores } from "./search/index.js";

const site = new URL("../", import.meta.url);

/**
 * Best first, one result per page.
 * @param {string} query terms separated by white space; 「…」 and quotes hold together
 * @param {{limit?: number}} [options] how many results come with title, excerpt and sections (20)
 * @returns {Promise<Array<{url: string, title: string, excerpt: string, sections: Array, number?: number,
 *   date?: string, acts?: string[], details: () => Promise<object>}>>} results beyond the limit have a url only;
 *   `details()` gives the whole of any
 */
export async function search(query, { limit = 20 } = {}) {
  const wanted = terms(query);
  if (wanted.length === 0) return [];
  const found = await pagesWithAll(wanted);
  if (found.length === 0) return [];
  const results = (await inOrder(found, wanted)).map((page) => result(page, wanted));
  return Promise.all(results.map((each, i) => (i < limit ? each.details() : each)));
}

async function pagesWithAll(wanted) {
  const { pages } = await open();
  let common;
  for (const term of wanted) {
    const ids = await pagesWith(term);
    common = common ? common.filter((id) => ids.has(id)) : [...ids];
    if (common.length === 0) return [];
  }
  return common.map((id) => pages.get(id));
}

/** Consultations before other pages, then by fit, then newest first. */
async function inOrder(found, wanted) {
  const fit = await scores(wanted);
  const group = ({ address }) => (/^consultations\/[^/]+\/$/.test(address) ? 0 : 1);
  return found.sort(
    (a, b) => group(a) - group(b) || (fit.get(b.id) ?? 0) - (fit.get(a.id) ?? 0) || a.rank - b.rank,
  );
}

function result(page, wanted) {
  const url = new URL(page.address, site).pathname;
  const details = async () => ({ ...described(url, (await page.data()).meta, wanted), details });
  return { url, title: "", excerpt: "", sections: [], details };
}

function described(url, { title, sections, ...facts }, wanted) {
  const hits = sections.filter(([, , text]) => wanted.some((term) => fold(text).includes(term)));
  const shown = hits.slice(0, 3).map(([anchor, label, text]) => ({
    url: anchor ? `${url}#${anchor}` : url,
    label,
    excerpt: excerpt(text.replaceAll("\n", " "), wanted),
  }));
  const first = shown[0]?.excerpt ?? [];
  return { url, title, excerpt: first.map(({ text }) => text).join(""), sections: shown, ...facts };
}
