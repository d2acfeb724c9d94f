// What the search page loads beyond every other page.

import { startSearchPage } from "./page.js";

startSearchPage(document.querySelector("[data-search-form]"));
