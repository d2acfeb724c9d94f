// Markdown or plain text → lines of a draft of the same length. As in macros/documents/linking/markdown.py.

import { GONE } from "./widths.js";

/** Stands for each character that is no text. */
export const MASK = "\ufffc";
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const CODE = /(`+)(?!`).+?(?<!`)\1(?!`)/gu;
const LINK = /(!?\[)((?:[^[\]]|\[[^[\]]*\])*)(\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\[[^[\]]*\]))/gu;
const ANCHOR = /(<a[\s>][^<>]{0,400}>?)(.{0,400}?)<\/a>/giu;
const ANCHOR_TAG = /<\/?a(?:\s[^<>]{0,400})?>/giu;
const TAG = /<!--.*?-->|<\/?[a-zA-Z][^<>]*>/gu;
const AUTOLINK = / ?<https?:\/\/[^<>\s]*>/gu;
const URLS = /https?:\/\/[^\s<>()「」（）『』、。]+/gu;
const DEFINITION = /^ {0,3}\[(?!\^)([^[\]]+)\]:\s*\S+/u;
const SHORT = /(\[)([^[\]^][^[\]]*)\](?![([:])/gu;

/** {text, linked} for each line. */
export function draftLines(lines) {
  const defined = new Set(lines.map((line) => DEFINITION.exec(line)?.[1].toLowerCase()).filter(Boolean));
  let fence = "";
  let isComment = false;
  return lines.map((text) => {
    const opened = FENCE.exec(text);
    if (fence || opened || isComment) {
      if (fence && opened?.[1].startsWith(fence) && !text.slice(opened[0].length).trim()) fence = "";
      else if (opened && !fence && !isComment) fence = opened[1];
      isComment &&= !text.includes("-->");
      return { text: MASK.repeat(text.length), linked: [] };
    }
    const begun = text.lastIndexOf("<!--");
    isComment = begun > text.lastIndexOf("-->");
    return draftLine(isComment ? text.slice(0, begun) + MASK.repeat(text.length - begun) : text, defined);
  });
}

function draftLine(text, defined) {
  if (DEFINITION.test(text)) return { text: MASK.repeat(text.length), linked: [] };
  const inner = (found) => [found.index + found[1].length, found.index + found[1].length + found[2].length];
  const plain = masked(CODE, text);
  const linked = [
    ...[...plain.matchAll(LINK)].map(inner),
    ...[...text.matchAll(AUTOLINK)].filter((found) => found.index).map((found) => [found.index - 1, found.index]),
    ...[...text.matchAll(ANCHOR)].map(inner),
    ...[...text.matchAll(SHORT)].filter((found) => defined.has(found[2].toLowerCase())).map(inner),
  ];
  let shown = plain.replace(LINK, (_, open, words, close) => GONE.repeat(open.length) + words + GONE.repeat(close.length));
  for (const [pattern, mark] of [[AUTOLINK, GONE], [ANCHOR_TAG, GONE], [TAG, MASK], [URLS, MASK]]) shown = masked(pattern, shown, mark);
  return { text: shown, linked };
}

const masked = (pattern, text, mark = MASK) => text.replace(pattern, (found) => mark.repeat(found.length));
