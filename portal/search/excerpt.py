"""Why a document was found: its title and a passage of its text, with the words marked."""

from dataclasses import dataclass
from itertools import pairwise

from portal.kernel.names import fold
from portal.kernel.search_words import TOKEN, forms_of
from portal.search.query import Query, Term

AROUND = 90  # characters kept on each side of the first word found
SHORT = 200  # a text up to this long is shown whole


@dataclass(frozen=True)
class Piece:
    text: str
    is_match: bool


def marked(text: str, query: Query) -> list[Piece]:
    """The text in pieces, those that were asked for apart."""
    pieces: list[Piece] = []
    end = 0
    for match in TOKEN.finditer(text):
        if is_asked(match[0], query.terms):
            pieces += [Piece(text[end : match.start()], False), Piece(match[0], True)]
            end = match.end()
    return [piece for piece in [*pieces, Piece(text[end:], False)] if piece.text]


def is_asked(word: str, terms: tuple[Term, ...]) -> bool:
    forms = forms_of(word.lower())
    return any(
        forms.intersection(term.forms) or (term.beginning and fold(word).startswith(term.beginning))
        for term in terms
    )


def excerpt(text: str, query: Query) -> list[Piece]:
    """A passage around the first word that was asked for; the beginning where there is none."""
    line = in_line(text)
    first = next((m for m in TOKEN.finditer(line) if is_asked(m[0], query.terms)), None)
    return marked(passage(line, first.start() if first else 0), query)


GOES_ON = (",", ";", ":")
ENDS = (".", "!", "?", "…")


def in_line(text: str) -> str:
    """The parts of a text one after another, with „ · ” where no sentence ends and begins."""
    parts = [" ".join(part.split()) for part in text.splitlines() if part.strip()]
    line = "".join(parts[:1])
    for before, part in pairwise(parts):
        is_next = before.endswith(ENDS) and not part[0].islower()
        goes_on = is_next or before.endswith(GOES_ON)
        line += f" {part}" if goes_on else f" · {part}"
    return line


def passage(line: str, middle: int) -> str:
    """Whole words around that place; „…” where something is left out."""
    if len(line) <= SHORT:
        return line
    start = max(middle - AROUND, 0)
    end = min(start + AROUND * 2, len(line))
    if start:
        start = line.find(" ", start, middle) + 1 or middle
    if end < len(line):
        end = max(line.rfind(" ", middle, end), middle + 1)
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")
