// Titles that stand in a line to the letter. As in macros/documents/linking/titles.py, where the rules are said.

import { isElsewhere } from "./elsewhere.js";
import { fullmatch, match, say } from "./grammar.js";
import { CUT, folded } from "./widths.js";

const OPEN = `「『([【〈"“`;
const CLOSE = `」』)]】〉"”`;
const LEFT_OPEN = new RegExp(`^[ 」』${CUT}]+`, "u");
const KANA = "てるく";
const BEFORE = ` 、。:;・\t>|*_#-\n号${CUT}${OPEN}`;

/** Titles as {start, end, target, reason, bearers}, the longest first; `beside` is what stands around them. */
export function titles(text, read, beside, references) {
  const taken = read.map((piece) => [piece.start, piece.end]);
  const found = [];
  for (const [titled, isWhole] of [[references.titled, stands], [references.subtitled, isAlone]]) {
    for (const [title, targets] of titled) {
      for (let start = text.indexOf(title); start >= 0; start = text.indexOf(title, start + 1)) {
        const end = start + title.length;
        if (!isWhole(text, start, end) || taken.some(([begin, stop]) => start < stop && begin < end)) continue;
        taken.push([start, end]);
        const each = titledAs(text, start, end, targets, beside, references);
        if (each) found.push({ start, end, bearers: [], ...each });
      }
    }
  }
  return found;
}

function titledAs(text, start, end, targets, beside, references) {
  if (beside.numbers.some((numbered) => numbered.end <= start && isBeside(text.slice(numbered.end, start)))) return null;
  const sentence = text.slice(0, start).lastIndexOf("。") + 1;
  if (isElsewhere("", text.slice(sentence, start), references)) return { target: null, reason: say("elsewhere") };
  const isName = (target) => !target.address.startsWith("consultations/") || plain(target.name) === text.slice(start, end);
  return targets.some(isName) ? only(targets) : consultation(text, start, end, targets, beside);
}

const plain = (title) => folded(title).text;
const names = (targets) => targets.map((target) => target.name).join("、");
const only = (targets) =>
  targets.length === 1 ? { target: targets[0], reason: "" } : { target: null, reason: say("same_title", names(targets)) };

function consultation(text, start, end, targets, beside) {
  const near = numbersNear(text, start, end, beside);
  if (near.size) {
    const own = targets.filter((target) => near.size === 1 && near.has(target.number));
    if (own.length) return only(own);
    const numbers = [...near].filter(Boolean).sort((one, other) => one - other).map((number) => `第${number}号`);
    return { target: null, reason: say("near_number", numbers.join("、") || "ほかの文書の番号", names(targets)) };
  }
  const both = targets.filter((target) => hasBoth(text, start, end, target, beside));
  if (both.length) return only(both);
  const reason = say(targets.length === 1 ? "title_alone" : "same_title", names(targets));
  return { target: null, reason, bearers: targets.map((target) => target.name) };
}

function numbersNear(text, start, end, beside) {
  const begin = beside.isRow ? 0 : text.slice(0, start).lastIndexOf("。") + 1;
  const stop = beside.isRow ? -1 : text.indexOf("。", end);
  const here = beside.numbers.filter((numbered) => begin <= numbered.start && (stop < 0 || numbered.start < stop));
  return new Set(here.length ? here.map((numbered) => numbered.number) : beside.above);
}

function hasBoth(text, start, end, target, beside) {
  const subtitles = target.subtitles.map(plain);
  if (subtitles.includes(text.slice(start, end))) {
    const before = text.slice(0, start - 1).trimEnd();
    const isBelow = beside.titleAbove?.name === target.name && !before.replaceAll(CUT, "").trim();
    return isBelow || target.titles.map(plain).some((title) => before.endsWith(title));
  }
  const rest = text.slice(end).replace(LEFT_OPEN, "") || beside.below.replaceAll(CUT, "").trim();
  return has(OPEN, rest[0]) && subtitles.some((subtitle) => rest.slice(1).startsWith(subtitle));
}

const has = (letters, letter) => letter !== undefined && letters.includes(letter);
const isAlone = (text, start, end) => has(OPEN, text[start - 1]) && has(CLOSE, text[end]);
const stands = (text, start, end) =>
  (start === 0 || has(BEFORE, text[start - 1])) && (has(KANA, text[end - 1]) || !match("no_bare_before", text, end));
const isBeside = (between) => fullmatch("beside", between);
