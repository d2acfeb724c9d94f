// What the search page says of an answer, in sentences.

import { element } from "./dom.js";

const SOME = 4.5; // from this level on an answer lacks a word, see query/levels.js
const NEAR = 4;
const PARTS = 3;
const MOST = 4;

const quoted = (words) => `「${words.join("」「")}」`;

/** How many were found, and for which words where no page has all; `unknown` are words that stand nowhere. */
export function statusOf({ query, results, notes, unknown, count, others }) {
  const only = notes.find(({ level }) => level >= SOME)?.to.split(" ");
  const absent = only && unknown.length > 0 ? `${quoted(unknown)}はどのページにもありません。` : "";
  const about = only ? `${quoted(only)}の` : query ? `「${query}」の` : "";
  if (results.length === 0) return `「${query}」は見つかりませんでした。`;
  if (count === 0) return `${absent}${about}諮問は見つかりませんでした。${others > 0 ? "そのほかのページがあります。" : "絞り込みを減らしてください。"}`;
  return `${absent}${about}諮問が${count}件見つかりました。`;
}

/** What else was searched for and why, and what was left out. */
export function explained({ notes, left, isCut }) {
  const sentences = new Set();
  if (isCut) sentences.add("200文字を超えた部分を除いて、さがしました。");
  if (left?.length > 0) sentences.add(`${quoted(left)}もあるページはないため、除いてさがしました。`);
  for (const { from, to, level } of notes.filter((note) => note.level < SOME)) {
    if (level >= NEAR) sentences.add(`「${from}」に近い言葉「${to}」でさがしました。`);
    else if (level >= PARTS) sentences.add(`${quoted(to.split(" "))}${to.includes(" ") ? "に分けて" : "で"}さがしました。`);
    else if (from) sentences.add(`「${from}」を「${to}」としても探しました。`);
  }
  return [...sentences].slice(0, MOST).map((sentence) => element("p", "search-note", {}, sentence));
}

/** That some registers are missing from the answer. */
export function unreached(names) {
  if (names.length === 0) return [];
  return [element("p", "search-note", {}, `${quoted(names)}のサイトにはつながりませんでした。ほかのサイトの結果を表示しています。`)];
}
