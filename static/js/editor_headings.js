/* A smaller heading stands below a heading: one that comes first becomes a heading itself. */

import { say } from "desk-editor/dialog";
import { Extension, Plugin } from "django-prose-editor/editor";

const SENTENCE = "Mniejszy śródtytuł może stać dopiero pod śródtytułem, więc ten jest zwykłym śródtytułem.";

/* Places of headings that skip a level. */
function skipping(doc) {
  const found = [];
  let above = false;
  doc.forEach((node, place) => {
    if (node.type.name !== "heading") return;
    if (node.attrs.level === 2) above = true;
    else if (!above) {
      above = true;
      found.push(place);
    }
  });
  return found;
}

export const DeskHeadings = Extension.create({
  name: "deskHeadings",

  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        appendTransaction(transactions, _before, { doc, tr }) {
          if (!transactions.some(({ docChanged }) => docChanged)) return null;
          const places = skipping(doc);
          if (!places.length) return null;
          for (const place of places) tr.setNodeMarkup(place, undefined, { level: 2 });
          say(editor, SENTENCE);
          return tr;
        },
      }),
    ];
  },
});
