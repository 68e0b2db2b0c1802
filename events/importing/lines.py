"""Letters of one line, mended without losing which of them are bold or a link."""

import re
from collections.abc import Callable
from html import unescape

from django.utils.translation import gettext as _

from portal.kernel.inline import END, Letter, Line, Marks, words
from portal.kernel.polish import NBSP
from portal.kernel.typography import typeset

ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,9}|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
# Quotes that somebody typed as two commas and two apostrophes.
TYPED_QUOTES = re.compile(r",,(?=\S)|(?<=\S)''")
QUOTES = {",,": "„", "''": "”"}


def mended_line(line: Line, remarks: list[str]) -> Line:
    """Polish quotes and dashes, no entity left to be read aloud, plain spaces."""
    line = replaced(line, ENTITY, lambda found: entity(found[0], remarks))
    line = replaced(line, TYPED_QUOTES, lambda found: QUOTES[found[0]])
    return typed(line, remarks)


def replaced(line: Line, pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str]) -> Line:
    """What stands instead has the marks of the first letter that it replaces."""
    done: Line = []
    place = 0
    for found in pattern.finditer(words(line)):
        done += line[place : found.start()]
        marks = line[found.start()][1]
        done += [(char, marks) for char in instead(found)]
        place = found.end()
    return done + line[place:]


def entity(written: str, remarks: list[str]) -> str:
    """„&nbsp;” becomes a space; one that nobody knows stays as it is, and is told of."""
    meant = unescape(written)
    if meant == written:
        remarks.append(_("Nieznany znak „%s” został w tekście: popraw go.") % written)
        return written
    remarks.append(_("Zamiast kodów znaków (np. „%s”) wstawiono znaki.") % written)
    return " " if meant == NBSP else meant


def typed(line: Line, remarks: list[str]) -> Line:
    """Typography that can be stored: each sign by one other, and no bound spaces."""
    before = words(line)
    after = typeset(before).replace(NBSP, " ")
    if "–" in after and after.count("–") > before.count("–"):
        remarks.append(_("Łączniki w roli myślników zamieniono na myślniki."))
    if after.count("„") > before.count("„"):
        remarks.append(_("Proste cudzysłowy zamieniono na polskie."))
    return [(char, marks) for char, (_char, marks) in zip(after, line, strict=True)]


def is_bold(line: Line) -> bool:
    """Whether all that is seen of it is bold."""
    seen = [marks.strong for char, marks in line if not char.isspace()]
    return bool(seen) and all(seen)


def unbold(line: Line) -> Line:
    return [(char, marks._replace(strong=False)) for char, marks in line]


def said(line: Line) -> str:
    """Its words in one line."""
    return " ".join(words(line).replace(END, " ").split())


def live_links(line: Line) -> bool:
    return any(marks.href is not None for _, marks in line)


def unlinked(line: Line, is_dead: Callable[[str], bool]) -> Line:
    def kept(letter: Letter) -> Letter:
        char, marks = letter
        dead = marks.href is not None and is_dead(marks.href)
        return (char, marks._replace(href=None)) if dead else letter

    return [kept(letter) for letter in line]


def plain(text: str) -> Line:
    return [(char, Marks()) for char in text]
