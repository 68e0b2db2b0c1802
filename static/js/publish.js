/* Publishing without a second step: the button follows the hour while it is being typed. And small
   helps on the way there: a link to a field opens it, a link can be copied. All works without. */
"use strict";

{
  const PAUSE = 400; // milliseconds without a key before the button is asked for

  /* The same page, asked for with that hour, says what its button would do. */
  async function promise(text, place, signal) {
    const address = `${location.pathname}?pora=${encodeURIComponent(text)}`;
    const answer = await fetch(address, { signal });
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.getElementById(place.id).childNodes;
  }

  function follow(form) {
    const place = form.querySelector("#przycisk");
    const field = form.elements.namedItem("hour");
    form.elements.namedItem("_check").hidden = true;
    let timer;
    let asked = new AbortController();

    async function say() {
      asked.abort();
      asked = new AbortController();
      try {
        place.replaceChildren(...(await promise(field.value, place, asked.signal)));
      } catch (error) {
        if (error.name !== "AbortError") place.textContent = place.dataset.failed;
      }
    }

    field.addEventListener("input", () => {
      clearTimeout(timer);
      // What the button says no longer holds, so there is none until the answer comes.
      place.replaceChildren();
      timer = setTimeout(say, PAUSE);
    });
  }

  /* A field may be folded away, or stand behind the editor that replaced it. */
  function reveal() {
    const field = location.hash && document.getElementById(location.hash.slice(1));
    if (!field) return;
    field.closest("details")?.setAttribute("open", "");
    const row = field.closest(".form-row") ?? field;
    const shown = field.offsetParent ? field : row.querySelector("[contenteditable=true]");
    row.scrollIntoView({ block: "center" });
    shown?.focus({ preventScroll: true });
  }

  function offerCopy(button) {
    const field = document.getElementById(button.dataset.copy);
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.done;
    });
  }

  const gate = document.getElementById("o-porze");
  if (gate) follow(gate);
  document.querySelectorAll("button[data-copy]").forEach(offerCopy);
  window.addEventListener("hashchange", reveal);
  window.addEventListener("load", reveal);
}
