// Clauses within a citation. As in macros/documents/linking/citation_clauses.py, where what each does is said.

import { endOf, match, search } from "./grammar.js";
import { number } from "../numerals.js";
import { piece } from "./pieces.js";

const LABEL = /[0-9]+|[一二三四五六七八九十]+|[ア-ン]|[a-zA-Z]|[①-⑳]/gu;
const NEEDS_MADE = new Set(["から", "より"]);

const clauseText = (part, labels, relation = "whole") => ({ part, labels, relation });

/** The clauses behind a 諮問 that ends at `at`, and whether the first makes one link with it. */
export function attached(text, at) {
  const start = endOf(match("of", text, at));
  const first = whole(text, start) ?? single(text, at, start) ?? part(text, start) ?? unread(text, start);
  if (first) return [withFollowing(text, first), true];
  const apart = match("within", text, at);
  const behind = apart && whole(text, endOf(apart));
  return behind ? [withFollowing(text, behind), false] : [[], false];
}

/** The clauses at `at` without their 諮問. */
export function standingAlone(text, at) {
  if (at && match("no_clause_after", text, at - 1)) return [];
  const first = whole(text, at, true);
  if (!first) return [];
  const isOwned = search("owned_after", text.slice(Math.max(0, at - 40), at));
  return withFollowing(text, { ...first, owner: "nobody", reason: isOwned ? "owned" : first.reason });
}

/** (2) alone, of the clause before it in the sentence. */
export function joinedLabel(text, at) {
  const label = sibling(text, at);
  if (!label || !search("joined_before", text.slice(Math.max(0, at - 8), at)) || !match("joined_after", text, label.end)) return [];
  return withFollowing(text, { ...label, owner: "nobody" });
}

/** The clauses at `at` behind a word that may be of another document. */
export function led(text, at) {
  if (!at || !(match("leading", text, at - 1) || search("other_paper", text.slice(Math.max(0, at - 2), at)))) return [];
  const first = whole(text, at, true);
  return first ? withFollowing(text, first) : [];
}

/** What follows 同. */
export function behindAlso(text, at) {
  const first = whole(text, at, true) ?? sibling(text, at);
  return first ? withFollowing(text, first) : [];
}

function sibling(text, at) {
  const label = text[at] === "(" ? match("label", text, at) : null;
  return label && piece(at, endOf(label), "previous", { clause: clauseText(null, labels(label[0]), "sibling") });
}

function whole(text, at, isAlone = false) {
  for (const name of ["spaced", "parted"]) {
    const found = match(name, text, at);
    if (!found) continue;
    const [said, ofPart, clause, written] = name === "parted" ? found.slice(1) : ["第", ...found.slice(1)];
    const isFollowed = match("follow", text, endOf(found)) || match("overlong", text, endOf(found));
    if (written || ((said || !isAlone) && isFollowed)) return read(text, at, endOf(found), ofPart, clause, written);
  }
  const found = match("unparted", text, at);
  return found && read(text, at, endOf(found), null, found[1], found[2]);
}

function read(text, at, end, ofPart, clause, written) {
  const long = match("overlong", text, end);
  const [partNumber, clauseNumber] = [ofPart === null ? null : number(ofPart), number(clause)];
  if (long || clauseNumber === null || (ofPart !== null && partNumber === null)) {
    return piece(at, long ? endOf(long) : end, "previous", { reason: "overlong" });
  }
  return piece(at, end, "previous", { clause: clauseText(partNumber, [String(clauseNumber), ...labels(written)]) });
}

function single(text, at, start) {
  const found = match("single", text, start);
  if (!found || !match("single_end", text, endOf(found))) return null;
  if (!text.slice(at, start).includes("の")) return at === start ? piece(start, endOf(found), "previous", { reason: "overlong" }) : null;
  return piece(start, endOf(found), "previous", { clause: clauseText(null, [String(number(found[1]))]) });
}

function part(text, at) {
  const found = match("part", text, at);
  if (!found || !match("part_end", text, endOf(found))) return null;
  const value = number(found[1]);
  return value ? piece(at, endOf(found), "previous", { clause: clauseText(value, []) }) : null;
}

function unread(text, at) {
  const found = match("unread", text, at);
  return found && piece(at, endOf(found), "previous", { reason: "overlong" });
}

function withFollowing(text, first) {
  const found = [first];
  while (found.at(-1).clause) {
    const next = following(text, found.at(-1));
    if (!next) break;
    found.push(next);
  }
  return found;
}

function following(text, last) {
  const joint = match("and", text, last.end);
  const until = joint ? null : match("until", text, last.end);
  if (!joint && !until) return null;
  const at = endOf(joint ?? until);
  if (match("number", text, at)?.[2]) return null;
  const isPart = last.clause !== null && !last.clause.labels.length;
  const next = isPart ? part(text, at) : (whole(text, at, true) ?? relative(text, at, last));
  const isOpen = until && NEEDS_MADE.has(until[1]) && text[at] !== "(";
  if (!next || (isOpen && !match("made", text, next.end))) return null;
  if (next.clause && next.clause.part === null && next.clause.relation === "whole") {
    return { ...next, clause: clauseText(null, next.clause.labels, "part") };
  }
  return next;
}

function relative(text, at, last) {
  const label = sibling(text, at);
  if (label) return label;
  const found = match("single", text, at);
  if (!found || last.clause?.labels.length !== 1) return null;
  if (!match("single_end", text, endOf(found))) return null;
  return piece(at, endOf(found), "previous", { clause: clauseText(null, [String(number(found[1]))], "part") });
}

function labels(written) {
  return (written.match(LABEL) ?? []).map((each) => String(number(each) ?? each));
}
