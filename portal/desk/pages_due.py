"""„Deklaracja dostępności”: what it lacks, and its review of every year (poland.md A2)."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from portal.desk.line import Line, Urgency
from portal.desk.reach import form_of, list_of, may
from portal.desk.words import ago, ahead, days_to
from portal.kernel.months import day_of
from portal.kernel.phrases import day_and_month
from portal.models import AccessibilityStatement
from portal.pages.statement import missing
from portal.pages.statement_row import statement_row

ASKED_FROM = (3, 1)  # month, day
DUE = (3, 31)  # art. 11 of the act of 4 April 2019
CLOSE = 7  # days


def pages_due(user: Any, at: datetime) -> Iterator[Line]:
    """One query."""
    if not may(user, "change", AccessibilityStatement):
        return
    row = statement_row()
    yield from incomplete(row)
    yield from unreviewed(row, at)


def incomplete(row: AccessibilityStatement) -> Iterator[Line]:
    if found := missing(row):
        yield Line(
            kind="statement",
            text=_("Uzupełnij deklarację dostępności"),
            why=_("brakuje: %s") % ", ".join(found.values()),
            url=field_of(row, next(iter(found))),
            action=_("Uzupełnij"),
        )


def unreviewed(row: AccessibilityStatement, at: datetime) -> Iterator[Line]:
    if due := review_due(row, day_of(at)):
        yield Line(
            kind="statement_review",
            text=_("Przejrzyj deklarację dostępności do %s") % day_and_month(due),
            why=told(due, at),
            url=field_of(row, "reviewed_on"),
            action=_("Przejrzyj"),
            urgency=urgency(due, at),
        )


def review_due(row: AccessibilityStatement, today: date) -> date | None:
    """The 31 March that asks for a review now; one that was missed asks until it is made up for.

    None before anybody has prepared it: then it lacks more than a review.
    """
    seen = [day for day in (row.prepared_on, row.reviewed_on) if day]
    asked_this_year = today >= date(today.year, *ASKED_FROM)
    year = today.year if asked_this_year else today.year - 1
    if not seen or max(seen) >= date(year, 1, 1):
        return None
    return date(year, *DUE)


def told(due: date, at: datetime) -> str:
    if days_to(due, at) >= 0:
        return ahead(due, at)
    return _("termin minął %s") % ago(due, at)


def urgency(due: date, at: datetime) -> Urgency:
    days = days_to(due, at)
    return Urgency.NOW if days <= 0 else Urgency.WEEK if days <= CLOSE else Urgency.LATER


def field_of(row: AccessibilityStatement, field: str) -> str:
    if row.pk is None:
        return list_of(AccessibilityStatement)
    return form_of(AccessibilityStatement, row.pk, f"id_{field}")
