// Filters over consultations: values of one facet widen (or), different facets narrow (and).

import { open } from "../index/index.js";
import { facet } from "../index/lookups.js";
import { FACETS } from "./kinds.js";

/** The facets that are in force or unfolded, by name; the others are fetched when they are. */
export async function facetsFor(filters, unfolded) {
  const { sites } = await open();
  const names = Object.keys(FACETS).filter((name) => unfolded.has(name) || filters[name].length > 0);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await joined(name, sites)])));
}

/** One facet of all sites: {values, placesOf: result → positions of its values}. */
async function joined(name, sites) {
  const names = sites.map((site) => site.name);
  if (name === "site") return { values: names, placesOf: ({ site }) => [names.indexOf(site)] };
  const parts = await Promise.all(sites.map((site) => partOf(name, site)));
  const values = [...new Set(parts.flatMap((part) => part.values))];
  const place = new Map(values.map((value, i) => [value, i]));
  const of = new Map(names.map((site, i) => [site, parts[i].of.map((own) => own.map((at) => place.get(parts[i].values[at])))]));
  return { values, placesOf: ({ site, rank }) => of.get(site)[rank] ?? [] };
}

/** A neighbour may go while it is read; then its pages pass no filter. */
function partOf(name, site) {
  return facet(name, site.root).catch((error) => (site.isOwn ? Promise.reject(error) : { values: [], of: [] }));
}

/** The results that pass all filters, but for those of the facet `except`. */
export function passing(results, filters, facets, except = "") {
  const active = Object.entries(filters).filter(([name, values]) => values.length > 0 && name !== except);
  const wanted = active.map(([name, values]) => [facets[name], values.map((value) => facets[name].values.indexOf(value))]);
  return results.filter((result) => wanted.every(([{ placesOf }, places]) => placesOf(result).some((place) => places.includes(place))));
}

/** For one facet: [{value, count}] among the results that pass all other filters, most frequent first. */
export function counts(name, results, filters, facets) {
  const { values, placesOf } = facets[name];
  const counted = values.map((value) => ({ value, count: 0 }));
  for (const result of passing(results, filters, facets, name)) for (const place of placesOf(result)) counted[place].count++;
  const isShown = ({ value, count }) => count > 0 || filters[name].includes(value);
  return counted.filter(isShown).sort((a, b) => b.count - a.count);
}
