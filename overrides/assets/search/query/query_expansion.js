// One word or phrase as it was typed, and what else it may stand for: texts that are searched for exactly.
//
// A reading is {texts, level, note}: every text must stand on a page. Levels are how far it is from what was typed;
// nearer readings always come first. Fractions order readings of the same kind.

import { standing } from "../index/index.js";
import { modern, meanings, otherOkurigana } from "./spellings.js";
import { arabic, otherNumbers, spoken } from "./numbers.js";
import { otherWritings } from "./kana.js";

export const LEVEL = { exact: 0, spelling: 1, stem: 1.5, meaning: 2, joined: 2.9, parts: 3, near: 4, topic: 5 };
const STEPS = 4;
const MOST = 60;
const SHORT = 3;
// Two kana that stand on a page would be the reading of half the words there.
const TOO_SHORT = /^[ぁ-ゖァ-ヺー]{1,2}$/u;

export const nothing = () => ({ pages: new Map(), notes: [] });

/** The pages that contain the folded text, and no other reading of it. */
export async function exactly(text) {
  const found = nothing();
  await add(found, { texts: [text], level: LEVEL.exact });
  return found;
}

/** The term itself and every other spelling or word for it that was prepared. */
export async function spelt(term) {
  const found = await exactly(term);
  if (found.pages.size > 0 && TOO_SHORT.test(term)) return found;
  const readings = await readingsOf(term);
  const heard = await likeliestFirst(readings.filter(({ isHeard }) => isHeard));
  const all = [...readings.filter(({ isHeard }) => !isHeard), ...heard].sort((a, b) => a.level - b.level);
  for (const reading of all) await add(found, reading);
  return found;
}

/** Words that sound alike: the one that stands on most pages is meant most often. */
async function likeliestFirst(readings) {
  const counted = await Promise.all(readings.map(async (reading) => [reading, (await pagesWithAll(reading.texts)).length]));
  return counted.sort(([, a], [, b]) => b - a).map(([reading], rank) => ({ ...reading, level: reading.level + rank / 100 }));
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

/** All readings of a term but itself: rewriting is applied to what was rewritten, a few steps deep. */
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
  return [...seen.values()].map(({ texts, level, from, isHeard }) => {
    const within = texts.some((text) => /^\d+(?:号|$)/u.test(text)) ? 0.2 : 0; // 946号 is found within 第1946号 too
    return { texts, level: level + within, isHeard, note: { from, to: texts.join(" "), level } };
  });
}

/** お給料 → 給料. */
const plain = (text) => text.replace(/^[おご](?=[一-龥々]{2})/u, "");

/** The level of a rewriting of what was rewritten: the farther of both; how apt the nearer one is orders its kind. */
const farther = (level, least) => (least >= level ? least : level + (least % 1) / 10);

async function rewritten({ texts, level, from }) {
  const others = [];
  for (const [i, text] of texts.entries()) {
    const put = (parts, least, isHeard = false) =>
      others.push({ texts: [...texts.slice(0, i), ...parts, ...texts.slice(i + 1)], level: farther(level, least), from, isHeard });
    for (const other of [modern(text), plain(text), spoken(text), arabic(text), ...otherNumbers(text)]) if (other !== text) put([other], LEVEL.spelling);
    for (const { text: other, isStem } of await otherOkurigana(text)) put([other], isStem ? LEVEL.stem : LEVEL.spelling);
    const spelt = /^[a-z]{4,}$/u.test(text) ? (await import("./romaji.js")).hiragana(text) : "";
    for (const parts of await otherWritings(spelt || text, Boolean(spelt))) put(parts, parts.length > 1 ? LEVEL.parts : LEVEL.spelling, true);
    for (const { text: other, rank } of await meanings(text)) put([other], LEVEL.meaning + rank / 100);
  }
  return others;
}

/** Words that are one slip away, else those that sound the same; of three letters only a sound tells which is meant. */
export async function slipped(term) {
  const text = modern(term);
  // Most queries need neither of these, so they are not sent with the rest.
  const slips = async () => near(term, await (await import("./fuzzy.js")).oneSlipAway(text));
  const sounds = async () => near(term, await (await import("./homophones.js")).soundingLike(text));
  const [first, second] = text.length > SHORT ? [slips, sounds] : [sounds, slips];
  const found = await first();
  return found.pages.size > 0 ? found : second();
}

async function near(term, words) {
  const found = nothing();
  for (const [rank, word] of words.entries()) {
    const level = LEVEL.near + rank / 100;
    await add(found, { texts: [word], level, note: { from: term, to: word, level } });
  }
  return found;
}

// White space within a word: か いごほけん, No. 948, 2021 12 24. The terms of a query read as one.
const SHORTEST = 3;
const COUNT = /^\d{1,5}$/u; // 12 24 is no 1224
const LOOSER = 0.05;

/** The pages that the terms mean when they are written as one; none where they say something only apart. */
export async function closed(terms) {
  const text = terms.join("");
  return terms.length > 1 && text.length >= SHORTEST && !COUNT.test(text) ? spelt(text) : nothing();
}

/** The pages of terms `apart`, and of `whole`, which come first among those that do not have the very terms. */
export function withClosed(apart, whole) {
  if (whole.pages.size === 0) return apart;
  const pages = new Map(whole.pages);
  for (const [id, match] of apart.pages) {
    const other = pages.get(id);
    const isFarther = match.level > LEVEL.exact && !other;
    pages.set(id, { level: isFarther ? match.level + LOOSER : Math.min(match.level, other?.level ?? match.level), texts: [...match.texts, ...(other?.texts ?? [])] });
  }
  return { pages, notes: [...apart.notes, ...whole.notes] };
}
