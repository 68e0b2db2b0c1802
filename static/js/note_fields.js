/* Big buttons around a number. Without them it is typed, as it may be with them. */
"use strict";

{
  const MOST = 100_000;

  function step(input, by) {
    const now = Number.parseInt(input.value.replace(/\s/g, ""), 10) || 0;
    input.value = String(Math.min(MOST, Math.max(0, now + by)));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function button(input, sign, by, words) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = sign;
    made.setAttribute("aria-label", `${words}: ${input.labels[0]?.textContent.trim() ?? ""}`);
    made.setAttribute("aria-controls", input.id);
    made.addEventListener("click", () => step(input, by));
    return made;
  }

  function dress(place) {
    const input = document.getElementById(place.dataset.step);
    if (!input || place.querySelector("button")) return;
    input.before(button(input, "−", -1, place.dataset.less));
    input.after(
      button(input, "+", 1, place.dataset.more),
      button(input, "+10", 10, place.dataset.ten),
    );
  }

  function dressAll() {
    document.querySelectorAll("[data-step]").forEach(dress);
  }

  document.addEventListener("note:shown", dressAll);
  dressAll();
}
