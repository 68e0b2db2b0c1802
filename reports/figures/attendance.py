"""How many came: honest sums of the counts in approved notes, people and organizations apart."""

from typing import Any

from django.utils.translation import gettext as _

from portal.kernel.counts import Method, Total, Unit, total
from reports.figures.figure import Answer
from reports.period import Meeting, PeriodFacts
from reports.sources import Source, from_meeting


def people(facts: PeriodFacts) -> Answer:
    return summed(facts, Unit.PEOPLE)


def presences(facts: PeriodFacts) -> Answer:
    return summed(facts, Unit.ORGANIZATIONS)


def total_of(meetings: "list[Meeting] | tuple[Meeting, ...]", unit: Unit) -> Total:
    """The kernel's honest sum of one unit over some meetings."""
    return total((meeting.quantity(unit) for meeting in meetings), unit)


def summed(facts: PeriodFacts, unit: Unit) -> Answer:
    result = total_of(facts.meetings, unit)
    sources = tuple(counted_source(meeting, unit) for meeting in facts.meetings)
    value = result.quantity.value if result.quantity else None
    return Answer(result.text, value, sources, result.missing)


def counted_source(meeting: Meeting, unit: Unit) -> Source:
    """The count which the sum uses, how it was got and who says so; or why there is none."""
    quantity = meeting.quantity(unit)
    row = counted_row(meeting, unit)
    return from_meeting(
        meeting,
        counted=quantity is not None and quantity.value is not None,
        text=quantity.text if quantity else _("brak danych"),
        method=str(Method(row["method"]).label) if row else "",
        said_by=row["source"] if row else "",
        remark=_why_left_out(meeting, unit),
    )


def counted_row(meeting: Meeting, unit: Unit) -> dict[str, Any] | None:
    rows = meeting.note.data["counts"] if meeting.note else []
    return next((row for row in rows if row["unit"] == unit and row["counted"]), None)


def _why_left_out(meeting: Meeting, unit: Unit) -> str:
    quantity = meeting.quantity(unit)
    if not meeting.note:
        return _("Nie ma zatwierdzonej notatki.")
    if not quantity:
        return _("Notatka nie podaje tej liczby.")
    return "" if quantity.value is not None else _("Określenie bez liczby: nie da się go dodać.")
