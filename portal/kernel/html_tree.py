"""HTML that anybody wrote, as a small tree: what a page can hold, and nothing that runs."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple

import nh3

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = HEADINGS | {
    *("p", "div", "ul", "ol", "li", "blockquote", "pre", "dl", "dt", "dd", "hr", "center"),
    *("section", "article", "header", "footer", "main", "aside", "nav", "address", "hgroup"),
    *("figure", "figcaption", "details", "summary", "form", "fieldset", "legend"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
}
INLINES = {"a", "b", "strong", "i", "em", "span", "font", "sup", "br"}
VOID = {"br", "hr"}
# What stands in these is no text of the page.
SILENT = {
    *("script", "style", "title", "xml", "template", "svg", "iframe", "object"),
    *("noembed", "noframes", "noscript"),
}
SCHEMES = {"http", "https", "mailto", "tel"}
DEEPEST = 100  # deeper is nobody's text: what stands there is kept, without its tags


@dataclass
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)


class Style(NamedTuple):
    """One declaration of an inline style."""

    name: str
    value: str


@cache
def _reader() -> nh3.Cleaner:
    """Reads as browsers do; leaves more than may be stored, for those who tidy it."""
    return nh3.Cleaner(
        tags=BLOCKS | INLINES,
        clean_content_tags=SILENT,
        attributes={"a": {"href"}, "ol": {"start"}, "*": {"lang", "class", "style"}},
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if tag in VOID or len(self.open) <= DEEPEST:
            self.open[-1].children.append(element)
        if tag not in VOID and len(self.open) <= DEEPEST:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def encodable(html: str) -> str:
    """Without NUL and stray halves of surrogate pairs, which no file can hold."""
    return html.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def parse(html: str) -> Element:
    """The root of the tree; text has no entities, scripts and comments are gone."""
    builder = _Builder()
    builder.feed(_reader().clean(encodable(html)))
    builder.close()
    return builder.root


def styles(element: Element) -> list[Style]:
    declarations = element.attributes.get("style", "").lower().split(";")
    pairs = (declaration.partition(":") for declaration in declarations)
    return [Style(name.strip(), value.strip()) for name, _, value in pairs if value]
