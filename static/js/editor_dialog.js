/* Dialogs of the editor of rich text, and the sentences that it says below the text. */

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/* Said aloud and shown until the next sentence. */
export function say(editor, sentence) {
  const place = editor.view.dom.closest(".prose-editor")?.querySelector(".editor-status");
  if (place) place.textContent = sentence;
}

let count = 0;

/* Opens a form in a dialog; beside the page's own form, for forms do not stand in forms.
   `accept` gets the form and returns whether the dialog may close. */
export function openDialog(title, fields, { button, accept }) {
  const heading = make("h3", { id: `editor-dialog-${++count}`, class: "prose-editor-dialog-title" }, title);
  const cancel = make("button", { type: "button" }, "Anuluj");
  const submit = button ? [make("button", { type: "submit", class: "desk-dialog-go" }, button)] : [];
  const form = make("form", { novalidate: "" }, heading, ...fields,
    make("div", { class: "prose-editor-dialog-buttons" }, ...submit, cancel));
  const dialog = make("dialog", { class: "prose-editor-dialog desk-dialog", "aria-labelledby": heading.id }, form);
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (accept(form)) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/* A labelled field with room for a sentence on what is wrong. */
export function textField(name, label, value, hint) {
  const id = `editor-field-${++count}`;
  const input = make("input", { id, name, type: "text", autocomplete: "off", spellcheck: "false" });
  input.value = value ?? "";
  const help = make("p", { id: `${id}-help`, class: "desk-dialog-help" }, hint);
  const wrong = make("p", { id: `${id}-wrong`, class: "errornote desk-dialog-wrong", hidden: "" });
  wrong.setAttribute("role", "alert");
  if (hint) input.setAttribute("aria-describedby", help.id);
  const box = make("div", { class: "prose-editor-dialog-field" },
    make("label", { for: id }, label), input, ...(hint ? [help] : []), wrong);
  return { box, input, complain: (sentence) => complain(input, wrong, sentence) };
}

function complain(input, wrong, sentence) {
  wrong.hidden = !sentence;
  wrong.textContent = sentence;
  input.setAttribute("aria-invalid", Boolean(sentence));
  const help = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== wrong.id);
  input.setAttribute("aria-describedby", [...help, ...(sentence ? [wrong.id] : [])].join(" "));
  if (sentence) input.focus();
}
