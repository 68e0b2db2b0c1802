from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from portal.kernel.months import WARSAW, Month
from reports.admin.pasting import PastingPages
from reports.forms import ActivityForm
from reports.models import Activity


class MonthFilter(admin.SimpleListFilter):
    title = gettext_lazy("miesiąc")
    parameter_name = "miesiac"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        starts = Activity.objects.datetimes("starts_at", "month", order="DESC", tzinfo=WARSAW)
        months = [Month.of(start) for start in starts]
        return [(month.slug, month.nominative) for month in months]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if not self.value():
            return queryset
        try:
            return queryset.in_month(Month.parse(str(self.value())))
        except ValueError:
            return queryset.none()


@admin.register(Activity)
class ActivityAdmin(PastingPages):
    add_title = gettext_lazy("Nowe działanie")
    form = ActivityForm
    read_instead = {"when_from": "when_text"}
    fields = (
        "began_from",
        "title",
        ("kind", "role"),
        ("when_from", "when_to"),
        "position",
        "organizations",
        "event",
        ("venue", "place"),
        ("district", "outside_krakow"),
        "source",
    )
    list_display = ("title", "when_text", "kind", "role")
    ordering = ("-sort_at", "position", "-pk")
    list_filter = (MonthFilter, "kind", "precision", "role")
    search_fields = ("folded", "organizations__folded", "organizations__aliases__folded")

    @admin.display(description=gettext_lazy("kiedy"), ordering="sort_at")
    def when_text(self, activity: Activity) -> str:
        return activity.when.short()
