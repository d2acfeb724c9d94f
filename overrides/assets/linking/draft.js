// What a line of a draft is. As in macros/documents/linking/minutes.py.

import { match } from "./grammar.js";
import { LOWEST } from "./scope.js";

/** As the words say; 0 for what is no heading. Takes folded text. */
export function headingLevel(text) {
  const marked = match("heading", text);
  if (marked) return marked[0].length - 1;
  return match("rule", text) || match("agenda", text) ? signLevel(text) : 0;
}

/** The level of a heading that only its words show, by the sign it begins with. */
export function signLevel(text) {
  const [, ...signs] = match("inner", text) ?? [];
  return LOWEST + 1 + signs.findIndex((sign) => sign !== undefined);
}
