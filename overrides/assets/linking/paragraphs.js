// Lines of a draft → paragraphs. As in macros/documents/linking/paragraphs.py, where the rules are said.

import { headingLevel } from "./draft.js";
import { match, search } from "./grammar.js";
import { CUT, folded, GONE, width } from "./widths.js";

const SLACK = 4;
const NARROWEST = 30;
const FEWEST = 3;

/** Every line in its order, alone or with those that go on with it: {line, starts}. */
export function paragraphs(lines) {
  const margin = marginOf(lines);
  const groups = [];
  lines.forEach((line, i) => {
    if (i && goesOn(lines[i - 1], line, margin)) groups.at(-1).push(line);
    else groups.push([line]);
  });
  const isCut = groups.map((group, i) => i + 1 < groups.length && mayGoOn(group.at(-1), groups[i + 1][0]));
  return groups.map((group, i) => joined(group, isCut[i - 1] ? CUT : "", isCut[i] ? CUT : ""));
}

/** What was found in a paragraph, line by line. */
export function parted({ line, starts }, found) {
  const pieces = found.flatMap((each) => piecesOf(each, line.text, starts));
  return starts.map((start, i) => {
    const stop = starts[i + 1] ?? line.text.length + 1;
    return pieces.filter((each) => start <= each.start && each.start < stop).map((each) => moved(each, -start));
  });
}

function piecesOf(found, text, starts) {
  const clause = found.clauseStart ?? null;
  if (clause === null || !starts.some((start) => found.start < start && start <= clause)) return [onOneLine(found, text, starts)];
  const own = { ...found, end: clause, address: found.address.split("#")[0], clauseStart: null };
  return [own, { ...found, start: clause, clauseStart: null }].map((each) => onOneLine(each, text, starts));
}

function onOneLine(found, text, starts) {
  const breaks = starts.filter((start) => found.start < start && start < found.end);
  if (!breaks.length) return found;
  const begins = [found.start, ...breaks];
  const ends = [...breaks.map((start) => start - 1), found.end];
  const spans = begins.map((start, i) => {
    const part = text.slice(start, ends[i]).replaceAll(GONE, " ");
    return { start: start + part.length - part.trimStart().length, end: start + part.trimEnd().length };
  });
  return { ...found, ...spans.reduce((best, each) => (each.end - each.start >= best.end - best.start ? each : best)) };
}

function marginOf(lines) {
  const ends = new Map();
  for (const line of lines.filter(isOpen)) ends.set(width(line.text), (ends.get(width(line.text)) ?? 0) + 1);
  let wider = 0;
  let most = 0;
  let margin = 0;
  for (const end of [...ends.keys()].sort((one, other) => other - one)) {
    let near = 0;
    for (let i = 0; i < SLACK; i++) near += ends.get(end - i) ?? 0;
    if (end >= NARROWEST && near >= Math.max(FEWEST, wider * 2) && near > most) [most, margin] = [near, end];
    wider += ends.get(end);
  }
  return margin;
}

const isOpen = (line) => search("closed", folded(line.text).text.trimEnd()) === null;

function goesOn(line, following, margin) {
  const isFull = margin - SLACK < width(line.text) && width(line.text) <= margin;
  return isFull && isOpen(line) && isPlain(following);
}

const mayGoOn = (line, following) =>
  width(line.text) >= NARROWEST && isOpen(line) && isPlain(following) && !headingLevel(folded(following.text).text);

const isPlain = (line) => match("begins", folded(line.text).text) === null;

function joined(group, before, behind) {
  let text = before;
  const starts = [];
  const linked = [];
  for (const line of group) {
    if (starts.length) text += GONE;
    const start = text.length;
    linked.push(...line.linked.map(([begin, end]) => [begin + start, end + start]));
    text += starts.length ? unindented(line.text) : line.text;
    starts.push(start);
  }
  return { line: { text: text + behind, linked }, starts };
}

function unindented(text) {
  const rest = text.trimStart();
  return GONE.repeat(text.length - rest.length) + rest;
}

const moved = (found, by) => ({
  ...found, start: found.start + by, end: found.end + by, clauseStart: typeof found.clauseStart === "number" ? found.clauseStart + by : null,
});
