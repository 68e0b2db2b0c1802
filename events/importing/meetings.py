"""The meetings that the sentences of one text speak of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from events.importing.clock import Hours
from events.importing.days import month_near
from events.importing.names import Kind, Known
from events.importing.proposal import EventProposal
from events.importing.seen import COME_ANY_TIME, NO_SIGN_UP, SIGN_UP, Seen
from events.models import Event
from portal.kernel.polish import roman
from portal.kernel.when import When

T = TypeVar("T")
PLANNED = re.compile(r"planowan|odbędzie|odbędą|zapraszam|kolejn|następn|spotkajmy", re.I)
PAST = re.compile(r"odbył[aoy]? się|wzię[łl]\w+ udział|spotkał[oay]\w* się|podsumow", re.I)


def once(found: list[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))


class Meetings:
    """Each day, month or number of an edition that the text gives is one proposal."""

    def __init__(self, rows: list[Seen], title: str, published: date | None) -> None:
        self.rows, self.title, self.published = rows, title, published
        self.days = self.by_day()

    def proposals(self) -> list[EventProposal]:
        """First those to the day; the others, by month or without a date, as the text goes."""
        found = [self.on_day(when, rows) for when, rows in self.days.items()]
        for proposal in [*self.by_month(), *self.by_section(), *self.undated()]:
            if not any(is_same(proposal, other) for other in found):
                found.append(proposal)
        order = [row.text for row in self.rows]
        return sorted(found, key=lambda row: (not is_dated(row), order.index(row.quotes[0])))

    # To the day

    def by_day(self) -> dict[When, list[Seen]]:
        found: dict[When, list[Seen]] = {}
        for row in self.rows:
            for day in row.days:
                if day.when and not day.is_deadline and row not in found.get(day.when, []):
                    found.setdefault(day.when, []).append(row)
        return found

    def on_day(self, when: When, rows: list[Seen]) -> EventProposal:
        """What its own sentences say; of a text about one day, also what the others do."""
        wide = self.rows if len(self.days) == 1 else rows
        doubts = [found.doubt for row in rows for found in row.days if found.doubt]
        hours = self.hours(rows, wide, doubts) if when.first_day == when.last_day else None
        venue = self.venue(rows, wide, doubts)
        series = first([k for row in rows for k in row.of(Kind.SERIES)]) or self.only_series()
        edition = first([n for row in rows for n in row.editions])
        if edition is None and series:
            edition = only([n for row in wide for n in row.editions])
        told = " ".join(row.text for row in wide)
        return EventProposal(
            day=when,
            hours=hours,
            drop_in=bool(hours and hours.end and COME_ANY_TIME.search(told)),
            venue=venue,
            room=first([row.room for row in (*rows, *wide) if row.room]) or "",
            series=series,
            edition=edition if series else None,
            title=self.title_of(series, edition),
            sign_up=sign_up(told),
            quotes=quotes(rows),
            doubts=once([*doubts, *past_doubt(when, told, self.published)]),
        )

    def hours(self, rows: list[Seen], wide: list[Seen], doubts: list[str]) -> Hours | None:
        own = once([hours for row in rows for hours in row.hours])
        found = own or once([hours for row in wide for hours in row.hours])
        if not found:
            return None
        if len(found) > 1:
            told = ", ".join("–".join(filter(None, (row.start, row.end))) for row in found[:6])
            doubts.append(_("W tekście jest kilka godzin: %s. Wzięto pierwszą.") % told)
        length = first([row.length for row in (*rows, *wide) if row.length]) or 0
        return found[0].lasting(length)

    def venue(self, rows: list[Seen], wide: list[Seen], doubts: list[str]) -> Known | None:
        """By name, else by address; the café, and not the palace around it."""
        for seen in (rows, wide):
            for kind in (Kind.VENUE, Kind.ADDRESS):
                found = innermost(list(once([k for row in seen for k in row.of(kind)])))
                if len(found) > 1:
                    told = ", ".join(row.label for row in found)
                    doubts.append(_("W tekście jest kilka miejsc: %s. Wzięto pierwsze.") % told)
                if found:
                    return found[0]
        return None

    def only_series(self) -> Known | None:
        return only([known for row in self.rows for known in row.of(Kind.SERIES)])

    def title_of(self, series: Known | None, edition: int | None) -> str:
        """The cycle's name, with the Roman numeral where the text writes it so."""
        if not series:
            return self.title.split(" – ")[0][:200]
        numbered = f"{series.label} {roman(edition)}" if edition else ""
        written = any(numbered in row.text for row in self.rows) if numbered else False
        return numbered if written else series.label

    # By month, or without a date

    def by_month(self) -> Iterator[EventProposal]:
        """„planowane jest w czerwcu”: of a cycle, with no day beside it."""
        for row in self.rows:
            series = first(row.of(Kind.SERIES))
            told = PLANNED.search(row.text) or PAST.search(row.text)
            if row.months and not row.days and series and told:
                yield self.coarse([row], row.months[0].when, series)

    def by_section(self) -> Iterator[EventProposal]:
        """Below „Kwiecień”: „drugie spotkanie z cyklu…” was in April."""
        last: dict[int, Known] = {}
        for row in self.rows:
            section = row.sentence.section
            series = first(row.of(Kind.SERIES)) or last.get(section)
            if series:
                last[section] = series
            dated = row.days or row.months
            if not (series and row.editions and row.sentence.month and self.published) or dated:
                continue
            month = month_near(row.sentence.month, self.published)
            yield self.coarse([row], When.in_month(month), series)

    def undated(self) -> Iterator[EventProposal]:
        """Numbered editions of which the text does not say when."""
        found: dict[tuple[Known, int], list[Seen]] = {}
        for row in self.rows:
            for series in row.of(Kind.SERIES)[:1]:
                if row.editions and not row.days and not row.months:
                    found.setdefault((series, row.editions[0]), []).append(row)
        for (series, _edition), rows in found.items():
            proposal = self.coarse(rows, None, series)
            no_day = _("Tekst nie mówi, kiedy: wpisz datę.")
            yield replace(proposal, doubts=(*proposal.doubts, no_day))

    def coarse(self, rows: list[Seen], when: When | None, series: Known) -> EventProposal:
        doubts: list[str] = []
        edition = first([number for row in rows for number in row.editions])
        return EventProposal(
            day=when,
            venue=self.venue(rows, [], doubts),
            series=series,
            edition=edition,
            title=self.title_of(series, edition),
            quotes=quotes(rows),
            doubts=tuple(doubts),
        )


