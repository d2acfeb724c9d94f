// What a citation is made of. As in macros/documents/linking/citation.py.

/** A number without the word 諮問 below this may be of anything. */
export const FEWEST = 100;

/** Reasons that a whole list shares: it is of somebody else. */
export const OF_OTHERS = new Set(["series", "assembly", "earlier"]);

/** A piece as read, with what is usual where nothing is said. */
export const piece = (start, end, owner, more = {}) => ({
  start, end, owner, number: null, word: "", town: "", year: "", clause: null, reason: "", isListed: false, runsFrom: null, ownEnd: null, clauseStart: 0, ...more,
});
