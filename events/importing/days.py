"""Days, months and hours in running text. What lacks a year gets the one nearest to its text's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from portal.kernel.date_grammar import SaidDay
from portal.kernel.date_words import MONTH_FORMS, PART_FORMS, WEEKDAY_FORMS, plain
from portal.kernel.months import FIRST_YEAR, LAST_YEAR, Month
from portal.kernel.polish import MONTHS
from portal.kernel.real_dates import real_day
from portal.kernel.when import When

GENITIVES = "|".join(month.genitive for month in MONTHS)
LOCATIVES = "|".join(month.locative.split()[1] for month in MONTHS)
YEAR = r"(?:\s+(?P<year>\d{4}))?"
BY_NAME = re.compile(
    rf"(?<![\d.])(?P<day>\d{{1,2}})\.?(?:\s+(?P<from>{GENITIVES}))?(?:\s*(?:[–-]|do|i|oraz)\s*"
    rf"(?P<last>\d{{1,2}}))?\s+(?P<month>{GENITIVES}){YEAR}",
    re.IGNORECASE,
)
BY_NUMBER = re.compile(
    r"(?<![\d.,-])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})(?!\d)"
)
BY_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
PART = re.compile(
    rf"\b(?:na|w|pod)\s+(?P<part>początku|połowie|koniec|końcu)\s+(?P<month>{GENITIVES}){YEAR}",
    re.IGNORECASE,
)
IN_MONTH = re.compile(rf"\b(?:w|we)\s+(?P<month>{LOCATIVES}){YEAR}", re.IGNORECASE)
WEEKDAY = "|".join(
    ("poniedziałek", "wtorek", "środ[aęy]", "czwartek", "piątek", "sobot[aęy]", "niedziel[aęi]")
)
BEFORE = re.compile(rf"\b({WEEKDAY}),?\s*$", re.IGNORECASE)
AFTER = re.compile(rf"(?:\s*r\.?|\s*roku)?\s*[,(]?\s*({WEEKDAY})\b", re.IGNORECASE)
# Until when somebody may apply is no day of a meeting.
DEADLINE = re.compile(
    r"(?:\bdo\s+(?:dnia\s+)?"
    r"|\b(?:zgłosz|zapis|rejestr|nabór|naboru|termin\w*\s+składania)[^.;]{0,60})$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """A date where it stands in a sentence; `doubt` says what is wrong with it."""

    when: When | None
    start: int
    end: int
    said: str
    doubt: str = ""
    is_deadline: bool = False


def find_days(text: str, published: date | None) -> list[Found]:
    """To the day, in order; nothing that stands inside another one."""
    found = [
        read(match, text, published)
        for pattern in (BY_NAME, BY_NUMBER, BY_ISO)
        for match in pattern.finditer(text)
    ]
    return sorted(filter(None, found), key=lambda row: row.start)


def read(match: re.Match[str], text: str, published: date | None) -> Found | None:
    """None for the years before this site's: those are history, and no announcement."""
    said = match.groupdict()
    month = month_number(match["month"])
    year = int(said["year"]) if said["year"] else None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    start, end, written = match.start(), match.end(), match[0]
    deadline = bool(DEADLINE.search(text[:start]))
    if year is None and published is None:
        return Found(None, start, end, written, _("„%s” nie ma roku.") % written, deadline)
    try:
        when = whole(said, month, year, published)
    except ValueError as refused:
        return Found(None, start, end, written, _("„%s”: ") % written + str(refused), deadline)
    return Found(when, start, end, written, weekday_doubt(text, match, when), deadline)


def month_number(written: str) -> int:
    return int(written) if written.isdigit() else MONTH_FORMS[plain(written)]


def whole(
    said: dict[str, str | None], month: int, year: int | None, published: date | None
) -> When:
    other = said.get("from")
    first_month = month_number(other) if other else month
    day = nearest(int(said["day"] or 0), first_month, year, published)
    if not said.get("last"):
        return When.on_day(day)
    return When.on_day(day, nearest(int(said["last"] or 0), month, year, published or day))


def nearest(day: int, month: int, year: int | None, published: date | None) -> date:
    """ValueError, in Polish, for a day that does not exist in any of the years near by."""
    if year is not None or published is None:
        return real_day(SaidDay(day, month, year))
    found, refused = [], None
    for near in (published.year, published.year + 1, published.year - 1):
        try:
            found.append(real_day(SaidDay(day, month, near)))
        except ValueError as error:
            refused = refused or error
    if not found:
        raise refused or ValueError
    return min(found, key=lambda at: abs(at - published))


def weekday_doubt(text: str, match: re.Match[str], when: When) -> str:
    """„w środę 14 maja” and „14 maja (środa)” are compared with the calendar."""
    before, after = text[: match.start()][-14:], text[match.end() :][:22]
    named = BEFORE.search(before) or AFTER.match(after)
    if not named:
        return ""
    try:
        day = when.first_day
        real_day(SaidDay(day.day, day.month, day.year, WEEKDAY_FORMS[plain(named[1])]))
    except ValueError as refused:
        return str(refused)
    return ""


def find_months(text: str, published: date | None) -> Iterator[Found]:
    """Coarse dates: „w czerwcu”, „w połowie maja 2026 r.”; none without a year to be near to."""
    for match in PART.finditer(text):
        month = near_month(match, published)
        if month:
            when = When.in_part(month, PART_FORMS[plain(match["part"])])
            yield Found(when, match.start(), match.end(), match[0])
    for match in IN_MONTH.finditer(text):
        if month := near_month(match, published):
            yield Found(When.in_month(month), match.start(), match.end(), match[0])


def near_month(match: re.Match[str], published: date | None) -> Month | None:
    number = MONTH_FORMS[plain(match["month"])]
    if match["year"]:
        year = int(match["year"])
        return Month(year, number) if FIRST_YEAR <= year <= LAST_YEAR else None
    return month_near(number, published) if published else None


def month_near(number: int, published: date) -> Month:
    """The month of that number that lies nearest to the day."""
    near = [Month(published.year + by, number) for by in (0, 1, -1)]
    return min(near, key=lambda month: abs(month.first_day - published))
