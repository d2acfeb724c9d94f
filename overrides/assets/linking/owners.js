// Whose a piece of a citation is. As in macros/documents/linking/owners.py, where what each does is said.

import { isElsewhere, isNamedOurs } from "./elsewhere.js";
import { fullmatch, match, say, search } from "./grammar.js";
import { FEWEST, OF_OTHERS } from "./pieces.js";
import { has } from "./references.js";
import { NEAREST } from "./scope.js";

const NAMED = 4;
const NESTED = 2;
const OF_ANOTHER = new Set([...OF_OTHERS, "elsewhere", "other_year", "foreign"]);

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
  if (piece.owner === "defined") return defined(piece, text, scope);
  return referred(piece, before, text, references, scope);
}

export const isTopic = (text, end) => match("topic", text, end) !== null;

function answer(piece, references) {
  if (piece.reason) throw new Unclear(piece.reason === "no_sign" ? "" : piece.reason);
  const name = `${piece.word}第${piece.number}号`;
  const target = references.answers.get(name) ?? null;
  const isMarked = search("docket", piece.town) !== null;
  if (isElsewhere(piece.town, "", references) && (target || !isMarked)) throw new Unclear("other_answer");
  return [name, target];
}

function named(piece, text, references, scope) {
  const target = references.byNumber.get(piece.number) ?? null;
  const reason = whyNot(piece, target, text, references, scope);
  if (reason) {
    if (reason[0]) scope.mention(piece.start, piece.town + text.slice(piece.start, piece.end), null, isTopic(text, piece.end));
    if (OF_ANOTHER.has(reason[0]) && piece.number) scope.foreign.add(piece.number);
    throw new Unclear(...reason);
  }
  const name = `諮問第${piece.number}号`;
  scope.mention(piece.start, name, target, isTopic(text, piece.end));
  return [name, target];
}

function whyNot(piece, target, text, references, scope) {
  if (piece.reason === "no_sign") return [target ? "no_sign" : ""];
  if (piece.reason && !(piece.reason === "earlier" && piece.number && !target)) return [piece.reason];
  const begun = sentenceStart(text, piece.start);
  const since = Math.max(0, ...scope.spoken.map(([at]) => at));
  const isOfStatute = search("statute_number", text.slice(since, piece.start)) !== null;
  const isOurs = scope.passage.size && !isOfStatute && !scope.isOfOther(begun) && (target || piece.number >= FEWEST);
  if (piece.owner === "also" && !isOurs) return [target ? "not_said" : ""];
  if (match("to_assembly", text, piece.end)) return ["assembly"];
  if (isElsewhere(piece.town, text.slice(begun, piece.start), references)) return ["elsewhere"];
  if (piece.year && target && !target.years.includes(piece.year)) return ["other_year", target.name, target.years.join("・")];
  return isForeign(piece, text, references, scope) ? ["foreign"] : null;
}

function isForeign(piece, text, references, scope) {
  const isOfBoth = scope.passage.has(`諮問第${piece.number}号`) || piece.year;
  const before = text.slice(sentenceStart(text, piece.start), piece.start);
  return scope.foreign.has(piece.number) && !isOfBoth && !isNamedOurs(piece.town, before, references);
}

/** The number that stands here, of a 諮問 of ours; 0 where that is not certain. */
export function certainNumber(piece, text, references, scope) {
  const target = references.byNumber.get(piece.number) ?? null;
  return piece.owner === "other" || whyNot(piece, target, text, references, scope) ? 0 : (piece.number ?? 0);
}

const sentenceStart = (text, at) => text.slice(0, at).lastIndexOf("。") + 1;

function bare(piece, text, references, scope) {
  const target = references.byNumber.get(piece.number) ?? null;
  if (piece.reason) throw new Unclear(target ? piece.reason : "");
  if (!target) throw new Unclear(scope.isSaid ? "not_said" : "");
  if (isElsewhere("", text.slice(sentenceStart(text, piece.start), piece.start), references)) throw new Unclear("elsewhere");
  if (isForeign(piece, text, references, scope)) throw new Unclear("foreign");
  scope.mention(piece.start, target.name, target, isTopic(text, piece.end));
  return [target.name, target];
}

function defined(piece, text, scope) {
  const meant = scope.terms.get(piece.word) ?? null;
  if (!meant) throw new Unclear(piece.clause ? "nobody" : "");
  scope.mention(piece.start, ...meant, isTopic(text, piece.end));
  return meant;
}

function previous(scope) {
  if (!scope.previous) throw new Unclear("nobody");
  return scope.previous;
}

function referred(piece, before, text, references, scope) {
  const isJoint = before && piece.word && scope.previous && !before.isListed;
  if (isJoint && fullmatch("and", text.slice(before.end, piece.start))) return scope.previous;
  if (piece.word === "同号" && search("statute_number", text.slice(0, piece.start))) throw new Unclear("statute");
  const isSibling = ["", "同"].includes(piece.word) && piece.clause?.relation === "sibling";
  const isLone = isSibling && !piece.word;
  const sentence = sentenceStart(text, piece.start);
  if (isLone && (scope.clauseEnd <= sentence || (scope.last && scope.last[1].labels.length < NESTED))) throw new Unclear();
  if (isSibling && !scope.last) throw new Unclear("nobody");
  if (["", "同"].includes(piece.word) && (scope.isOfOther(sentence) || isOfPaper(piece, text, sentence, scope))) throw new Unclear("owned");
  if (["", "同"].includes(piece.word) && isOfPlace(piece, text, sentence, references, scope)) throw new Unclear("elsewhere");
  if (isSibling && scope.cited && scope.cited[0] < sentence) only(scope.owners);
  const chain = piece.word ? null : chained(piece, text, sentence, scope);
  if (isLone && !chain) throw new Unclear("nobody");
  if (chain) {
    scope.previous = chain;
    return chain;
  }
  const candidates = scope.candidates(piece.word, sentence);
  const found = only(NEAREST.has(piece.word) ? candidates : having(piece.clause, candidates, references));
  if (!NEAREST.has(piece.word) && !scope.topics.has(found[0])) throw new Unclear("nobody");
  scope.previous = found;
  return scope.previous;
}

function having(clause, candidates, { letters }) {
  const targets = [...candidates.values()].filter((target) => target?.has_body);
  if (clause?.relation !== "whole" || candidates.size === 1 || targets.length < candidates.size) return candidates;
  const those = new Map([...candidates].filter(([, target]) => has(target, clause, letters)));
  return those.size === 1 ? those : candidates;
}

function isOfPlace(piece, text, sentence, references, scope) {
  const since = Math.max(sentence, ...scope.spoken.map(([at]) => at));
  return isElsewhere("", text.slice(since, piece.start), references);
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
