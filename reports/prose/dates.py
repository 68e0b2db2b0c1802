"""Titles, headings, and the date beside a line."""

from portal.kernel import phrases
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import Precision, When
from reports.prose.words import capital, within


def title(span: MonthSpan) -> str:
    """„Marzec 2026”, „Rok 2026”, „Od stycznia do maja 2026 r.”"""
    if len(span) == 1 or span.is_year:
        return capital(span.nominative)
    return capital(span.sentence)


def heading(month: Month, span: MonthSpan) -> str:
    """„Marzec”; with its year in a span that crosses one."""
    one_year = span.first.year == span.last.year
    return capital(month.name.nominative if one_year else month.nominative)


def brief(when: When) -> str:
    """A date beside a line, under a heading that says the year: „13 maja”, „w kwietniu”."""
    if when.precision == Precision.MONTHS:
        first, last = when.months.first, when.months.last
        same = first.year == last.year
        return f"{first.name.nominative}–{last.name.nominative}" if same else when.months.nominative
    if when.precision == Precision.MONTH:
        return within(when.months.first)
    if when.precision == Precision.PART_OF_MONTH:
        return f"{phrases.PARTS_IN_A_SENTENCE[when.part]} {when.months.first.name.genitive}"
    return brief_days(when)


def brief_days(when: When) -> str:
    first, last = when.first_day, when.last_day
    if first == last:
        return phrases.day_and_month(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{phrases.day_and_month(last)}"
    return f"{phrases.day_and_month(first)} – {phrases.day_and_month(last)}"
