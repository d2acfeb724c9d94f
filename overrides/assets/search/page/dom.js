// Elements made without markup, so that no text can become any; focus that outlives a drawing; Enter of input methods.

/** An element with a class, attributes and children (elements or texts). */
export function element(name, className = "", attributes = {}, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

// What is drawn anew takes the focus along: whoever stands on a choice still stands on it when its counts change.

/** Call `draw`, then focus what has the data-key that had the focus within `part`; where it is gone, `otherwise`. */
export function keepingFocus(part, draw, otherwise) {
  const held = part.contains(document.activeElement) ? document.activeElement : null;
  draw();
  if (!held) return;
  const again = [...part.querySelectorAll("[data-key]")].find(({ dataset }) => dataset.key === held.dataset.key);
  (again ?? otherwise).focus();
}

// Input methods: Enter that ends a conversion must not search. Some browsers tell by isComposing, some by key code 229.

/** Keep such an Enter from submitting the form. */
export function guardComposing(form) {
  form.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
    },
    true,
  );
}
