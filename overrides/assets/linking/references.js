// references.json → what citations are checked against. As in macros/documents/linking/targets.py.

import { learn } from "./grammar.js";
import { folded } from "./widths.js";

/** Also takes over the grammar that came with the data. */
export function understand(data) {
  learn(data);
  const consultations = data.consultations.map(target);
  const meetings = data.meetings.map(target);
  return {
    site: data.site,
    municipality: data.municipality,
    council: data.council,
    letters: data.letters,
    precedents: data.precedents,
    consultations,
    byNumber: new Map(consultations.filter((each) => each.number).map((each) => [each.number, each])),
    answers: new Map(data.answers.map((each) => [each.name, target(each)])),
    titled: sorted([...consultations, ...meetings], "titles"),
    subtitled: sorted(consultations, "subtitles"),
  };
}

/** The same, leading to versions that do not change, where there are any. */
export function fixed(data) {
  const changed = data.consultations.map((each) => ({ ...each, address: each.fixed ?? each.address }));
  return understand({ ...data, consultations: changed });
}

const target = (given) => ({
  titles: [], subtitles: [], parts: [], years: [], ...given, number: given.number ?? null, clauses: new Set((given.clauses ?? "").split(" ")),
});

function sorted(targets, kind) {
  const found = new Map();
  for (const each of targets) {
    for (const title of each[kind]) {
      const plain = folded(title).text;
      found.set(plain, [...(found.get(plain) ?? []), each]);
    }
  }
  return [...found].sort(([one], [other]) => [...other].length - [...one].length || (one < other ? -1 : 1));
}

/** 第1の5(1) → 1-5-1. */
export function anchor(number, letters) {
  const tokens = number.labels.map((label) => letters[label] ?? label.normalize("NFKC").toLowerCase());
  return (number.part === null ? tokens : [number.part, ...tokens]).join("-");
}

/** Whether `of` has this clause, or with no labels this part. */
export function has(of, number, letters) {
  if (!number.labels.length) return of.parts.includes(number.part);
  const fits = number.part === null ? !of.parts.length : of.parts.includes(number.part);
  return fits && of.clauses.has(anchor(number, letters));
}
