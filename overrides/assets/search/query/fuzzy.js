// Words of the archive that are one slip away from what was typed, or at least resemble it.

import { fold, loosen } from "../index/folding.js";
import { isOfWord, pages } from "../index/index.js";
import { compounds } from "../index/lookups.js";

const SHORTEST = 4;
const SHORTEST_KANA = 6; // as kana, shorter words have too many neighbours: せんきょ is no こんきょ
const HIRAGANA = /^[ぁ-ん]+$/u;
const MOST_SHUFFLED = 3;
const MOST = 8;
// Of three kanji one may be another of the same sound: 認知証. Anything shorter or looser would be another word.
const THREE_KANJI = /^[一-龥々]{3}$/u;
const KANA = /^([ぁ-ゖァ-ヺー]+)[a-z]{0,2}$/u;
const ANOTHER_WORD = /^(?!(.)\1)[一-龥々]{2}$/u; // not one letter typed twice
const SHORT_LATIN = /^[a-z\d]{1,4}$/u; // LINE is no link
const ALIKE = 0.4; // from here on two words resemble each other
const NO_SLIP = /[\d,]/u;

/** Words that differ from the folded text by one letter too many, too few, wrong, or two swapped. Best first. */
export async function oneSlipAway(text) {
  if ([...text].length < SHORTEST) return THREE_KANJI.test(text) ? oneKanjiAway(text) : [];
  // Letters behind kana are what an input method has not converted yet: かいごほけn.
  const kana = loosen(KANA.exec(text)?.[1] ?? "");
  const least = /[a-z]$/u.test(text) ? SHORTEST : SHORTEST_KANA;
  const found = new Map();
  const add = ({ word, distance }) => found.set(word, Math.min(distance, found.get(word) ?? distance));
  for (const { words, readings } of await compounds()) {
    if (text.length >= SHORTEST_KANA || !HIRAGANA.test(text)) near(text, words, words).forEach(add);
    if (kana.length >= least) near(kana, readings, words).forEach(add);
  }
  found.delete(text);
  // A wrong letter is likelier than one too many or too few.
  return [...found].sort(([, a], [, b]) => a - b).map(([word]) => word).slice(0, MOST);
}

async function oneKanjiAway(text) {
  const found = (await compounds()).flatMap(({ words }) => near(text, words, words)).map(({ word }) => word);
  return [...new Set(found)].filter((word) => THREE_KANJI.test(word) && isOneWrong(text, word));
}

const isOneWrong = (typed, meant) => [...typed].filter((letter, i) => letter !== meant[i]).length === 1;

/** Runs of whole words whose spelling is one slip away, and by how many letters it is longer or shorter. */
function near(text, spellings, words) {
  const matches = [];
  for (let from = 0; from < spellings.length; from++) {
    let spelt = "";
    for (let to = from; to < spellings.length && spelt.length <= text.length + 1; to++) {
      spelt += spellings[to];
      const distance = Math.abs(spelt.length - text.length);
      if (spelt.length >= SHORTEST - 1 && distance <= 1 && isOneSlip(text, spelt)) {
        matches.push({ word: words.slice(from, to + 1).join(""), distance });
      }
    }
  }
  return matches;
}

function isOneSlip(typed, meant) {
  if (typed === meant) return true;
  let start = 0;
  while (typed[start] === meant[start] && start < typed.length) start++;
  let end = 0;
  while (end < Math.min(typed.length, meant.length) - start && typed.at(-1 - end) === meant.at(-1 - end)) end++;
  // 自動車税 is no slip of 自動車 but another word.
  const added = start === meant.length ? typed.slice(-2) : end === meant.length ? typed.slice(0, 2) : "";
  if (typed.length > meant.length && ANOTHER_WORD.test(added)) return false;
  const [left, right] = [typed.slice(start, typed.length - end), meant.slice(start, meant.length - end)];
  // A wrong digit is another number, not a slip.
  if (NO_SLIP.test(left + right)) return false;
  if (typed.length > SHORTEST && left.length <= MOST_SHUFFLED && [...left].sort().join("") === [...right].sort().join("")) return true;
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwap || (left.length <= 1 && right.length <= 1 && !SHORT_LATIN.test(typed));
}

/**
 * Words of the vocabulary that share most neighbouring letters with the text, for a search that found nothing. Each has
 * a page of its own, so that a search for it finds something.
 */
export async function resembling(text) {
  const typed = pairsOf(text);
  const names = [...(await pages()).values()].filter(isOfWord).map(({ name }) => name);
  const scored = [...new Set(names)].map((name) => ({ name, score: alike(typed, pairsOf(fold(name))) }));
  const near = scored.filter(({ name, score }) => score >= ALIKE && fold(name) !== text);
  return near.sort((a, b) => b.score - a.score).slice(0, 5).map(({ name }) => name);
}

const pairsOf = (text) => new Set([...text].slice(1).map((letter, i) => text[i] + letter));

/** How much two sets have in common, from 0 to 1 (Dice). */
function alike(typed, other) {
  const shared = [...typed].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (typed.size + other.size);
}
