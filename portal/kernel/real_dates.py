"""From what was said to days and hours that exist; ValueError, in Polish, for those that do not."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext as _

from portal.kernel.date_grammar import SaidDay, SaidHour, SaidMonth, SaidMonths
from portal.kernel.months import WARSAW, Month, MonthSpan, known_year, midnight
from portal.kernel.phrases import clock
from portal.kernel.polish import MONTHS, WEEKDAYS

MIDNIGHT = 24 * 60  # „24.00” in minutes


def real_month(said: SaidMonth) -> Month:
    if said.year is None:
        raise ValueError(_("Podaj też rok, np. maj 2026."))
    return Month(full_year(said.year), said.number)


def full_year(year: int) -> int:
    """The year; ValueError for „26” too, which may be a year begun and not yet written out."""
    if year < 100:
        raise ValueError(
            _("Napisz rok czterema cyframi: %(full)d zamiast %(said)02d.")
            % {"full": 2000 + year, "said": year}
        )
    return known_year(year)


def real_span(said: SaidMonths) -> MonthSpan:
    """„styczeń–maj 2026” says its year once, for both."""
    if said.last is None:
        return MonthSpan.of(real_month(said.first))
    year = said.last.year if said.first.year is None else said.first.year
    return MonthSpan(real_month(SaidMonth(said.first.number, year)), real_month(said.last))


def real_day(said: SaidDay) -> date:
    if said.month is None or said.year is None:
        raise ValueError(_("Podaj pełną datę, z rokiem, np. 13.05.2026 albo 13 maja 2026."))
    month = Month(full_year(said.year), said.month)
    if not 1 <= said.day <= month.last_day.day:
        raise ValueError(
            _("%(day)d %(genitive)s nie istnieje: %(month)s ma %(days)d dni.")
            % {
                "day": said.day,
                "genitive": month.name.genitive,
                "month": month.nominative,
                "days": month.last_day.day,
            }
        )
    day = date(month.year, month.number, said.day)
    _check_weekday(day, said.weekday)
    return day


def _check_weekday(day: date, said: int | None) -> None:
    if said not in (None, day.weekday()):
        raise ValueError(
            _("%(day)s to %(real)s, a nie %(said)s.")
            % {
                "day": spelled(day),
                "real": WEEKDAYS[day.weekday()].nominative,
                "said": WEEKDAYS[said or 0].nominative,
            }
        )


def spelled(day: date) -> str:
    """„13 maja 2026”, as error sentences write it."""
    return f"{day.day} {MONTHS[day.month - 1].genitive} {day.year}"


def real_minutes(said: SaidHour) -> int:
    """Minutes since midnight; „24.00” is the end of the day."""
    hour = f"{said.hour}.{said.minute:02}"
    if said.minute > 59:
        raise ValueError(_("Nie ma godziny %s: minuty mają numery od 00 do 59.") % hour)
    minutes = said.hour * 60 + said.minute
    if minutes > MIDNIGHT:
        raise ValueError(_("Nie ma godziny %s: doba trwa od 0.00 do 24.00.") % hour)
    return minutes


def instant(day: date, minutes: int) -> datetime:
    """That minute of that day in Warsaw, in UTC.

    ValueError for the hour that is left out in March, and for the one that comes twice in October.
    """
    if minutes == MIDNIGHT:
        return midnight(day + timedelta(days=1)).astimezone(UTC)
    wall = datetime.combine(day, time(*divmod(minutes, 60)), WARSAW)
    before, after = wall.replace(fold=0).utcoffset(), wall.replace(fold=1).utcoffset()
    if before != after:
        raise ValueError(
            _no_such_hour(day, minutes, twice=bool(before and after and before > after))
        )
    return wall.astimezone(UTC)


def _no_such_hour(day: date, minutes: int, *, twice: bool) -> str:
    said = {"day": spelled(day), "hour": clock(minutes)}
    if twice:
        return (
            _(
                "%(day)s godzina %(hour)s wypada dwa razy: zegary cofają się z 3.00 na 2.00. "
                "Podaj godzinę przed 2.00 albo od 3.00."
            )
            % said
        )
    return _("%(day)s o %(hour)s nie ma takiej godziny: zegary przeskakują z 2.00 na 3.00.") % said
