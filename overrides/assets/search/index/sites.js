// The sites that are searched together: this one, and the others that it was told of. Who does not answer is left out.

import { addresses, pairs } from "./lookups.js";

const PATIENCE = 8000; // milliseconds
const own = { name: "", isOwn: true, root: new URL("../../../", import.meta.url) };
let others = [];

/** From now on, search other registers too: [{name, address}], this site first. To be called before any search. */
export function searchAlong([first, ...rest]) {
  own.name = first.name;
  others = rest.map(({ name, address }) => ({ name, isOwn: false, root: new URL(address) }));
}

/** {joined: [{name, isOwn, root, bits, pages}], missing: [names]}; this site comes first, and without it nothing does. */
export async function sites(engine) {
  const first = await opened(own);
  const asked = await Promise.allSettled(others.map((site) => inTime(join(engine, site))));
  const joined = [first, ...asked.filter(({ status }) => status === "fulfilled").map(({ value }) => value)];
  const missing = others.filter((_, i) => asked[i].status === "rejected").map(({ name }) => name);
  return { joined, missing };
}

async function opened(site) {
  const [bits, list] = await Promise.all([pairs(site.root), addresses(site.root)]);
  const whole = { ...site, bits };
  whole.pages = list.map((page) => ({ ...page, site: whole }));
  return whole;
}

/** Pagefind keeps an index that failed to load and fails with it ever after, so what it needs is asked for before. */
async function join(engine, site) {
  const folder = new URL("pagefind/", site.root).href;
  const [whole, entry] = await Promise.all([opened(site), fetch(`${folder}pagefind-entry.json`)]);
  if (!entry.ok) throw new Error(`${folder}: ${entry.status}`);
  await (await engine).instance.mergeIndex(folder);
  return whole;
}

function inTime(work) {
  return Promise.race([work, new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error("no answer in time")))]);
}

/** All pages of all sites: each site's in its own order, the sites' among each other by date, newest first. */
export function inOneOrder(joined) {
  const queues = joined.map(({ pages }) => pages.values());
  const heads = queues.map((queue) => queue.next());
  const ordered = [];
  while (heads.some(({ done }) => !done)) {
    const next = heads.reduce((best, head, i) => (head.done || (best >= 0 && heads[best].value.date >= head.value.date) ? best : i), -1);
    ordered.push({ ...heads[next].value, order: ordered.length });
    heads[next] = queues[next].next();
  }
  return ordered;
}
