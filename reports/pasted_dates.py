"""The date that a row of a pasted list names, and the row without it where it only stands beside.

„13 marca – wizyta w Fundacji X” is a visit on 13 March; „obchody 8 marca” keep their name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from events.importing.days import (
    GENITIVES,
    LOCATIVES,
    Found,
    find_days,
    find_months,
    month_near,
    month_number,
)
from portal.kernel.date_grammar import SaidDay
from portal.kernel.months import Month, MonthSpan
from portal.kernel.polish import MONTHS
from portal.kernel.real_dates import real_day
from portal.kernel.when import When

NOMINATIVES = "|".join(month.nominative for month in MONTHS)
YEAR = r"(?:\s+(?P<{0}>\d{{4}}))?(?:\s*r\.|\s+roku)?"
FROM_TO = re.compile(
    rf"\bod\s+(?P<first>{GENITIVES}){YEAR.format('year')}\s+do\s+"
    rf"(?P<last>{GENITIVES}){YEAR.format('last_year')}",
    re.IGNORECASE,
)
RANGE = re.compile(
    rf"\b(?P<first>{NOMINATIVES}){YEAR.format('year')}\s*[–—-]\s*"
    rf"(?P<last>{NOMINATIVES}){YEAR.format('last_year')}",
    re.IGNORECASE,
)
TWO = re.compile(
    rf"\b(?:w|we)\s+(?P<first>{LOCATIVES})\s+(?:i|oraz)\s+(?:(?:w|we)\s+)?"
    rf"(?P<last>{LOCATIVES})(?P<year>)?{YEAR.format('last_year')}",
    re.IGNORECASE,
)
# Only where nothing else can be meant: at either end, or in brackets.
BARE_MONTH = re.compile(
    rf"(?:^|[(,–—-]\s*)(?P<month>{NOMINATIVES})\b{YEAR.format('year')}(?=\s*(?:[:),;–—-]|\.?$))",
    re.IGNORECASE,
)
SHORT_DAY = re.compile(
    r"(?:^|\(|,\s*|\bdnia\s+|\bdniu\s+)(?P<day>\d{1,2})(?:\.?\s*[–—-]\s*(?P<last>\d{1,2}))?"
    r"\.(?P<month>0?[1-9]|1[0-2])(?:\.(?P<year>20\d\d))?(?![\d%,])\.?",
)
WEEKDAY = (
    r"(?:(?:w|we)\s+)?(?:poniedziałek|wtorek|środ[aęy]|czwartek|piątek|sobot[aęy]|niedziel[aęi]"
    r"|pon\.|wt\.|śr\.|czw\.|pt\.|sob\.|niedz\.|nd\.)"
)
BEFORE = re.compile(rf"^[\s(]*(?:{WEEKDAY},?\s*)?(?:(?:w\s+)?dni[ua]\s+)?$", re.IGNORECASE)
AFTER = re.compile(
    rf"^(?:\s*(?:r\.|roku))?(?:\s*[,(]?\s*{WEEKDAY}\)?)?\s*[\s)]*(?:[:,;–—-]+\s*)?", re.IGNORECASE
)
LEADS_IN = re.compile(rf"(?:\s*[,(;–—-]|\s+(?:w\s+)?dni[ua])\s*(?:{WEEKDAY},?\s*)?$", re.IGNORECASE)
IS_END = re.compile(rf"^(?:\s*(?:r\.|roku))?(?:\s*[,(]?\s*{WEEKDAY}\)?)?[\s).,;]*$", re.IGNORECASE)


@dataclass(frozen=True)
class Dated:
    """`written` is a date that cannot be, as it stands in the row."""

    text: str
    when: When | None = None
    doubt: str = ""
    written: str = ""


def dated(text: str, near: date) -> Dated:
    """What lacks a year gets the one nearest to `near`."""
    for row in found_in(text, near):
        if not row.is_deadline:
            written = "" if row.when else text[row.start : row.end].strip(" (),")
            return Dated(without(text, row), row.when, row.doubt, written)
    return Dated(text)


def found_in(text: str, near: date) -> Iterator[Found]:
    """What says most comes first."""
    yield from spans(text, near)
    yield from find_days(text, near)
    yield from short_days(text, near)
    yield from find_months(text, near)
    for match in BARE_MONTH.finditer(text):
        month = month_of(match["month"], match["year"], near)
        yield Found(When.in_month(month), match.start("month"), match.end(), match[0])


def spans(text: str, near: date) -> Iterator[Found]:
    for match in (found for p in (FROM_TO, RANGE, TWO) for found in p.finditer(text)):
        last = month_of(match["last"], match["last_year"], near)
        first = Month(last.year, month_number(match["first"]))
        if match["year"]:
            first = Month(int(match["year"]), first.number)
        elif first > last:
            first = Month(last.year - 1, first.number)
        try:
            when = When.in_months(MonthSpan(first, last))
        except ValueError as refused:
            yield Found(None, match.start(), match.end(), match[0], str(refused))
        else:
            yield Found(when, match.start(), match.end(), match[0])


def month_of(written: str, year: str | None, near: date) -> Month:
    number = month_number(written)
    return Month(int(year), number) if year else month_near(number, near)


def short_days(text: str, near: date) -> Iterator[Found]:
    """„13.03”, „12–13.03”; with a full year `find_days` has read it already."""
    for match in SHORT_DAY.finditer(text):
        month = int(match["month"])
        year = int(match["year"]) if match["year"] else month_near(month, near).year
        try:
            first = real_day(SaidDay(int(match["day"]), month, year))
            last = real_day(SaidDay(int(match["last"]), month, year)) if match["last"] else first
            when: When | None = When.on_day(first, last)
            doubt = ""
        except ValueError as refused:
            when, doubt = None, f"„{match[0].strip(' (,')}”: {refused}"
        yield Found(when, match.start("day"), match.end(), match[0], doubt)


def without(text: str, row: Found) -> str:
    """The date cut off where it stands at an end of the row; in the middle it stays."""
    before, after = text[: row.start], text[row.end :]
    if BEFORE.search(before):
        rest = after[AFTER.match(after).end() :]  # type: ignore[union-attr]  # it matches anything
        return rest or text
    is_aside = LEADS_IN.search(before)
    if IS_END.search(after) and (is_aside or row.said.lower().startswith(("w ", "we ", "od "))):
        return before[: is_aside.start()] if is_aside else before
    if is_aside and before.rstrip().endswith("(") and after.lstrip().startswith(")"):
        return f"{before.rstrip()[:-1].rstrip()} {after.lstrip()[1:].lstrip()}"
    return text
