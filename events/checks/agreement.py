"""Whether an invitation says of its event what the event says of itself: day, hours, place.

Texts name other days too: deadlines, meetings of the past. So a day counts only where it lies
ahead and is no deadline, and a field that names the right one anywhere is left in peace.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.checks.texts import Field
from events.known_names import KnownNames
from events.models import Event
from portal.kernel.findings import Level
from portal.kernel.lint import Around, Writing
from portal.kernel.lint.dates import Mention, bare, mentions
from portal.kernel.lint.hours import Hours, hours
from portal.kernel.lint.weekdays import looks_ahead, nearest_year
from portal.kernel.lint.writing import Block
from portal.kernel.months import local
from portal.kernel.polish import MONTHS
from portal.kernel.when import EndKind, Precision

CERTAIN_FIELDS = {"title", "lead"}
FIELD_WORDS = {
    "title": gettext_lazy("Tytuł"),
    "lead": gettext_lazy("Wstęp"),
    "body": gettext_lazy("Treść"),
}
DEADLINE = re.compile(r"\b(?:do|przed|po|od|najpozniej|wczesniej)\s+(?:dnia\s+)?$")
NEAR = 40  # signs before a day in which the word of a deadline stands
SIGNING_UP = re.compile(r"zapis|zglosz|zglasz|rejestr|termin|nabor|wniosk")
NAMES_PLACE = re.compile(r"(?i)\b(?:miejsce|gdzie|adres)\s*:")


@dataclass(frozen=True)
class Disagreement:
    """`about` is the event's field: when_from or venue."""

    about: str
    field: str
    sentence: str
    instead: str
    level: Level


