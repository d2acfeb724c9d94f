// The page for authors of minutes: a draft goes in, the same with links comes out. Nothing leaves the browser: the one
// request, for the table of references, is made when the field is entered, before there is anything to tell.

import { copy } from "../copying.js";
import { find } from "./finding.js";
import { written } from "./forms.js";
import { draftLines } from "./markdown.js";
import { fixed, understand } from "./references.js";

const REST = 150; // milliseconds without typing

/** Starts the section with data-linking, whose value is the address of the table. */
function startLinking(section) {
  const part = (name) => section.querySelector(`[data-linking-${name}]`);
  const draft = section.querySelector("#linking-draft");
  const [status, result, made, copied, none] = ["status", "result", "made", "copied", "none"].map(part);
  let loading = null;
  let table = null;
  let timer = 0;

  async function load() {
    loading ??= fetch(section.dataset.linking).then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    });
    try {
      const data = await loading;
      table ??= { now: understand(data), fixed: fixed(data) };
      part("fixed-choice").hidden = !data.consultations.some((each) => each.fixed);
      if (!draft.value) status.textContent = `照合する表（諮問${data.consultations.length}件）を読み込みました。これから先は通信しません。`;
    } catch {
      loading = null;
      status.textContent = "照合する表を読み込めませんでした。通信を確かめて、入力欄に入り直してください。";
    }
  }

  async function show() {
    await load();
    if (!table) return;
    const lines = draft.value.split(/\r?\n/u);
    const known = part("fixed").checked ? table.fixed : table.now;
    const found = find(draftLines(lines), known);
    const form = section.querySelector("[name=linking-form]:checked").value;
    const told = found.flatMap((each, line) => each.map((one) => ({ ...one, line, text: lines[line].slice(one.start, one.end) })));
    const links = told.filter((one) => "address" in one);
    const left = told.filter((one) => "reason" in one);
    made.value = written(lines, found, known.site, form);
    part("links").replaceChildren(...links.map((one) => item(one, link(one, section.dataset.linking))));
    part("left").replaceChildren(...left.map((one) => item(one, one.reason)));
    none.hidden = left.length > 0;
    result.hidden = !draft.value.trim();
    copied.textContent = "";
    status.textContent = draft.value.trim() ? `リンク${links.length}件、リンクにしなかったもの${left.length}件。` : "";
  }

  draft.addEventListener("focus", load);
  draft.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, REST);
  });
  section.addEventListener("change", (event) => {
    if (event.target !== draft) show();
  });
  part("copy").addEventListener("click", () => copy(made, copied));
  if (draft.value) show(); // what a reload brings back
  else if (document.activeElement === draft) load(); // entered before this script had come
}

function item({ line, text }, said) {
  const row = document.createElement("li");
  const [place, cited, what] = ["linking__place", "linking__cited", "linking__said"].map((name) => {
    const element = document.createElement("span");
    element.className = name;
    return element;
  });
  place.textContent = `${line + 1}行目`;
  cited.textContent = `「${text}」`;
  what.append(said);
  row.append(place, cited, what);
  return row;
}

/** To the page within this site, wherever it is shown, so that the author can look. */
function link({ address, name }, table) {
  const anchor = document.createElement("a");
  anchor.href = new URL(`../${address}`, new URL(table, document.baseURI)).href;
  anchor.target = "_blank";
  anchor.rel = "noopener";
  anchor.textContent = name;
  return anchor;
}

startLinking(document.querySelector("[data-linking]"));
