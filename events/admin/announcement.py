from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy

from events import actions
from events.models import Announcement, Event
from portal.kernel.admin import PublishableAdmin, VersionedForm


@admin.register(Announcement)
class AnnouncementAdmin(PublishableAdmin):
    publish_permission = "events.publish_announcement"
    add_title = gettext_lazy("Nowa aktualność")
    form = VersionedForm
    fields = ("began_from", "kind", "title", "lead", "body", "events", "is_example")
    list_display = ("title", "kind", "published_at", "state_label")
    list_filter = ("kind", "status")
    search_fields = ("folded",)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """From an event's „Napisz aktualność”: the lead already states its facts."""
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        key = str(request.GET.get("event", ""))
        event = Event.objects.filter(pk=int(key)).first() if key.isdecimal() else None
        if not event:
            return initial
        over = event.ends_at <= timezone.now()
        return {
            **initial,
            "kind": Announcement.Kind.RECAP if over else Announcement.Kind.INVITATION,
            "title": event.title,
            "lead": "" if over else actions.lead_of(event),
            "events": [event.pk],
        }
