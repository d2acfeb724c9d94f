// The search box in the head of a page: leads to the search page.

import { guardComposing } from "./dom.js";

/** The content policy forbids forms to send anything, so the box leads on by itself. */
export function startSearchBox(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new FormData(form).get("q").trim();
    const address = new URL(form.getAttribute("action"), location.href);
    if (query) address.searchParams.set("q", query);
    location.assign(address);
  });
  guardComposing(form);
}
