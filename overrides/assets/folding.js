// What is folded opens where an address leads into it, and for a print, also in browsers that do not do so themselves.

function openAround(anchor) {
  let folded = document.getElementById(decodeURIComponent(anchor))?.closest("details");
  if (!folded) return;
  for (; folded; folded = folded.parentElement.closest("details")) folded.open = true;
  document.getElementById(decodeURIComponent(anchor)).scrollIntoView();
}

let openedForPrint = [];

export function startFolding() {
  const follow = () => openAround(location.hash.slice(1));
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
