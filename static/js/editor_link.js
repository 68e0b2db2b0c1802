/* Links with a check: an address that leads nowhere is not taken. */

import { allowed, problem, stored } from "desk-editor/address";
import { openDialog, textField } from "desk-editor/dialog";
import { Link } from "django-prose-editor/editor";

const HINT = "Adres strony, np. https://www.krakow.pl, albo adres e-mail.";

function askForLink(editor) {
  const inLink = editor.isActive("link");
  const needsWords = editor.state.selection.empty && !inLink;
  const words = textField("words", "Tekst linku", "");
  const address = textField("href", "Adres", editor.getAttributes("link").href, HINT);
  openDialog(inLink ? "Zmień link" : "Wstaw link", [...(needsWords ? [words.box] : []), address.box], {
    button: inLink ? "Zmień" : "Wstaw",
    accept: () => {
      const wrong = problem(address.input.value);
      address.complain(wrong);
      const wordless = needsWords && !words.input.value.trim();
      words.complain(wordless ? "Wpisz słowa, które staną się linkiem." : "");
      if (wrong || wordless) return false;
      putLink(editor, stored(address.input.value), needsWords ? words.input.value.trim() : "");
      return true;
    },
  });
}

function putLink(editor, href, words) {
  const chain = editor.chain().focus();
  if (words) chain.insertContent({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] });
  else chain.extendMarkRange("link").setMark("link", { href });
  chain.setMeta("preventAutolink", true).run();
}

export const DeskLink = Link.extend({
  addOptions() {
    return {
      ...this.parent?.(),
      enableTarget: false,
      // „w miejscu.To” would become a link to an island.
      autolink: false,
      defaultProtocol: "https",
      shouldAutoLink: (address) => /^https?:\/\//i.test(address),
      isAllowedUri: (address) => Boolean(address) && allowed(stored(address) || "x:"),
    };
  },

  addCommands() {
    return { ...this.parent?.(), addLink: () => ({ editor }) => (askForLink(editor), true) };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "link",
      groups: "link",
      button: buttons.material("insert_link"),
      command: askForLink,
      active: (editor) => editor.isActive("link"),
    });
    menu.defineItem({
      name: "unlink",
      groups: "link",
      button: buttons.material("link_off"),
      command: (editor) => editor.chain().focus().extendMarkRange("link").unsetLink().run(),
      enabled: (editor) => editor.isActive("link"),
    });
  },
});
