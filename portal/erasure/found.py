"""What was found, as a person reads it before deciding: by record, and who sees it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import ForeignKey, Model
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import AttendanceNote, AttendanceNoteVersion, Commitment, Count, Presence
from portal.erasure.columns import base_of, is_history
from portal.erasure.finding import Hit
from portal.erasure.naming import name_of
from portal.erasure.places import Choice, Place
from portal.kernel.polish import counted
from portal.kernel.publishing import Publishable
from portal.models import SearchDocument
from reports.models import Report, ReportLine, ReportSection, ReportVersion, ReportWaiver

EXCERPTS = 3  # of one record in one state; the rest is counted

PUBLIC = gettext_lazy("na stronie")
FROZEN = gettext_lazy("zamrożone")
HISTORY = gettext_lazy("historia zmian")
PRIVATE = gettext_lazy("kopie prywatne i zapisy portalu")
INTERNAL = gettext_lazy("tylko w biurze")
OFFICE = gettext_lazy("funkcja publiczna")
STATES = (PUBLIC, FROZEN, OFFICE, INTERNAL, PRIVATE, HISTORY)

FROZEN_MODELS = (ReportVersion, AttendanceNoteVersion)
# What the office writes in; visitors read what was frozen of it.
WORKING: tuple[type[Model], ...] = (
    *(AttendanceNote, Commitment, Count, Presence),
    *(Report, ReportLine, ReportSection, ReportWaiver),
)


@dataclass(frozen=True)
class Form:
    """One way in which it is written, and how often; `key` is the same in any letters."""

    key: str
    text: str
    times: int
    is_sure: bool
    is_taken: bool


@dataclass(frozen=True)
class Line:
    """A record in one state."""

    state: Any
    columns: str
    rows: int  # of its history, else 1
    excerpts: tuple[Hit, ...]
    more: int

    @property
    def rows_said(self) -> str:
        return counted(self.rows, "wersja") if self.state == HISTORY else ""


@dataclass(frozen=True)
class Record:
    kind: str
    title: str
    url: str
    lines: tuple[Line, ...]


def forms(places: Iterable[Place], choice: Choice) -> list[Form]:
    """The certain first, then by how often."""
    times: dict[str, list[Hit]] = defaultdict(list)
    for place in places:
        for hit in place.hits:
            times[hit.form].append(hit)
    found = [form_of(key, said, choice) for key, said in times.items()]
    return sorted(found, key=lambda form: (not form.is_sure, -form.times, form.text))


def form_of(key: str, hits: list[Hit], choice: Choice) -> Form:
    """Shown as it is written most often."""
    text = Counter(hit.said for hit in hits).most_common(1)[0][0]
    is_sure = all(hit.is_sure for hit in hits)
    return Form(key, text, len(hits), is_sure, choice.takes(hits[0]))


def records(places: Iterable[Place], at: datetime) -> list[Record]:
    """Every record that says it; what visitors see comes first."""
    groups: dict[tuple[Any, Any], list[tuple[Place, Any]]] = defaultdict(list)
    for place, row in with_rows(places):
        base = base_of(place.model)
        pk = getattr(row, base._meta.pk.attname, place.pk) if row is not None else place.pk
        groups[base, pk].append((place, row))
    found = [record(base, pk, group, at) for (base, pk), group in groups.items()]
    return sorted(found, key=lambda one: (rank(one.lines[0].state), one.kind, one.title))


def with_rows(places: Iterable[Place]) -> list[tuple[Place, Any]]:
    """Each place with its row; one query a table."""
    listed = list(places)
    by_model: dict[Any, set[Any]] = defaultdict(set)
    for place in listed:
        by_model[place.model].add(place.pk)
    rows = {model: model._base_manager.in_bulk(list(keys)) for model, keys in by_model.items()}
    return [(place, rows[place.model].get(place.pk)) for place in listed]


def record(base: Any, pk: Any, group: list[tuple[Place, Any]], at: datetime) -> Record:
    by_state: dict[Any, list[Place]] = defaultdict(list)
    for place, row in group:
        by_state[state_of(place, row, at)].append(place)
    lines = tuple(line(state, by_state[state]) for state in STATES if state in by_state)
    kind = str(capfirst(base._meta.verbose_name))
    return Record(kind, title_of(base, pk, group), url_of(base, pk), lines)


def line(state: Any, places: list[Place]) -> Line:
    shown = [hit for place in places for hit in place.hits]
    names = dict.fromkeys(name_of(place.field) for place in places)
    rows = len({(place.model, place.pk) for place in places})
    distinct = {(hit.before, hit.form, hit.after): hit for hit in shown}
    kept = tuple(distinct.values())[:EXCERPTS]
    return Line(state, ", ".join(names), rows, kept, len(shown) - len(kept))


def rank(state: Any) -> int:
    return STATES.index(state)


def state_of(place: Place, row: Any, at: datetime) -> Any:
    """Who can read it."""
    if is_history(place.model):
        return HISTORY
    if place.is_of_office:
        return OFFICE
    if issubclass(place.model, FROZEN_MODELS):
        return FROZEN
    if issubclass(place.model, WORKING):
        return INTERNAL
    if place.model is SearchDocument:
        return PUBLIC
    if place.model._meta.app_label not in {"organizations", "venues", "events", "reports"}:
        return PRIVATE
    return PUBLIC if is_public(row, at) else INTERNAL


def is_public(row: Any, at: datetime) -> bool:
    """By its own state, or by that of what it belongs to."""
    if isinstance(row, Publishable):
        return row.is_public(at)
    owners = [field for field in row._meta.fields if isinstance(field, ForeignKey)]
    of = (getattr(row, field.name) for field in owners if is_publishable(field))
    return any(owner is not None and owner.is_public(at) for owner in of)


def is_publishable(field: Any) -> bool:
    return issubclass(field.related_model, Publishable)


def title_of(base: Any, pk: Any, group: list[tuple[Place, Any]]) -> str:
    """As it is called today, or in its last history; a session has only a kind."""
    live = next((row for place, row in group if place.model is base and row is not None), None)
    if live is None:
        live = base._base_manager.filter(pk=pk).first()
    if live is None:
        return _("wpis, którego już nie ma")
    return "" if base._meta.app_label == "sessions" else str(live)


def url_of(base: Any, pk: Any) -> str:
    """Of the record at the desk, "" for what has no page of its own."""
    try:
        return reverse(f"admin:{base._meta.app_label}_{base._meta.model_name}_change", args=[pk])
    except NoReverseMatch:
        return ""
