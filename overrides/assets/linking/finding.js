// A draft → its links and what gets none, line by line. As in macros/documents/linking/links.py, where the rules are said.

import { headingLevel, signLevel } from "./draft.js";
import { endOf, fullmatch, match, say, search } from "./grammar.js";
import { MASK } from "./markdown.js";
import { certainNumber, isTopic, ownerOf, Unclear } from "./owners.js";
import { paragraphs, parted } from "./paragraphs.js";
import { pieces } from "./reading.js";
import { anchor, has } from "./references.js";
import { LOWEST, Scope } from "./scope.js";
import { numberColumn, withColumn } from "./tables.js";
import { titles } from "./titles.js";
import { CUT, folded } from "./widths.js";

const NAMED = 5;
const AFTER_TITLE = new RegExp(`[ 」』)${CUT}]`, "gu");

/** For each line what is found in it: {start, end, address, name}, or {start, end, reason} for what gets no link. */
export function find(lines, references) {
  const scope = new Scope();
  const read = paragraphs(lines);
  return read.flatMap((paragraph, i) => {
    const isNote = match("note", paragraph.line.text) !== null;
    const below = folded(read[i + 1]?.line.text ?? "").text;
    return parted(paragraph, inParagraph(paragraph.line, below, references, isNote ? new Scope() : scope));
  });
}

function inParagraph(line, below, references, scope) {
  const text = folded(line.text);
  const words = text.text.replaceAll(MASK, "").replaceAll(CUT, "");
  const marked = headingLevel(words) || likeAnother(words, scope);
  const isTurn = !marked && search("turn", words) !== null;
  const level = isTurn ? LOWEST : marked;
  scope.begin(level, isTurn);
  scope.isSaid ||= search("said", words) !== null;
  scope.column = numberColumn(text.text, scope.column);
  const found = [...inLine(text, below, references, scope)];
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

function* inLine(text, below, references, scope) {
  const read = withColumn(text.text, scope.column, pieces(text.text, 0, text.text.length, terms(text.text, scope)));
  defineOthers(text.text, read, scope);
  const beside = surroundings(text.text, below, read, references, scope);
  const both = [...read, ...titles(text.text, read, beside, references)].sort((one, other) => one.start - other.start);
  let before = null;
  for (const each of both) {
    if ("owner" in each) {
      yield* cited(each, before, text, references, scope);
      before = each;
    } else {
      yield titled(each, text, scope);
      before = null;
    }
  }
  if (!text.text.trim()) return;
  scope.above = beside.numbers.map((numbered) => numbered.number);
  scope.titleAbove = lastTitle(text.text, both.at(-1));
}

function surroundings(text, below, read, references, scope) {
  const isNumbered = (piece) => piece.number || (piece.owner === "other" && match("other_number", text, piece.start));
  const numbers = read.filter(isNumbered).map((piece) => ({
    start: piece.start, end: piece.end, number: certainNumber(piece, text, references, scope),
  }));
  return { numbers, isRow: search("cell_end", text) !== null, above: scope.above, titleAbove: scope.titleAbove, below };
}

function lastTitle(text, last) {
  const isTitle = last && !("owner" in last) && !text.slice(last.end).replaceAll(AFTER_TITLE, "");
  return isTitle ? last.target : null;
}

const endOfOwn = (piece) => piece.ownEnd ?? piece.end;

function terms(text, scope) {
  const definitions = definitionsIn(text);
  const ends = new Set(definitions.length ? pieces(text).filter((piece) => piece.number).map(endOfOwn) : []);
  const here = definitions.filter((each) => ends.has(each.index) || fullmatch("anaphor", each[1])).map((each) => each[1]);
  return new Set([...scope.terms.keys(), ...here]);
}

function definitionsIn(text) {
  const found = [];
  for (let each = search("defined", text); each; each = search("defined", text, endOf(each))) found.push(each);
  return found;
}

function defineOthers(text, read, scope) {
  const ends = new Set(read.filter((piece) => piece.number).map(endOfOwn));
  for (const each of definitionsIn(text)) {
    if (!ends.has(each.index) && fullmatch("anaphor", each[1])) scope.terms.set(each[1], null);
  }
}

function define(piece, before, meant, text, scope) {
  const found = match("defined", text, endOfOwn(piece));
  if (!found) return;
  const isLastAlone = piece.isListed && before?.isListed && !match("defined", text, endOfOwn(before));
  scope.terms.set(found[1], isLastAlone ? null : meant);
}

function titled({ start, end, target, reason, bearers }, text, scope) {
  const at = text.span(start, end);
  if (!target) {
    const isNew = bearers.length && !bearers.some((name) => scope.passage.has(name));
    if (isNew) scope.mention(start, text.text.slice(start, end), null, isTopic(text.text, end));
    return { ...at, reason };
  }
  if (target.address.startsWith("consultations/")) scope.mention(start, target.name, target, isTopic(text.text, end));
  return { ...at, address: target.address, name: target.name };
}

function* cited(piece, before, text, references, scope) {
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
    define(piece, before, null, text.text, scope);
    passOver(piece, text.text, scope, error.sentence);
    return;
  }
  define(piece, before, [name, target], text.text, scope);
  if (piece.clause) scope.clauseEnd = piece.end;
  if (!target) {
    yield { ...at, reason: unrecorded(name, piece, references) };
    return;
  }
  if (piece.runsFrom !== null && piece.number !== null) yield* gap(piece.runsFrom, piece.number, at, references);
  if (piece.clause) yield* toClause(piece, target, text, references, scope);
  else yield { ...at, address: target.address, name: target.name };
}

