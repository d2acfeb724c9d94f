// The patterns of citations as macros/documents/linking/grammar.py has them: they come with references.json.

const patterns = {};
export let REASONS = {};

/** Take over the grammar; before this nothing can be read. */
export function learn(data) {
  for (const [name, pattern] of Object.entries(data.patterns)) {
    patterns[name] = {
      here: new RegExp(pattern, "uy"),
      later: new RegExp(pattern, "ug"),
      whole: new RegExp(`^(?:${pattern})$`, "u"),
    };
  }
  REASONS = data.reasons;
}

/** The match that begins at `at`, or null. */
export function match(name, text, at = 0) {
  const { here } = patterns[name];
  here.lastIndex = at;
  return here.exec(text);
}

/** The first match from `at` on, or null. */
export function search(name, text, at = 0) {
  const { later } = patterns[name];
  later.lastIndex = at;
  return later.exec(text);
}

/** Whether all of `text` matches. */
export const fullmatch = (name, text) => patterns[name].whole.test(text);

export const endOf = (found) => found.index + found[0].length;

/** A sentence of the grammar with its gaps filled. */
export const say = (reason, ...about) => REASONS[reason].replace(/\{(\d)\}/gu, (_, place) => about[place]);
