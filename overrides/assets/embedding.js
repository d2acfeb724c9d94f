// Copying the code that shows a consultation on another site.

import { copy } from "./copying.js";

/** Starts the details with data-embed. */
function startEmbedding(details) {
  const status = details.querySelector("[data-embed-status]");
  details.addEventListener("click", (event) => {
    const button = event.target.closest("[data-embed-copy]");
    if (button) copy(document.getElementById(button.dataset.embedCopy), status);
  });
}

startEmbedding(document.querySelector("[data-embed]"));
