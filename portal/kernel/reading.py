"""Reads the dates that people write, and writes them so that they can be read again.

How exactly a date is known follows from its text. Every refusal is a Polish sentence that says
what is wrong and what to write instead, keyed by the field that it belongs to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.kernel import phrases
from portal.kernel.date_grammar import (
    SaidDay,
    SaidDays,
    SaidEnd,
    SaidHour,
    SaidMonths,
    closing,
    opening,
)
from portal.kernel.months import Month, MonthSpan, quoted
from portal.kernel.real_dates import (
    MIDNIGHT,
    instant,
    real_day,
    real_minutes,
    real_month,
    real_span,
    spelled,
)
from portal.kernel.when import DAY, USUAL_LENGTH, Precision, When

FROM, TO = "when_from", "when_to"


@dataclass(frozen=True)
class Point:
    """A day, maybe an hour of it in minutes, and the field in which it stands."""

    day: date
    minutes: int | None
    field: str
    about: bool = False


@dataclass(frozen=True)
class Days:
    """What the first field says, when it names a day."""

    first: Point
    last: Point | None


@dataclass(frozen=True)
class Boxes:
    """What was ticked beside the texts, and how long it takes when no end is given."""

    planned_end: bool
    all_day: bool
    drop_in: bool
    confirmed: bool
    assumed: timedelta


Start = Days | MonthSpan | tuple[Month, int]
End = SaidEnd | MonthSpan | None


def read_when(
    start: str,
    end: str = "",
    *,
    planned_end: bool = False,
    all_day: bool = False,
    drop_in: bool = False,
    confirmed: bool = True,
    assumed: timedelta = USUAL_LENGTH,
) -> When:
    """The date meant by the texts of two fields and the boxes beside them.

    What is coarser than a day comes back unconfirmed, whatever `confirmed` says. Raises
    ValidationError with the keys „when_from” and „when_to”.
    """
    boxes = Boxes(planned_end, all_day, drop_in, confirmed, assumed)
    first, last = _read_fields(start, end)
    with _refusing(FROM):
        if isinstance(first, Days):
            return _on_days(first, last, boxes)
        return _in_months(first, last, boxes)


def _read_fields(start: str, end: str) -> tuple[Start, End]:
    """Both fields by themselves, so that mistakes in both are told at once."""
    errors: dict[str, str] = {}
    try:
        first = _read_start(start)
    except ValueError as refused:
        errors[FROM] = str(refused)
    try:
        last = _read_end(end)
    except ValueError as refused:
        errors[TO] = str(refused)
    if errors:
        raise ValidationError(errors)
    return first, last


@contextmanager
def _refusing(field: str) -> Iterator[None]:
    """Turns a ValueError's sentence into an error of that field."""
    try:
        yield
    except ValueError as refused:
        raise ValidationError({field: str(refused)}) from refused


def read_month(text: str) -> Month:
    """One month: „maj 2026”, „05.2026”, „2026-05”. ValidationError, in Polish, for all else."""
    said = opening(text)
    try:
        span = real_span(said) if isinstance(said, SaidMonths) else None
    except ValueError as refused:
        raise ValidationError(str(refused)) from refused
    if span is None or len(span) > 1:
        sentence = _("Nie rozumiem miesiąca %s. Napisz jeden miesiąc z rokiem, np. maj 2026.")
        raise ValidationError(sentence % quoted(text))
    return span.first


# Each field by itself


def _read_start(text: str) -> Start:
    if not text.strip():
        raise ValueError(_("Podaj datę: dzień z godziną, dzień, część miesiąca albo miesiąc."))
    said = opening(text)
    if said is None:
        raise ValueError(
            _(
                "Nie rozumiem daty %s. Napisz np. 13.05.2026 14.00, 13 maja 2026, "
                "połowa maja 2026 albo maj 2026."
            )
            % quoted(text)
        )
    if isinstance(said, SaidMonths):
        return real_span(said)
    return _days(said) if isinstance(said, SaidDays) else (real_month(said.month), said.part)


