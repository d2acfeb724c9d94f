// Numbers and clauses of other documents. As in macros/documents/linking/other_bodies.py, where what each does is said.

import { led } from "./clauses.js";
import { endOf, match, search } from "./grammar.js";
import { number } from "../numerals.js";
import { FEWEST, piece } from "./pieces.js";

const WORD = 24;

/** The whole list of another kind that begins at `at`. */
export function others(text, at) {
  const read = numbers(text, at);
  return read.length ? read : clauses(text, at);
}

function numbers(text, at) {
  const found = match("other_number", text, at);
  if (!found || !at || (text[at] !== "第" && match("within_number", text, at - 1))) return [];
  const before = text.slice(Math.max(0, at - WORD), at);
  const isKnown = search("other_kind", before) !== null;
  if (!isKnown && !search("led_number", before)) return [];
  const read = [found];
  for (let next = joined(text, found); next; next = joined(text, next)) read.push(next);
  return isKnown ? [piece(at, endOf(read.at(-1)), "other")] : read.map(untold);
}

function joined(text, last) {
  const step = match("and", text, endOf(last)) ?? match("until", text, endOf(last));
  if (!step) return null;
  return match("other_number", text, endOf(step) + (text[endOf(step)] === "同" ? 1 : 0));
}

function untold(found) {
  const value = number(found[1]);
  return piece(found.index, endOf(found), value >= FEWEST ? "bare" : "other", { number: value, reason: "not_said" });
}

function clauses(text, at) {
  const read = led(text, at);
  if (!read.length) return [];
  if (text[at] !== "第" || search("other_paper", text.slice(Math.max(0, at - WORD), at))) {
    return [piece(at, read.at(-1).end, "other")];
  }
  return read.map((each) => ({ ...each, owner: "nobody", reason: "owned" }));
}
