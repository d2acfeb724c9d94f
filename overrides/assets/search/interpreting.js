// What a term may mean: texts that are searched for exactly, from what was typed to what is merely near.
//
// A reading of a term is {texts, level, note}: every text must stand on a page. Levels are how far it is from
// what was typed; nearer readings always come first. Fractions order readings of the same kind.

import { standing } from "./index.js";
import { modern } from "./letters.js";
import { oneSlipAway } from "./nearby.js";
import { arabic, otherNumbers } from "./numbers.js";
import { otherWritings } from "./reading.js";
import { hiragana } from "./romaji.js";
import { everydayWords, meanings, otherOkurigana } from "./spelling.js";
import { byScript, cuts, isQuestion, pieces } from "./splitting.js";

export const LEVEL = { exact: 0, spelling: 1, stem: 1.5, meaning: 2, parts: 3, near: 4 };
const STEPS = 3;
const MOST = 60;
const MOST_PARTS = 4;
// Two kana that stand on a page would be the reading of half the words there.
const TOO_SHORT = /^[ぁ-ゖァ-ヺー]{1,2}$/u;

/** id → {level, texts} for the pages that a folded term means, and the notes of the readings that found them. */
export async function resolve(term) {
  const parts = pieces(term, await everydayWords(term));
  const attempts = [
    () => spelt(term),
    () => inParts(parts, spelt),
    () => slipped(term),
    () => inParts(parts, speltOrSlipped),
    () => inParts(byScript(term), spelt),
    () => inWords(term, MOST_PARTS),
  ];
  for (const attempt of attempts) {
    const found = await attempt();
    if (found.pages.size > 0) return isQuestion(term) ? withAnswers(found, term) : found;
  }
  return nothing();
}

/** A question may stand on a page word for word; pages that answer it come after those. */
async function withAnswers(found, term) {
  const answers = await inParts(pieces(term), spelt);
  for (const [id, page] of answers.pages) if (!found.pages.has(id)) found.pages.set(id, page);
  return { pages: found.pages, notes: [...found.notes, ...answers.notes] };
}

const nothing = () => ({ pages: new Map(), notes: [] });

/** The term itself and every other spelling or word for it that was prepared. */
async function spelt(term) {
  const found = await exactly(term);
  if (found.pages.size > 0 && TOO_SHORT.test(term)) return found;
  for (const reading of await readingsOf(term)) await add(found, reading);
  return found;
}

async function add(found, { texts, level, note }) {
  const ids = await pagesWithAll(texts);
  if (ids.length > 0 && note) found.notes.push(note);
  for (const id of ids) {
    const page = found.pages.get(id);
    if (!page) found.pages.set(id, { level, texts: [...texts] });
    else page.texts.push(...texts);
  }
}

async function pagesWithAll(texts) {
  let common;
  for (const text of texts) {
    const { text: ids } = await standing(text);
    common = common ? common.filter((id) => ids.has(id)) : [...ids];
    if (common.length === 0) break;
  }
  return common ?? [];
}

/** All readings of a term but itself, nearest first: rewriting is applied to what was rewritten, a few steps deep. */
async function readingsOf(term) {
  const seen = new Map([[term, { texts: [term], level: LEVEL.exact, from: term }]]);
  let fresh = [...seen.values()];
  for (let step = 0; step < STEPS && fresh.length > 0 && seen.size < MOST; step++) {
    const next = (await Promise.all(fresh.map(rewritten))).flat();
    fresh = [];
    for (const reading of next) {
      const key = reading.texts.join(" ");
      if (seen.has(key) || seen.size >= MOST) continue;
      seen.set(key, reading);
      fresh.push(reading);
    }
  }
  seen.delete(term);
  const readings = [...seen.values()].sort((a, b) => a.level - b.level);
  return readings.map(({ texts, level, from }) => ({
    texts,
    level,
    note: { from, to: texts.join(" "), level },
  }));
}

async function rewritten({ texts, level, from }) {
  const others = [];
  for (const [i, text] of texts.entries()) {
    const put = (parts, least, said) =>
      others.push({ texts: [...texts.slice(0, i), ...parts, ...texts.slice(i + 1)], level: Math.max(level, least), from: said });
    for (const other of [modern(text), arabic(text), ...otherNumbers(text)]) {
      // 946号 alone is found within 第1946号 too.
      if (other !== text) put([other], LEVEL.spelling + (/^\d/u.test(other) ? 0.2 : 0), from);
    }
    for (const { text: other, isStem } of await otherOkurigana(text)) put([other], isStem ? LEVEL.stem : LEVEL.spelling, from);
    const spelt = /^[a-z]{4,}$/u.test(text) ? hiragana(text) : "";
    for (const parts of await otherWritings(spelt || text)) put(parts, parts.length > 1 ? LEVEL.parts : LEVEL.spelling, from);
    for (const { text: other, rank } of await meanings(text)) put([other], LEVEL.meaning + rank / 100, from);
  }
  return others;
}

/** Every part by itself; pages must have all of them. A part of mere hiragana that means nothing is left out. */
async function inParts(parts, how) {
  if (parts.length === 0) return nothing();
  const answers = [];
  for (const part of parts) {
    const answer = await how(part);
    if (answer.pages.size > 0) answers.push(answer);
    else if (!/^[ぁ-ん]{1,3}$/u.test(part)) return nothing();
  }
  return answers.length > 0 ? together(answers, { to: parts.join(" "), level: LEVEL.parts }) : nothing();
}

function together(answers, note) {
  const [first, ...others] = answers;
  const pages = new Map();
  for (const [id, page] of first.pages) {
    const matches = others.map((answer) => answer.pages.get(id));
    if (matches.some((match) => !match)) continue;
    const all = [page, ...matches];
    pages.set(id, {
      level: LEVEL.parts + Math.max(...all.map((match) => match.level)) / 10,
      texts: all.flatMap((match) => match.texts),
    });
  }
  return { pages, notes: [note, ...answers.flatMap((answer) => answer.notes)] };
}

/** A text cut into words that all stand on pages, the longest first: 人事課給与明細. */
async function inWords(text, most) {
  if (most < 2) return nothing();
  for (const at of cuts(text)) {
    const [head, rest] = [text.slice(0, at), text.slice(at)];
    const first = await exactly(head);
    if (first.pages.size === 0) continue;
    const whole = await exactly(rest);
    const others = whole.pages.size > 0 ? whole : await inWords(rest, most - 1);
    if (others.pages.size === 0) continue;
    const found = together([first, others], { to: `${head} ${rest}`, level: LEVEL.parts });
    if (found.pages.size > 0) return found;
  }
  return nothing();
}

/** The pages that contain the folded text, and no other reading of it. */
export async function exactly(text) {
  const found = nothing();
  await add(found, { texts: [text], level: LEVEL.exact });
  return found;
}

async function slipped(term) {
  const found = nothing();
  for (const word of await oneSlipAway(modern(term))) {
    await add(found, { texts: [word], level: LEVEL.near, note: { from: term, to: word, level: LEVEL.near } });
  }
  return found;
}

async function speltOrSlipped(part) {
  const found = await spelt(part);
  return found.pages.size > 0 ? found : slipped(part);
}