@dataclass(frozen=True)
class Said:
    """One field of the announcement beside the events that it is about."""

    field: Field
    writing: Writing
    events: list[Event]
    known: KnownNames

    def disagreements(self) -> Iterator[Disagreement]:
        yield from self.of_days()
        yield from self.of_hours()
        yield from self.of_places()

    # Days

    def of_days(self) -> Iterator[Disagreement]:
        told = [row for row in self.days() if row[2]]
        if not told or any(self.fits(dates) for _block, _mention, dates in told):
            return
        block, mention, _dates = told[0]
        sure = self.is_sure(block, mention)
        if sure or self.field.name in CERTAIN_FIELDS:
            words = block.text[mention.start : mention.end].strip(" ,(")
            yield self.disagreement("when_from", words, self.date_of_event(), sure)

    def days(self) -> Iterator[tuple[Block, Mention, list[date]]]:
        """The days ahead that are no deadline."""
        for _number, block in self.writing.numbered:
            for mention in mentions(block.prose):
                if not _is_deadline(block, mention):
                    yield block, mention, self.ahead(mention)

    def ahead(self, mention: Mention) -> list[date]:
        around = self.writing.around
        years = around.years or (nearest_year(mention, around.day),)
        days = [day for year in years for day in mention.dates(year) if day]
        return [day for day in days if day >= around.day]

    def fits(self, days: list[date]) -> bool:
        spans = [(event.when.first_day, event.when.last_day) for event in self.events]
        return any(first <= day <= last for first, last in spans for day in days)

    def is_sure(self, block: Block, mention: Mention) -> bool:
        """Said as the day of the meeting: with a weekday, an hour, or words of what is to come."""
        sentence = block.sentence_at(mention.start)
        return bool(mention.weekdays or hours(sentence) or looks_ahead(sentence))

    def date_of_event(self) -> str:
        return self.events[0].when.short()

    # Hours

    def of_hours(self) -> Iterator[Disagreement]:
        timed = [event for event in self.events if event.precision == Precision.TIME]
        if len(timed) < len(self.events):
            return
        told = list(self.hours_of_the_day())
        starts = {_minutes(event.starts_at) for event in timed}
        if told and not any(row.first in starts for _block, row in told):
            yield self.hours_disagreement(*told[0])
        for block, row in told:
            if row.first in starts and not self.ends_right(row):
                yield self.hours_disagreement(block, row)

    def hours_of_the_day(self) -> Iterator[tuple[Block, Hours]]:
        """Those in one sentence with the day of the event."""
        dated: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for block, mention, dates in self.days():
            if self.fits(dates):
                dated[id(block)].add(block.span_at(mention.start))
        for _number, block in self.writing.numbered:
            for row in hours(block.prose) if id(block) in dated else ():
                if block.span_at(row.start) in dated[id(block)]:
                    yield block, row

    def ends_right(self, row: Hours) -> bool:
        stated = [event for event in self.events if event.end_kind == EndKind.STATED]
        if row.last is None or len(stated) < len(self.events):
            return True
        return row.last % (24 * 60) in {_minutes(event.ends_at) for event in stated}

    def hours_disagreement(self, block: Block, row: Hours) -> Disagreement:
        words = block.text[row.start : row.end]
        return self.disagreement("when_from", words, self.date_of_event(), True)

    # Places

    def of_places(self) -> Iterator[Disagreement]:
        venues = [event.venue_id for event in self.events if event.venue_id]
        if not venues:
            return
        right = frozenset().union(*(self.known.same_places(key) for key in venues))
        told = [
            (block, start, keys)
            for _number, block in self.writing.numbered
            for start, keys in self.known.places_in(block.text)
        ]
        if told and not any(keys & right for _block, _start, keys in told):
            yield from self.place_disagreement(*told[0])

    def place_disagreement(
        self, block: Block, start: int, keys: frozenset[int]
    ) -> Iterator[Disagreement]:
        """Certain in the sentence that tells the day; elsewhere it may be another meeting's."""
        sentence = block.sentence_at(start)
        dated = any(
            self.fits(dates) and mention.start in range(*block.span_at(start))
            for other, mention, dates in self.days()
            if other is block
        )
        sure = dated or bool(NAMES_PLACE.search(sentence))
        if sure or self.field.name in CERTAIN_FIELDS:
            name = self.known.places[min(keys)].name
            yield self.disagreement("venue", name, self.events[0].place_name, sure)

    def disagreement(self, about: str, words: str, right: str, sure: bool) -> Disagreement:
        sentence = _("%(field)s: „%(words)s”, a w wydarzeniu jest: %(right)s. Uzgodnij je.") % {
            "field": FIELD_WORDS[self.field.name],
            "words": words,
            "right": right.rstrip("."),
        }
        is_certain = sure and self.field.name in CERTAIN_FIELDS
        level = Level.BLOCK if is_certain else Level.WARN
        return Disagreement(about, self.field.name, sentence, right, level)


def _is_deadline(block: Block, mention: Mention) -> bool:
    before = bare(block.text[max(0, mention.start - NEAR) : mention.start])
    return bool(DEADLINE.search(before)) or _signs_up(block.sentence_at(mention.start))


@lru_cache(maxsize=8)
def _signs_up(sentence: str) -> bool:
    """Of one sentence asked for each of its days, which follow one another."""
    return bool(SIGNING_UP.search(bare(sentence)))


def _minutes(moment: datetime) -> int:
    here = local(moment)
    return here.hour * 60 + here.minute


def disagreements(
    fields: list[Field], events: list[Event], around: Around, known: KnownNames
) -> Iterator[Disagreement]:
    """`events` are those that lie ahead and are on."""
    for field in fields:
        if events:
            yield from Said(field, field.writing(around), events, known).disagreements()


def without_a_day(fields: list[Field], events: list[Event], around: Around) -> str:
    """The day that an invitation knows and its event does not, in words, or ""."""
    coarse = [event for event in events if event.when.is_coarse]
    for field in fields if coarse and len(events) == 1 else []:
        for _number, block in field.writing(around).numbered:
            for mention in mentions(block.prose):
                first, last = coarse[0].when.first_day, coarse[0].when.last_day
                if any(day and first <= day <= last for day in mention.dates(first.year)):
                    return f"{mention.days[0]} {MONTHS[mention.month - 1].genitive}"
    return ""
