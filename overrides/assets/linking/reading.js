// One line → the pieces of its citations. As in macros/documents/linking/citation_numbers.py, where what each does is said.

import { attached, behindAlso, joinedLabel, standingAlone } from "./clauses.js";
import { yearBefore } from "./elsewhere.js";
import { endOf, fullmatch, match, search } from "./grammar.js";
import { number } from "../numerals.js";
import { others } from "./others.js";
import { FEWEST, OF_OTHERS, piece } from "./pieces.js";

const PREFIX = 48;
const NEEDS_MADE = new Set(["から", "より"]);

/** Every piece of a citation in `text`, which is folded; `terms` are what the minutes call a 諮問 by. */
export function pieces(text, start = 0, end = text.length, terms = []) {
  const read = [];
  while (start < end) {
    const found = search("trigger", text, start);
    const at = found && found.index < end ? found.index : end;
    const term = nextTerm(text, start, Math.min(at + 1, end), terms);
    if (!term && at === end) break;
    const defined = search("defined", text, start);
    if (defined && defined.index <= (term?.start ?? at)) {
      start = endOf(defined);
      continue;
    }
    const here = term ? joined(text, term) : readAt(text, at);
    read.push(...here);
    start = here.length ? Math.max(...here.map((each) => each.end)) : at + 1;
  }
  return read;
}

function nextTerm(text, start, stop, terms) {
  let first = null;
  for (const term of terms) {
    const at = text.indexOf(term, start);
    if (at < 0 || at >= stop || (at && match("no_bare_after", text, at - 1))) continue;
    if (!match("term_end", text, at + term.length) || numbers(text, at, "consultation").length) continue;
    if (!first || at < first.start || (at === first.start && term.length > first.word.length)) {
      first = piece(at, at + term.length, "defined", { word: term });
    }
  }
  return first;
}

function readAt(text, at) {
  for (const reader of [series, consultation, earlier, answer, anaphor, also, others, bare, standingAlone, joinedLabel, loose]) {
    const read = reader(text, at);
    if (read.length) return read;
  }
  return [];
}

function series(text, at) {
  const found = match("series", text, at);
  if (!found) return [];
  const first = piece(at, endOf(found), "consultation", { number: number(found[2]), reason: "series" });
  return list(text, first, "consultation", true);
}

function earlier(text, at) {
  const found = match("said", text, at);
  if (!found || !search("earlier", text.slice(Math.max(0, at - PREFIX), at))) return [];
  const end = endOf(found) + (text[endOf(found)] === "書" ? 1 : 0);
  return joined(text, piece(at, end, "consultation", { reason: "earlier" }));
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
  const signed = match("bare", text, at);
  const found = signed ?? match("bare_first", text, at);
  const value = found ? number(found[1]) : null;
  if (value === null || value < FEWEST) return [];
  const read = list(text, piece(at, endOf(found), "bare", { number: value }), "bare", signed !== null);
  return read.length ? unlessNamedBehind(text, read) : [];
}

function unlessNamedBehind(text, read) {
  if (!match("no_bare_before", text, read.at(-1).end)) return read;
  return [piece(read[0].start, read.at(-1).end, "other")];
}

function loose(text, at) {
  const found = match("loose", text, at);
  if (!found || (at && (".,/-".includes(text[at - 1]) || match("no_bare_after", text, at - 1)))) return [];
  const first = piece(at, endOf(found), "bare", { number: number(found[1]), word: "loose" });
  const read = list(text, first, "bare", Boolean(found[2]));
  return read.length ? unlessNamedBehind(text, read) : [];
}

function numbers(text, at, owner) {
  const found = match(owner, text, at);
  if (!found) return [];
  const [, before, second, digits, sign] = found;
  const isWhole = owner === "answer" || fullmatch("adjoining", before);
  const hasSign = Boolean(sign || search("signed", found[0]));
  const value = number(digits);
  const isLikely = second.includes("第") || (value ?? 0) >= FEWEST;
  if (!hasSign && !isLikely && !isWhole) return [];
  const start = isWhole ? at : endOf(found) - second.length;
  const word = owner === "answer" ? before : "";
  const first = led(numbered(piece(start, endOf(found), owner, { number: value, word })), text.slice(Math.max(0, at - PREFIX), at));
  return list(text, first, owner, hasSign, isWhole && isLikely);
}

function led(piece, before) {
  const town = search("docket", before)?.[0] ?? search("elsewhere", before)?.[1] ?? "";
  const year = yearBefore(before);
  const reason = piece.reason || piece.owner === "answer" ? "" : ledBy(before, Boolean(town || year));
  return { ...piece, town, year, reason: reason || piece.reason };
}

function ledBy(before, isNamed) {
  if (search("of_assembly", before)) return "assembly";
  if (search("earlier", before)) return "earlier";
  const word = search("led_series", before);
  return word && !isNamed && !search("own_series", word[0]) ? "series" : "";
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
  if (!signed) return isPlain ? read.flatMap((each) => unsigned(text, each)) : [];
  const kept = read.slice(0, signed);
  const count = kept.filter((each) => each.number && each.owner === owner).length;
  const shared = OF_OTHERS.has(first.reason) ? first.reason : "";
  return kept.map((each) => ({ ...each, isListed: count > 1, reason: shared || each.reason }));
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
  const isLikely = (first.number ?? 0) >= FEWEST || text.slice(first.start, first.end).includes("第");
  return isLikely && match("follow", text, first.end) ? [{ ...first, reason: "no_sign" }] : [];
}

function joined(text, owner) {
  const defined = match("defined", text, owner.end);
  const [clauses, isOne] = attached(text, defined ? endOf(defined) : owner.end);
  const [first, ...more] = clauses;
  if (!first || !isOne || defined || !first.clause) return [owner, ...clauses];
  return [{ ...owner, end: first.end, clause: first.clause, ownEnd: owner.end, clauseStart: first.start }, ...more];
}
