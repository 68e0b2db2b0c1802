"""What the screen of a note shows beside its fields."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from events.admin.happenings import NOT_HELD
from events.models import Event, EventPicture
from events.presences import Asked, Registry, open_names
from events.quick_note import owners
from organizations.models import Organization
from portal.kernel.admin.form_data import of_request
from portal.kernel.counts import Qualifier, Unit

NEAR = (Qualifier.EXACTLY, Qualifier.ABOUT)  # chosen by one tap; the others are folded away


@dataclass(frozen=True)
class CountRow:
    """One count; `unit` is "" for a row that asks which."""

    form: Any
    unit: str = ""

    @property
    def near(self) -> list[Any]:
        return [option for option in self.form["qualifier"] if option.data["value"] in NEAR]

    @property
    def far(self) -> list[Any]:
        return [option for option in self.form["qualifier"] if option.data["value"] not in NEAR]

    @property
    def is_open(self) -> bool:
        """Whether something is said in the part that is folded away."""
        form = self.form
        said = form["method"].value() or form["source"].value()
        far = form["qualifier"].value() not in {None, "", *NEAR}
        wrong = any(form[name].errors for name in ("qualifier", "method", "source", "counted"))
        return bool(far or wrong or (said and form.instance.pk is None))


@dataclass(frozen=True)
class PresentRow:
    form: Any
    name: str
    is_new: bool


@dataclass(frozen=True)
class AskedRow:
    number: int
    asked: Asked


class NotePage:
    def __init__(self, desk: Any, request: Any, form: Any, formsets: Iterable[Any]) -> None:
        self.desk, self.request, self.form = desk, request, form
        self.event: Event = request.note_event
        rows = {formset.prefix: formset for formset in formsets}
        self.counts, self.presences = rows["counts"], rows["presences"]
        self.commitments = rows["commitments"]
        self.management = [formset.management_form for formset in rows.values()]

    ## The meeting

    @property
    def person(self) -> int:
        """Whose copy it is, on the phone."""
        return int(self.request.user.pk)

    @property
    def is_sent(self) -> bool:
        """Whether the page shows what was just sent."""
        return bool(self.request.method == "POST")

    @property
    def has_errors(self) -> bool:
        if not self.is_sent:
            return False
        rows = (self.counts, self.presences, self.commitments)
        wrong = any(any(formset.errors) or formset.non_form_errors() for formset in rows)
        return bool(wrong or self.form.errors or self.photo.errors)

    @property
    def not_held(self) -> str:
        """Where one says that it did not take place; "" for whoever may not say so."""
        event, at, site = self.event, self.request.note_at, self.desk.admin_site
        admin = site.get_model_admin(Event)
        may = admin.has_change_permission(self.request, event) and event.is_public(at)
        if not may or not NOT_HELD.offered(event, at):
            return ""
        return reverse("admin:events_event_happened", args=[event.pk, NOT_HELD.slug])

    @property
    def whole(self) -> str:
        note = self.form.instance
        return str(self.desk.whole_form(note if note.pk else None, self.event))

    @property
    def search(self) -> str:
        return reverse("admin:events_event_note_organizations", args=[self.event.pk])

    ## Counts

    @property
    def people(self) -> CountRow | None:
        form = self.first(Unit.PEOPLE)
        return CountRow(form, Unit.PEOPLE.value) if form else None

    @property
    def organizations(self) -> CountRow | None:
        form = self.first(Unit.ORGANIZATIONS)
        return CountRow(form, Unit.ORGANIZATIONS.value) if form else None

    def first(self, unit: Unit) -> Any:
        rows = [form for form in self.counts if form["unit"].value() == unit]
        return min(rows, key=lambda form: not form["counted"].value(), default=None)

    @property
    def more_counts(self) -> list[CountRow]:
        first = [self.first(unit) for unit in (Unit.PEOPLE, Unit.ORGANIZATIONS)]
        return [CountRow(form) for form in self.counts if form not in first]

    @property
    def has_more_counts(self) -> bool:
        """Whether the folded part has anything to show."""
        row = self.organizations
        said = row and (row.form["value"].value() or row.form.errors or row.is_open)
        return bool(said or self.more_counts)

    ## Organizations

    @property
    def present(self) -> list[PresentRow]:
        """One query for the names of those that are not stored yet."""
        keys = [str(form["organization"].value() or "") for form in self.presences]
        asked = [int(key) for key in keys if key.isdecimal()]
        named = dict(Organization.objects.filter(pk__in=asked).values_list("pk", "name"))
        rows = zip(self.presences, keys, strict=True)
        return [self.present_row(form, named.get(int(key or 0), "")) for form, key in rows]

    def present_row(self, form: Any, name: str) -> PresentRow:
        new = str(form["new_name"].value() or "")
        return PresentRow(form, name or new, is_new=bool(new) and not name)

    @property
    def asked(self) -> list[AskedRow]:
        names = open_names(of_request(self.form.data)) if self.form.is_bound else []
        registry = Registry() if names else None
        return [AskedRow(number, registry.asked(name)) for number, name in names if registry]

    @property
    def is_folded(self) -> bool:
        """A list is pasted less often than names are looked up, once there are some."""
        return bool(self.present or self.asked)

    ## Promises, photographs

    @property
    def owners(self) -> list[str]:
        return owners()

    @property
    def has_commitments(self) -> bool:
        rows = list(self.commitments)
        return any(row.instance.pk or (row.is_bound and row.has_changed()) for row in rows)

    @property
    def waiting(self) -> list[tuple[EventPicture, str]]:
        """Photographs that wait for the note's approval, and where staff see them."""
        rows = self.event.pictures.filter(waits=True)
        name = "admin:events_event_note_picture"
        return [(row, reverse(name, args=[self.event.pk, row.pk])) for row in rows]

    @property
    def pictures(self) -> str:
        return reverse("admin:events_event_change", args=[self.event.pk]) + "#pictures-group"

    @property
    def photo(self) -> Any:
        return self.form.photo

    @property
    def has_photo(self) -> bool:
        return bool(self.photo.is_bound and self.photo.has_changed())
