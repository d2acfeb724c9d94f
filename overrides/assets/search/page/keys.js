// Keys of the search page: / to the field, arrows through the results, Escape back. Each can be done by Tab as well.

const STORED = "slash-key";

/** `form` holds the field; `list` the results; `choice` the checkbox that turns / on and off. */
export function startKeys(form, list, choice) {
  const field = form.querySelector("input");
  choice.checked = stored() !== "off";
  choice.addEventListener("change", () => store(choice.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && choice.checked && !isEditable(document.activeElement)) {
      event.preventDefault();
      field.focus();
    } else if (event.key === "Escape" && list.contains(document.activeElement)) {
      field.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      move(event, field, list);
    }
  });
}

function move(event, field, list) {
  const links = [...list.querySelectorAll("[data-result]")];
  const stops = [field, ...links];
  const at = stops.indexOf(document.activeElement);
  if (at < 0 || links.length === 0) return;
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const isEditable = (target) => target?.matches("input, textarea, select, [contenteditable]") ?? false;

function stored() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function store(value) {
  try {
    localStorage.setItem(STORED, value);
  } catch {
    // Storage is blocked: the choice lasts for this page only.
  }
}
