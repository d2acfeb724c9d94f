// What is drawn anew takes the focus along: whoever stands on a choice still stands on it when its counts change.

/** Call `draw`, then focus what has the data-key that had the focus within `part`; where it is gone, `otherwise`. */
export function keepingFocus(part, draw, otherwise) {
  const held = part.contains(document.activeElement) ? document.activeElement : null;
  draw();
  if (!held) return;
  const again = [...part.querySelectorAll("[data-key]")].find(({ dataset }) => dataset.key === held.dataset.key);
  (again ?? otherwise).focus();
}
