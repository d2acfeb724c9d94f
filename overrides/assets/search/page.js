// The search page: the query lives in the address, so that back, reload and a shared link restore the view.

import { search } from "../search.js";

const SHOWN = 20;

/** Search as the reader types or arrives with a query. */
export function startSearchPage(form) {
  const field = form.querySelector("input");
  const parts = {
    status: document.querySelector("[data-search-status]"),
    list: document.querySelector("[data-search-results]"),
    browse: document.querySelector("[data-search-browse]"),
  };
  let latest = 0;
  const show = async () => {
    const turn = ++latest;
    const answer = await answered(field.value, parts.status);
    if (turn === latest) display(answer, parts);
  };
  const restore = () => {
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    return show();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("q", field.value);
    history.pushState(null, "", address);
    show();
  });
  form.addEventListener("input", (event) => {
    if (!event.isComposing) show();
  });
  form.addEventListener("compositionend", show);
  form.addEventListener("keydown", refuseEnterWhileComposing, true);
  addEventListener("popstate", restore);
  restore();
}

function refuseEnterWhileComposing(event) {
  if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
}

async function answered(query, status) {
  if (!query.trim()) return { query: "", results: [] };
  status.textContent = "さがしています…";
  try {
    return { query, results: await search(query, { limit: SHOWN }) };
  } catch (error) {
    console.error(error);
    return { query, results: [], failed: true };
  }
}

function display({ query, results, failed }, { status, list, browse }) {
  list.replaceChildren(...results.slice(0, SHOWN).map(item));
  list.hidden = results.length === 0;
  browse.hidden = results.length > 0;
  status.textContent = said(query, results.length, failed);
}

function said(query, count, failed) {
  if (failed) return "検索の準備ができませんでした。通信を確かめて、もう一度お試しください。";
  if (!query) return "";
  if (count === 0) return `「${query}」を含むページは見つかりませんでした。言葉を短くするか、下の一覧からさがしてください。`;
  return count > SHOWN
    ? `${count}ページ見つかりました。はじめの${SHOWN}ページを表示しています。`
    : `${count}ページ見つかりました。`;
}

function item(result) {
  const entry = element("li", "result");
  const heading = element("h2", "result__title");
  const link = element("a", "", result.title);
  link.href = result.url;
  heading.append(link);
  entry.append(heading);
  if (result.date) entry.append(element("p", "result__facts", `${result.date}　${result.acts.join("・")}`));
  for (const section of result.sections) entry.append(passage(section));
  return entry;
}

function passage({ url, label, excerpt }) {
  const paragraph = element("p", "result__passage");
  if (label) {
    const link = element("a", "result__clause", label);
    link.href = url;
    paragraph.append(link, " ");
  }
  for (const { text, isMatch } of excerpt) paragraph.append(isMatch ? element("mark", "", text) : text);
  return paragraph;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