def _days(said: SaidDays) -> Days:
    """In „13–15 maja 2026” the first day borrows what it lacks from the last."""
    if said.first.hour and said.first.hour.about:
        raise ValueError(_("Początek nie może być „około”: podaj godzinę albo sam dzień."))
    last = said.last
    day = _completed(said.first.day, last.day if last and last.day else said.first.day)
    first = _point(day, said.first.hour, FROM)
    return Days(first, _last_point(last, first, FROM) if last else None)


def _read_end(text: str) -> End:
    """What needs no start to be understood; hours and full dates must exist."""
    if not text.strip():
        return None
    said = closing(text)
    if isinstance(said, SaidMonths):
        return real_span(said)
    if said is None or (said.day and said.day.month is None):
        raise ValueError(
            _("Nie rozumiem końca %s. Napisz np. 18.00, 24.00, 15.05.2026 albo 15.05.2026 18.00.")
            % quoted(text)
        )
    if said.day and said.day.year is not None:
        real_day(said.day)
    if said.hour:
        real_minutes(said.hour)
    return said


def _last_point(said: SaidEnd, first: Point, field: str) -> Point:
    """An hour alone is of the first day; a day without its year is of the first day's year."""
    first_day = SaidDay(first.day.day, first.day.month, first.day.year)
    day = _completed(said.day, first_day) if said.day else first_day
    return _point(day, said.hour, field)


def _completed(day: SaidDay, other: SaidDay) -> SaidDay:
    """The day, with the month and year of the other where it says none."""
    month = other.month if day.month is None else day.month
    return replace(day, month=month, year=other.year if day.year is None else day.year)


def _point(day: SaidDay, hour: SaidHour | None, field: str) -> Point:
    minutes = real_minutes(hour) if hour else None
    return Point(real_day(day), minutes, field, about=bool(hour and hour.about))


# Both together


def _in_months(first: MonthSpan | tuple[Month, int], end: End, boxes: Boxes) -> When:
    """A date without a day: only months can close it, and no box but „confirmed” fits it."""
    if boxes.all_day:
        raise ValueError(_("Cały dzień wymaga dnia: podaj go albo odznacz „cały dzień”."))
    if boxes.drop_in:
        raise ValueError(_("Podaj godziny albo odznacz wejście w dowolnej chwili."))
    with _refusing(TO):
        _check_planned(boxes)
        if not isinstance(first, MonthSpan):
            return _in_part(*first, end)
        if isinstance(end, SaidEnd):
            raise ValueError(_("Początek to miesiąc, więc koniec też: np. czerwiec 2026."))
        return When.in_months(MonthSpan(first.first, end.last) if end else first)


def _in_part(month: Month, part: int, end: End) -> When:
    if end is not None:
        raise ValueError(_("Przy części miesiąca zostaw koniec pusty."))
    return When.in_part(month, part)


def _on_days(days: Days, end: End, boxes: Boxes) -> When:
    first, last = days.first, days.last
    with _refusing(TO):
        if last and end:
            raise ValueError(_("Koniec podano już przy początku: zostaw go w jednym miejscu."))
        if isinstance(end, MonthSpan):
            raise ValueError(_("Początek to dzień, więc podaj dzień albo godzinę końca."))
        if end:
            last = _last_point(end, first, TO)
    if first.minutes is None:
        return _whole_days(first.day, last, boxes)
    return _at_hours(first.day, first.minutes, last, boxes)


def _whole_days(first: date, last: Point | None, boxes: Boxes) -> When:
    if last and last.minutes is not None:
        raise ValueError(_("Koniec ma godzinę, więc początek też: np. 13.05.2026 14.00."))
    if boxes.drop_in:
        raise ValueError(_("Podaj godziny albo odznacz wejście w dowolnej chwili."))
    with _refusing(TO):
        _check_planned(boxes)
    if last and last.day < first:
        raise ValidationError({last.field: _end_before(spelled(last.day), spelled(first))})
    last_day = last.day if last else None
    return When.on_day(first, last_day, all_day=boxes.all_day, confirmed=boxes.confirmed)


