// What the page says of kinds (macros/records/kinds.py): what consultations are filtered by, which pages are words.

const { facets, words } = JSON.parse(document.querySelector("[data-kinds]")?.dataset.kinds ?? '{"facets":{},"words":[]}');

/** Names of facets in their order, with labels; that of the site where several registers are searched as one. */
export const FACETS = { site: "自治体", ...facets };

/** Whether the page at this address, relative to the site, is one of a word. */
export const isWord = (address) => words.includes(address.split("/")[0]) && /\/./.test(address);
