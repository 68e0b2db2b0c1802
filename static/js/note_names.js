/* Organizations while somebody types, by any of their names; and a pasted list, recognised at once.
   Without it the list is typed or pasted, and recognised by a button. */
"use strict";

{
  const PAUSE = 200; // milliseconds without a key before the register is asked

  let numbered = 0;

  function element(name, attributes) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /* The name joins the list, which the server then reads: it alone knows what is sure. */
  function addName(place, name) {
    const part = place.closest("[data-part]");
    const list = part.querySelector("textarea[name=names]");
    list.value = [list.value.trim(), name].filter(Boolean).join("\n");
    list.dispatchEvent(new Event("input", { bubbles: true }));
    recognise(part);
  }

  function recognise(part) {
    const list = part.querySelector("textarea[name=names]");
    if (list.value.trim()) list.form.requestSubmit(part.querySelector("button[value=names]"));
  }

  function dress(place) {
    if (place.children.length) return;
    const { dataset } = place;
    const id = `note-search-${(numbered += 1)}`;
    const label = element("label", { for: id });
    label.textContent = dataset.hint;
    const input = element("input", {
      id,
      type: "text",
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": `${id}-list`,
    });
    const list = element("ul", { id: `${id}-list`, role: "listbox", "aria-label": dataset.hint });
    const told = element("p", { role: "status", class: "help" });
    list.hidden = true;
    place.append(label, input, list, told);
    let timer;
    let asked = new AbortController();
    let active = -1;

    const options = () => [...list.children];

    function close() {
      list.hidden = true;
      list.replaceChildren();
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function choose(name) {
      close();
      input.value = "";
      told.textContent = "";
      addName(place, name);
    }

    function point(at) {
      const rows = options();
      if (!rows.length) return;
      active = (at + rows.length) % rows.length;
      rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === active)));
      input.setAttribute("aria-activedescendant", rows[active].id);
      rows[active].scrollIntoView({ block: "nearest" });
    }

    function offer(found) {
      close();
      const rows = found.map((row, index) => {
        const option = element("li", { role: "option", id: `${id}-${index}`, "aria-selected": "false" });
        option.textContent = row.also ? `${row.name} (${row.also})` : row.name;
        option.addEventListener("pointerdown", (event) => event.preventDefault());
        option.addEventListener("click", () => choose(row.name));
        option.dataset.name = row.name;
        return option;
      });
      list.replaceChildren(...rows);
      list.hidden = !rows.length;
      input.setAttribute("aria-expanded", String(Boolean(rows.length)));
      told.textContent = rows.length ? dataset.some.replace("%s", rows.length) : dataset.none;
    }

    async function ask() {
      asked.abort();
      asked = new AbortController();
      const text = input.value.trim();
      if (text.length < 2) return close();
      try {
        const answer = await fetch(`${dataset.search}?q=${encodeURIComponent(text)}`, {
          signal: asked.signal,
        });
        if (answer.ok && !answer.redirected) offer((await answer.json()).found);
      } catch {
        close(); // without a connection the name is typed whole, and recognised later
      }
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        point(active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter") {
        event.preventDefault();
        clearTimeout(timer);
        const name = options()[active]?.dataset.name ?? input.value.trim();
        if (name) choose(name);
      } else if (event.key === "Escape") {
        close();
      }
    });
    input.addEventListener("blur", close);
  }

  /* After a part was drawn anew the next name can be typed at once. */
  function dressAll({ detail } = {}) {
    document.querySelectorAll("[data-search]").forEach(dress);
    const drawn = detail?.querySelector?.("[data-search] input");
    if (drawn && !detail.querySelector(".note-asked")) drawn.focus();
    else detail?.querySelector?.(".note-asked input[type=radio]")?.focus();
    document.querySelectorAll("[data-note-paste]").forEach((place) => {
      if (!place.querySelector("textarea").value && !place.querySelector(".errorlist")) place.open = false;
    });
  }

  document.addEventListener("note:shown", dressAll);
  document.addEventListener("paste", ({ target }) => {
    if (target.matches?.("textarea[name=names]")) setTimeout(() => recognise(target.closest("[data-part]")), 0);
  });
  document.addEventListener("change", ({ target }) => {
    const part = target.closest?.(".note-asked")?.closest("[data-part]");
    const open = part && [...part.querySelectorAll(".note-asked")];
    // Once all are answered the rows can be drawn.
    if (open?.every((row) => row.querySelector("input:checked"))) {
      target.form.requestSubmit(part.querySelector("button[value=names]"));
    }
  });
  dressAll();
}
