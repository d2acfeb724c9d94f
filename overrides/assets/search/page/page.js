// The search page: reads its address, asks, filters, sorts and shows. The address is the only state that lasts.

import { all, answer, nearest } from "../../search.js";
import { guardComposing, element, keepingFocus } from "./dom.js";
import { counts, facetsFor, passing } from "./filters.js";
import { forget, open } from "../index/index.js";
import { startKeys } from "./keys.js";
import { searchAlong } from "../index/sites.js";
import { SORTS, isFiltered, read, toggled, written } from "./address.js";
import { FACETS, isWord } from "./kinds.js";
import { explained, statusOf, unreached } from "./sentences.js";
import { applied, entry, facetGroup, otherPage, shortcut } from "./view.js";

const STEP = 10;
const FIRST = 5; // shown before the rest of a step is fetched
const BESIDE = 6; // shortcuts to words, and other pages at first
const MORE_BESIDE = 20;
const REWORDED = 2; // the first level of answers in other words, see query/levels.js
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
    this.part("more").addEventListener("click", () => this.showMore().catch((error) => this.fail(error)));
    this.part("more-others").addEventListener("click", () => this.showMoreOthers().catch((error) => this.fail(error)));
    this.part("retry").addEventListener("click", () => this.retry());
    addEventListener("online", () => this.hasFailed && this.retry());
    addEventListener("popstate", () => this.restore());
    this.part("sort").replaceChildren(...Object.entries(SORTS).map(([value, name]) => element("option", "", { value }, name)));
    this.part("filters-frame").open = matchMedia("(min-width: 60rem)").matches;
    startKeys(form, this.part("answers"), this.part("slash"));
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
    this.hasFailed = false;
    this.part("retry").hidden = true;
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
      if (turn === this.turn) this.fail(error);
    }
  }

  /** Something that the answer needs did not arrive: that is no "nothing found", and nothing of an older query stays. */
  fail(error) {
    console.error(error);
    this.turn++;
    this.isWaiting = false;
    this.hasFailed = true;
    for (const name of ["results", "reworded", "shortcuts", "others", "notes", "nearest"]) this.put(name, []);
    for (const name of ["sorting", "more", "others-head", "reworded-head", "nothing", "filters-frame"]) this.part(name).hidden = true;
    this.part("retry").hidden = false;
    this.part("status").textContent = "検索に必要なデータを受け取れませんでした。見つからないという意味ではありません。通信を確かめて、もう一度お試しください。";
  }

  /** Ask for everything anew: the network may be back, or the site may have been published again. */
  retry() {
    forget();
    return this.show();
  }

  async draw(isAsked) {
    const { state, turn } = this;
    const { results } = this.found;
    const consultations = results.filter(isConsultation);
    this.passed = consultations;
    if (isFiltered(state)) this.passed = passing(consultations, state.filters, await this.facets());
    this.listed = inOwnWordsFirst(sorted(this.passed, state.sort));
    const ours = results.filter(({ isOwn }) => isOwn);
    const named = bestNamed(ours.filter(isNamedWord));
    const cards = named.slice(0, BESIDE);
    this.others = isFiltered(state) ? [] : ours.filter((result) => !isConsultation(result) && !cards.includes(result));
    const first = await detailed(this.listed.slice(0, FIRST));
    if (turn !== this.turn) return;
    this.put("results", []);
    this.put("reworded", []);
    this.add(first);
    const wholeCards = await detailed(cards);
    if (turn !== this.turn) return;
    this.put("shortcuts", wholeCards.map(shortcut));
    await this.putOthers(this.others.slice(0, BESIDE), turn);
    if (turn !== this.turn) return;
    this.drawSurroundings(isAsked, isAsked ? (await open()).missing : []);
    await this.append(this.listed.slice(FIRST, this.shown), turn);
    const facets = results.length > 0 ? await this.facets() : {};
    if (turn === this.turn) this.drawFilters(consultations, facets);
    await this.offerNearest(isAsked && results.length === 0);
  }

  /** Beside consultations a title is enough; alone, a page shows the place that answers. */
  async putOthers(others, turn) {
    const isAlone = this.passed.length === 0;
    const shown = isAlone ? await detailed(others) : others;
    if (turn !== this.turn) return;
    this.put("others", shown.map((result) => otherPage(result, isAlone)));
    this.part("more-others").hidden = this.others.length <= others.length;
  }

  async showMoreOthers() {
    const at = this.part("others").children.length;
    await this.putOthers(this.others.slice(0, at + MORE_BESIDE), this.turn);
    this.part("others").children[at]?.querySelector("a").focus();
  }

  facets() {
    return facetsFor(this.state.filters, this.open);
  }

  /** Everything around the lists: what was done, what is in force, and which parts are shown at all. */
  drawSurroundings(isAsked, missing) {
    const { state } = this;
    const { results } = this.found;
    this.put("notes", [...explained(this.found), ...unreached(missing)]);
    const buttons = applied(state, (name, value) => this.go(toggled(state, name, value)));
    keepingFocus(this.part("applied"), () => this.put("applied", buttons), this.part("filters-head"));
    this.part("sort").value = state.sort;
    this.part("sorting").hidden = this.listed.length < 2;
    const count = this.others.length;
    this.part("others-head").hidden = count === 0;
    this.part("others-head").querySelector("h2").textContent = `${this.passed.length > 0 ? "そのほかのページ" : "見つかったページ"}（${count}件）`;
    this.part("more").hidden = this.listed.length <= this.shown;
    this.part("browse").hidden = results.length > 0 || isFiltered(state);
    this.part("status").textContent = isAsked ? statusOf({ ...this.found, query: state.query.trim(), count: this.passed.length, others: count }) : "";
  }

  async append(results, turn = this.turn) {
    const whole = await detailed(results);
    return turn === this.turn ? this.add(whole) : [];
  }

  /** Each to the list of its kind: in the words that were typed, or in others. */
  add(results) {
    const entries = results.map((result) => ({ made: entry(result), part: result.isReworded ? "reworded" : "results" }));
    for (const { made, part } of entries) this.part(part).append(made);
    this.part("results").hidden = this.part("results").children.length === 0;
    this.part("reworded").hidden = false;
    this.part("reworded-head").hidden = this.part("reworded").children.length === 0;
    return entries.map(({ made }) => made);
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

/** Where some are in the words that were typed, the others come after them, whatever the order within each. */
function inOwnWordsFirst(results) {
  const [own, reworded] = [results.filter(({ level }) => level < REWORDED), results.filter(({ level }) => level >= REWORDED)];
  return own.length === 0 ? results : [...own, ...reworded.map((result) => ({ ...result, details: async () => ({ ...(await result.details()), isReworded: true }) }))];
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
