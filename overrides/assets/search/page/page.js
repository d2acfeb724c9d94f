// The search page: reads its address, asks, filters, sorts and shows. The address is the only state that lasts.

import { all, answer, nearest } from "../../search.js";
import { guardComposing, element, keepingFocus } from "./dom.js";
import { counts, facetsFor, passing } from "./filters.js";
import { open } from "../index/index.js";
import { startKeys } from "./keys.js";
import { searchAlong } from "../index/sites.js";
import { SORTS, isFiltered, read, toggled, written } from "./address.js";
import { FACETS, isWord } from "./kinds.js";
import { applied, entry, explained, facetGroup, otherPage, shortcut, unreached } from "./view.js";

const STEP = 10;
const FIRST = 5; // shown before the rest of a step is fetched
const BESIDE = 6; // shortcuts to words, and other pages
const TYPING = 250; // milliseconds without a key before an answer is sought

/** Start the search page whose form is `form`. */
export function startSearchPage(form) {
  new SearchPage(form).restore();
}

class SearchPage {
  constructor(form) {
    this.field = form.querySelector("input");
    this.isJoined = "sites" in form.dataset;
    if (this.isJoined) searchAlong(JSON.parse(form.dataset.sites));
    this.part = (name) => document.querySelector(`[data-search-${name}]`);
    this.open = new Set(["act"]);
    this.shown = STEP;
    this.turn = 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go({ ...this.state, query: this.field.value });
    });
    form.addEventListener("input", (event) => event.isComposing || this.whenTyped());
    form.addEventListener("compositionend", () => this.whenTyped());
    guardComposing(form);
    this.part("sort").addEventListener("change", ({ target }) => this.go({ ...this.state, sort: target.value }));
    this.part("more").addEventListener("click", () => this.showMore());
    addEventListener("popstate", () => this.restore());
    this.part("sort").replaceChildren(...Object.entries(SORTS).map(([value, name]) => element("option", "", { value }, name)));
    this.part("filters-frame").open = matchMedia("(min-width: 60rem)").matches;
    startKeys(form, this.part("results"), this.part("slash"));
  }

  restore() {
    this.state = read(location.href);
    this.field.value = this.state.query;
    return this.show();
  }

  go(state) {
    this.state = state;
    history.pushState(null, "", written(state, location.href));
    return this.show();
  }

  whenTyped() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      this.state = { ...this.state, query: this.field.value };
      history.replaceState(null, "", written(this.state, location.href));
      this.show();
    }, TYPING);
  }

  async show() {
    const turn = ++this.turn;
    this.isWaiting = true;
    const { query } = this.state;
    const isAsked = query.trim() !== "" || isFiltered(this.state);
    if (isAsked) this.part("status").textContent = "さがしています…";
    try {
      const found = isAsked ? await (query.trim() ? answer(query) : all()) : { results: [], notes: [], terms: [] };
      if (turn !== this.turn) return;
      this.isWaiting = false;
      this.found = found;
      this.shown = STEP;
      await this.draw(isAsked);
    } catch (error) {
      console.error(error);
      if (turn === this.turn) this.part("status").textContent = "検索の準備ができませんでした。通信を確かめて、もう一度お試しください。";
    }
  }

  async draw(isAsked) {
    const { state, turn } = this;
    const { results } = this.found;
    const consultations = results.filter(isConsultation);
    this.passed = consultations;
    if (isFiltered(state)) this.passed = passing(consultations, state.filters, await this.facets());
    this.listed = sorted(this.passed, state.sort);
    const ours = results.filter(({ isOwn }) => isOwn);
    const named = bestNamed(ours.filter(isNamedWord));
    const others = isFiltered(state) ? [] : ours.filter((result) => !isConsultation(result) && !named.includes(result));
    const entries = await detailed(this.listed.slice(0, FIRST));
    if (turn !== this.turn) return;
    this.put("results", entries.map(entry));
    this.put("shortcuts", named.slice(0, BESIDE).map(shortcut));
    await this.putOthers(others.slice(0, BESIDE), turn);
    if (turn !== this.turn) return;
    this.drawSurroundings(isAsked, others.length, isAsked ? (await open()).missing : []);
    await this.append(this.listed.slice(FIRST, this.shown), turn);
    const facets = results.length > 0 ? await this.facets() : {};
    if (turn === this.turn) this.drawFilters(consultations, facets);
    await this.offerNearest(isAsked && results.length === 0);
  }

  /** Beside consultations a title is enough; alone, a page shows the place that answers. */
  async putOthers(others, turn) {
    const isAlone = this.passed.length === 0;
    const shown = isAlone ? await detailed(others) : others;
    if (turn === this.turn) this.put("others", shown.map((result) => otherPage(result, isAlone)));
  }

  facets() {
    return facetsFor(this.state.filters, this.open);
  }

  /** Everything around the lists: what was done, what is in force, and which parts are shown at all. */
  drawSurroundings(isAsked, others, missing) {
    const { state } = this;
    const { results, notes } = this.found;
    this.put("notes", [...explained(notes), ...unreached(missing)]);
    const buttons = applied(state, (name, value) => this.go(toggled(state, name, value)));
    keepingFocus(this.part("applied"), () => this.put("applied", buttons), this.part("filters-head"));
    this.part("sort").value = state.sort;
    this.part("sorting").hidden = this.listed.length < 2;
    this.part("others-head").hidden = others === 0;
    this.part("others-head").querySelector("h2").textContent = this.passed.length > 0 ? "そのほかのページ" : "見つかったページ";
    this.part("more").hidden = this.listed.length <= this.shown;
    this.part("browse").hidden = results.length > 0 || isFiltered(state);
    this.part("status").textContent = isAsked ? this.said(others) : "";
  }

  async append(results, turn = this.turn) {
    const entries = (await detailed(results)).map(entry);
    if (turn === this.turn) this.part("results").append(...entries);
    return entries;
  }

  put(name, children) {
    const part = this.part(name);
    part.replaceChildren(...children);
    part.hidden = children.length === 0;
  }

  drawFilters(consultations, facets) {
    const names = Object.keys(FACETS).filter((name) => name !== "site" || this.isJoined);
    const groups = (consultations.length > 0 ? names : [])
      .map((name) => [name, facets[name] ? counts(name, consultations, this.state.filters, facets) : []])
      .map(([name, values]) =>
        facetGroup(name, values, this.state, this.open.has(name), (facet, value) => this.go(toggled(this.state, facet, value)), (facet, isOpen) => this.unfold(facet, isOpen)),
      );
    keepingFocus(this.part("filters"), () => this.put("filters", groups), this.part("filters-head"));
    this.part("filters-frame").hidden = groups.length === 0;
  }

  unfold(name, isOpen) {
    const was = this.open.has(name);
    if (isOpen) this.open.add(name);
    else this.open.delete(name);
    if (!isOpen || was || this.isWaiting) return; // the answer on its way will be drawn with what is open
    this.turn++; // what is still being drawn must not add to what is drawn anew
    this.draw(true);
  }

  async showMore() {
    const next = this.listed.slice(this.shown, this.shown + STEP);
    this.shown += STEP;
    const entries = await this.append(next);
    this.part("more").hidden = this.listed.length <= this.shown;
    entries[0]?.querySelector("a").focus();
  }

  said(others) {
    const { query } = this.state;
    const about = query.trim() ? `「${query.trim()}」の` : "";
    if (this.found.results.length === 0) return `「${query.trim()}」は見つかりませんでした。`;
    if (this.passed.length === 0) return `${about}諮問は見つかりませんでした。${others > 0 ? "そのほかのページがあります。" : "絞り込みを減らしてください。"}`;
    return `${about}諮問が${this.passed.length}件見つかりました。`;
  }

  async offerNearest(isNothing) {
    const words = isNothing && this.state.query.trim() ? await nearest(this.state.query) : [];
    const links = words.map((word) => element("li", "", {}, element("a", "", { href: written({ ...this.state, query: word }, location.href) }, word)));
    this.put("nearest", links);
    this.part("nothing").hidden = !isNothing;
    this.part("nearest-head").hidden = links.length === 0;
  }
}

const isConsultation = ({ address }) => /^consultations\/[^/]+\/$/.test(address);
const isNamedWord = ({ isNamed, address }) => isNamed && isWord(address);

/** Who asks for 通帳の番号 wants 口座番号, not every name with 番号 in it. */
function bestNamed(named) {
  const called = named.filter(({ isCalled }) => isCalled);
  return called.length > 0 ? called : named;
}

const detailed = (results) => Promise.all(results.map((result) => result.details()));

function sorted(results, sort) {
  if (sort === "fit") return results;
  const number = ({ address }) => Number(address.split("/")[1]) || 0;
  const by = {
    newest: (a, b) => b.date.localeCompare(a.date) || number(b) - number(a),
    oldest: (a, b) => a.date.localeCompare(b.date) || number(a) - number(b),
    number: (a, b) => number(a) - number(b),
  };
  return [...results].sort(by[sort]);
}