def _check_planned(boxes: Boxes) -> None:
    if boxes.planned_end:
        raise ValueError(_("Koniec orientacyjny wymaga godziny: podaj ją albo go odznacz."))


def _at_hours(day: date, minutes: int, last: Point | None, boxes: Boxes) -> When:
    if boxes.all_day:
        raise ValueError(_("Cały dzień nie ma godzin: usuń godzinę albo odznacz „cały dzień”."))
    start = _start_instant(day, minutes)
    with _refusing(last.field if last else TO):
        end = _end_instant(day, minutes, last, boxes)
    return When.at_time(
        start,
        end,
        planned_end=boxes.planned_end or bool(last and last.about),
        drop_in=boxes.drop_in,
        confirmed=boxes.confirmed,
        assumed=boxes.assumed,
    )


def _start_instant(day: date, minutes: int) -> datetime:
    if minutes == MIDNIGHT:
        raise ValueError(
            _("Początek o północy zapisz jako 0.00 następnego dnia: %s 0.00.") % _dotted(day + DAY)
        )
    return instant(day, minutes)


def _end_instant(day: date, minutes: int, last: Point | None, boxes: Boxes) -> datetime | None:
    if last is None:
        _check_planned(boxes)
        return None
    if last.minutes is None:
        example = _dotted(last.day)
        raise ValueError(_("Początek ma godzinę, więc koniec też: np. %s 18.00.") % example)
    _check_after(day, minutes, last.day, last.minutes)
    return instant(last.day, last.minutes)


def _check_after(day: date, minutes: int, last_day: date, last_minutes: int) -> None:
    """ValueError for an end that is not after the start."""
    start, end = phrases.clock(minutes), phrases.clock(last_minutes)
    if last_day < day:
        raise ValueError(_end_before(f"{spelled(last_day)}, {end}", f"{spelled(day)}, {start}"))
    if last_day > day or last_minutes > minutes:
        return
    if last_minutes == minutes:
        raise ValueError(_("Koniec (%s) jest taki sam jak początek.") % end)
    raise ValueError(_end_before(end, start) + _next_day_hint(day, last_minutes))


def _end_before(end: str, start: str) -> str:
    return _("Koniec (%(end)s) jest przed początkiem (%(start)s).") % {"end": end, "start": start}


def _next_day_hint(day: date, minutes: int) -> str:
    """Small hours are most likely those of the night that follows."""
    if minutes == 0:
        return " " + _("Północ na końcu dnia zapisz jako 24.00.")
    if minutes < 6 * 60:
        written = f"{_dotted(day + DAY)} {phrases.clock(minutes)}"
        return " " + _("Jeśli to już następny dzień, napisz %s.") % written
    return ""


# Back into text


def write_when(when: When) -> tuple[str, str]:
    """The texts of both fields; with the same boxes, `read_when` reads the same date.

    But for the two hours of the year that come twice, of which `read_when` accepts neither.
    """
    if when.precision == Precision.TIME:
        return _write_hours(when)
    if when.precision == Precision.DAY:
        several = when.last_day != when.first_day
        return _dotted(when.first_day), _dotted(when.last_day) if several else ""
    if when.precision == Precision.PART_OF_MONTH:
        return f"{phrases.PARTS[when.part]} {when.months.first.genitive}", ""
    return when.months.nominative, ""


def _write_hours(when: When) -> tuple[str, str]:
    start, end = when.minutes
    first = f"{_dotted(when.first_day)} {phrases.clock(start)}"
    if end is None:
        return first, ""
    hour = phrases.clock(end)
    same_day = when.last_day == when.first_day
    return first, hour if same_day else f"{_dotted(when.last_day)} {hour}"


def _dotted(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year}"
