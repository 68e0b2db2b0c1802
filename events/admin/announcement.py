from datetime import datetime
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy

from events import actions, checks
from events.models import Announcement, Event
from portal.kernel.admin import PublishableAdmin, VersionedForm
from portal.kernel.findings import Finding


@admin.register(Announcement)
class AnnouncementAdmin(PublishableAdmin):
    publish_permission = "events.publish_announcement"
    add_title = gettext_lazy("Nowa aktualność")
    form = VersionedForm
    fields = ("began_from", "kind", "title", "lead", "body", "events", "is_example")
    list_display = ("title", "kind", "published_at", "state_label")
    list_filter = ("kind", "status")
    search_fields = ("folded",)

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
    if event.is_off:
        headline = f"{event.get_outcome_display().capitalize()}: {event.title}"
        lead = actions.lead_of(event)
        return {"kind": Announcement.Kind.NEWS, "title": headline[:200], "lead": lead[:600]}
    if event.ends_at <= timezone.now():
        return {"kind": Announcement.Kind.RECAP, "title": event.title, "lead": ""}
    lead = actions.lead_of(event)
    return {"kind": Announcement.Kind.INVITATION, "title": event.title, "lead": lead}
