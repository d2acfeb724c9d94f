// An address that somebody typed: #第1の5(1) and #１-５-１ lead to the clause, and one that is not there is said in words.

import { typedHash } from "./hash.js";

const DASHES = /[‐‑–—―−ーｰ]/gu;
const NUMBERED = /^第?[0-9]/u;

/** As it is compared: one width, no spaces, one kind of dash. */
const plain = (text) => text.normalize("NFKC").replace(DASHES, "-").replace(/\s/gu, "").toLowerCase();

/** 1-5-9 → 第1の5(9) on a page whose clauses stand in parts, else 1(5)(9); what is no such address stays as it is. */
function spoken(typed, hasParts) {
  if (!/^[0-9a-z]+(?:-[0-9a-z]+)*$/u.test(typed)) return typed;
  const [first, ...rest] = typed.split("-");
  const [clause, ...labels] = hasParts ? rest : [first, ...rest];
  const inner = labels.map((label) => `(${label})`).join("");
  if (!hasParts) return `${clause}${inner}`;
  return clause === undefined ? `第${first}` : `第${first}の${clause}${inner}`;
}

/** Follows the address wherever it names a clause; `head` is what a sentence stands behind. */
function startFollowing(head) {
  const note = document.createElement("p");
  note.className = "note";
  note.setAttribute("role", "status");
  const numbers = [...document.querySelectorAll("a.clause__number")];
  const hasParts = numbers.some((number) => plain(number.textContent).startsWith("第"));

  function follow() {
    const typed = typedHash();
    note.remove();
    if (!NUMBERED.test(plain(typed)) || document.getElementById(typed)) return;
    const meant = numbers.find(({ textContent, hash }) => [plain(textContent), hash.slice(1)].includes(plain(typed)));
    if (meant) {
      location.replace(meant.hash);
      return;
    }
    head.after(note);
    note.textContent = `この諮問に${spoken(plain(typed), hasParts)}はありません。`;
    note.scrollIntoView({ block: "center" });
  }

  addEventListener("hashchange", follow);
  follow();
}

startFollowing(document.querySelector(".page-head"));
