// Other spellings of a folded text that were prepared when the site was built: okurigana, and the words of staff.

import { spellings } from "./lookups.js";

/** The same words with the okurigana that stand in the texts: 取扱い → 取り扱い; and their mere stems: 取り扱. */
export async function otherOkurigana(text) {
  const { okurigana } = await spellings();
  const others = new Map();
  for (const [spelling, words] of Object.entries(okurigana)) {
    const at = text.indexOf(spelling);
    if (at < 0) continue;
    const [before, after] = [text.slice(0, at), text.slice(at + spelling.length)];
    const tail = /[ぁ-ん]*$/u.exec(spelling)[0];
    for (const word of words) {
      others.set(before + word + tail + after, false);
      if (tail) others.set(before + word + after, false); // the last kanji were typed in kana: 身のまわり
      // The text may inflect the word differently: 取扱い stands for 取り扱わせる as well.
      const stem = before + word + after.replace(/^[ぁ-ん]{1,2}/u, "");
      if (!others.has(stem)) others.set(stem, true);
    }
  }
  others.delete(text);
  return [...others].map(([other, isStem]) => ({ text: other, isStem }));
}

/** The everyday words in this text that staff have listed, none within another. */
export async function everydayWords(text) {
  const { synonyms } = await spellings();
  const inside = Object.keys(synonyms).filter((word) => text.includes(word) && standsAlone(word, text));
  return inside.filter((word) => !inside.some((other) => other !== word && other.includes(word)));
}

/** Latin words count only as whole words: pc is not in spc. */
function standsAlone(word, text) {
  if (!/^[a-z\d]+$/u.test(word)) return true;
  return new RegExp(`(?<![a-z\\d])${word}(?![a-z\\d])`, "u").test(text);
}

/** What the everyday words in this text are called on the pages: [{text, rank}], the aptest first. */
export async function meanings(text) {
  const { synonyms } = await spellings();
  const words = await everydayWords(text);
  return words.flatMap((word) => synonyms[word].map((meaning, rank) => ({ text: text.replace(word, meaning), rank })));
}
