/* The button says how many files it will bring in, also after somebody ticks or unticks one.
   Without this script it says how many were ticked to begin with. */
"use strict";

const rules = new Intl.PluralRules("pl");

function tell(form, button) {
  const count = form.querySelectorAll("input[name=take]:checked").length;
  const noun = button.dataset[rules.select(count)];
  button.value = `${button.dataset.verb} ${count}\u00a0${noun}`;
}

for (const form of document.querySelectorAll("[data-import]")) {
  const button = form.elements.namedItem("_bring");
  if (button) form.addEventListener("change", () => tell(form, button));
}
