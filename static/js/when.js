/* Says what a date will read like while it is being typed. Without it the form works the same:
   the server says the phrase of what is stored, and what is wrong when the form is sent. */
"use strict";

// A block of its own: classic scripts of one page share their names.
{
  const NAMES = [
    "when_from",
    "when_to",
    "planned_end",
    "all_day",
    "drop_in",
    "confirmed",
    "usual_hours",
  ];
  const PAUSE = 400; // milliseconds without a key before the phrase is asked for

  function fieldsOf(form) {
    return NAMES.map((name) => form.elements.namedItem(name)).filter(Boolean);
  }

  function query(fields) {
    const said = fields.map(({ name, type, checked, value }) => [
      name,
      type !== "checkbox" || checked ? value : "",
    ]);
    return new URLSearchParams(said);
  }

  /* A phrase from the desk; anything else, such as the page for signing in, is no phrase. */
  async function phrase(output, fields, signal) {
    const answer = await fetch(`${output.dataset.url}?${query(fields)}`, { signal });
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes;
  }

  function follow(output) {
    const fields = fieldsOf(output.form);
    let timer;
    let asked = new AbortController();

    async function say() {
      asked.abort();
      asked = new AbortController();
      try {
        output.replaceChildren(...(await phrase(output, fields, asked.signal)));
      } catch (error) {
        if (error.name !== "AbortError") output.textContent = output.dataset.failed;
      }
    }

    for (const field of fields) {
      field.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(say, PAUSE);
      });
    }
  }

  document.querySelectorAll("output.when-phrase").forEach(follow);
}
