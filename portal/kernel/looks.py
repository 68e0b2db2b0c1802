"""What a tag and its style say of text: bold, italics, a point of a list of Word."""

import re

from portal.kernel.html_tree import Element, styles
from portal.kernel.inline import Marks

NUMBERED = re.compile(r"\(?(?:\d+|[a-z]|[ivx]+)[.)]", re.IGNORECASE)


def from_word(element: Element) -> bool:
    """Word marks each part with the language of the keyboard, which says nothing of the text."""
    if element.attributes.get("class", "").startswith("Mso"):
        return True
    if any(style.name.startswith("mso-") for style in styles(element)):
        return True
    return any(isinstance(child, Element) and from_word(child) for child in element.children)


def weighed(element: Element, marks: Marks, *, heading: bool) -> Marks:
    """Bold and italics, by tags or by styles; what is a heading is bold already."""
    look = dict(styles(element))
    weight, slant = look.get("font-weight", ""), look.get("font-style", "")
    if element.tag in ("b", "strong") and weight not in ("normal", "400"):
        marks = marks._replace(strong=True)
    if element.tag in ("i", "em") and slant != "normal":
        marks = marks._replace(em=True)
    if element.tag == "span" and re.fullmatch("bold|[6-9]00", weight) and not heading:
        marks = marks._replace(strong=True)
    if element.tag == "span" and slant == "italic":
        marks = marks._replace(em=True)
    return marks


def list_style(element: Element, word: str) -> str:
    """Word's `mso-list` when it says `word`: „l0 level1 lfo1” of a point, „ignore” of its dot."""
    found = dict(styles(element)).get("mso-list", "")
    return found if word in found else ""


def is_numbered(point: Element) -> bool:
    return bool(NUMBERED.match(_sign(point)))


def _sign(element: Element) -> str:
    """The dot or number that Word draws before a point."""
    for child in element.children:
        if isinstance(child, Element):
            if list_style(child, "ignore"):
                return "".join(_words(child)).strip()
            if found := _sign(child):
                return found
    return ""


def _words(element: Element) -> list[str]:
    pieces = []
    for child in element.children:
        pieces += [child] if isinstance(child, str) else _words(child)
    return pieces
