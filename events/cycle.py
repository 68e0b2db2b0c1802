"""Whether a cycle is alive: its next meeting, a month without one, or how long it has been silent.

All of it is what somebody published; nothing follows from a rule of recurrence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from events.cards import Card, card, cards
from events.models import Event, Series, SeriesPause
from events.models.event import Outcome
from events.tense import stopped
from portal.kernel.counts import Quantity, Total, Unit, total
from portal.kernel.months import Month, day_of
from portal.kernel.phrases import PARTS_IN_A_SENTENCE
from portal.kernel.polish import NBSP, counted
from portal.kernel.when import DAY, Precision

# They meet „mniej więcej raz w miesiącu”: a quarter without a word is silence.
SILENCE = timedelta(days=92)


class Life(StrEnum):
    """How the cycle stands; a template draws each in its own way."""

    RUNNING = "running"
    DATED = "dated"
    PLANNED = "planned"
    OPEN = "open"
    SILENT = "silent"


@dataclass(frozen=True)
class Pulse:
    """One sentence on whether the cycle is alive, and the months said to have no meeting."""

    life: Life
    lead: str
    text: str
    next: Card | None
    pauses: list[str]


@dataclass(frozen=True)
class CyclePage:
    series: Series
    pulse: Pulse
    upcoming: list[Card]
    past: list[Card]
    window: str
    known: str
    attendance: Total | None


@dataclass(frozen=True)
class CycleCard:
    series: Series
    pulse: Pulse


def cycle_page(series: Series, at: datetime) -> CyclePage:
    """Five queries, however many meetings there were."""
    events = series.events.public(at).for_cards()
    upcoming, past = list(events.upcoming(at)), list(events.past(at))
    return CyclePage(
        series=series,
        pulse=pulse(series, upcoming, past[0] if past else None, recent_pauses([series], at), at),
        upcoming=cards(upcoming, at),
        past=cards(past, at),
        window=window(series),
        known=known([*upcoming, *past], series, at),
        attendance=attendance([*upcoming, *past]),
    )


def cycle_cards(at: datetime) -> list[CycleCard]:
    """Every public cycle with its meetings ahead and its last one; four queries."""
    found: list[Any] = list(Series.objects.public(at).in_order().annotate(last=last_of(at)))
    upcoming = Event.objects.public(at).filter(ends_at__gt=at)
    shown = Q(pk__in=[row.last for row in found]) | Q(pk__in=upcoming.values("pk"))
    events = list(
        Event.objects.for_cards().filter(shown, series__in=found).order_by("sort_at", "pk")
    )
    pauses = recent_pauses(found, at)
    return [CycleCard(row, pulse_of_row(row, events, pauses, at)) for row in found]


def pulse_of_row(
    series: Any, events: Sequence[Event], pauses: Sequence[SeriesPause], at: datetime
) -> Pulse:
    own = [event for event in events if event.series_id == series.pk]
    last = next((event for event in own if event.pk == series.last), None)
    return pulse(series, [event for event in own if event != last], last, pauses, at)


def last_of(at: datetime) -> Subquery:
    return Subquery(
        Event.objects.public(at).past(at).filter(series=OuterRef("pk")).values("pk")[:1]
    )


def recent_pauses(series: Iterable[Series], at: datetime) -> list[SeriesPause]:
    """What was said of this month, of those to come, and of a quarter before."""
    return list(SeriesPause.objects.since(Month.of(at).shifted(-4)).filter(series__in=series))


# Is it alive?


def pulse(
    series: Series,
    upcoming: Sequence[Event],
    past: Event | None,
    pauses: Sequence[SeriesPause],
    at: datetime,
) -> Pulse:
    """`upcoming`: also those called off; `past`: its latest past one, whatever came of it."""
    own = [pause for pause in pauses if pause.series_id == series.pk]
    ahead = [event for event in upcoming if event.is_ahead(at)]
    settled = [event for event in upcoming if not event.is_ahead(at)]
    last = settled[-1] if settled else past
    following = ahead[0] if ahead else None
    life, lead, text = said(series, following, last, own, at)
    shown = card(following, at) if following else None
    coming = [pause_sentence(pause, at) for pause in own if is_coming(pause, ahead, at)]
    return Pulse(life, lead, text, shown, coming)


def is_coming(pause: SeriesPause, ahead: Sequence[Event], at: datetime) -> bool:
    """Of this month or later, and not overtaken by a meeting announced after all."""
    month = Month.of(pause.month)
    known = (row.when for row in ahead if row.precision != Precision.MONTHS)
    return month >= Month.of(at) and month not in {Month.of(when.first_day) for when in known}


def said(
    series: Series,
    ahead: Event | None,
    last: Event | None,
    pauses: Sequence[SeriesPause],
    at: datetime,
) -> tuple[Life, str, str]:
    """How it stands, the words before the date, and the date or what is known instead."""
    if ahead:
        return said_of_next(ahead, at)
    if last and is_silent(last, pauses, at):
        return Life.SILENT, "", f"{last_words(last)}; od tego czasu cisza."
    which = "Następne" if last else "Pierwsze"
    off = f"{last_words(last)}. " if last and last.is_off and last.ends_at > at else ""
    usually = usual_time(series)
    if not usually:
        return Life.OPEN, "", f"{off}{which} spotkanie nie ma jeszcze daty."
    if off:
        return Life.OPEN, "", f"{off}{which} spotkanie: {usually}, jeszcze bez daty."
    return Life.OPEN, f"{which} spotkanie:", f"{usually}, jeszcze bez daty"


def said_of_next(event: Event, at: datetime) -> tuple[Life, str, str]:
    """What follows a colon is no sentence, and has no full stop."""
    if running := event.when.running(at):
        return Life.RUNNING, "Teraz:", running
    if event.when.is_coarse:
        sentence = f"planowane {event.when.sentence()}, jeszcze bez dnia"
        return Life.PLANNED, "Następne spotkanie:", sentence
    sentence = event.when.sentence()
    planned = "" if event.confirmed else "planowane "
    return Life.DATED, "Następne spotkanie:", planned + sentence


def is_silent(last: Event, pauses: Sequence[SeriesPause], at: datetime) -> bool:
    """Nothing announced since, and no month said to have no meeting, for a quarter."""
    days = [last.when.last_day, *(Month.of(pause.month).last_day for pause in pauses)]
    return day_of(at) - max(days) > SILENCE


def last_words(event: Event) -> str:
    """„Ostatnie spotkanie było w maju 2026 r.”, or what became of it instead."""
    when = f"{Month.of(event.when.last_day).locative}{NBSP}r."
    return {
        Outcome.HELD: f"Ostatnie spotkanie było {when}",
        Outcome.EXPECTED: f"Ostatnie zapowiedziane spotkanie przypadało {when}",
        Outcome.CANCELLED: f"Spotkanie zapowiedziane {when} odwołano",
        Outcome.POSTPONED: f"Spotkanie zapowiedziane {when} przełożono bez nowej daty",
        Outcome.NOT_HELD: f"Spotkanie zapowiedziane {when} nie doszło do skutku",
    }[Outcome(event.outcome)]


def pause_sentence(pause: SeriesPause, at: datetime) -> str:
    """„W grudniu bez spotkania: przerwa świąteczna.”"""
    month = Month.of(pause.month)
    words = month.locative if month.year != day_of(at).year else month.name.locative
    sentence = f"{words[0].upper()}{words[1:]} bez spotkania"
    return stopped(f"{sentence}: {pause.reason}" if pause.reason else sentence)


# What is usual


def usual_length(series: Series) -> timedelta | None:
    """By the wall's clock; an end not after the start is of the next day. None when not said."""
    start, end = series.usual_start, series.usual_end
    if not start or not end:
        return None
    day = date(2000, 1, 3)
    length = datetime.combine(day, end) - datetime.combine(day, start)
    return length if length > timedelta() else length + DAY


