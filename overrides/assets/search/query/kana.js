// Kana → the words that are read so. The prepared readings begin with words, so a run of kana is cut into words.

import { loosen } from "../index/folding.js";
import { readings } from "../index/lookups.js";

const RUN = /[ぁ-ゖァ-ヺ][ぁ-ゖァ-ヺー\-‐‑‒–—―−〜~]+/gu;
const PARTICLES = ["の", "と", "や", "は", "が", "お", "に", "で", "も", "へ", "から", "まで"];
const POLITE = ["お", "ご"]; // お風呂, ご家族
const KEPT = 24;
const UNFINISHED = 2;
const UNFINISHED_ALONE = 3; // without a word before them, two letters begin too many words
const LONG = /[ー\-‐‑‒–—―−〜~]/u;
const LENGTHENING = /(?<=[おこそとのほもよろごぞどぼぽ])[うお]|(?<=[うくすつぬふむゆるぐずぶぷ])う|(?<=[えけせてねへめれげぜでべぺ])[いえ]/gu;

/**
 * Other writings of a folded text whose kana are readings. Each is a list of texts, for particles may part them.
 * `isShort`: long vowels may have been left out, as in Latin letters.
 */
export async function otherWritings(text, isShort = false) {
  const runs = [...text.matchAll(RUN)];
  const others = [];
  let all = [[text, 0]];
  for (const run of runs) {
    const written = await writings(run[0], run.index > 0, run.index + run[0].length < text.length, isShort);
    for (const { texts, phrase } of written) others.push([replaceIn(text, 0, run, phrase)[0]], put(text, run, texts));
    if (runs.length > 1 && written.length > 0) all = all.map(([now, shift]) => replaceIn(now, shift, run, written[0].phrase));
  }
  if (runs.length > 1) others.push([all[0][0]]);
  return others.filter((other) => other.join("") !== text);
}

function put(text, run, words) {
  const [before, after] = [text.slice(0, run.index), text.slice(run.index + run[0].length)];
  if (words.length === 1) return [before + words[0] + after];
  return [before + words[0], ...words.slice(1, -1), words.at(-1) + after].filter(Boolean);
}

function replaceIn(text, shift, run, word) {
  const at = run.index + shift;
  return [text.slice(0, at) + word + text.slice(at + run[0].length), shift + word.length - run[0].length];
}

/** The writings of one run of kana, simplest first: a phrase, and the texts that particles part it into, even at its ends. */
async function writings(kana, isPreceded, isFollowed, isShort) {
  const run = loosen(kana);
  const exact = await cut(run, readings, isPreceded, isFollowed);
  // コーザ and koza do not say which long vowel they mean.
  return isShort || LONG.test(kana) ? [...exact, ...(await cut(shortened(run), shortReadings, isPreceded, isFollowed))] : exact;
}

/** A loosened reading without its long vowels. */
export const shortened = (run) => run.replace(LENGTHENING, "");

async function shortReadings(letter) {
  const short = {};
  for (const [reading, words] of Object.entries(await readings(letter))) (short[shortened(reading)] ??= []).push(...words);
  return short;
}

async function cut(run, known, isPreceded, isFollowed) {
  const ways = Array.from({ length: run.length + 1 }, () => []);
  ways[0].push({ texts: [""], phrase: "", cost: 0, words: 0, singles: 0, isFinished: true });
  for (let at = 0; at < run.length; at++) {
    if (ways[at].length > 0) extend(ways, run, at, await known(run[at]), isPreceded);
  }
  const mayBeEmpty = (texts, i) => texts.length > 1 && ((isPreceded && i === 0) || (isFollowed && i === texts.length - 1));
  const isWhole = ({ texts, words }) => words > 0 && texts.every((text, i) => text || mayBeEmpty(texts, i));
  const whole = ways[run.length].filter((way) => isWhole(way) && way.singles * 2 <= way.words);
  const finished = whole.filter(({ isFinished }) => isFinished);
  const simplest = finished.filter(({ cost }) => cost <= finished[0].cost + 1);
  const begun = simplest.map(({ texts }) => texts.join(""));
  // An unfinished word that begins like a finished one is among its pages anyway.
  const unfinished = whole.filter(({ isFinished, texts }) => !isFinished && !begun.some((text) => texts.join("").startsWith(text)));
  return [...simplest, ...unfinished];
}

function extend(ways, run, at, known, isPreceded) {
  const grow = (end, word, cost, { isSingle = false, isFinished = true, from = ways[at] } = {}) => {
    for (const way of from) {
      const texts = [...way.texts.slice(0, -1), way.texts.at(-1) + word];
      keep(ways[end], { texts, phrase: way.phrase + word, cost: way.cost + cost, words: way.words + 1, singles: way.singles + isSingle, isFinished });
    }
  };
  for (let end = at + 1; end <= run.length; end++) {
    const reading = run.slice(at, end);
    if (at === 0 && !isPreceded && POLITE.includes(reading)) {
      grow(end, reading, 2, { isSingle: true });
      if (run.length - end >= UNFINISHED_ALONE) grow(end, "", 2, { isSingle: true });
    }
    // Readings of one letter fit almost anywhere, so they count double.
    for (const word of known[reading] ?? []) grow(end, word, reading.length === 1 ? 2 : 1, { isSingle: reading.length === 1 });
    if ((at > 0 || isPreceded) && PARTICLES.includes(reading)) {
      const parted = (way) => ({ ...way, texts: [...way.texts, ""], phrase: way.phrase + (reading === "お" ? "を" : reading), cost: way.cost + 2 });
      for (const way of ways[at]) if (way.texts.at(-1) || at === 0) keep(ways[end], parted(way));
    }
  }
  // The last word may still be unfinished: こうざばん.
  const rest = run.slice(at);
  if (rest.length < UNFINISHED) return;
  const unfinished = Object.keys(known).filter((reading) => reading.length > rest.length && reading.startsWith(rest));
  const begun = rest.length < UNFINISHED_ALONE ? ways[at].filter(({ texts, phrase }) => texts.length === 1 && phrase.length > 1) : ways[at];
  for (const reading of unfinished.slice(0, KEPT)) for (const word of known[reading]) grow(run.length, word, 4, { isFinished: false, from: begun });
}

function keep(ways, way) {
  ways.push(way);
  ways.sort((a, b) => a.cost - b.cost);
  ways.length = Math.min(ways.length, KEPT);
}
