"""How days, hours and parts of a month are written in Polish (style of the city's own texts).

These are sentences of Polish grammar, not catalogue entries: another language needs a module of
its own. Hours take a full stop and no leading zero („9.05”); ranges of bare numbers take an en
dash without spaces, all other ranges one with spaces.
"""

from dataclasses import dataclass
from datetime import date

from portal.kernel.months import BEGINNING, END, MIDDLE, Month
from portal.kernel.polish import MONTHS, NBSP, WEEKDAYS

DASH = f"{NBSP}– "  # between hours: it may end a line and never begins one
SMALL_HOURS = 6 * 60  # until then, people still count the night to the evening before

PARTS = {BEGINNING: "początek", MIDDLE: "połowa", END: "koniec"}
PARTS_IN_A_SENTENCE = {
    BEGINNING: "na początku",
    MIDDLE: f"w{NBSP}połowie",
    END: "pod koniec",
}


def clock(minutes: int) -> str:
    """An hour of the day from the minutes since its start: „9.05”; 1440 is „24.00”."""
    return f"{minutes // 60}.{minutes % 60:02}"


def hour(minutes: int, *, about: bool = False) -> str:
    """„godz. 9.05”, „ok. godz. 9.05”"""
    return (f"ok.{NBSP}" if about else "") + f"godz.{NBSP}{clock(minutes)}"


def day_and_month(day: date) -> str:
    """„13 maja”"""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1].genitive}"


def full_day(day: date) -> str:
    """„13 maja 2026 r.”"""
    return f"{day_and_month(day)} {day.year}{NBSP}r."


def day_from(day: date, today: date) -> str:
    """„15 maja”; with its year when that is not this one: „2 stycznia 2027 r.”"""
    return day_and_month(day) if day.year == today.year else full_day(day)


def until_day(day: date, today: date) -> str:
    """„do 15 maja”"""
    return f"do{NBSP}{day_from(day, today)}"


def on_weekday(day: date) -> str:
    """„w środę 13 maja 2026 r.”"""
    return f"{WEEKDAYS[day.weekday()].accusative} {full_day(day)}"


def days(first: date, last: date) -> str:
    """„13–15 maja 2026 r.”, „28 lutego – 2 marca 2026 r.”, with both years when they differ."""
    if first == last:
        return full_day(first)
    if first.year != last.year:
        return f"{full_day(first)} – {full_day(last)}"
    if first.month != last.month:
        return f"{day_and_month(first)} – {full_day(last)}"
    return f"{first.day}–{full_day(last)}"


def on_days(first: date, last: date) -> str:
    """„w środę 13 maja 2026 r.”, „od 13 do 15 maja 2026 r.”"""
    if first == last:
        return on_weekday(first)
    if first.year != last.year:
        return f"od {full_day(first)} do {full_day(last)}"
    if first.month != last.month:
        return f"od {day_and_month(first)} do {full_day(last)}"
    return f"od {first.day} do {full_day(last)}"


def part(number: int, month: Month) -> str:
    """„połowa maja 2026 r.”"""
    return f"{PARTS[number]} {month.genitive}{NBSP}r."


def in_part(number: int, month: Month) -> str:
    """„w połowie maja 2026 r.”, „pod koniec maja 2026 r.”"""
    return f"{PARTS_IN_A_SENTENCE[number]} {month.genitive}{NBSP}r."


@dataclass(frozen=True)
class Timing:
    """Days with hours, in minutes since midnight; an end of None is not known."""

    first: date
    start: int
    last: date
    end: int | None
    about: bool = False

    def short(self) -> str:
        """„13 maja 2026 r., godz. 14.00–18.00”"""
        first = full_day(self.first)
        if self.end is None or self.first == self.last:
            return f"{first}, godz.{NBSP}{self._range(self.end)}"
        return f"{first}, {hour(self.start)} – {full_day(self.last)}, {self._until(self.end)}"

    def sentence(self) -> str:
        """„w środę 13 maja 2026 r. w godz. 14.00–18.00”"""
        if self.end is None:
            return f"{on_weekday(self.first)} o {hour(self.start)}"
        if self.first != self.last:
            first, last = full_day(self.first), full_day(self.last)
            return f"od {first}, {hour(self.start)}, do {last}, {self._until(self.end)}"
        if self.about:
            until = f"do ok.{NBSP}{clock(self.end)}"
            return f"{on_weekday(self.first)} o {hour(self.start)}, {until}"
        return f"{on_weekday(self.first)} w godz.{NBSP}{self._range(self.end)}"

    def hours(self) -> str:
        """„14.00–18.00”, „od 17.30”, „20.00 – 6 czerwca, godz. 1.00”"""
        if self.end is None:
            return f"od {clock(self.start)}"
        if self.first == self.last:
            return self._range(self.end)
        named = day_and_month if self.first.year == self.last.year else full_day
        return f"{clock(self.start)}{DASH}{named(self.last)}, {self._until(self.end)}"

    def until(self, today: date) -> str:
        """„do 18.00”, „do ok. 19.30”, „do 15 maja, godz. 18.00”; empty when no end is known."""
        if self.end is None:
            return ""
        nights = (self.last - today).days
        if nights == 0 or (nights == 1 and self.end <= SMALL_HOURS):
            return f"do{NBSP}" + (f"ok.{NBSP}" if self.about else "") + clock(self.end)
        return f"{until_day(self.last, today)}, {self._until(self.end)}"

    def _range(self, end: int | None) -> str:
        if end is None:
            return clock(self.start)
        dash = f"{DASH}ok.{NBSP}" if self.about else "–"
        return f"{clock(self.start)}{dash}{clock(end)}"

    def _until(self, end: int) -> str:
        return hour(end, about=self.about)
