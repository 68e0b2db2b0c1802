"""Horizontal bars as one SVG: the same drawing in the page, in the PDF and in the Word file.

Each bar ends in its number in words, so that no axis is needed and no colour speaks alone. A bar
of an approximate number has a ragged end; what is unknown has no bar and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

WIDTH = 360  # the SVG's own units, at 360 px one pixel each
SIZE = 14  # of letters
LETTER = SIZE * 0.56  # a letter's usual width
BAR, GAP, LINE = 14, 14, 19
BESIDE = 100  # the widest column of labels; wider ones stand above their bars
TEETH = 3  # of a ragged end
INK, QUIET, BLUE = "#1b2330", "#535c6b", "#0b4c8f"
FAMILY = "Source Sans 3, system-ui, Noto Sans, sans-serif"


@dataclass(frozen=True)
class Bar:
    """One row. `value` None: unknown, or nothing to count; `text` says which."""

    label: str
    value: int | None
    text: str
    is_exact: bool = True
    note: str = ""


def drawn(bars: Sequence[Bar], *, key: str, title: str, description: str) -> str:
    """A whole `<svg>` with its title and description; `key` makes their ids the page's own."""
    sheet = Sheet(bars)
    root = sheet.root(key, title, description)
    for bar in bars:
        sheet.row(root, bar)
    root.set("viewBox", f"0 0 {WIDTH} {sheet.top}")
    return tostring(root, encoding="unicode")


class Sheet:
    """Where things go: the labels' column, the length of the longest bar, the next row's top."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        widest = max((len(bar.label) * LETTER for bar in bars), default=0)
        self.is_beside = widest <= BESIDE
        self.left = round(widest) + 10 if self.is_beside else 0
        words = max((len(bar.text) * LETTER for bar in bars), default=0)
        self.room = max(WIDTH - self.left - round(words) - 10, 40)
        self.most = max((bar.value or 0 for bar in bars), default=0) or 1
        self.top = 0

    def root(self, key: str, title: str, description: str) -> Element:
        named = f"wykres-{key}"
        root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
        root.set("aria-labelledby", f"{named} {named}-opis")
        root.set("font-family", FAMILY)
        root.set("font-size", str(SIZE))
        SubElement(root, "title", {"id": named}).text = title
        SubElement(root, "desc", {"id": f"{named}-opis"}).text = description
        return root

    def row(self, root: Element, bar: Bar) -> None:
        if not self.is_beside:
            self.write(root, bar.label, 0, INK)
            self.top += LINE
        elif bar.label:
            self.write(root, bar.label, 0, INK)
        length = round(self.room * (bar.value or 0) / self.most)
        if length or bar.value:
            self.bar(root, max(length, 2), bar.is_exact)
        self.write(root, bar.text, self.left + length + 8, INK if bar.value else QUIET)
        if bar.note:
            self.top += LINE
            self.write(root, bar.note, self.left, QUIET)
        self.top += BAR + GAP

    def bar(self, root: Element, length: int, is_exact: bool) -> None:
        left, top, bottom = self.left, self.top + 1, self.top + 1 + BAR
        end = left + length
        if is_exact or length < TEETH * 2:
            path = f"M{left} {top}H{end}V{bottom}H{left}Z"
        else:
            path = f"M{left} {top}H{end}{ragged(end, top)}H{left}Z"
        SubElement(root, "path", {"d": path, "class": "bar", "fill": BLUE})

    def write(self, root: Element, text: str, left: int, colour: str) -> None:
        place = {"x": str(left), "y": str(self.top + BAR - 1), "fill": colour}
        kind = "quiet" if colour == QUIET else "words"
        SubElement(root, "text", {**place, "class": kind}).text = text


def ragged(end: int, top: int) -> str:
    """The end of a bar that nobody measured to the unit: a zigzag from its top to its bottom."""
    step = BAR / (TEETH * 2)
    points = [
        (end - (TEETH * 2 if tooth % 2 else 0), round(top + step * tooth, 1))
        for tooth in range(1, TEETH * 2 + 1)
    ]
    return "".join(f"L{x} {y:g}" for x, y in points)
