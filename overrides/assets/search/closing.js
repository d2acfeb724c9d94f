// White space within a word: か いごほけん, No. 948, 2021 12 24. The terms of a query read as one.

import { LEVEL, nothing, spelt } from "./wording.js";

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
