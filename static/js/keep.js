/* Keeps a private working copy of a form while somebody writes. Without it nothing is lost that
   was sent: „Odłóż, nie zapisuj jeszcze” keeps the same copy, by a button. */
"use strict";

{
  const PAUSE = 10_000; // milliseconds after the last change
  const AGAIN = 15_000; // milliseconds until the next try, when there is no connection

  const typed = (form) =>
    [...new FormData(form)].filter(([name, value]) => {
      const quiet = ["csrfmiddlewaretoken", "_key"].includes(name);
      return !quiet && typeof value === "string" && form.elements[name]?.type !== "password";
    });

  function keep(place) {
    const { form, dataset } = place;
    const line = form.querySelector("[data-kept-line]");
    const state = () => JSON.stringify(typed(form));
    let kept = dataset.unsaved === undefined ? null : "";
    let timer;
    let isSent = false;
    let asked = new AbortController();

    const isKept = () => kept === null || kept === state();

    function say(words) {
      if (words && line.textContent !== words) line.textContent = words;
    }

    async function send(options = {}) {
      if (isSent || isKept()) return;
      const now = state();
      const body = new URLSearchParams(typed(form));
      for (const name of ["csrfmiddlewaretoken", "_key"]) {
        if (form.elements[name]) body.set(name, form.elements[name].value);
      }
      asked.abort();
      asked = new AbortController();
      try {
        const answer = await fetch(dataset.keep, {
          method: "POST",
          body,
          signal: asked.signal,
          redirect: "manual",
          ...options,
        });
        if (answer.type === "opaqueredirect" || answer.status === 403) return say(dataset.ended);
        if (!answer.ok) throw new Error(answer.statusText);
        say((await answer.json()).said);
        kept = now;
      } catch (error) {
        if (error.name === "AbortError") return;
        say(dataset.offline);
        wait(AGAIN);
      }
    }

    function wait(pause) {
      clearTimeout(timer);
      timer = setTimeout(send, pause);
    }

    function changed() {
      if (!isSent && !isKept()) wait(PAUSE);
    }

    /* Editors of rich text set up their field when they start: what they make of it is no change. */
    function begin() {
      if (kept === null) kept = state();
      for (const name of ["input", "change", "keyup", "click", "paste"]) {
        form.addEventListener(name, changed);
      }
      changed();
    }

    form.addEventListener("submit", () => {
      isSent = true;
      clearTimeout(timer);
      asked.abort();
    });
    addEventListener("pageshow", () => {
      isSent = false;
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") send({ keepalive: true });
    });
    addEventListener("beforeunload", (event) => {
      if (!isSent && !isKept()) event.preventDefault();
    });
    if (document.readyState === "complete") setTimeout(begin, 500);
    else addEventListener("load", () => setTimeout(begin, 500));
  }

  document.querySelectorAll("input[data-keep]").forEach(keep);
}
