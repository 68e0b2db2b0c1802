from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions, checks
from events.admin.beginning import Beginning, BeginningPages
from events.admin.change_page import ChangePages
from events.admin.last_moment import LastMomentPages
from events.admin.picture import PictureInline
from events.admin.quick_note import NotePages
from events.admin.sending import EventSending
from events.edition_form import EditionForm
from events.models import Event, EventAccess, EventChange, Partnership, ProgrammeItem
from events.placard import has_poster, poster_of
from events.quick_note import why_no_note
from portal.kernel.admin import Link, RowsInline
from portal.kernel.findings import Finding
from venues.forms import AccessRow, AccessRows


class BegunRows(RowsInline):
    """Rows of which some stand there from the beginning; what is not sent back does not exist."""

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        if obj is not None or request.method != "GET":
            return 0
        return len(Beginning.asked(request).rows(self.model))


class PartnershipInline(BegunRows):
    model = Partnership
    add_text = gettext_lazy("Dodaj organizację")
    fields = (("organization", "role", "note"),)
    select_related = ("organization",)


class AccessInline(RowsInline):
    """What this meeting offers itself; the rest is its venue's (venues.admin)."""

    model = EventAccess
    form = AccessRow
    formset = AccessRows
    add_text = gettext_lazy("Dodaj informację o dostępności")
    classes: Any = ("rows", "collapse")  # seven questions, which most meetings leave to their venue
    fields = (("key", "answer", "checked_on", "note"),)


class ProgrammeInline(BegunRows):
    model = ProgrammeItem
    add_text = gettext_lazy("Dodaj punkt programu")
    fields = (("position", "starts", "title"), ("description", "performer"))


class ChangeInline(RowsInline):
    """The log of changes after publication: read, never edited."""

    model = EventChange
    fields = (("at", "before", "after", "reason", "by"),)
    readonly_fields = ("at", "before", "after", "reason", "by")
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class TimeFilter(admin.SimpleListFilter):
    title = gettext_lazy("kiedy")
    parameter_name = "kiedy"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("nadchodzace", _("nadchodzące")),
            ("minione", _("minione")),
            ("pytanie", _("minione, bez odpowiedzi „odbyło się?”")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        at = timezone.now()
        if self.value() == "nadchodzace":
            return queryset.upcoming(at)
        if self.value() == "minione":
            return queryset.past(at)
        if self.value() == "pytanie":
            return queryset.past(at).expected()
        return queryset


OUTCOME = gettext_lazy("Co z nim")
CHANGE = gettext_lazy("Dlaczego zmieniasz to, co już opublikowano")


@admin.register(Event)
class EventAdmin(BeginningPages, NotePages, EventSending, LastMomentPages, ChangePages):
    publish_permission = "events.publish_event"
    add_title = gettext_lazy("Nowe wydarzenie")
    form = EditionForm
    fieldsets = (
        (None, {"fields": ("began_from", "title", ("series", "edition"), "lead")}),
        (
            gettext_lazy("Kiedy"),
            {
                "fields": (
                    ("when_from", "when_to"),
                    "usual_hours",
                    ("drop_in", "planned_end", "all_day", "confirmed"),
                    "date_reason",
                )
            },
        ),
        (
            gettext_lazy("Gdzie i jak wejść"),
            {
                "fields": (
                    ("venue", "room"),
                    ("sign_up", "is_free"),
                    "sign_up_details",
                    ("audience", "addressed_to"),
                    "languages",
                    ("access_contact", "day_phone"),
                )
            },
        ),
        (gettext_lazy("Zaproszenie"), {"fields": ("body",)}),
        (OUTCOME, {"fields": (("outcome", "outcome_reason"),)}),
        (CHANGE, {"fields": (("change_reason", "minor_change"),)}),
        (gettext_lazy("Pokaz"), {"fields": ("is_example",), "classes": ("collapse",)}),
    )
    read_instead = {"when_from": "when_text"}
    inlines = (PartnershipInline, AccessInline, ProgrammeInline, PictureInline, ChangeInline)
    list_display = ("title", "when_text", "place", "outcome", "state_label")
    list_filter = (TimeFilter, "outcome", "status", "series")
    list_select_related = ("series",)
    search_fields = ("folded", "venue__folded", "venue__aliases__folded", "series__aliases__folded")

    @admin.display(description=gettext_lazy("kiedy"), ordering="sort_at")
    def when_text(self, event: Event) -> str:
        return event.when.short()

    @admin.display(description=gettext_lazy("miejsce"), ordering="place_name")
    def place(self, event: Event) -> str:
        return event.place_name

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        changed = obj is not None and obj.changes.exists()
        return self.inlines if changed else self.inlines[:-1]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only what can be answered now: a new event has no outcome, a draft explains no change."""
        unasked = set() if obj else {OUTCOME}
        if obj is None or not obj.is_public(timezone.now()):
            unasked.add(CHANGE)
        asked = [found for found in super().get_fieldsets(request, obj) if found[0] not in unasked]
        if obj is None and Beginning.asked(request).hours:
            return asked
        return [(name, without(options, "usual_hours")) for name, options in asked]

    def save_model(self, request: HttpRequest, obj: Event, form: Any, change: bool) -> None:
        if not change:
            super().save_model(request, obj, form, change)
            return
        actions.change_event(
            event=obj,
            before=form.before,
            by=request.user,
            at=timezone.now(),
            reason=form.cleaned_data["change_reason"],
            minor=form.cleaned_data["minor_change"],
        )

    def findings(self, record: Any, at: datetime) -> list[Finding]:
        return checks.event_findings(record, at)

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        note = getattr(record, "note", None)
        found = [self.note_link(record)] if note or not why_no_note(record, at) else []
        about = f"{reverse('admin:events_announcement_add')}?{urlencode({'event': record.pk})}"
        found.append(Link(_("Napisz aktualność"), about))
        if record.is_public(at):
            found.append(Link(_("Co wysłać"), self.page_of(record, "sending")))
        if has_poster(record, at):
            found.append(Link(_("Plakat do druku"), poster_of(record, at)))
        return [*found, self.beginning_link(record), *super().links(request, record, at)]

    def note_link(self, event: Event) -> Link:
        label = _("Notatka") if getattr(event, "note", None) else _("Napisz notatkę")
        return Link(label, self.page_of(event, "note"))


def without(options: dict[str, Any], name: str) -> dict[str, Any]:
    """The options of a fieldset that does not hold that field."""
    return {**options, "fields": [row for row in options["fields"] if row != name]}
