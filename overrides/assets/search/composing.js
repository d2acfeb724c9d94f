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