def usual_time(series: Series) -> str:
    """„zwykle w połowie miesiąca”: from the window, else the cadence in staff's words."""
    first, last = series.window_first_day, series.window_last_day
    if not first or not last:
        return series.cadence
    for part, (earliest, latest) in {1: (1, 11), 2: (9, 21), 3: (19, 31)}.items():
        if earliest <= first and last <= latest:
            return f"zwykle {PARTS_IN_A_SENTENCE[part]} miesiąca"
    return window(series)


def window(series: Series) -> str:
    """„zwykle między 10. a 20. dniem miesiąca”; "" when it may be any day."""
    first, last = series.window_first_day, series.window_last_day
    if not first or not last or (first == 1 and last >= 28):
        return ""
    if first == last:
        return f"zwykle {first}.{NBSP}dnia miesiąca"
    if last >= 28:
        return f"zwykle od {first}.{NBSP}dnia do końca miesiąca"
    if first == 1:
        return f"zwykle do {last}.{NBSP}dnia miesiąca"
    return f"zwykle między {first}. a{NBSP}{last}.{NBSP}dniem miesiąca"


def known(events: Sequence[Event], series: Series, at: datetime) -> str:
    """„4 odsłony w portalu: odbyły się 3 …”: how many meetings are on record, and what of them."""
    if not events:
        return ""
    held = sum(event.outcome == Outcome.HELD for event in events)
    ahead = sum(event.is_ahead(at) for event in events)
    open_ = sum(event.is_unanswered(at) for event in events)
    off = len(events) - held - ahead - open_
    parts = {"odbyło się": held, "przed nami": ahead, "bez potwierdzenia": open_, "odpadło": off}
    told = ", ".join(f"{words}: {n}" for words, n in parts.items() if n)
    return f"{counted(len(events), series.edition_noun)} ({told})"


def attendance(events: Sequence[Event]) -> Total | None:
    """„Łączna frekwencja”, by the kernel's sum, as the figures of reports have it: over what was
    held, examples apart. None when nothing was."""
    held = [row for row in events if row.outcome == Outcome.HELD and not row.is_example]
    return total((people_at(row) for row in held), Unit.PEOPLE) if held else None


def people_at(event: Event) -> Quantity | None:
    """As the note was last approved; fetched by `for_cards()`."""
    note = getattr(event, "note", None)
    return note.current.quantity(Unit.PEOPLE) if note and note.current else None
