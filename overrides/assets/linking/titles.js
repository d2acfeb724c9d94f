// Titles that stand in a line to the letter. As in macros/documents/linking/titles.py, where the rules are said.

import { fullmatch, match, say } from "./grammar.js";
import { CUT } from "./widths.js";

const OPEN = `「『([【〈"“`;
const CLOSE = `」』)]】〉"”`;
const KANA = "てるく";
const BEFORE = ` 、。:;・\t>|*_#-\n号${CUT}${OPEN}`;

/** Titles as {start, end, target, reason}, the longest first. */
export function titles(text, read, references) {
  const taken = read.map((piece) => [piece.start, piece.end]);
  const numbered = read.filter((piece) => ["consultation", "bare"].includes(piece.owner) && piece.number);
  const found = [];
  for (const [titled, isWhole] of [[references.titled, stands], [references.subtitled, isAlone]]) {
    for (const [title, targets] of titled) {
      for (let start = text.indexOf(title); start >= 0; start = text.indexOf(title, start + 1)) {
        const end = start + title.length;
        if (!isWhole(text, start, end) || taken.some(([begin, stop]) => start < stop && begin < end)) continue;
        taken.push([start, end]);
        const each = titledAs(text, start, end, targets, numbered);
        if (each) found.push({ start, end, ...each });
      }
    }
  }
  return found;
}

function titledAs(text, start, end, targets, numbered) {
  if (numbered.some((piece) => piece.end <= start && isBeside(text.slice(piece.end, start)))) return null;
  const behind = numbered.find((piece) => piece.start >= end && isBeside(text.slice(end, piece.start)))?.number ?? null;
  const fitting = targets.filter((target) => behind === null || target.number === behind);
  if (fitting.length === 1) return { target: fitting[0], reason: "" };
  const names = targets.map((target) => target.name).join("、");
  return { target: null, reason: say(fitting.length ? "same_title" : "other_title", names) };
}

const has = (letters, letter) => letter !== undefined && letters.includes(letter);
const isAlone = (text, start, end) => has(OPEN, text[start - 1]) && has(CLOSE, text[end]);
const stands = (text, start, end) =>
  (start === 0 || has(BEFORE, text[start - 1])) && (has(KANA, text[end - 1]) || !match("no_bare_before", text, end));
const isBeside = (between) => fullmatch("beside", between);
