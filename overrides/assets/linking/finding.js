// A draft → its links and what gets none, line by line. As in macros/documents/linking/resolution.py, where the rules are said.

import { headingLevel, signLevel } from "./draft.js";
import { match, say, search } from "./grammar.js";
import { MASK } from "./markdown.js";
import { isTopic, ownerOf, Unclear } from "./owners.js";
import { paragraphs, parted } from "./paragraphs.js";
import { pieces } from "./reading.js";
import { anchor, has } from "./references.js";
import { LOWEST, Scope } from "./scope.js";
import { titles } from "./titles.js";
import { CUT, folded } from "./widths.js";

const NAMED = 5;

/** For each line what is found in it: {start, end, address, name}, or {start, end, reason} for what gets no link. */
export function find(lines, references) {
  const scope = new Scope();
  return paragraphs(lines).flatMap((paragraph) => {
    const isNote = match("note", paragraph.line.text) !== null;
    return parted(paragraph, inParagraph(paragraph.line, references, isNote ? new Scope() : scope));
  });
}

function inParagraph(line, references, scope) {
  const text = folded(line.text);
  const words = text.text.replaceAll(MASK, "").replaceAll(CUT, "");
  const marked = headingLevel(words) || likeAnother(words, scope);
  const isTurn = !marked && search("turn", words) !== null;
  const level = isTurn ? LOWEST : marked;
  scope.begin(level, isTurn);
  scope.isSaid ||= search("said", words) !== null;
  const found = [...inLine(text, references, scope)];
  if (words.trim()) scope.end(level);
  return found.map((each) => unlinked(each, line)).filter(Boolean);
}

function unlinked(found, { linked }) {
  const isLinked = (start, end) => linked.some(([begin, stop]) => start < stop && begin < end);
  if (!isLinked(found.start, found.end)) return found;
  const clause = found.clauseStart ?? null;
  return clause !== null && !isLinked(clause, found.end) ? { ...found, start: clause } : null;
}

function likeAnother(words, scope) {
  const level = signLevel(words);
  return match("numbered", words) && scope.headings.some(([above]) => above === level) ? level : 0;
}

function* inLine(text, references, scope) {
  const read = pieces(text.text);
  let before = null;
  for (const each of [...read, ...titles(text.text, read, references)].sort((one, other) => one.start - other.start)) {
    if ("owner" in each) {
      yield* found(each, before, text, references, scope);
      before = each;
    } else {
      yield titled(each, text, scope);
      before = null;
    }
  }
}

function titled({ start, end, target, reason }, text, scope) {
  const at = text.span(start, end);
  if (!target) return { ...at, reason };
  if (target.address.startsWith("consultations/")) scope.mention(start, target.name, target, isTopic(text.text, end));
  return { ...at, address: target.address, name: target.name };
}

function* found(piece, before, text, references, scope) {
  if (piece.owner === "other") {
    scope.other = piece.end;
    scope.previous = null;
    return;
  }
  const at = text.span(piece.start, piece.end);
  let name;
  let target;
  try {
    [name, target] = ownerOf(piece, before, text.text, references, scope);
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
    if (error.sentence) yield { ...at, reason: error.sentence };
    scope.previous = null;
    if (piece.clause) scope.owners.set(text.text.slice(piece.start, piece.end), null);
    return;
  }
  if (!target) {
    yield { ...at, reason: unrecorded(name, piece, references) };
    return;
  }
  if (piece.runsFrom !== null && piece.number !== null) yield* gap(piece.runsFrom, piece.number, at, references);
  if (piece.clause) yield* toClause(piece, target, text, references, scope);
  else yield { ...at, address: target.address, name: target.name };
}

function* toClause(piece, target, text, references, scope) {
  const at = text.span(piece.start, piece.end);
  const behind = piece.ownEnd ? text.origins[piece.clauseStart] : null;
  const number = clauseNumber(piece.clause, target, scope);
  if (number && has(target, number, references.letters)) {
    scope.last = [target.name, number];
    scope.cited = [piece.end, target.name, target];
    scope.owners.set(target.name, target);
    const place = anchor(number, references.letters) || number.part;
    yield { ...at, address: `${target.address}#${place}`, name: `${target.name} ${printed(number)}`, clauseStart: behind };
    return;
  }
  scope.last = null;
  if (piece.ownEnd) {
    yield { ...text.span(piece.start, piece.ownEnd), address: target.address, name: target.name };
    at.start = behind;
  }
  const said = text.text.slice(Math.max(piece.start, piece.clauseStart), piece.end);
  yield { ...at, reason: say(target.has_body ? "no_clause" : "cover_only", target.name, said) };
}

function clauseNumber({ part, labels, relation }, target, scope) {
  if (relation === "whole") return { part, labels };
  if (scope.last?.[0] !== target.name) return null;
  const before = scope.last[1];
  if (relation === "part") return { part: before.part, labels };
  const kept = before.labels.length > 1 ? before.labels.slice(0, -1) : before.labels;
  return { part: before.part, labels: [...kept, ...labels] };
}

function printed({ part, labels: [first, ...rest] }) {
  if (first === undefined) return `第${part}`;
  const inner = rest.map((each) => (/^[0-9]+$/u.test(each) ? `(${each})` : each)).join("");
  return part === null ? `${first}${inner}` : `第${part}の${first}${inner}`;
}

function unrecorded(name, piece, references) {
  if (piece.owner === "answer") return say("no_answer", name);
  const citing = references.precedents[piece.number];
  return citing ? say("precedent", name, citing) : say("unrecorded", name);
}

function* gap(first, last, at, references) {
  if (first >= last) {
    yield { ...at, reason: say("backwards") };
    return;
  }
  const between = [];
  for (let number = first + 1; number < last; number++) if (!references.byNumber.has(number)) between.push(number);
  if (!between.length) return;
  const named = between.slice(0, NAMED).map((number) => `第${number}号`).join("、");
  yield { ...at, reason: say("gap", named + (between.length > NAMED ? "など" : "")) };
}
