// The page for an address that does not exist: looks for what the address seems to have meant.

import { search } from "../../search.js";
import { entry } from "./view.js";

const MOST = 5;

/** The last word of an address: 9480 of /consultations/9480/, 「氏名」 of /items/氏名/. */
function meant(path) {
  const last = path.split("/").filter(Boolean).at(-1) ?? "";
  try {
    return decodeURIComponent(last).replace(/\.html?$/, "").replaceAll(/[-_+]/g, "");
  } catch {
    return ""; // not an encoded text
  }
}

const words = meant(location.pathname);
const found = words ? (await search(words, { limit: MOST })).slice(0, MOST) : [];
if (found.length > 0) {
  const section = document.querySelector("[data-missing]");
  section.querySelector("[data-missing-head]").textContent = `「${words}」でさがしたページ`;
  section.querySelector("[data-missing-results]").replaceChildren(...found.map(entry));
  section.hidden = false;
}
