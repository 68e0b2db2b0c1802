from datetime import datetime
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions, checks, leads
from events.admin.importing import ImportingAdmin
from events.admin.sending import AnnouncementSending
from events.announcement_form import QUESTIONS, AnnouncementForm, asked
from events.models import Announcement, Event
from portal.kernel.admin import Link, PublishableAdmin
from portal.kernel.findings import Finding


@admin.register(Announcement)
class AnnouncementAdmin(ImportingAdmin, AnnouncementSending, PublishableAdmin):
    publish_permission = "events.publish_announcement"
    add_title = gettext_lazy("Nowa aktualność")
    form = AnnouncementForm
    fields = (
        "began_from",
        "kind",
        "title",
        "lead",
        "body",
        "events",
        QUESTIONS,
        "is_example",
    )
    list_display = ("title", "kind", "published_at", "state_label")
    list_filter = ("kind", "status")
    search_fields = ("folded",)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        form.at = timezone.now()
        return form

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What was changed is asked of what visitors have read."""
        found = super().get_fields(request, obj)
        if obj is not None and obj.is_public(timezone.now()):
            return found
        return [row for row in found if row != QUESTIONS]

    def save_model(self, request: HttpRequest, obj: Announcement, form: Any, change: bool) -> None:
        if not change:
            super().save_model(request, obj, form, change)
            return
        told = asked(form.cleaned_data)
        actions.change_announcement(announcement=obj, by=request.user, at=form.at, **told)

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        found = super().links(request, record, at)
        if self.unsendable(record, at):
            return found
        return [Link(_("Co wysłać"), self.page_of(record, "sending")), *found]

    def findings(self, record: Any, at: datetime) -> list[Finding]:
        return checks.announcement_findings(record, at)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """From an event's „Napisz aktualność”: the lead already states its facts."""
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        key = str(request.GET.get("event", ""))
        event = Event.objects.filter(pk=int(key)).first() if key.isdecimal() else None
        if not event:
            return initial
        return {**initial, **begun(event), "events": [event.pk]}


def begun(event: Event) -> dict[str, Any]:
    """What an announcement of this event starts with: a notice, a recap or an invitation."""
    draft = leads.begun(event, timezone.now())
    return {"kind": draft.kind, "title": draft.title, "lead": draft.lead}