def first(found: list[T]) -> T | None:
    return found[0] if found else None


def only(found: list[T]) -> T | None:
    """The one of which all agree; None for several."""
    return found[0] if len(set(found)) == 1 else None


def is_dated(row: EventProposal) -> bool:
    return row.day is not None and not row.day.is_coarse


def innermost(found: list[Known]) -> list[Known]:
    around = {row.inside for row in found}
    return [row for row in found if row.pk not in around]


def quotes(rows: list[Seen]) -> tuple[str, ...]:
    return once([row.text for row in rows])[:3]


def sign_up(told: str) -> str:
    if NO_SIGN_UP.search(told):
        return Event.SignUp.NONE.value
    return Event.SignUp.REQUIRED.value if SIGN_UP.search(told) else ""


def past_doubt(when: When, told: str, published: date | None) -> list[str]:
    if published and when.last_day < published and not PAST.search(told):
        return [_("Dzień jest sprzed publikacji tekstu: sprawdź go.")]
    return []


def is_same(one: EventProposal, other: EventProposal) -> bool:
    """Of one cycle and number, or of one cycle and month where a number is not said."""
    if not one.series or one.series != other.series:
        return False
    if one.edition and other.edition:
        return one.edition == other.edition
    return bool(one.day and other.day and one.day.months == other.day.months)
