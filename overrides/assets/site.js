// What every page does beyond reading: change the colours, go to the search page.

import { startFolding } from "./folding.js";
import { startSearchBox } from "./search/page/box.js";

const themeSwitch = document.querySelector("[data-theme-switch]");
const isDark = () => getComputedStyle(document.documentElement).getPropertyValue("--is-dark").trim() === "1";

function showTheme() {
  themeSwitch.querySelector("[data-theme-name]").textContent = isDark() ? "明るい配色にする" : "暗い配色にする";
}

if (themeSwitch) {
  showTheme();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
  themeSwitch.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Storage is blocked: the choice lasts for this page only.
    }
    showTheme();
  });
}

const box = document.querySelector("[data-search-box]");
if (box) startSearchBox(box);
startFolding();
