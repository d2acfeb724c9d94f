// What a line of a draft is. As in macros/linking/draft.py.

import { match } from "./grammar.js";
import { LOWEST } from "./scope.js";

/** As the words say; 0 for what is no heading. Takes folded text. */
export function headingLevel(text) {
  const marked = match("heading", text);
  if (marked) return marked[0].length - 1;
  const inner = match("inner", text);
  const below = inner?.[1] ? 2 : 1;
  return match("rule", text) || match("agenda", text) ? LOWEST + (inner ? below : 0) : 0;
}
