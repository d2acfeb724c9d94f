// What the search page shows, as its address says it: ?q=…&act=…&sort=date. So back, reload and links restore it.

import { FACETS } from "./kinds.js";

export const SORTS = { fit: "関連の強い順", newest: "新しい順", oldest: "古い順", number: "番号順" };

/** {query, filters: {facet: [values]}, sort} of this address. */
export function read(address) {
  const { searchParams } = new URL(address);
  const filters = Object.fromEntries(Object.keys(FACETS).map((name) => [name, searchParams.getAll(name)]));
  const sort = searchParams.get("sort");
  return { query: searchParams.get("q") ?? "", filters, sort: sort in SORTS ? sort : "fit" };
}

/** The address of this state, on the page that `here` is on. */
export function written({ query, filters, sort }, here) {
  const address = new URL(here);
  address.search = "";
  if (query) address.searchParams.set("q", query);
  for (const [name, values] of Object.entries(filters)) for (const value of values) address.searchParams.append(name, value);
  if (sort !== "fit") address.searchParams.set("sort", sort);
  return address;
}

/** The same state with one filter value switched on or off. */
export function toggled(state, name, value) {
  const values = state.filters[name];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return { ...state, filters: { ...state.filters, [name]: next } };
}

export const isFiltered = ({ filters }) => Object.values(filters).some((values) => values.length > 0);
