// How far a reading is from what was typed. Nearer readings always come first; fractions order readings of one kind.

export const LEVEL = { exact: 0, spelling: 1, stem: 1.5, meaning: 2, joined: 2.9, parts: 3, near: 4, some: 4.5, topic: 5 };

/** The level of a rewriting of what was rewritten: the farther of both; how apt the nearer one is orders its kind. */
export const farther = (level, least) => (least >= level ? least : level + (least % 1) / 10);
