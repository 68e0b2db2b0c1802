"""Why a document was found: its title and a passage of its text, with the words marked."""

from dataclasses import dataclass

from portal.kernel.names import fold
from portal.kernel.search_words import WORD, forms_of
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
    for match in WORD.finditer(text):
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
    line = " ".join(text.split())
    first = next((m for m in WORD.finditer(line) if is_asked(m[0], query.terms)), None)
    return marked(passage(line, first.start() if first else 0), query)


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