function passOver(piece, text, scope, sentence) {
  scope.previous = null;
  if (!piece.clause || !sentence) return;
  scope.owners.set(text.slice(piece.start, piece.end), null);
  scope.clauseEnd = piece.end;
}

function* toClause(piece, target, text, references, scope) {
  const at = text.span(piece.start, piece.end);
  const behind = piece.ownEnd ? text.origins[piece.clauseStart] : null;
  const number = clauseNumber(piece.clause, target, scope);
  const link = (place, end, of, clauseStart) => {
    scope.last = [target.name, of];
    scope.cited = [end, target.name, target];
    scope.owners.set(target.name, target);
    const fragment = anchor(of, references.letters) || of.part;
    return { ...place, address: `${target.address}#${fragment}`, name: `${target.name} ${printed(of)}`, clauseStart };
  };
  if (number && has(target, number, references.letters)) {
    yield link(at, piece.end, number, behind);
    return;
  }
  const inBrackets = number ? sideBySide(piece, number, target, text.text, references) : [];
  for (const [place, each] of inBrackets.entries()) {
    yield link(text.span(place ? each.start : piece.start, each.end), each.end, each.number, place ? null : behind);
  }
  if (inBrackets.length) return;
  scope.last = null;
  if (piece.ownEnd) {
    yield { ...text.span(piece.start, piece.ownEnd), address: target.address, name: target.name };
    at.start = behind;
  }
  const said = text.text.slice(Math.max(piece.start, piece.clauseStart), piece.end);
  yield { ...at, reason: say(target.has_body ? "no_clause" : "cover_only", target.name, said) };
}

function sideBySide(piece, { part, labels }, target, text, { letters }) {
  const places = [];
  const run = search("brackets", text.slice(piece.start, piece.end));
  let at = run ? piece.start + run.index : piece.end;
  for (let found = search("in_brackets", text, at); found && endOf(found) <= piece.end; found = search("in_brackets", text, at)) {
    at = endOf(found);
    places.push({ start: found.index, end: at });
  }
  const above = labels.slice(0, labels.length - places.length);
  const numbered = places.map((place, i) => ({ ...place, number: { part, labels: [...above, labels[above.length + i]] } }));
  return above.length && numbered.every((each) => has(target, each.number, letters)) ? numbered : [];
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
