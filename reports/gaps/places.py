"""One meeting, two places in two texts (S1): „Kapelanka 56” here, „ECHO Miasta” there.

Names of one venue, of the building around it and of what shares its street are one place. A name
is a place only where the sentence goes there: „w ECHO Miasta”, not „pomogło ECHO Miasta”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.models import Event
from reports.gaps.evidence import Evidence
from reports.gaps.gap import Detail, Gap, Kind
from reports.gaps.links import event_url, to_event, to_report
from reports.gaps.naming import name_of_event
from reports.gaps.passages import Passage, Passages

# „w kawiarni społecznej „Zakręcony Pan Cogito””, „(Cafe NOWA Księgarnia)”, „przy ul. Kapelanka”.
GOES_THERE = re.compile(
    r"(?:(?i:\b(?:w|we|na|przy|u|do|obok))\s+(?:[a-ząćęłńóśźż]+\.?\s+){0,3}|\(|\b(?i:miejsce|gdzie"
    r"|adres):\s*)[„\"]?$"
)
BEFORE = 60  # signs before a name in which the way there is looked for
WORDS = 8  # on each side of a name, in a quotation


@dataclass(frozen=True)
class Said:
    """A place that a text names, and every venue that is the same place."""

    venues: frozenset[int]
    name: str
    quote: str
    passage: Passage

    @property
    def detail(self) -> Detail:
        return Detail(self.passage.where, self.quote, self.passage.url)


class Places:
    """The places of a registry, each looked up once."""

    def __init__(self, evidence: Evidence) -> None:
        self.known = evidence.known
        self.kept: dict[int, frozenset[int]] = {}

    def same(self, venue: int) -> frozenset[int]:
        if venue not in self.kept:
            self.kept[venue] = self.known.same_places(venue)
        return self.kept[venue]

    def said_in(self, passage: Passage) -> Iterator[Said]:
        text = passage.text
        for start, venues in self.known.places_in(text):
            if GOES_THERE.search(text[max(0, start - BEFORE) : start]):
                whole = frozenset().union(*(self.same(venue) for venue in venues))
                yield Said(whole, self.known.places[min(venues)].name, around(text, start), passage)


def around(text: str, start: int) -> str:
    """The words that a name stands among: „…odbyło się w ECHO Miasta, gdzie…”."""
    line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    place = start - text.rfind("\n", 0, start) - 1
    before, after = line[:place].split(), line[place:].split()
    head, tail = ("… " if len(before) > WORDS else ""), (" …" if len(after) > WORDS else "")
    return head + " ".join([*before[-WORDS:], *after[:WORDS]]) + tail


def elsewhere(evidence: Evidence, passages: Passages) -> Iterator[Gap]:
    places = Places(evidence)
    for meeting in evidence.facts.meetings:
        event = meeting.event
        texts = [row for row in passages[event.pk] if row.for_places]
        right, sides = compared(event, texts, places)
        if sides:
            yield two_places(event, right, sides, evidence)


def compared(event: Event, texts: list[Passage], places: Places) -> tuple[Said | None, list[Said]]:
    """The right place, and those of the texts that name other places and never this one."""
    said = [found for text in texts if (found := list(places.said_in(text)))]
    right = of_event(event, places) or (said[0][0] if said else None)
    if right is None:
        return None, []
    return right, [rows[0] for rows in said if not any(row.venues & right.venues for row in rows)]


def of_event(event: Event, places: Places) -> Said | None:
    if event.venue_id is None:
        return None
    page = Passage(_("Wydarzenie"), event.place_name, event_url(event.pk))
    return Said(places.same(event.venue_id), event.place_name, event.place_name, page)


def two_places(event: Event, right: Said | None, sides: list[Said], evidence: Evidence) -> Gap:
    rows, name = [*([right] if right else []), *sides], name_of_event(event)
    words = list(dict.fromkeys(f"„{row.name}”" for row in rows))
    sentence = _("Jedno spotkanie, dwa miejsca, %(name)s: %(words)s.")
    return Gap(
        key=f"two_places:{event.pk}",
        kind=Kind.TWO_PLACES,
        subject=name,
        sentence=sentence % {"name": name, "words": ", ".join(words)},
        facts=tuple(sorted(words)),
        details=tuple(dict.fromkeys(row.detail for row in rows)),
        ways=(to_event(event), to_report(evidence.report, _("Popraw podsumowanie"))),
    )
