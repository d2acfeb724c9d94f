// The citation of a clause or of the whole document, in the form that minutes need, to be copied.

import { copy } from "./copying.js";

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);
const FORMS = {
  text: (name, address) => `${name} ${address}`,
  markdown: (name, address) => `[${name.replace(/[\\[\]]/g, "\\$&")}](${address})`,
  html: (name, address) => `<a href="${escaped(address)}">${escaped(name)}</a>`,
};

/** Opens `dialog` from every number and button with data-cite; a number is a link all the same. */
function startCiting(dialog) {
  const find = (name) => dialog.querySelector(`[data-citing-${name}]`);
  const [what, text, status, fixed] = ["what", "text", "status", "fixed"].map(find);
  const { name, address, fixed: fixedAddress, version, day } = dialog.dataset;
  let cited = { number: "", anchor: "" };

  function show() {
    const isFixed = !address || fixed?.checked;
    const called = cited.number ? `${name} ${cited.number}` : name;
    const target = (isFixed ? fixedAddress : address) + (cited.anchor ? `#${cited.anchor}` : "");
    const form = dialog.querySelector("[name=citing-form]:checked").value;
    what.textContent = called;
    text.value = FORMS[form](isFixed ? `${called}（${day}の版 ${version}）` : called, target);
    status.textContent = "";
  }

  for (const link of document.querySelectorAll("a[data-cite]")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.title = "引用する";
  }
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-cite]");
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
    cited = { number: opener.dataset.cite, anchor: opener.dataset.anchor ?? "" };
    show();
    dialog.showModal();
  });
  dialog.addEventListener("change", show);
  find("copy").addEventListener("click", () => copy(text, status));
  find("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

startCiting(document.querySelector("[data-citing]"));
