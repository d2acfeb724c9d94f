// What the search page looks like for an answer. Knows elements, not how answers are found.

import { isFiltered } from "./address.js";
import { element } from "./dom.js";
import { FACETS } from "./kinds.js";

/** One consultation or other page as a list entry, with the clauses that answer. */
export function entry({ url, title, printed_date: date, acts, sections, site }) {
  return element(
    "li",
    "result",
    {},
    element("h2", "result__title", {}, element("a", "", { href: url, "data-result": true }, title)),
    ...(date ? [element("p", "result__facts", {}, [site, date, acts.join("・")].filter(Boolean).join("　"))] : []),
    ...sections.map(passage),
  );
}

function passage({ url, label, excerpt }) {
  const link = label ? [element("a", "result__clause", { href: url }, label), " "] : [];
  const pieces = excerpt.map(({ text, isMatch }) => (isMatch ? element("mark", "", {}, text) : text));
  return element("p", "result__passage", {}, ...link, ...pieces);
}

/** A page that is no 諮問; with the place that answers where no 諮問 does. */
export function otherPage({ url, title, sections }, isAnswer) {
  return element("li", "", {}, element("a", "", { href: url }, title), ...(isAnswer ? sections.slice(0, 1).map(passage) : []));
}

/** Pages of words that have the name that was searched for. */
export function shortcut({ url, title, kind }) {
  return element("li", "", {}, element("a", "shortcut", { href: url }, element("span", "shortcut__kind", {}, kind), ` ${title}`));
}

/** One facet as a foldable list of checkboxes with counts. */
export function facetGroup(name, values, state, isOpen, change, open) {
  const boxes = values.map(({ value, count }) => {
    const box = element("input", "", { type: "checkbox", "data-key": `${name} ${value}`, checked: state.filters[name].includes(value), onchange: () => change(name, value) });
    return element("li", "", {}, element("label", "filter", {}, box, element("span", "filter__name", {}, value), element("span", "filter__count", {}, `${count}件`)));
  });
  const list = boxes.length > 0 ? element("ul", "filter-list", {}, ...boxes) : element("p", "filter-list", {}, "あてはまるものはありません。");
  const summary = element("summary", "", { "data-key": name }, FACETS[name]);
  return element("details", "filter-group", { open: isOpen, ontoggle: ({ target }) => open(name, target.open) }, summary, list);
}

/** The filters in force, each with a button that takes it away. */
export function applied(state, change) {
  if (!isFiltered(state)) return [];
  return Object.entries(state.filters).flatMap(([name, values]) =>
    values.map((value) =>
      element(
        "li",
        "",
        {},
        element(
          "button",
          "applied",
          { type: "button", onclick: () => change(name, value), "aria-label": `${FACETS[name]}「${value}」の絞り込みをやめる` },
          `${FACETS[name]}「${value}」`,
          element("span", "", { "aria-hidden": "true" }, " ✕"),
        ),
      ),
    ),
  );
}

/** In words, what else was searched for and why. */
export function explained(notes) {
  const said = new Set();
  for (const { from, to, level } of notes) {
    if (level >= 4) said.add(`「${from}」に近い言葉「${to}」でさがしました。`);
    else if (level >= 3) said.add(`「${to.split(" ").join("」「")}」${to.includes(" ") ? "に分けて" : "で"}さがしました。`);
    else if (from) said.add(`「${from}」を「${to}」としても探しました。`);
  }
  return [...said].slice(0, 4).map((sentence) => element("p", "search-note", {}, sentence));
}

/** That some registers are missing from the answer. */
export function unreached(names) {
  if (names.length === 0) return [];
  return [element("p", "search-note", {}, `「${names.join("」「")}」のサイトにはつながりませんでした。ほかのサイトの結果を表示しています。`)];
}
