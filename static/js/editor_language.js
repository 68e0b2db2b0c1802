/* Parts in another language: marked, so that a screen reader speaks them rightly. */

import { make, openDialog, say } from "desk-editor/dialog";
import { Mark } from "django-prose-editor/editor";

const CODE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;
const isForeign = (code) => CODE.test(code ?? "") && !/^pl(-|$)/.test(code);

function askForLanguage(editor, languages) {
  if (editor.state.selection.empty && !editor.isActive("language")) {
    say(editor, "Najpierw zaznacz słowa, które są w innym języku.");
    return;
  }
  const now = editor.getAttributes("language").lang ?? "";
  const choices = [["", "polski (bez oznaczenia)"], ...languages].map(([code, name]) => choice(code, name, now));
  const group = make("div", { class: "desk-dialog-choices" }, ...choices);
  const dialog = openDialog("Język zaznaczonych słów", [group], { accept: () => true });
  group.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    dialog.close();
    setLanguage(editor, button.value);
  });
}

function choice(code, name, now) {
  const isNow = code === now;
  const start = isNow ? { autofocus: "" } : {};
  return make("button", { type: "button", value: code, "aria-pressed": isNow, ...start }, name);
}

function setLanguage(editor, lang) {
  const chain = editor.chain().focus();
  if (editor.state.selection.empty) chain.extendMarkRange("language");
  if (lang) chain.setMark("language", { lang });
  else chain.unsetMark("language", { extendEmptyMarkRange: true });
  chain.run();
}

export const DeskLanguage = Mark.create({
  name: "language",
  priority: 900, // inside links, around bold and italics

  addOptions: () => ({ languages: [] }),

  addAttributes: () => ({ lang: { default: null, parseHTML: (element) => element.getAttribute("lang") } }),

  parseHTML: () => [
    { tag: "span[lang]", consuming: false, getAttrs: (element) => (isForeign(element.lang) ? null : false) },
  ],

  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "language",
      groups: "language",
      button: buttons.material("translate"),
      command: (editor) => askForLanguage(editor, this.options.languages),
      active: (editor) => editor.isActive("language"),
    });
  },
});
