/* Paragraphs that Word only draws as points of a list, made into lists. */

import { make } from "desk-editor/dialog";

const NUMBER = /^\(?(?:\d+|[a-z]|[ivx]+)[.)]/i;

const listStyle = (element) => /mso-list\s*:([^;]*)/i.exec(element.dataset.look ?? "")?.[1] ?? "";

/* The sign that Word drew, „·” or „1.”, taken out of the paragraph. */
function takeSign(paragraph) {
  const sign = [...paragraph.querySelectorAll("span")].find((span) => /ignore/i.test(listStyle(span)));
  sign?.remove();
  return sign?.textContent.trim() ?? "";
}

function place(point, open) {
  const level = Math.min(point.level, open.length + 1);
  open.length = Math.min(open.length, level);
  if (open.length === level && open.at(-1).localName !== point.tag) open.pop();
  if (open.length < level) {
    const list = make(point.tag);
    if (open.length) open.at(-1).lastElementChild.append(list);
    else point.paragraph.before(list);
    open.push(list);
  }
  open.at(-1).append(make("li", {}, point.paragraph));
}

export function wordLists(body) {
  let open = [];
  let last = null;
  for (const paragraph of body.querySelectorAll("p[data-look*='mso-list']")) {
    const level = Number(/level(\d)/i.exec(listStyle(paragraph))?.[1] ?? 0);
    if (!level) continue;
    if (paragraph.previousElementSibling !== last) open = [];
    place({ paragraph, level, tag: NUMBER.test(takeSign(paragraph)) ? "ol" : "ul" }, open);
    last = open[0];
  }
}
