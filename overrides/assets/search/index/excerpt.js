// The passage of a page that answers a query, cut from its real text with the matches marked.

import { fold } from "./folding.js";

const BEFORE = 24;
const LENGTH = 110;

/** Pieces of the text around the best match: [{text, isMatch}], the whole at most LENGTH characters. */
export function excerpt(text, wanted) {
  const { folded, places } = foldWithPlaces(text);
  const found = matches(folded, wanted).map(([start, end, term]) => [places[start].from, places[end - 1].to, term]);
  const first = best(found);
  const from = first > BEFORE ? first - BEFORE : 0;
  return pieces(text, found, from, Math.min(text.length, from + LENGTH));
}

/** The match from which on the most of what is marked, of different texts, fits into the excerpt; the first such. */
function best(found) {
  const within = (from) => found.filter(([start, end]) => start >= from && end <= from + LENGTH - BEFORE);
  const worth = (from) => [...new Map(within(from).map(([start, end, term]) => [term, end - start])).values()].reduce((sum, length) => sum + length, 0);
  return found.reduce((top, [start]) => (worth(start) > worth(top) ? start : top), found[0]?.[0] ?? 0);
}

/** Folded text, and for each of its positions where it stands in the original. */
function foldWithPlaces(text) {
  let folded = "";
  const places = [];
  for (let at = 0; at < text.length; ) {
    const cluster = /^.[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/su.exec(text.slice(at, at + 8))[0];
    for (const unit of fold(cluster).split("")) {
      folded += unit;
      places.push({ from: at, to: at + cluster.length });
    }
    at += cluster.length;
  }
  return { folded, places };
}

function matches(folded, wanted) {
  const found = [];
  for (const term of wanted) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      found.push([at, at + term.length, term]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

function pieces(text, found, from, to) {
  const cut = [];
  let at = from;
  if (from > 0) cut.push({ text: "…", isMatch: false });
  for (const [start, end] of found) {
    if (start < at || start >= to) continue;
    cut.push({ text: text.slice(at, start), isMatch: false }, { text: text.slice(start, end), isMatch: true });
    at = end;
  }
  cut.push({ text: text.slice(at, Math.max(at, to)) + (to < text.length ? "…" : ""), isMatch: false });
  return cut.filter((piece) => piece.text);
}
