/* Gives the editor of rich text a name for screen readers, Polish labels for its buttons, keys
   that walk the toolbar, and a hint below. It is ready when django-prose-editor says so, by an
   event on the text area it replaces. */
"use strict";

// Names of plain scripts are everybody's; in a block they are its own.
{
  const LABELS = {
    heading2: "Śródtytuł",
    heading3: "Mniejszy śródtytuł",
    bulletList: "Lista punktowana",
    orderedList: "Lista numerowana",
    blockquote: "Cytat",
    bold: "Pogrubienie",
    italic: "Kursywa",
    link: "Wstaw link",
    unlink: "Usuń link",
    language: "Język zaznaczonych słów",
    "history:undo": "Cofnij",
    "history:redo": "Ponów",
  };
  const KEYS = { bold: "Ctrl+B", italic: "Ctrl+I", link: "Ctrl+K", "history:undo": "Ctrl+Z", "history:redo": "Ctrl+Shift+Z" };
  const PRESSED_NEVER = ["link", "unlink", "language", "history:undo", "history:redo"];
  const HINT =
    "Wklejaj śmiało z Worda i ze stron: układ zostaje, wygląd znika. Żeby wstawić link, zaznacz słowa i naciśnij Ctrl+K.";

  const paragraph = (name, text) =>
    Object.assign(document.createElement("p"), { className: name, textContent: text });

  function nameEditor(textarea, box) {
    const label = document.querySelector(`label[for="${textarea.id}"]`);
    const help = document.getElementById(`${textarea.id}_helptext`);
    const hint = paragraph("editor-hint", HINT);
    hint.id = `${textarea.id}_editor_hint`;
    const status = paragraph("editor-status", "");
    status.setAttribute("role", "status");
    box.closest(".prose-editor").append(status, hint);
    box.setAttribute("aria-describedby", [help?.id, hint.id].filter(Boolean).join(" "));
    if (!label) return;
    label.id = `${textarea.id}_label`;
    box.setAttribute("aria-labelledby", label.id);
    label.addEventListener("click", () => box.focus());
  }

  function nameButtons(menu) {
    menu.setAttribute("role", "toolbar");
    menu.setAttribute("aria-label", "Formatowanie");
    for (const button of menu.querySelectorAll("button[data-name]")) {
      const { name } = button.dataset;
      const label = LABELS[name];
      if (!label) continue;
      button.title = KEYS[name] ? `${label} (${KEYS[name]})` : label;
      button.setAttribute("aria-label", label);
      if (name === "link" || name === "language") button.setAttribute("aria-haspopup", "dialog");
    }
  }

  /* One stop of Tab for the whole toolbar; arrows, Home and End walk it (WAI-ARIA, „toolbar”). */
  function walkButtons(menu) {
    const buttons = [...menu.querySelectorAll("button")];
    const stop = (chosen) => buttons.forEach((button) => (button.tabIndex = button === chosen ? 0 : -1));
    stop(buttons[0]);
    menu.addEventListener("focusin", ({ target }) => stop(target.closest("button")));
    menu.addEventListener("keydown", (event) => {
      const here = buttons.indexOf(document.activeElement);
      const steps = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 };
      if (!(event.key in steps)) return;
      event.preventDefault();
      buttons.at(steps[event.key] % buttons.length).focus();
    });
  }

  /* The package shows by colour alone what is on and what cannot be pressed. */
  function sayState(menu, editor) {
    for (const button of menu.querySelectorAll("button[data-name]")) {
      const { name } = button.dataset;
      const on = name === "bulletList" ? editor.isActive("bulletList") : button.classList.contains("active");
      button.classList.toggle("active", on);
      if (!PRESSED_NEVER.includes(name)) button.setAttribute("aria-pressed", on);
      button.setAttribute("aria-disabled", button.classList.contains("disabled"));
    }
  }

  document.addEventListener("prose-editor:ready", ({ target, detail: { editor } }) => {
    nameEditor(target, editor.view.dom);
    // The buttons are made a moment after the editor, as the first thing at its own "create".
    editor.on("create", () => {
      const menu = target.parentElement.querySelector(".prose-menubar");
      nameButtons(menu);
      walkButtons(menu);
      sayState(menu, editor);
      editor.on("transaction", () => sayState(menu, editor));
    });
  });
}
