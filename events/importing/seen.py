"""One sentence with all that was recognised in it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from events.importing.clock import Hours, find_hours, find_length
from events.importing.days import Found, find_days, find_months
from events.importing.editions import edition_after, find_editions
from events.importing.names import Kind, Known, Mention, Registry
from events.importing.sentences import Sentence

ROOM = re.compile(
    r"\b(?:(?P<hall>sal[aięą]|sali|salę)|(?P<pokoj>pok(?:ój|oju|oj|\.)))\s+(?:nr\s+)?"
    r"(?P<name>[A-Z]?\d+\w*|[A-Z]\b|„[^”]{2,40}”|[A-ZŁŚŻ]\w+)",
)
NO_SIGN_UP = re.compile(
    r"nie trzeba się (?:\w+ )?(?:zapisywać|rejestrować|zgłaszać)|bez zapisów"
    r"|zapisy nie (?:są|obowiązują)|nie (?:ma|obowiązują|wymagamy) zapisów"
    r"|nie (?:jest )?wymag\w+ (?:\w+ )?(?:zapis|rejestr|zgłosz)",
    re.IGNORECASE,
)
SIGN_UP = re.compile(
    r"obowiązuj\w+ (?:\w+ )?(?:zapisy|rejestracja)|(?:konieczn|wymagan)\w+ (?:\w+ )?"
    r"(?:rejestracja|zapisanie|zgłoszenie|zapisy)|trzeba się (?:\w+ )?(?:zapisać|zarejestrować)"
    r"|zapisy (?:do|pod|przez|trwają|prowadzi|przyjmuje)|liczba miejsc (?:jest )?ograniczona"
    r"|prosimy o (?:\w+ )?(?:zgłosz|rejestr|zapis)",
    re.IGNORECASE,
)
COME_ANY_TIME = re.compile(
    r"wystarczy przyjść|(?:o|w) dowolnej (?:porze|chwili|godzinie)|o każdej porze"
    r"|będzie dostępn\w+|dyżur",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Seen:
    sentence: Sentence
    days: tuple[Found, ...]
    months: tuple[Found, ...]
    hours: tuple[Hours, ...]
    length: int
    mentions: tuple[Mention, ...]
    editions: tuple[int, ...]
    room: str

    @property
    def text(self) -> str:
        return self.sentence.text

    def of(self, *kinds: Kind) -> list[Known]:
        """Each record once, in the order of the sentence."""
        found = [row.known for row in self.mentions if row.known.kind in kinds]
        return list(dict.fromkeys(found))


def see(sentence: Sentence, published: date | None, registry: Registry) -> Seen:
    text = sentence.text
    days = tuple(find_days(text, published))
    mentions = tuple(registry.find(text))
    return Seen(
        sentence,
        days,
        tuple(find_months(text, published)),
        tuple(find_hours(blanked(text, days))),
        find_length(text),
        mentions,
        tuple(dict.fromkeys(editions(text, mentions))),
        room(text),
    )


def blanked(text: str, found: Iterable[Found]) -> str:
    """„13.05.2026” holds no hour: dates are hidden before hours are looked for."""
    for row in found:
        text = text[: row.start] + "_" * (row.end - row.start) + text[row.end :]
    return text


def editions(text: str, mentions: Iterable[Mention]) -> Iterator[int]:
    for row in mentions:
        after = edition_after(text, row.end) if row.known.kind is Kind.SERIES else None
        if after:
            yield after.number
    yield from (row.number for row in find_editions(text))


def room(text: str) -> str:
    """„sala 005”, in the nominative; "" for none."""
    found = ROOM.search(text)
    if not found:
        return ""
    return f"{'sala' if found['hall'] else 'pokój'} {found['name']}"
