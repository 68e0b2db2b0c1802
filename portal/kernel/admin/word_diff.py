"""What differs between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
LONG = 6000  # words and spaces; comparing longer texts would keep a page waiting


class Kind(Enum):
    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True)
class Piece:
    kind: Kind
    text: str


@dataclass(frozen=True)
class Compared:
    """Two texts side by side, each in pieces, those marked that the other does not have."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]

    @property
    def old_marked(self) -> SafeString:
        return marked(self.old)

    @property
    def new_marked(self) -> SafeString:
        return marked(self.new)


MARKS = {Kind.SAME: "{}{}{}", Kind.OUT: "<del>{}{}{}</del>", Kind.IN: "<ins>{}{}{}</ins>"}
ALOUD = '<span class="aloud">{}</span>'


def marked(pieces: tuple[Piece, ...]) -> SafeString:
    """With <del> and <ins>; a screen reader, which may not say these, hears words instead."""
    opening, closing = format_html(ALOUD, _("[tylko tu: ")), format_html(ALOUD, "] ")
    found = (
        format_html(
            MARKS[piece.kind],
            "" if piece.kind is Kind.SAME else opening,
            piece.text,
            "" if piece.kind is Kind.SAME else closing,
        )
        for piece in pieces
    )
    return format_html_join("", "{}", ((piece,) for piece in found)) or SafeString("–")


def compared(old: str, new: str) -> Compared:
    before, after = WORDS.findall(old), WORDS.findall(new)
    if len(before) + len(after) > LONG:
        return Compared(whole(Kind.OUT, old), whole(Kind.IN, new))
    left: list[Piece] = []
    right: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        is_same = tag == "equal"
        add(left, Kind.SAME if is_same else Kind.OUT, before[a:b])
        add(right, Kind.SAME if is_same else Kind.IN, after[c:d])
    return Compared(tuple(left), tuple(right))


def whole(kind: Kind, text: str) -> tuple[Piece, ...]:
    return (Piece(kind, text),) if text else ()


def add(pieces: list[Piece], kind: Kind, words: list[str]) -> None:
    if words:
        pieces.append(Piece(kind, "".join(words)))
