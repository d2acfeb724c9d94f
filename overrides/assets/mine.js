// わたしの場合: ticks in the address's hash → who gets which of my data. The one request is the same for everybody.

import { typedHash } from "./hash.js";

const choices = document.querySelector("[data-mine]");
const answer = document.querySelector("[data-mine-answer]");
const status = document.querySelector("[data-mine-status]");
const list = document.querySelector("[data-mine-receivers]");
const { root, notInPaper } = choices.dataset;
let loading;

/** Asked once, and again only if it did not arrive. */
function rows() {
  loading ??= fetch(choices.dataset.mine).then((response) => {
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function link(address, text) {
  const made = element("a", "", text);
  made.href = root + address;
  return made;
}

/** The links become boxes to tick. */
function makeBoxes() {
  for (const entry of choices.querySelectorAll("[data-tick]")) {
    const box = element("input");
    box.type = "checkbox";
    box.value = entry.dataset.tick;
    entry.replaceChildren(element("label", "", box, entry.textContent));
  }
  choices.querySelector("[data-mine-promise]").hidden = false;
}

const boxes = () => [...choices.querySelectorAll("input[type=checkbox]")];
const names = () => boxes().filter((box) => box.checked).map((box) => box.parentElement.textContent);
const ticked = () => boxes().filter((box) => box.checked).map((box) => box.value);

/** The items that a way carries for somebody: all of them for a group of people, else those of the ticked operations. */
function itemsOf(way, part, chosen) {
  const byPeople = part.subjects.some((id) => chosen.has(`subjects/${id}`));
  const own = Object.entries(way.own).filter(([id]) => byPeople || chosen.has(`operations/${id}`));
  return [...way.items, ...own.flatMap(([, items]) => items)];
}

const concerns = (part, chosen) =>
  ["subjects", "operations"].some((kind) => part[kind].some((id) => chosen.has(`${kind}/${id}`)));

const newReceiver = (name, directed) => ({
  name,
  directed,
  sources: new Set(),
  items: new Set(),
  contents: new Set(),
  parts: new Map(), // each part → address → place of the clauses that say so
});

/** By receiver: from whom, which items, and the parts that say so. Who is only joined stands under both names.
 *  Parties whom the papers of two 諮問 leave unnamed are never taken for one. */
function receivers(parts, chosen) {
  const byName = new Map();
  for (const part of parts.filter((candidate) => concerns(candidate, chosen))) {
    for (const way of part.ways) {
      const name = way.directed ? way.to : `${way.from} と ${way.to}`;
      const page = way.known ? "" : part.page;
      const receiver = byName.get(page + name) ?? newReceiver(page ? `${name}　${part.name}` : name, way.directed);
      byName.set(page + name, receiver);
      if (way.directed) receiver.sources.add(way.from);
      for (const item of itemsOf(way, part, chosen)) receiver.items.add(item);
      if (way.content) receiver.contents.add(way.content);
      receiver.parts.set(part, (receiver.parts.get(part) ?? new Map()).set(way.link, way.place));
    }
  }
  return [...byName.values()];
}

function itemList(numbers, items) {
  const made = element("ul", "words mine__items");
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const [name, id, isSensitive] = items[number];
    const entry = element("li", "", link(`items/${id}/`, name));
    if (isSensitive) entry.append(" ", element("span", "sensitive-mark", "要配慮"));
    made.append(entry);
  }
  return made;
}

function row(label, ...content) {
  return element("div", "", element("dt", "", label), element("dd", "", ...content));
}

function newGround(part) {
  const entry = element("li", "", link(part.page, `${part.name} ${part.subject}`));
  if (part.why) entry.append(element("p", "mine__why", part.why));
  return entry;
}

/** Why, 諮問 by 諮問, and of each of its parts since when and where it is written. */
function grounds(parts) {
  const byPage = new Map();
  for (const [part, places] of parts) {
    const entry = byPage.get(part.page) ?? newGround(part);
    byPage.set(part.page, entry);
    const where = element("p", "mine__since", `${part.act}　開始 ${part.since}`);
    for (const [address, place] of places) if (place) where.append("　", link(address, place));
    entry.append(where);
  }
  return element("ul", "mine__grounds", ...byPage.values());
}

function picture({ sources, name }) {
  const from = element("div", "mine__from", ...[...sources].map((source) => element("span", "mine__party", source)));
  const arrow = element("span", "mine__arrow", "→");
  arrow.setAttribute("aria-hidden", "true");
  const spoken = element("span", "visually-hidden", "から");
  return element("div", "mine__picture", from, arrow, spoken, element("span", "mine__party mine__party--to", name));
}

/** How many of the items that somebody receives are marked as perhaps 要配慮. */
const markedOf = (receiver, items) => [...receiver.items].filter((number) => items[number][2]).length;

function received(receiver, items) {
  const contents = [...receiver.contents].map((text) => element("p", "", `「${text}」`));
  if (!receiver.items.size) return contents.length ? contents : [notInPaper];
  const marked = markedOf(receiver, items);
  const count = `${receiver.items.size}項目${marked ? `（うち要配慮の目印が付くもの ${marked}項目）` : ""}`;
  return [element("p", "", count), itemList(receiver.items, items), ...contents];
}

function section(receiver, items) {
  const facts = element("dl", "facts", row("渡る情報", ...received(receiver, items)), row("なぜ、いつから", grounds(receiver.parts)));
  const drawn = receiver.directed ? picture(receiver) : element("p", "", `あいだで扱います（向きは${notInPaper}）。`);
  return element("section", "mine__receiver", element("h3", "", receiver.name), drawn, facts);
}

async function show() {
  const wanted = new Set(typedHash().split(",").filter(Boolean));
  for (const box of boxes()) box.checked = wanted.has(box.value);
  const chosen = new Set(ticked());
  choices.querySelector("[data-mine-actions]").hidden = !chosen.size;
  answer.hidden = !chosen.size;
  answer.querySelector("[data-mine-chosen]").textContent = `選んだもの：${names().join("、")}`;
  list.replaceChildren();
  if (!chosen.size) return;
  status.textContent = "読み込んでいます…";
  try {
    const { items, parts } = await rows();
    if (ticked().join() !== [...chosen].join()) return; // a later choice is shown instead
    const ordered = receivers(parts, chosen).sort((one, other) => markedOf(other, items) - markedOf(one, items));
    const sections = ordered.map((receiver) => section(receiver, items));
    list.replaceChildren(...sections);
    status.textContent = sections.length
      ? `選んだもののどれかに当てはまる取扱いから、${sections.length}の相手をならべています。`
      : "選んだものに当てはまる取扱いは、収録した諮問にはありません。なかったという意味ではありません。";
  } catch {
    status.textContent = "一覧を読み込めませんでした。通信を確かめて、もう一度選んでください。";
  }
}

makeBoxes();
choices.addEventListener("change", () => {
  history.replaceState(null, "", `#${ticked().join(",")}`);
  show();
});
choices.querySelector("[data-mine-clear]").addEventListener("click", () => {
  history.replaceState(null, "", location.pathname + location.search);
  show();
  boxes()[0].focus();
});
choices.querySelector("[data-mine-look]").addEventListener("click", () => {
  const heading = answer.querySelector("h2");
  heading.scrollIntoView();
  heading.focus();
});
addEventListener("hashchange", show);
show();
