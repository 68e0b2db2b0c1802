"""The note written at the meeting: when there can be one, and what stands in its form at first."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from events.models import AttendanceNote, Commitment, Event, EventPicture
from events.models.event import Outcome
from organizations.models import OfficeHolder, Organization
from portal.kernel.admin.form_data import Data
from portal.kernel.counts import WITHOUT_VALUE, Unit
from portal.kernel.names import fold

FIRST = (Unit.PEOPLE, Unit.ORGANIZATIONS)  # each is asked once, whoever knows it


def why_no_note(event: Event, at: datetime) -> str:
    """A sentence for a meeting of which there is nothing to note yet; "" for any other."""
    if event.starts_at > at:
        return _("To wydarzenie jeszcze się nie zaczęło: %s. Notatkę napisz, gdy się zacznie.") % (
            event.when.short()
        )
    if event.is_off:
        said = event.get_outcome_display()
        return _("To wydarzenie ma stan „%s”, więc nie ma z czego pisać notatki.") % said
    return ""


def note_of(event: Event) -> AttendanceNote | None:
    return AttendanceNote.objects.filter(event=event).first()


def is_unanswered(event: Event) -> bool:
    return event.outcome == Outcome.EXPECTED


def organization_named(name: str, by: Any) -> Organization:
    """The one of that name, else a draft of it: a name alone, for somebody to complete later."""
    known = Organization.objects.kept().filter(folded=fold(name)).order_by("pk").first()
    if known:
        return known
    made = Organization(name=name)
    made._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    made.save()
    return made


def owners(limit: int = 12) -> list[str]:
    """Functions that promised before, and those of today's office holders; two queries."""
    recent = Commitment.objects.order_by("-pk").values_list("owner", flat=True)[:50]
    holders = OfficeHolder.objects.kept().filter(until__isnull=True).order_by("pk")
    return list(dict.fromkeys([*recent, *holders.values_list("title", flat=True)]))[:limit]


def author_and_licence(by: Any) -> dict[str, str]:
    """As this person signed the last picture: mostly it is the same phone."""
    history: Any = EventPicture.history  # type: ignore[attr-defined]  # simple_history's manager
    last = history.filter(history_user=by, history_type="+").order_by("-history_id").first()
    return {"author": last.author, "licence": last.licence} if last else {}


## Rows of counts in the data of the form


def with_first_rows(data: Data) -> Data:
    """A row for people and one for organizations are always there to be filled in."""
    found = dict(data)
    units = {text for name, texts in data.items() if is_unit(name) for text in texts}
    for unit in FIRST:
        if unit not in units:
            found = with_row(found, "counts", {"unit": unit, "qualifier": "exactly"})
    return found


def is_unit(name: str) -> bool:
    return name.startswith("counts-") and name.endswith("-unit")


def with_row(data: Data, prefix: str, cells: dict[str, str]) -> Data:
    """One row more at the end."""
    number = total(data, prefix)
    row = {f"{prefix}-{number}-{name}": [text] for name, text in cells.items()}
    initial = data.get(f"{prefix}-INITIAL_FORMS", ["0"])
    return {
        **data,
        **row,
        f"{prefix}-INITIAL_FORMS": initial,
        f"{prefix}-TOTAL_FORMS": [str(number + 1)],
    }


def total(data: Data, prefix: str) -> int:
    text = data.get(f"{prefix}-TOTAL_FORMS", [""])[0]
    return min(int(text), 1000) if text.isdecimal() and len(text) < 6 else 0


def without_blank_rows(data: Data) -> Data:
    """What nobody filled in says nothing, least of all that somebody changed it."""
    found = dict(data)
    for row in range(total(data, "counts")):
        lead = f"counts-{row}-"
        cell = {name: found.get(lead + name, [""])[0].strip() for name in COUNT_CELLS}
        if not cell["id"] and is_blank_count(cell["qualifier"], cell["value"], cell["source"]):
            found = {name: texts for name, texts in found.items() if not name.startswith(lead)}
    return renumbered(found, "counts", total(data, "counts"))


COUNT_CELLS = ("id", "qualifier", "value", "source")


def is_blank_count(qualifier: str, value: str, source: str = "") -> bool:
    return not value.strip() and not source.strip() and qualifier not in WITHOUT_VALUE


def renumbered(data: Data, prefix: str, rows: int) -> Data:
    """Without holes: rows are read by their number."""
    leads = [f"{prefix}-{row}-" for row in range(rows)]
    kept = [lead for lead in leads if any(name.startswith(lead) for name in data)]
    found = {name: texts for name, texts in data.items() if not name.startswith(tuple(leads))}
    for number, lead in enumerate(kept):
        cells = {name: texts for name, texts in data.items() if name.startswith(lead)}
        new = f"{prefix}-{number}-"
        found |= {new + name.removeprefix(lead): texts for name, texts in cells.items()}
    return {**found, f"{prefix}-TOTAL_FORMS": [str(len(kept))]} if leads else found
