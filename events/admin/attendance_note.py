from datetime import datetime
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions, checks
from events.models import AttendanceNote, Commitment, Count, Presence
from portal.kernel.admin import Button, GatedAdmin, Link, RowsInline, VersionedForm
from portal.kernel.counts import Unit
from portal.kernel.findings import Finding


class CountInline(RowsInline):
    model = Count
    add_text = gettext_lazy("Dodaj liczbę")
    fields = (("qualifier", "value", "unit", "method", "source", "counted"),)

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """A new note asks for people and for organizations."""
        return 0 if obj else 2


class PresenceInline(RowsInline):
    model = Presence
    add_text = gettext_lazy("Dodaj organizację")
    fields = (("organization", "public"),)
    select_related = ("organization",)
    extra = 1


class CommitmentInline(RowsInline):
    model = Commitment
    add_text = gettext_lazy("Dodaj ustalenie")
    fields = ("text", ("owner", "due", "state", "done_on", "public"), "result")


@admin.register(AttendanceNote)
class AttendanceNoteAdmin(GatedAdmin):
    add_title = gettext_lazy("Nowa notatka ze spotkania")
    gate_title = gettext_lazy("Zatwierdzenie")
    gate_intro = gettext_lazy("Od zatwierdzenia te liczby liczą się wszędzie.")
    before = gettext_lazy("Zanim to zatwierdzisz")
    anyway = gettext_lazy("Zatwierdzam mimo to")
    overruled = gettext_lazy("Zatwierdzono mimo uwag: %s")
    form = VersionedForm
    fields = ("began_from", "event", "summary", "internal")
    inlines = (CountInline, PresenceInline, CommitmentInline)
    list_display = ("event", "approved")
    list_select_related = ("event", "current")
    search_fields = ("event__folded",)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.written_by = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description=gettext_lazy("zatwierdzona"))
    def approved(self, note: AttendanceNote) -> str:
        return f"{note.current or _('jeszcze nie')}"

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        phone = reverse("admin:events_event_note", args=[record.event_id])
        return [Link(_("Na telefonie"), phone), *super().links(request, record, at)]

    def note(self, record: Any, at: datetime) -> str:
        if not record.current:
            return _("Szkic: jeszcze niezatwierdzony, nie liczy się w podsumowaniach.")
        counts = _("Liczy się zatwierdzona %s. Zmiany zaczną się liczyć po zatwierdzeniu.")
        return str(counts % record.current)

    def findings(self, record: Any, at: datetime) -> list[Finding]:
        return checks.note_findings(record, at)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was said of a meeting stays: it is corrected and approved anew."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("event",) if obj else ()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"event": request.GET.get("event")}

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> Any:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, CountInline) and not obj.pk:
            kwargs["initial"] = [{"unit": Unit.PEOPLE}, {"unit": Unit.ORGANIZATIONS}]
        return kwargs

    def buttons(self, request: HttpRequest, record: Any, at: datetime) -> list[Button]:
        if not self.may_pass(request):
            return []
        return [Button("_approve", _("Zapisz i zatwierdź"), self.through_gate, "publish")]

    def may_pass(self, request: HttpRequest) -> bool:
        return request.user.has_perm("events.approve_attendancenote")

    def why_not(self, record: Any, at: datetime) -> str:
        return actions.why_not_approved(record)

    def deed(self, record: Any, at: datetime) -> str:
        return _("Zatwierdź")

    def let_out(self, request: HttpRequest, record: Any, at: datetime) -> str:
        version = actions.approve_note(note=record, by=request.user, at=at)
        return _("Zatwierdzono: %s.") % version
