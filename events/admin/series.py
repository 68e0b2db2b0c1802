from collections.abc import Hashable
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Series, SeriesAlias, SeriesPause
from portal.kernel.admin import (
    Link,
    NameRows,
    PublishableAdmin,
    RowOfMany,
    RowsInline,
    RowsOnce,
    VersionedForm,
)
from portal.kernel.when_form import MonthField


class SeriesAliasInline(RowsInline):
    model = SeriesAlias
    formset = NameRows
    add_text = gettext_lazy("Dodaj inną nazwę")
    fields = ("name",)


class SeriesPauseForm(RowOfMany):
    month = MonthField(label=gettext_lazy("Miesiąc"))

    class Meta:
        model = SeriesPause
        fields = ("month", "reason")


class SeriesPauseRows(RowsOnce):
    once = column = "month"
    said = gettext_lazy("O tym miesiącu już powiedziano.")

    def key(self, value: date) -> Hashable:
        return value

    def aside(self, number: int) -> date:
        """Long before the years that the site knows."""
        return date(1 + number, 1, 1)


class SeriesPauseInline(RowsInline):
    """Months in which nobody should wait for a meeting; visitors read them at once."""

    model = SeriesPause
    form = SeriesPauseForm
    formset = SeriesPauseRows
    verbose_name_plural = gettext_lazy("miesiące bez spotkania")
    add_text = gettext_lazy("Dodaj miesiąc bez spotkania")
    fields = (("month", "reason"),)


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
        ("audience", "addressed_to"),
        ("usual_start", "usual_end", "usually_drop_in"),
        ("window_first_day", "window_last_day"),
        ("numbering", "edition_noun", "emblem"),
        "organizers",
        "is_example",
    )
    inlines = (SeriesPauseInline, SeriesAliasInline)
    list_display = ("name", "cadence", "numbering", "state_label")
    search_fields = ("folded", "aliases__folded")

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        add = f"{reverse('admin:events_event_add')}?{urlencode({'series': record.pk})}"
        return [Link(_("Następna odsłona"), add), *super().links(request, record, at)]
