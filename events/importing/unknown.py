"""Names that a text gives and the office's lists do not have yet."""

import re
from collections.abc import Iterator

from events.importing.names import Kind
from events.importing.proposal import Unknown
from events.importing.seen import Seen

CAPITAL = "A-ZĄĆĘŁŃÓŚŹŻ"
NOMINATIVES = {
    "Fundacj": "Fundacja",
    "Stowarzyszeni": "Stowarzyszenie",
    "Towarzystw": "Towarzystwo",
    "Spółdzielni": "Spółdzielnia",
}
ORGANIZATION = re.compile(
    rf"\b(?P<first>{'|'.join(NOMINATIVES)})\w*"
    rf"(?P<rest>(?:\s+(?:[{CAPITAL}][\w-]*|„[^”]{{2,60}}”|[–-](?=\s[{CAPITAL}])"
    rf"|(?:w|i|na|dla|im\.|bez|od)(?=\s+[{CAPITAL}„])))+)"
)
SERIES = re.compile(r"\bcykl\w*\s+(?:\w+\s+){0,3}„(?P<name>[^”]{3,80})”", re.IGNORECASE)
ADDRESS = re.compile(
    rf"\b(?P<kind>ul\.|al\.|pl\.|os\.)\s+(?P<street>(?:[{CAPITAL}0-9][\w.]*)(?:\s+[{CAPITAL}]\w*)*)"
    r"(?:\s+(?P<number>\d+[a-zA-Z]?(?:[/–-]\d+\w?)?))?"
)


def find_unknown(row: Seen) -> Iterator[Unknown]:
    for match in ORGANIZATION.finditer(row.text):
        if not overlaps(row, match, Kind.ORGANIZATION):
            name = f"{NOMINATIVES[match['first']]} {' '.join(match['rest'].split())}"
            yield Unknown("organization", name, row.text)
    for match in SERIES.finditer(row.text):
        if not overlaps(row, match, Kind.SERIES):
            yield Unknown("series", match["name"], row.text)
    if not row.of(Kind.VENUE, Kind.ADDRESS):
        for match in ADDRESS.finditer(row.text):
            yield Unknown("venue", " ".join(match[0].split()), row.text)


def overlaps(row: Seen, match: re.Match[str], kind: Kind) -> bool:
    return any(
        found.start < match.end() and match.start() < found.end
        for found in row.mentions
        if found.known.kind is kind
    )


def find_all(rows: list[Seen]) -> tuple[Unknown, ...]:
    """Each name once, with the sentence in which it stands first."""
    found: dict[tuple[str, str], Unknown] = {}
    for row in rows:
        for unknown in find_unknown(row):
            found.setdefault((unknown.kind, unknown.name), unknown)
    return tuple(found.values())
