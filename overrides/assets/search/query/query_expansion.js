// One word as it was typed, and what else it may stand for: texts that are searched for exactly.

import { standing } from "../index/index.js";
import { LEVEL, farther } from "./levels.js";
import { REWRITERS, lastResorts } from "./rewriters.js";
import { modern } from "./spellings.js";

const STEPS = 4;
const MOST = 60;
// Two kana that stand on a page would be the reading of half the words there.
const TOO_SHORT = /^[ぁ-ゖァ-ヺー]{1,2}$/u;

/** An answer without pages. An answer is {pages: id → {level, texts}, notes: [{from, to, level}]}. */
export const nothing = () => ({ pages: new Map(), notes: [] });

/** The pages that contain the folded text, and no other reading of it. */
export async function exactly(text) {
  const answer = nothing();
  await add(answer, { texts: [text], level: LEVEL.exact });
  return answer;
}

/** The word itself and every other spelling or word for it that was prepared. */
export async function spelt(word) {
  const answer = await exactly(word);
  if (answer.pages.size > 0 && TOO_SHORT.test(word)) return answer;
  const readings = await readingsOf(word);
  const heard = await likeliestFirst(readings.filter(({ isHeard }) => isHeard));
  const all = [...readings.filter(({ isHeard }) => !isHeard), ...heard].sort((a, b) => a.level - b.level);
  for (const reading of all) await add(answer, reading);
  return answer;
}

/** Words of the archive that are one slip away, or sound the same. */
export async function slipped(word) {
  const answer = nothing();
  for (const resort of lastResorts(modern(word))) {
    for (const [rank, other] of (await resort()).entries()) {
      const level = LEVEL.near + rank / 100;
      await add(answer, { texts: [other], level, note: { from: word, to: other, level } });
    }
    if (answer.pages.size > 0) break;
  }
  return answer;
}

/** The word itself or what was prepared for it, else what is near. */
export async function speltOrSlipped(word) {
  const answer = await spelt(word);
  return answer.pages.size > 0 ? answer : slipped(word);
}

/** Words that sound alike: the one that stands on most pages is meant most often. */
async function likeliestFirst(readings) {
  const counted = await Promise.all(readings.map(async (reading) => [reading, (await pagesWithAll(reading.texts)).length]));
  return counted.sort(([, a], [, b]) => b - a).map(([reading], rank) => ({ ...reading, level: reading.level + rank / 100 }));
}

async function add(answer, { texts, level, note }) {
  const ids = await pagesWithAll(texts);
  if (ids.length > 0 && note) answer.notes.push(note);
  for (const id of ids) {
    const page = answer.pages.get(id);
    if (!page) answer.pages.set(id, { level, texts: [...texts] });
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

/** All readings of a word but itself: rewriting is applied to what was rewritten, a few steps deep. */
async function readingsOf(word) {
  const readings = new Map([[word, { texts: [word], level: LEVEL.exact, from: word }]]);
  let fresh = [...readings.values()];
  for (let step = 0; step < STEPS && fresh.length > 0 && readings.size < MOST; step++) {
    const next = (await Promise.all(fresh.map(rewritten))).flat();
    fresh = [];
    for (const reading of next) {
      const key = reading.texts.join(" ");
      if (readings.has(key) || readings.size >= MOST) continue;
      readings.set(key, reading);
      fresh.push(reading);
    }
  }
  readings.delete(word);
  return [...readings.values()].map(({ texts, level, from, isHeard }) => {
    const within = texts.some((text) => /^\d+(?:号|$)/u.test(text)) ? 0.2 : 0; // 946号 is found within 第1946号 too
    return { texts, level: level + within, isHeard, note: { from, to: texts.join(" "), level } };
  });
}

/** What every rewriter makes of each text of a reading, the other texts as they were. */
async function rewritten({ texts, level, from }) {
  const others = [];
  for (const [i, text] of texts.entries()) {
    for (const rewriter of REWRITERS) {
      for (const { texts: parts, level: least, isHeard } of await rewriter(text)) {
        others.push({ texts: [...texts.slice(0, i), ...parts, ...texts.slice(i + 1)], level: farther(level, least), from, isHeard });
      }
    }
  }
  return others;
}
