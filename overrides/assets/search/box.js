// The search box in the head of a page: leads to the search page.

/** The content policy forbids forms to send anything, so the box leads on by itself. */
export function startSearchBox(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new FormData(form).get("q").trim();
    const address = new URL(form.getAttribute("action"), location.href);
    if (query) address.searchParams.set("q", query);
    location.assign(address);
  });
  // Enter that ends a conversion by an input method does not search.
  form.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
    },
    true,
  );
}
