// What a term of a query means: itself, what else it may stand for, or the words that it is made of.

import { arabic } from "./numbers.js";
import { modern, everydayWords } from "./spellings.js";
import { otherWritings } from "./kana.js";
import { byScript, cuts, isAsking, isQuestion, pieces, topicOf } from "./tokenize.js";
import { LEVEL, exactly, nothing, slipped, spelt } from "./query_expansion.js";

const MOST_PARTS = 4;
const NO_WORD = /^[ぁ-ん]{1,2}$/u; // it stands within other words on most pages
const CRUMB = /^[ぁ-んa-z\d]{1,2}$/u;
const NUMBER = /^\d{1,2}$/u; // 13.13.13 is no date, nor three words

/** id → {level, texts} for the pages that a folded term means, and the notes of the readings that found them. */
export async function resolve(term) {
  const plain = arabic(modern(term));
  const parts = pieces(plain, await everydayWords(plain));
  const attempts = [
    () => spelt(term),
    () => inParts(parts, spelt),
    () => slipped(term),
    () => inParts(parts, speltOrSlipped),
    () => inSome(parts, isAsking(plain)),
    () => inParts(byScript(plain), spelt),
    () => inWords(plain),
    () => inHeard(plain),
  ];
  for (const attempt of attempts) {
    const found = await attempt();
    if (found.pages.size > 0) return isQuestion(plain) || (isAsking(plain) && !isLiteral(found)) ? withTopic(found, topicOf(plain, parts)) : found;
  }
  return nothing();
}

const isLiteral = ({ pages }) => [...pages.values()].some(({ level }) => level === LEVEL.exact);

/** What a question is about stands on more pages than its words do, or than all that it mentions; they come after those. */
async function withTopic(found, topic) {
  const { pages, notes } = topic ? await spelt(topic) : nothing();
  for (const [id, { level, texts }] of pages) {
    if (!found.pages.has(id)) found.pages.set(id, { level: LEVEL.topic + level / 10, texts });
  }
  return { pages: found.pages, notes: [...found.notes, ...notes] };
}

/**
 * Every part by itself; pages must have all of them. Endings are left out, and mere hiragana that means nothing.
 * Where the parts stand side by side they are surely meant: 口座の種別, 口座種別.
 */
async function inParts(parts, how) {
  if (parts.every((part) => NUMBER.test(part))) return nothing();
  const answers = [];
  for (const part of parts.filter((part, i) => i === 0 || !NO_WORD.test(part))) {
    const answer = await numbered(part, how);
    if (answer.pages.size > 0) answers.push(answer);
    else if (!/^[ぁ-ん]{1,3}$/u.test(part)) return nothing();
  }
  if (answers.length === 0) return nothing();
  const found = together(answers, { to: parts.join(" "), level: LEVEL.parts });
  if (answers.length > 1) for (const id of (await exactly(parts.join(""))).pages.keys()) if (found.pages.has(id)) found.pages.get(id).level = LEVEL.joined;
  return found;
}

/** Beside other words, 948号 is a consultation, not a part of 第1948号. */
async function numbered(part, how) {
  const found = /^\d{1,5}号$/u.test(part) ? await how(`第${part}`) : nothing();
  return found.pages.size > 0 ? found : how(part);
}

/**
 * People use words that no page has. What they mean comes first, so parts are left out from the end;
 * in a question, whose words are many, any part that is unknown.
 */
async function inSome(parts, isQuestion) {
  const known = [];
  for (const part of parts) {
    if ((await speltOrSlipped(part)).pages.size > 0) known.push(part);
    else if (!isQuestion) break;
  }
  for (; known.length > 0; known.pop()) {
    const found = await inParts(known, speltOrSlipped);
    if (found.pages.size > 0) return found;
  }
  return nothing();
}

/** In mere hiragana, too, people use words that no page has: がくどうくらぶのりょうきん. */
async function inHeard(text) {
  for (const parts of await otherWritings(text)) {
    const found = parts.length > 1 ? await inSome(parts, false) : nothing();
    if (found.pages.size > 0) return found;
  }
  return nothing();
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

/** A text cut into as few words as stand together on pages, where most pages have them: 人事課 給与明細 クラウド. */
async function inWords(text) {
  for (let count = 2; count <= MOST_PARTS; count++) {
    const { words, answers, ids } = await bestCut(text, count);
    if (ids.length > 0) return together(answers, { to: words.join(" "), level: LEVEL.parts });
  }
  return nothing();
}

/** {words, answers, ids}: the words of a text cut into so many, what each answers, and which pages have all. */
async function bestCut(text, count) {
  if (count === 1) {
    const found = await exactly(text);
    return { words: [text], answers: [found], ids: [...found.pages.keys()] };
  }
  let best = { words: [], answers: [], ids: [] };
  for (const at of cuts(text)) {
    const [head, rest] = [text.slice(0, at), text.slice(at)];
    if (CRUMB.test(head) || CRUMB.test(rest)) continue;
    const first = await exactly(head);
    if (first.pages.size <= best.ids.length) continue;
    const { words, answers, ids } = await bestCut(rest, count - 1);
    const common = ids.filter((id) => first.pages.has(id));
    if (common.length > best.ids.length) best = { words: [head, ...words], answers: [first, ...answers], ids: common };
  }
  return best;
}

async function speltOrSlipped(part) {
  const found = await spelt(part);
  return found.pages.size > 0 ? found : slipped(part);
}
