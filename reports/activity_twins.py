"""Whether an activity stands on record already: as an activity, or as one of our own meetings."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from events.importing.matching import overlaps
from events.importing.names import Kind
from events.importing.seen import Seen
from events.models import Event
from events.models.event import Outcome
from portal.kernel.inflection import roots
from portal.kernel.names import fold
from portal.kernel.when import When
from reports.models import Activity

WORD = re.compile(r"[^\W_]+")
SHORTEST = 3  # letters of a word that tells anything
ALIKE = 0.75  # of the words of the longer title
OFF = (Outcome.CANCELLED, Outcome.NOT_HELD, Outcome.POSTPONED)


@dataclass(frozen=True)
class Twin:
    """`is_same`: an activity with the very same title and date."""

    pk: int
    title: str
    when: When
    is_event: bool = False
    is_same: bool = False


@dataclass(frozen=True)
class Stored:
    twin: Twin
    words: tuple[str, ...]


class Twins:
    """All that overlaps an interval; two queries, however many rows are asked about."""

    def __init__(self, start: datetime, end: datetime) -> None:
        near = {"starts_at__lt": end, "ends_at__gt": start}
        self.events = list(
            Event.objects.kept()
            .filter(is_example=False, **near)
            .exclude(outcome__in=OFF)
            .defer("body")
            .order_by("sort_at", "pk")
        )
        self.index: dict[str, list[Stored]] = defaultdict(list)
        for event in self.events:
            self.remember(Twin(event.pk, event.title, event.when, is_event=True))
        for activity in Activity.objects.kept().filter(**near).order_by("pk"):
            self.remember(Twin(activity.pk, activity.title, activity.when))

    @classmethod
    def around(cls, dates: Iterable[When]) -> "Twins":
        found = list(dates)
        return cls(min(row.starts_at for row in found), max(row.ends_at for row in found))

    def remember(self, twin: Twin) -> None:
        stored = Stored(twin, telling(twin.title))
        for root in {root for word in stored.words for root in roots(word)}:
            self.index[root].append(stored)

    def of(self, title: str, when: When, seen: Seen | None = None) -> Twin | None:
        """The likeliest: the very same first, then our own meeting, then what is alike."""
        alike = [row for row in self.alike(title) if overlaps(row.when, when)]
        for row in alike:
            if not row.is_event and row.when == when and fold(row.title) == fold(title):
                return Twin(row.pk, row.title, row.when, is_same=True)
        own = self.of_cycle(when, seen) if seen else None
        return own or next(iter(sorted(alike, key=lambda row: not row.is_event)), None)

    def alike(self, title: str) -> list[Twin]:
        words = telling(title)
        shared: dict[Twin, int] = defaultdict(int)
        lengths: dict[Twin, int] = {}
        for word in words:
            for stored in {row for root in roots(word) for row in self.index.get(root, ())}:
                shared[stored.twin] += 1
                lengths[stored.twin] = len(stored.words)
        longer = {twin: max(len(words), length) for twin, length in lengths.items()}
        return [twin for twin, count in shared.items() if count >= ALIKE * longer[twin]]

    def of_cycle(self, when: When, seen: Seen) -> Twin | None:
        """The edition that the row means by the name of its cycle, by number or place or time."""
        cycles = {known.pk for known in seen.of(Kind.SERIES)}
        venues = {known.pk for known in seen.of(Kind.VENUE, Kind.ADDRESS)}
        fitting = [
            event
            for event in self.events
            if event.series_id in cycles
            and overlaps(event.when, when)
            and not (seen.editions and event.edition and event.edition not in seen.editions)
        ]
        fitting.sort(key=lambda row: (row.edition not in seen.editions, row.venue_id not in venues))
        return next((twin_of(event) for event in fitting), None)


def twin_of(event: Event) -> Twin:
    return Twin(event.pk, event.title, event.when, is_event=True)


def telling(title: str) -> tuple[str, ...]:
    words = dict.fromkeys(word.lower() for word in WORD.findall(title))
    return tuple(w for w in words if len(w) >= SHORTEST or w.isdigit()) or tuple(words)
