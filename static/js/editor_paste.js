/* What is pasted from Word and from the web: the structure stays, the looks go.
   portal/kernel/tidy.py does the same, and more, when the text is saved. */

import { stored } from "desk-editor/address";
import { make, say } from "desk-editor/dialog";
import { wordLists } from "desk-editor/word_lists";
import { Extension, Plugin } from "django-prose-editor/editor";

const SILENT = "script, style, title, xml, template, svg, math, iframe, object, noscript, meta, link";
const PICTURES = "Obrazki zostały pominięte: w tym polu jest miejsce tylko na tekst.";

/* Styles are read and never applied: of each, and of handlers, the page's policy would complain
   even though a parsed text neither shows nor runs anything. */
const withoutStyles = (html) =>
  html
    .replace(/<style\b[\s\S]*?(?:<\/style\s*>|$)/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/([\s"'/])style(?=\s*=)/gi, "$1data-look").replace(/([\s"'/])on(?=\w+\s*=)/gi, "$1data-on"));

const look = (element) => element.dataset.look ?? "";

function tidyWeight(body) {
  for (const element of body.querySelectorAll("b[data-look], strong[data-look]")) {
    if (/(?:^|;)\s*font-weight\s*:\s*(normal|400)/i.test(look(element))) element.replaceWith(...element.childNodes);
  }
  for (const element of body.querySelectorAll("span[data-look]")) {
    if (/(?:^|;)\s*font-weight\s*:\s*(bold|[6-9]00)/i.test(look(element))) wrap(element, "strong");
    if (/(?:^|;)\s*font-style\s*:\s*italic/i.test(look(element))) wrap(element, "em");
  }
}

const wrap = (element, tag) => element.append(make(tag, {}, ...element.childNodes));

const replace = (element, tag) => element.replaceWith(make(tag, {}, ...element.childNodes));

function tidyHeadings(body) {
  for (const heading of body.querySelectorAll("h1")) replace(heading, "h2");
  for (const heading of body.querySelectorAll("h4, h5, h6")) replace(heading, "h3");
}

function tidyLinks(body) {
  for (const link of body.querySelectorAll("a")) {
    const address = stored(link.getAttribute("href") ?? "");
    if (address) link.setAttribute("href", address);
    else link.replaceWith(...link.childNodes);
  }
}

/* Word marks each part with the language of the keyboard, which says nothing of the text. */
function tidyLanguages(body) {
  const fromWord = body.querySelector("[class^='Mso'], [data-look*='mso-']");
  for (const part of fromWord ? body.querySelectorAll("[lang]") : []) part.removeAttribute("lang");
}

/* A row of short cells is a paragraph; one that holds more is what it holds. */
function tidyTables(body) {
  for (const row of body.querySelectorAll("tr")) {
    const cells = [...row.children];
    const rich = row.querySelector("ul, ol, table, h2, h3, blockquote, p + p");
    const parts = cells.filter((cell) => rich || cell.textContent.trim()).map((cell) => [...cell.childNodes]);
    const line = parts.flatMap((part, index) => (index ? [" – ", ...unwrapped(part)] : unwrapped(part)));
    row.replaceWith(rich ? make("div", {}, ...parts.flat()) : make("p", {}, ...line));
  }
  for (const table of body.querySelectorAll("table, thead, tbody, tfoot, caption")) replace(table, "div");
}

const unwrapped = (nodes) =>
  nodes.flatMap((node) => (/^(p|div)$/.test(node.localName) ? [...node.childNodes] : [node]));

/* Two ends of a line are an end of a paragraph: the parser closes and opens what it must. */
function tidyLines(body) {
  body.innerHTML = body.innerHTML.replace(/(?:<br>\s*){2,}/g, "</p><p>");
}

function dropEmpty(body) {
  for (const block of body.querySelectorAll("p, h2, h3, div, li")) if (!block.textContent.trim()) block.remove();
}

const STEPS = [
  ...[wordLists, tidyLanguages, tidyWeight, tidyHeadings, tidyLinks],
  ...[tidyTables, tidyLines, dropEmpty],
];

export function tidied(html) {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  const pictures = body.querySelectorAll("img, picture, video").length;
  for (const element of body.querySelectorAll(SILENT)) element.remove();
  for (const step of STEPS) step(body);
  return { html: body.innerHTML, pictures };
}

export const DeskPaste = Extension.create({
  name: "deskPaste",

  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          transformPastedHTML(pasted) {
            const { html, pictures } = tidied(pasted);
            if (pictures) say(editor, PICTURES);
            return html;
          },
        },
      }),
    ];
  },
});
