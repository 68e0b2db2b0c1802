"""The typeface of generated pictures, and text set in it: measured, wrapped, never overflowing."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from fontpkg_source_sans_3 import ROOT
from PIL import ImageFont

from portal.kernel.polish import NBSP

FILE = ROOT / "files" / "SourceSans3[wght].ttf"
REGULAR, SEMIBOLD, BOLD = 400, 600, 700
MISSING = "\uffff"  # not a character in any font: drawn as the box of an unknown sign


@cache
def typeface(size: int, weight: int = REGULAR) -> ImageFont.FreeTypeFont:
    """Source Sans at that size in pixels. Basic layout: the same bytes wherever it is drawn."""
    font = ImageFont.truetype(str(FILE), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def width_of(text: str, font: ImageFont.FreeTypeFont) -> float:
    return font.getlength(text.replace(NBSP, " "))


def drawable(text: str) -> str:
    """On one line, without signs that the typeface lacks (emoji): an empty box says nothing."""
    composed = unicodedata.normalize("NFC", re.sub(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]", " ", text))
    kept = "".join(char for char in composed if _has_glyph(char))
    return re.sub(" +", " ", kept).strip(" ")


@cache
def _has_glyph(char: str) -> bool:
    if char in (" ", NBSP):
        return True
    if unicodedata.category(char).startswith("C"):
        return False
    font = typeface(32)
    return bytes(font.getmask(char)) != bytes(font.getmask(MISSING))


@dataclass(frozen=True)
class Setting:
    """Lines of text, and the size at which they fit."""

    lines: tuple[str, ...]
    size: int
    weight: int
    leading: float

    @property
    def line_height(self) -> int:
        return round(self.size * self.leading)

    @property
    def height(self) -> int:
        return self.line_height * len(self.lines)

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        return typeface(self.size, self.weight)


def fitted(
    text: str, width: int, height: int, sizes: tuple[int, ...], weight: int, leading: float = 1.2
) -> Setting:
    """The text at the largest of the sizes at which it fits; at the last one it is cut, with „…”.

    A word is broken only at the last size, and only one that is wider than the box.
    """
    if not text:
        return Setting((), sizes[0], weight, leading)
    for size in sizes:
        font = typeface(size, weight)
        lines = balanced(text, font, width)
        found = Setting(tuple(lines), size, weight, leading)
        if found.height <= height and all(width_of(line, font) <= width for line in lines):
            return found
    return _cut(text, width, height, Setting((), sizes[-1], weight, leading))


def balanced(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """As few lines as the width allows, of lengths as even as they can be."""
    lines = wrapped(text, font, width)
    narrow, wide = 0, width
    while wide - narrow > 8:
        middle = (narrow + wide) // 2
        tried = wrapped(text, font, middle)
        fits = all(width_of(line, font) <= middle for line in tried)
        narrow, wide = (narrow, middle) if fits and len(tried) == len(lines) else (middle, wide)
    return wrapped(text, font, wide)


def wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Broken at spaces alone, so never where typography put a no-break space."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, width: int, height: int, empty: Setting) -> Setting:
    font, most = empty.font, max(height // empty.line_height, 1)
    pieces = " ".join(_broken(word, font, width) for word in text.split(" "))
    lines = wrapped(pieces, font, width)
    if len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], font, width)]
    return Setting(tuple(lines), empty.size, empty.weight, empty.leading)


def _broken(word: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """The word in pieces that fit; whole when it fits."""
    pieces = [""]
    for char in word:
        if width_of(pieces[-1] + char, font) > width:
            pieces.append("")
        pieces[-1] += char
    return " ".join(pieces)


def _shortened(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while line and width_of(f"{line}…", font) > width:
        line = line[:-1]
    return line.rstrip(f" {NBSP},–-") + "…"
