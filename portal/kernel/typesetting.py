"""Files set by typst: tagged PDF (PDF/UA-1) and PNG, the same bytes for the same data anywhere.

All text reaches typst as data, never as its markup. Nothing is fetched, and nothing is read
outside the folder of the template.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst

from portal.kernel.months import local
from portal.kernel.typeface import FILE, drawable

FAULTS = (typst.TypstError, OSError, ValueError)  # what may be raised when nothing can be made
UNKNOWN = "□"  # for a sign that the typeface lacks: PDF/UA allows no empty glyph
# A word that no line holds may be broken: at zero-width spaces, which nobody sees.
LONG_WORD = re.compile(r"\S{36,}")
ZERO_WIDTH = "\u200b"
PIECE = re.compile(r"\S{12}(?=\S)")
LINE_ENDS = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]")
ADDRESS = re.compile(r"https?://.{0,100}$")  # breaks at its slashes by itself
# Source Sans is one file of many weights; in drawings typst takes the lightest, barely seen.
FAMILY, SERIF = re.compile(r'font-family="[^"]*"'), 'font-family="Libertinus Serif"'
ASIDE = {"href", "svg", "lang"}  # not set as letters


@dataclass(frozen=True)
class Drawing:
    """An SVG, and what it shows in words; "" for one that only decorates."""

    svg: str
    alt: str = ""


def compiled(template: Path, data: str, **options: Any) -> bytes:
    """Raises typst.TypstError when it cannot be set; nothing is made then."""
    made: bytes = typst.compile(
        str(template),
        root=str(template.parent),
        font_paths=fonts(),
        sys_inputs={"data": data},
        **options,
    )
    return made


@cache
def fonts() -> typst.Fonts:
    """Those of typst, and Source Sans; not the machine's, so that all machines draw the same."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FILE.parent)]
    )


def fingerprint(paths: Iterable[Path], *libraries: str) -> str:
    """Stands for the code that makes files, and for the libraries it uses."""
    digest = hashlib.sha256(" ".join(map(version, ("typst", *libraries))).encode())
    for path in sorted([Path(__file__), *paths]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


## What typst is told


def told(value: Any) -> Any:
    """As typst reads it: dictionaries that name their kind, and letters that can be set."""
    if is_dataclass(value):
        own = {field.name: getattr(value, field.name) for field in fields(value)}
        read = {name: kept(name, part) for name, part in own.items()}
        return {"is": type(value).__name__.lower(), **read}
    if isinstance(value, tuple):
        return [told(part) for part in value]
    return broken(settable(value)) if isinstance(value, str) else value


def kept(name: str, part: Any) -> Any:
    """Addresses stay whole; a drawing is no line of words."""
    if name == "svg":
        return in_serif(part)
    return part if name in ASIDE else told(part)


def in_serif(svg: str) -> str:
    """A drawing whose letters all machines draw the same."""
    return FAMILY.sub(SERIF, settable(svg))


def moment(at: datetime) -> dict[str, int]:
    on = local(at)
    return {
        name: getattr(on, name) for name in ("year", "month", "day", "hour", "minute", "second")
    }


## Letters


def settable(text: str) -> str:
    """With „□” for each sign that the typeface lacks."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(char if has_glyph(char) else UNKNOWN for char in composed)


def plain(text: str) -> str:
    """On one line, without emoji and unseen marks; letters that cannot be set stay, as „□”."""
    composed = unicodedata.normalize("NFC", LINE_ENDS.sub(" ", text))
    left = "".join(char for char in composed if has_glyph(char) or is_letter(char))
    return re.sub(" +", " ", left).strip(" ")


def is_letter(char: str) -> bool:
    """Or a numeral: what a reader would miss."""
    return unicodedata.category(char)[0] in "LN"


@cache
def has_glyph(char: str) -> bool:
    return char in " \n" or bool(drawable(char))


def broken(text: str) -> str:
    return LONG_WORD.sub(lambda word: in_pieces(word[0]), text)


def in_pieces(word: str) -> str:
    return word if ADDRESS.match(word) else PIECE.sub(r"\g<0>" + ZERO_WIDTH, word)
