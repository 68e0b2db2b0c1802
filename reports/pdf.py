"""A report as tagged PDF (PDF/UA-1), set by typst, and drawings as PNG for the Word file.

All text reaches typst as data, never as its markup. Nothing is fetched and nothing is read outside
`reports/typst/`; the date inside is that of the publication, so the same report gives the same
bytes.
"""

import json
import re
import unicodedata
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _

from portal.kernel.months import local
from portal.kernel.typeface import FILE, drawable
from reports.document import Document
from reports.paper import paper_of
from reports.paper.words import paragraph

FOLDER = Path(__file__).resolve().parent / "typst"
UNKNOWN = "□"  # for a sign that the typeface lacks: PDF/UA allows no empty glyph
# A word that no line holds may be broken: at zero-width spaces, which nobody sees.
LONG_WORD = re.compile(r"\S{36,}")
ZERO_WIDTH = "\u200b"
PIECE = re.compile(r"\S{12}(?=\S)")
ADDRESS = re.compile(r"https?://.{0,100}$")  # breaks at its slashes by itself
# Source Sans is one file of many weights; in drawings typst takes the lightest, barely seen.
FAMILY, SERIF = re.compile(r'font-family="[^"]*"'), 'font-family="Libertinus Serif"'
RESOLUTION = 200  # pixels an inch
ASIDE = {"href", "svg", "lang"}  # not set as letters


def pdf(document: Document) -> bytes:
    """Raises typst.TypstError when it cannot be set; nothing is made then."""
    data = {**explained(told(paper_of(document))), "made": moment(document.published_at)}
    return compiled("report.typ", json.dumps(data), format="pdf", pdf_standards=["ua-1"])


def explained(paper: dict[str, Any]) -> dict[str, Any]:
    """With a note at its end when a sign of the text could not be set."""
    if UNKNOWN not in json.dumps(paper, ensure_ascii=False):
        return paper
    note = _("%s stoi tam, gdzie krój pisma tego pliku nie ma znaku. Cały tekst jest na stronie.")
    return {**paper, "blocks": [*paper["blocks"], told(paragraph(note % UNKNOWN, "note"))]}


def png(svg: str) -> bytes:
    """A drawing on its own, for programs that draw no SVG."""
    return compiled("drawing.typ", FAMILY.sub(SERIF, settable(svg)), format="png", ppi=RESOLUTION)


def compiled(template: str, data: str, **options: Any) -> bytes:
    made: bytes = typst.compile(
        str(FOLDER / template),
        root=str(FOLDER),
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


def moment(at: datetime) -> dict[str, int]:
    on = local(at)
    return {
        name: getattr(on, name) for name in ("year", "month", "day", "hour", "minute", "second")
    }


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
        return FAMILY.sub(SERIF, settable(part))
    return part if name in ASIDE else told(part)


def settable(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(char if has_glyph(char) else UNKNOWN for char in composed)


@cache
def has_glyph(char: str) -> bool:
    return char in " \n" or bool(drawable(char))


def broken(text: str) -> str:
    return LONG_WORD.sub(lambda word: in_pieces(word[0]), text)


def in_pieces(word: str) -> str:
    return word if ADDRESS.match(word) else PIECE.sub(r"\g<0>" + ZERO_WIDTH, word)
