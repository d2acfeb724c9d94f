// One line → the pieces of its citations. As in macros/documents/linking/citation_reader.py, where what each does is said.

import { attached, behindAlso, standingAlone } from "./clauses.js";
import { yearBefore } from "./elsewhere.js";
import { endOf, fullmatch, match, search } from "./grammar.js";
import { number } from "../numerals.js";
import { others } from "./others.js";
import { FEWEST, piece } from "./pieces.js";

const PREFIX = 48;
const NEEDS_MADE = new Set(["から", "より"]);

/** Every piece of a citation in `text`, which is folded. */
export function pieces(text, start = 0, end = text.length) {
  const read = [];
  while (start < end) {
    const found = search("trigger", text, start);
    if (!found || found.index >= end) break;
    const here = readAt(text, found.index);
    read.push(...here);
    start = here.length ? Math.max(...here.map((each) => each.end)) : found.index + 1;
  }
  return read;
}

function readAt(text, at) {
  for (const reader of [consultation, answer, anaphor, also, others, bare, standingAlone, loose]) {
    const read = reader(text, at);
    if (read.length) return read;
  }
  return [];
}

const consultation = (text, at) => numbers(text, at, "consultation");
const answer = (text, at) => numbers(text, at, "answer");

function anaphor(text, at) {
  const found = match("anaphor", text, at);
  if (!found || (at && match("no_anaphor_after", text, at - 1))) return [];
  return joined(text, piece(at, endOf(found), "anaphor", { word: found[0] }));
}

function also(text, at) {
  if (text[at] !== "同" || (at && match("no_bare_after", text, at - 1))) return [];
  const found = match("also", text, at);
  if (found) return joined(text, numbered(piece(at, endOf(found), "also", { number: number(found[1]) })));
  const [first, ...more] = behindAlso(text, at + 1);
  return first ? [{ ...first, start: at, owner: "anaphor", word: "同" }, ...more] : [];
}

function bare(text, at) {
  const found = match("bare", text, at);
  const value = found ? number(found[1]) : null;
  if (value === null || value < FEWEST) return [];
  return unlessNamedBehind(text, list(text, piece(at, endOf(found), "bare", { number: value }), "bare", true));
}

function unlessNamedBehind(text, read) {
  if (!match("no_bare_before", text, read.at(-1).end)) return read;
  return [piece(read[0].start, read.at(-1).end, "other")];
}

function loose(text, at) {
  const found = match("loose", text, at);
  if (!found || (at && (".,/-".includes(text[at - 1]) || match("no_bare_after", text, at - 1)))) return [];
  const first = piece(at, endOf(found), "bare", { number: number(found[1]), word: "loose" });
  return unlessNamedBehind(text, list(text, first, "bare", true));
}

function numbers(text, at, owner) {
  const found = match(owner, text, at);
  if (!found) return [];
  const [, before, second, digits, sign] = found;
  const isWhole = owner === "answer" || fullmatch("adjoining", before);
  const prefix = text.slice(Math.max(0, at - PREFIX), at);
  const town = search("docket", prefix)?.[0] ?? search("elsewhere", prefix)?.[1] ?? "";
  const value = number(digits);
  const start = isWhole ? at : endOf(found) - second.length;
  const first = numbered(
    piece(start, endOf(found), owner, {
      number: value,
      word: owner === "answer" ? before : "",
      town,
      year: yearBefore(prefix),
    }),
  );
  const isLikely = second.includes("第") || (value ?? 0) >= FEWEST;
  if (!sign && !isLikely && !isWhole) return [];
  const isPlain = isWhole && isLikely;
  return list(text, first, owner, Boolean(sign), isPlain);
}

const numbered = (each) => (each.number ? each : { ...each, reason: "no_number" });

function list(text, first, owner, hasSign, isPlain = false) {
  const read = hasSign ? joined(text, first) : [first];
  let signed = hasSign ? read.length : 0;
  let last = first;
  let isSigned = hasSign;
  for (;;) {
    const next = following(text, read, last, owner, isSigned);
    if (!next) break;
    read.push(...next.more);
    ({ last, isSigned } = next);
    if (isSigned) signed = read.length;
  }
  if (!signed) return isPlain ? unsigned(text, first) : [];
  const kept = read.slice(0, signed);
  const count = kept.filter((each) => each.number && each.owner === owner).length;
  return kept.map((each) => ({ ...each, isListed: count > 1 }));
}

function following(text, read, last, owner, isSigned) {
  const end = read.at(-1).end;
  const close = ")」』".includes(text[end] || "x") ? end + 1 : end;
  const aside = match("aside", text, close);
  const within = aside ? pieces(text, close, endOf(aside)) : [];
  const at = aside ? endOf(aside) : close;
  const joint = match("and", text, at);
  const until = match("until", text, at);
  const hyphen = match("hyphen", text, at);
  const step = joint ?? until ?? hyphen;
  const found = step && match("number", text, endOf(step));
  if (!found || (step === hyphen && !(isSigned && found[2]))) return null;
  if ((read.at(-1).clause && !found[2]) || (owner !== "bare" && isOfOther(text, found))) return null;
  if (found[0].includes(owner === "answer" ? "諮問" : "答申")) return null;
  if (step === until && NEEDS_MADE.has(until[1]) && !(found[2] && match("made", text, endOf(found)))) return null;
  const next = numbered(
    piece(found.index, endOf(found), owner, {
      number: number(found[1]),
      word: owner === "consultation" ? "" : last.word,
      town: last.town,
      runsFrom: step === joint ? null : last.number,
    }),
  );
  return { more: [...within, ...(found[2] ? joined(text, next) : [next])], last: next, isSigned: Boolean(found[2]) };
}

function isOfOther(text, found) {
  const name = (number(found[1]) ?? 0) < FEWEST ? "no_bare_before" : "other_noun";
  return found[2] && match(name, text, endOf(found)) !== null;
}

function unsigned(text, first) {
  if (match("hyphen", text, first.end)) return [{ ...first, reason: "hyphen" }];
  return match("follow", text, first.end) ? [{ ...first, reason: "no_sign" }] : [];
}

function joined(text, owner) {
  const [clauses, isOne] = attached(text, owner.end);
  const [first, ...more] = clauses;
  if (!first || !isOne || !first.clause) return [owner, ...clauses];
  return [{ ...owner, end: first.end, clause: first.clause, ownEnd: owner.end, clauseStart: first.start }, ...more];
}
