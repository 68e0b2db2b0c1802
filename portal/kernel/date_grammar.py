"""The shapes in which people write dates, before anybody asks whether such a date exists.

`opening` reads what stands in the field of the start, `closing` what stands in that of the end.
Both return None for what has no such shape, whatever the text may be.
"""

from dataclasses import dataclass

from portal.kernel.date_words import (
    HOUR_WORDS,
    MONTH_FORMS,
    PART_FORMS,
    ROMAN_MONTHS,
    WEEKDAY_FORMS,
    Tokens,
)


@dataclass(frozen=True)
class SaidMonth:
    number: int
    year: int | None


@dataclass(frozen=True)
class SaidMonths:
    """„maj 2026”, „styczeń–maj 2026”"""

    first: SaidMonth
    last: SaidMonth | None = None


@dataclass(frozen=True)
class SaidPart:
    """„połowa maja 2026”"""

    part: int
    month: SaidMonth


@dataclass(frozen=True)
class SaidDay:
    """„śr. 13 maja 2026”; in „13–15 maja 2026” the first day says neither month nor year."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True)
class SaidHour:
    hour: int
    minute: int
    about: bool = False


@dataclass(frozen=True)
class SaidMoment:
    day: SaidDay
    hour: SaidHour | None


@dataclass(frozen=True)
class SaidEnd:
    """„18.00” without its day, „15.05.2026” without an hour, or both."""

    day: SaidDay | None
    hour: SaidHour | None


@dataclass(frozen=True)
class SaidDays:
    """„13 maja 2026”, „13.05.2026 14.00–18.00”, „13–15 maja 2026”"""

    first: SaidMoment
    last: SaidEnd | None = None


def opening(text: str) -> SaidMonths | SaidPart | SaidDays | None:
    said = _Scanner(text)
    months = said.whole(said.year) or said.whole(said.months)
    return months or said.whole(said.month_part) or said.whole(said.days)


def closing(text: str) -> SaidMonths | SaidEnd | None:
    said = _Scanner(text)
    return said.whole(said.end) or said.whole(said.months)


class _Scanner(Tokens):
    """The shapes themselves: each reads from the present place on, or raises NoMatchError."""

    # Shapes of a whole text

    def year(self) -> SaidMonths:
        self.skip("w")
        self.skip("rok", "roku")
        year = self.number(4, 4)
        self.after_year()
        return SaidMonths(SaidMonth(1, year), SaidMonth(12, year))

    def months(self) -> SaidMonths:
        self.skip("w", "we", "od")
        first = self.month()
        return SaidMonths(first, self.month() if self.until() else None)

    def month_part(self) -> SaidPart:
        self.skip("na", "w", "pod")
        return SaidPart(self.word(PART_FORMS), self.month())

    def days(self) -> SaidDays:
        self.skip("od")
        first = self.moment()
        if not self.until():
            return SaidDays(first)
        hour = self.maybe(self.last_hour) if first.hour else None
        return SaidDays(first, SaidEnd(None, hour) if hour else self.last_moment())

    def end(self) -> SaidEnd:
        self.skip("do")
        hour = self.maybe(self.hour)
        return SaidEnd(None, hour) if hour else self.last_moment()

    # Shapes inside it

    def moment(self) -> SaidMoment:
        return SaidMoment(self.day(), self.maybe(self.hour))

    def last_moment(self) -> SaidEnd:
        moment = self.moment()
        return SaidEnd(moment.day, moment.hour)

    def until(self) -> bool:
        """„–”, „do”, the „--” of addresses; maybe after a comma."""
        place = self.place
        self.skip(",")
        if self.skip("-"):
            self.skip("-")
            return True
        if self.skip("do"):
            return True
        self.place = place
        return False

    def month(self) -> SaidMonth:
        found = self.maybe(self.month_by_name) or self.maybe(self.month_by_number)
        found = found or self.maybe(self.month_by_roman) or self.month_by_iso()
        self.after_year()
        return found

    def month_by_name(self) -> SaidMonth:
        number = self.word(MONTH_FORMS)
        self.skip(".")
        return SaidMonth(number, self.maybe(self.loose_year))

    def month_by_number(self) -> SaidMonth:
        number = self.number(1, 2)
        self.sign("./-")
        return SaidMonth(number, self.number(4, 4))

    def month_by_roman(self) -> SaidMonth:
        """„V 2026”, „I–IV 2026”: only with a year or up to another, lest any „x” be a month."""
        number = self.word(ROMAN_MONTHS)
        year = self.maybe(self.loose_year)
        self.need(year is not None or self.peek() in ("-", "do"))
        return SaidMonth(number, year)

    def month_by_iso(self) -> SaidMonth:
        year = self.number(4, 4)
        self.sign("-")
        return SaidMonth(self.number(2, 2), year)

    def loose_year(self) -> int:
        """A year after the name of a month; „maja 14.00” holds an hour, not a year."""
        year = self.number(1, 6)
        self.need(not (self.peek() in (".", ":") and self.peek(1).isdigit()))
        return year

    def after_year(self) -> None:
        if self.skip("r", "roku", "rok"):
            self.skip(".")

    def day(self) -> SaidDay:
        self.skip("w", "we", "dnia")
        weekday = self.maybe(self.weekday)
        self.skip("dnia")
        year, month, day = self.maybe(self.iso_day) or self.polish_day()
        self.after_year()
        after = self.maybe(self.weekday_after)
        return SaidDay(day, month, year, after if weekday is None else weekday)

    def weekday(self) -> int:
        weekday = self.word(WEEKDAY_FORMS)
        self.skip(".")
        self.skip(",")
        return weekday

    def weekday_after(self) -> int:
        """„13 maja 2026 r. (środa)”, „13.05.2026, środa”"""
        self.skip(",")
        opened = self.skip("(")
        weekday = self.word(WEEKDAY_FORMS)
        self.skip(".")
        self.need(not opened or self.skip(")"))
        return weekday

    def iso_day(self) -> tuple[int | None, int | None, int]:
        year = self.number(4, 4)
        sign = self.sign("-./")
        month = self.number(1, 2)
        self.sign(sign)
        day = self.number(1, 2)
        self.skip("t")
        return year, month, day

    def polish_day(self) -> tuple[int | None, int | None, int]:
        day = self.number(1, 2)
        month, year = (
            self.maybe(self.named_rest)
            or self.maybe(self.numbered_rest)
            or self.maybe(self.numbered_rest_without_year)
            or (None, None)
        )
        return year, month, day

    def named_rest(self) -> tuple[int | None, int | None]:
        """„maja 2026”, „V 2026”; a Roman month alone would make a date of any „x”."""
        self.skip(".")
        month = self.word(MONTH_FORMS | ROMAN_MONTHS)
        self.skip(".")
        return month, self.maybe(self.loose_year)

    def numbered_rest(self) -> tuple[int | None, int | None]:
        sign = self.sign("./-")
        month = self.number(1, 2)
        self.sign(sign)
        return month, self.number(1, 6)

    def numbered_rest_without_year(self) -> tuple[int | None, int | None]:
        self.sign("./")
        return self.number(1, 2), None

    def hour(self) -> SaidHour:
        """„14.00”, „14:00:00”, „, w godz. od 14.00”; a bare „14” only after „godz.” or „o”."""
        about, named = self.before_hour()
        hour = self.number(1, 2)
        minute = self.maybe(self.minutes)
        self.need(named or minute is not None)
        return SaidHour(hour, minute or 0, about)

    def last_hour(self) -> SaidHour:
        """The second of „godz. 14–18”: it may be bare, since nothing follows it."""
        return self.maybe(self.hour) or self.bare_hour()

    def bare_hour(self) -> SaidHour:
        about, _ = self.before_hour()
        hour = SaidHour(self.number(1, 2), 0, about)
        self.need(self.peek() == "" or (self.peek() == "." and self.peek(1) == ""))
        return hour

    def before_hour(self) -> tuple[bool, bool]:
        about = named = False
        while True:
            if self.skip("ok", "okolo"):
                about = True
            elif self.skip(*HOUR_WORDS):
                named = True
            elif not self.skip(",", ".", "w", "od"):
                return about, named

    def minutes(self) -> int:
        """After the hour; „18.05.2026” is a day."""
        sign = self.sign(".:")
        minutes = self.number(2, 2)
        if sign == ":" and self.peek() == ":":
            self.place += 1
            self.need(self.number(2, 2) == 0)
        self.need(not (self.peek() == sign and self.peek(1).isdigit()))
        return minutes
