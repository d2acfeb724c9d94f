// For tests/test_linking.py: drafts on standard input → what the page's scripts find, and the text they write.

import { readFileSync } from "node:fs";

const scripts = new URL("../overrides/assets/linking/", import.meta.url);
const [{ draftLines }, { find }, { written }, { understand }] = await Promise.all(
  ["markdown.js", "finding.js", "forms.js", "references.js"].map((name) => import(new URL(name, scripts))),
);
const { data, drafts } = JSON.parse(readFileSync(0, "utf-8"));
const references = understand(data);
const made = drafts.map((draft) => {
  const found = find(draftLines(draft), references);
  const told = draft.flatMap((line, i) => found[i].map((each) => [line.slice(each.start, each.end), each.address ?? each.reason]));
  return { told, text: written(draft, found, references.site, "text") };
});
process.stdout.write(JSON.stringify(made));
