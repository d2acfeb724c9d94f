// What is folded opens where an address leads into it, and for a print, also in browsers that do not do so themselves.

import { typedHash } from "./hash.js";

function openAround(anchor) {
  const target = document.getElementById(anchor);
  let folded = target?.closest("details");
  if (!folded) return;
  for (; folded; folded = folded.parentElement.closest("details")) folded.open = true;
  target.scrollIntoView();
}

let openedForPrint = [];

export function startFolding() {
  const follow = () => openAround(typedHash());
  follow();
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => {
    openedForPrint = [...document.querySelectorAll(".folded:not([open], .history .folded)")];
    for (const folded of openedForPrint) folded.open = true;
  });
  addEventListener("afterprint", () => {
    for (const folded of openedForPrint) folded.open = false;
  });
}
