// Whose a piece of a citation is. As in macros/documents/linking/owners.py, where what each does is said.

import { isElsewhere } from "./elsewhere.js";
import { fullmatch, match, say, search } from "./grammar.js";
import { FEWEST } from "./pieces.js";
import { NEAREST } from "./scope.js";

const NAMED = 4;

/** Nothing can be said of whose it is; `sentence` is empty where it is no citation. */
export class Unclear extends Error {
  constructor(reason = "", ...about) {
    super(reason);
    this.sentence = reason ? say(reason, ...about) : "";
  }
}

/** [name, target]; the target is null for what the archive has not. Throws Unclear. */
export function ownerOf(piece, before, text, references, scope) {
  if (piece.owner === "answer") return answer(piece, references);
  if (piece.owner === "bare") return bare(piece, text, references, scope);
  if (piece.owner === "consultation" || piece.owner === "also") return named(piece, text, references, scope);
  if (piece.reason) throw new Unclear(piece.reason);
  if (piece.owner === "previous") return previous(scope);
  return referred(piece, before, text, scope);
}

export const isTopic = (text, end) => match("topic", text, end) !== null;

function answer(piece, references) {
  if (piece.reason) throw new Unclear(piece.reason === "no_sign" ? "" : piece.reason);
  if (isElsewhere(piece.town, "", references)) throw new Unclear("elsewhere");
  const name = `${piece.word}第${piece.number}号`;
  return [name, references.answers.get(name) ?? null];
}

function named(piece, text, references, scope) {
  const target = references.byNumber.get(piece.number) ?? null;
  const reason = whyNot(piece, target, text, references, scope);
  if (reason) {
    if (reason[0]) scope.mention(piece.start, piece.town + text.slice(piece.start, piece.end), null, isTopic(text, piece.end));
    throw new Unclear(...reason);
  }
  const name = `諮問第${piece.number}号`;
  scope.mention(piece.start, name, target, isTopic(text, piece.end));
  return [name, target];
}

function whyNot(piece, target, text, references, scope) {
  if (piece.reason === "no_sign") return [target ? "no_sign" : ""];
  if (piece.reason) return [piece.reason];
  const begun = sentenceStart(text, piece.start);
  const since = Math.max(0, ...scope.spoken.map(([at]) => at));
  const isOfStatute = search("statute_number", text.slice(since, piece.start)) !== null;
  const isOurs = scope.passage.size && !isOfStatute && !scope.isOfOther(begun) && (target || piece.number >= FEWEST);
  if (piece.owner === "also" && !isOurs) return [target ? "not_said" : ""];
  if (isElsewhere(piece.town, text.slice(begun, piece.start), references)) return ["elsewhere"];
  if (piece.year && target && !target.years.includes(piece.year)) return ["other_year", target.name, target.years.join("・")];
  return null;
}

const sentenceStart = (text, at) => text.slice(0, at).lastIndexOf("。") + 1;

function bare(piece, text, references, scope) {
  const target = references.byNumber.get(piece.number) ?? null;
  if (piece.reason) throw new Unclear(target ? piece.reason : "");
  if (!target) throw new Unclear(scope.isSaid ? "not_said" : "");
  if (isElsewhere("", text.slice(sentenceStart(text, piece.start), piece.start), references)) throw new Unclear("elsewhere");
  scope.mention(piece.start, target.name, target, isTopic(text, piece.end));
  return [target.name, target];
}

function previous(scope) {
  if (!scope.previous) throw new Unclear("nobody");
  return scope.previous;
}

function referred(piece, before, text, scope) {
  const isJoint = before && piece.word && scope.previous && !before.isListed;
  if (isJoint && fullmatch("and", text.slice(before.end, piece.start))) return scope.previous;
  if (piece.word === "同号" && search("statute_number", text.slice(0, piece.start))) throw new Unclear("statute");
  const isSibling = piece.word === "同" && piece.clause?.relation === "sibling";
  if (isSibling && !scope.last) throw new Unclear("nobody");
  const sentence = sentenceStart(text, piece.start);
  if (["", "同"].includes(piece.word) && (scope.isOfOther(sentence) || isOfPaper(piece, text, sentence, scope))) throw new Unclear("owned");
  if (isSibling && scope.cited && scope.cited[0] < sentence) only(scope.owners);
  const chain = piece.word ? null : chained(piece, text, sentence, scope);
  if (chain) {
    scope.previous = chain;
    return chain;
  }
  const found = only(scope.candidates(piece.word, sentence));
  if (!NEAREST.has(piece.word) && !scope.topics.has(found[0])) throw new Unclear("nobody");
  scope.previous = found;
  return scope.previous;
}

function only(candidates) {
  if (candidates.size === 1) return [...candidates][0];
  const names = [...candidates.keys()];
  if (!names.length) throw new Unclear("nobody");
  throw new Unclear("several", names.slice(0, NAMED).join("、") + (names.length > NAMED ? "など" : ""));
}

function isOfPaper(piece, text, sentence, scope) {
  const since = Math.max(sentence, ...scope.spoken.map(([at]) => at));
  return search("paper_said", text.slice(since, piece.start)) !== null;
}

function chained(piece, text, sentence, scope) {
  if (!scope.cited || scope.cited[0] < sentence) return null;
  if (!scope.subject.size && !scope.isAbout && search("compared", text.slice(scope.cited[0], piece.start))) throw new Unclear("nobody");
  return scope.chained();
}
