from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Series, SeriesAlias, SeriesPause
from portal.kernel.admin import Link, PublishableAdmin, RowsInline, VersionedForm
from portal.kernel.when_form import MonthField


class SeriesAliasInline(RowsInline):
    model = SeriesAlias
    add_text = gettext_lazy("Dodaj inną nazwę")
    fields = ("name",)


class SeriesPauseForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    month = MonthField(label=gettext_lazy("Miesiąc"))

    class Meta:
        model = SeriesPause
        fields = ("month", "reason")


class SeriesPauseRows(BaseInlineFormSet):  # type: ignore[type-arg]  # not subscriptable at run time
    def clean(self) -> None:
        """Each month once: the model's own rule is not asked about rows of one page."""
        super().clean()
        seen: set[Any] = set()
        for form in self.forms:
            month = getattr(form, "cleaned_data", {}).get("month")
            if form in self.deleted_forms or month is None:
                continue
            if month in seen:
                form.add_error("month", _("O tym miesiącu już powiedziano."))
            seen.add(month)


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
        "audience",
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
