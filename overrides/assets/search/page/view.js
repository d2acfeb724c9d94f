// What the search page looks like for an answer. Knows elements, not how answers are found.

import { isFiltered } from "./address.js";
import { element } from "./dom.js";
import { FACETS } from "./kinds.js";

const ROOT = new URL("../../../", import.meta.url);

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
  const link = label ? [element("a", "result__clause", { href: toMatch(url, excerpt) }, label), " "] : [];
  const pieces = excerpt.map(({ text, isMatch }) => (isMatch ? element("mark", "", {}, text) : text));
  return element("p", "result__passage", {}, ...link, ...pieces);
}

/**
 * The address of a passage. One without a place of its own gets a text fragment, so that the browser marks the match where
 * one lands; a place is marked as a whole, which a fragment would undo: the match, not the place, would be the target.
 */
function toMatch(url, excerpt) {
  const match = excerpt.find(({ isMatch }) => isMatch)?.text;
  if (!match || url.includes("#")) return url;
  const directive = encodeURIComponent(match).replaceAll("-", "%2D");
  return `${url}#:~:text=${directive}`;
}

/** A page that is no 諮問; with the place that answers where no 諮問 does. */
export function otherPage({ url, title, sections }, isAnswer) {
  return element("li", "", {}, element("a", "", { href: url }, title), ...(isAnswer ? sections.slice(0, 1).map(passage) : []));
}

/** The page of a word that has the name that was searched for: what it is, whom it goes to, since when, in which 諮問. */
export function shortcut({ url, title, kind, card }) {
  const link = element("a", "shortcut", { href: url }, element("span", "shortcut__kind", {}, kind), ` ${title}`);
  return element("li", "", {}, link, ...(card ? [facts(card)] : []));
}

function facts({ receivers, since, consultations }) {
  const rows = [
    ["渡る相手", receivers.join("、")],
    ["いつから", since],
    ["諮問", consultations.flatMap(({ url, name }, i) => [i > 0 ? "、" : "", element("a", "", { href: new URL(url, ROOT).pathname }, name)])],
  ];
  const shown = rows.filter(([, value]) => value.length > 0);
  return element("dl", "shortcut__facts", {}, ...shown.flatMap(([name, value]) => [element("dt", "", {}, name), element("dd", "", {}, ...[value].flat())]));
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
