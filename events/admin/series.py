from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Series, SeriesAlias
from portal.kernel.admin import Link, PublishableAdmin, RowsInline, VersionedForm


class SeriesAliasInline(RowsInline):
    model = SeriesAlias
    add_text = gettext_lazy("Dodaj inną nazwę")
    fields = ("name",)


@admin.register(Series)
class SeriesAdmin(PublishableAdmin):
    publish_permission = "events.publish_series"
    add_title = gettext_lazy("Nowy cykl")
    form = VersionedForm
    fields = (
        "began_from",
        "name",
        "slug",
        "lead",
        "idea",
        "host_label",
        "cadence",
        "audience",
        ("usual_start", "usual_end", "usually_drop_in"),
        ("window_first_day", "window_last_day"),
        ("numbering", "edition_noun", "emblem"),
        "organizers",
        "is_example",
    )
    inlines = (SeriesAliasInline,)
    list_display = ("name", "cadence", "numbering", "state_label")
    search_fields = ("folded", "aliases__folded")

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        add = f"{reverse('admin:events_event_add')}?{urlencode({'series': record.pk})}"
        return [Link(_("Następna odsłona"), add), *super().links(request, record, at)]
