/* Gives the editor of rich text a name for screen readers and Polish labels for its buttons.
   It is ready when django-prose-editor says so, by an event on the text area it replaces. */
"use strict";

const LABELS = {
  heading2: "Śródtytuł",
  heading3: "Mniejszy śródtytuł",
  bulletList: "Lista punktowana",
  orderedList: "Lista numerowana",
  blockquote: "Cytat",
  bold: "Pogrubienie",
  italic: "Kursywa",
  link: "Wstaw link (najpierw zaznacz tekst)",
  unlink: "Usuń link",
  "history:undo": "Cofnij",
  "history:redo": "Ponów",
};

function nameEditor(textarea, box) {
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  const help = document.getElementById(`${textarea.id}_helptext`);
  if (label) {
    label.id = `${textarea.id}_label`;
    box.setAttribute("aria-labelledby", label.id);
    label.addEventListener("click", () => box.focus());
  }
  if (help) box.setAttribute("aria-describedby", help.id);
}

function nameButtons(menu) {
  menu.setAttribute("role", "toolbar");
  menu.setAttribute("aria-label", "Formatowanie");
  for (const button of menu.querySelectorAll("button[data-name]")) {
    const label = LABELS[button.dataset.name];
    if (!label) continue;
    button.title = label;
    button.setAttribute("aria-label", label);
  }
}

/* The package shows by colour alone what is on and what cannot be pressed. */
function sayState(menu) {
  for (const button of menu.querySelectorAll("button[data-name]")) {
    button.setAttribute("aria-pressed", button.classList.contains("active"));
    button.setAttribute("aria-disabled", button.classList.contains("disabled"));
  }
}

document.addEventListener("prose-editor:ready", ({ target, detail: { editor } }) => {
  nameEditor(target, editor.view.dom);
  // The buttons are made a moment after the editor, as the first thing at its own "create".
  editor.on("create", () => {
    const menu = target.parentElement.querySelector(".prose-menubar");
    nameButtons(menu);
    sayState(menu);
    editor.on("transaction", () => sayState(menu));
  });
});
