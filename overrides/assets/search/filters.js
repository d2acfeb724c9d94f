// Filters over consultations: values of one facet widen (or), different facets narrow (and).

import { facet } from "./lookups.js";
import { FACETS } from "./state.js";

/** The facets that are in force or unfolded, by name; the others are fetched when they are. */
export async function facetsFor(filters, unfolded) {
  const names = Object.keys(FACETS).filter((name) => unfolded.has(name) || filters[name].length > 0);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await facet(name)])));
}

/** The results that pass all filters, but for those of the facet `except`. */
export function passing(results, filters, facets, except = "") {
  const active = Object.entries(filters).filter(([name, values]) => values.length > 0 && name !== except);
  const wanted = active.map(([name, values]) => [facets[name], values.map((value) => facets[name].values.indexOf(value))]);
  return results.filter(({ rank }) => wanted.every(([{ of }, places]) => of[rank]?.some((place) => places.includes(place))));
}

/** For one facet: [{value, count}] among the results that pass all other filters, most frequent first. */
export function counts(name, results, filters, facets) {
  const { values, of } = facets[name];
  const counted = values.map((value) => ({ value, count: 0 }));
  for (const { rank } of passing(results, filters, facets, name)) for (const place of of[rank] ?? []) counted[place].count++;
  const isShown = ({ value, count }) => count > 0 || filters[name].includes(value);
  return counted.filter(isShown).sort((a, b) => b.count - a.count);
}
