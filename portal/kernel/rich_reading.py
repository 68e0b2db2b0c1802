"""What stands in a rich text: its words, its headings, its links."""

import re
from collections.abc import Iterator

from portal.kernel.html_tree import BLOCKS, HEADINGS, Element, parse


def links(html: str) -> list[tuple[str, str]]:
    """(the words, the address) of each link, in order; either may be empty."""
    found = (part for part in _elements(parse(html)) if part.tag == "a")
    return [(_line(part), part.attributes.get("href", "")) for part in found]


def headings(html: str) -> list[tuple[int, str]]:
    """(the level, the words) of each heading, in order."""
    found = (part for part in _elements(parse(html)) if part.tag in HEADINGS)
    return [(int(part.tag[1]), _line(part)) for part in found]


def plain_text(html: str) -> str:
    """The words, one line for each paragraph, heading and point of a list."""
    written = "".join(_pieces(parse(html)))
    lines = (" ".join(re.split(r"[^\S\xa0]+", line)).strip() for line in written.split("\n"))
    return "\n".join(filter(None, lines))


def _elements(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            yield child
            yield from _elements(child)


def _pieces(element: Element) -> Iterator[str]:
    """Text; ends of lines are ends of lines on the page, and none of the source's."""
    edge = "\n" if element.tag in BLOCKS or element.tag == "br" else ""
    yield edge
    for child in element.children:
        if isinstance(child, Element):
            yield from _pieces(child)
        else:
            yield re.sub(r"[\t\n\r\f]", " ", child)
    yield edge


def _line(element: Element) -> str:
    return " ".join("".join(_pieces(element)).split())
