// What stands before a 諮問 and makes it another one. As in macros/documents/linking/other_bodies.py, where what each does is said.

import { endOf, search } from "./grammar.js";
import { number } from "../numerals.js";

const OWN = new Set(["審議会", "会議", "小委員会"]);
const ERAS = [["令和", 2018], ["平成", 1988]];
const FIRST_WESTERN = 1990;

/** The year at the end of `before`, as a 諮問 has it; empty where there is none. */
export function yearBefore(before) {
  const found = search("year", before);
  let value = found?.[2] === "元" ? 1 : found && number(found[2]);
  if (value === null) return "";
  let era = found[1] ?? "";
  if (!era && value >= FIRST_WESTERN) {
    const [name, start] = ERAS.find(([, first]) => value > first);
    era = name;
    value -= start;
  }
  return era && `${era}${value === 1 ? "元" : value}`;
}

/** Whether `town`, or the last place in the sentence so far, is not ours. */
export function isElsewhere(town, before, references) {
  if (town) return !isOurs(town, references);
  let last = null;
  for (let found = search("place", before); found; found = search("place", before, endOf(found))) {
    if (found[0].endsWith(references.municipality) || !search("no_place", found[0])) last = found[0];
  }
  return last !== null && !last.endsWith(references.municipality);
}

/** Whether `town`, or the last place in the sentence so far, says that what follows is ours. */
export function isNamedOurs(town, before, references) {
  if (town) return isOurs(town, references);
  let last = null;
  for (let found = search("place", before); found; found = search("place", before, endOf(found))) last = found[0];
  return last !== null && last.endsWith(references.municipality);
}

function isOurs(town, { municipality, council }) {
  if (town.endsWith(municipality) || town.replace(/^[本当]+|[本当]+$/gu, "") === municipality.at(-1)) return true;
  const name = town.slice(town.lastIndexOf("回") + 1).replace(/^[本当]+/u, "");
  return OWN.has(name) || (name.endsWith("審議会") && (council.endsWith(name) || name.endsWith(council)));
}
