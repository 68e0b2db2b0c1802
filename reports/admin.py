from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from portal.kernel.admin import BinAdmin, Button, Link, PublishableAdmin
from portal.kernel.months import WARSAW, Month
from portal.kernel.polish import counted
from portal.kernel.publishing import State
from reports.actions import draft_report, publish_report
from reports.admin_sending import ReportSending
from reports.forms import (
    ActivityForm,
    DraftForm,
    LineForm,
    LinesFormSet,
    ReportForm,
    SectionForm,
)
from reports.models import Activity, Report, ReportLine, ReportSection, ReportVersion
from reports.period import load_period


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
class ActivityAdmin(BinAdmin):
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
    list_filter = (MonthFilter, "kind", "precision", "role")
    search_fields = ("folded", "organizations__folded", "organizations__aliases__folded")

    @admin.display(description=gettext_lazy("kiedy"), ordering="sort_at")
    def when_text(self, activity: Activity) -> str:
        return activity.when.short()


class SectionInline(admin.StackedInline):
    """The heading and the opening of one month; `month` is set by the report's admin."""

    model = ReportSection
    form = SectionForm
    template = "admin/reports/report/section.html"
    extra = 0
    can_delete = False
    month: Month

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).filter(month=self.month.first_day)


class LineInline(admin.StackedInline):
    """The lines of one month, own meetings first."""

    model = ReportLine
    form = LineForm
    formset = LinesFormSet
    template = "admin/reports/report/lines.html"
    extra = 1
    month: Month

    def get_queryset(self, request: HttpRequest) -> Any:
        lines: Any = super().get_queryset(request)
        return lines.filter(month=self.month.first_day).in_order()

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.month = self.month
        return formset


@admin.register(Report)
class ReportAdmin(ReportSending, PublishableAdmin):
    """One page for the whole report: its months one under another, each with its lines."""

    publish_permission = "reports.publish_report"
    form = ReportForm
    fields = ("began_from", "title", "lead", "data_through", "closing", "is_example")
    list_display = ("title", "period", "data_through", "state_label")
    list_filter = ("status",)

    class Media:
        css = {"all": ("css/desk_report.css",)}

    @admin.display(description=gettext_lazy("okres"), ordering="last_month")
    def period(self, report: Report) -> str:
        return report.span.nominative

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A report begins with a draft made from the records, on the list."""
        return False

    def may_draft(self, request: HttpRequest) -> bool:
        return request.user.has_perm("reports.add_report")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Saving publishes nothing here: visitors read frozen versions."""
        allowed: bool = super(PublishableAdmin, self).has_change_permission(request, obj)
        return allowed

    def get_inline_instances(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Two for each month: its opening, then its lines."""
        found: list[Any] = []
        for month in obj.span if obj else ():
            for inline_class in (SectionInline, LineInline):
                inline = inline_class(self.model, self.admin_site)
                inline.month = month
                inline.verbose_name_plural = month.nominative
                found.append(inline)
        return found

    def buttons(self, request: HttpRequest, record: Any, at: datetime) -> list[Button]:
        found = [Button("_draft", _("Uzupełnij projekt"), self.draft_again)]
        if self.may_publish(request):
            found.append(Button("_publish", self.deed(record, at), self.through_gate, "publish"))
        return found if self.has_change_permission(request, record) else []

    def draft_again(self, request: HttpRequest, report: Report, at: datetime) -> str:
        draft_report(span=report.span, by=request.user, at=at)
        return _("Dodano to, co nowe. Tego, co ktoś napisał, nie ruszono.")

    def why_not(self, record: Any, at: datetime) -> str:
        """What is public already may come out again, as its next version."""
        return super().why_not(record, at) if record.is_discarded else ""

    def deed(self, record: Any, at: datetime) -> str:
        return _("Opublikuj podsumowanie")

    def may_wait(self, record: Any, at: datetime) -> bool:
        """A version freezes what is known when it comes out."""
        return False

    def let_out(self, request: HttpRequest, record: Any, at: datetime) -> str:
        version = publish_report(report=record, by=request.user, at=at)
        return _("Opublikowano wydanie %d.") % version.number

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        versions = reverse("admin:reports_reportversion_changelist")
        found = super().links(request, record, at)
        if record.state(at) == State.PUBLISHED:
            found.insert(0, Link(_("Podgląd zmian"), f"{record.get_absolute_url()}?podglad"))
            found.append(Link(_("Co wysłać"), self.page_of(record, "sending")))
        return [*found, Link(_("Wydania"), f"{versions}?report__id__exact={record.pk}")]

    def note(self, record: Any, at: datetime) -> str:
        """Where it stands, and what the records still owe it."""
        if record.state(at) == State.WITHDRAWN:
            return super().note(record, at)
        return " ".join([where_it_stands(record), *what_is_missing(record, at)])

    def get_urls(self) -> list[URLPattern]:
        draft = path(
            "projekt/",
            self.admin_site.admin_view(require_POST(self.draft_view)),
            name="reports_report_draft",
        )
        return [draft, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        form = DraftForm(now=Month.of(timezone.now())) if self.may_draft(request) else None
        context = {**(extra_context or {}), "draft_form": form}
        response: HttpResponse = super().changelist_view(request, context)
        return response

    def draft_view(self, request: HttpRequest) -> HttpResponse:
        """„Utwórz projekt podsumowania”; for months that have one, adds to it what is new."""
        if not self.may_draft(request):
            raise PermissionDenied
        at = timezone.now()
        form = DraftForm(request.POST, now=Month.of(at))
        try:
            if not form.is_valid():
                raise ValidationError([e for errors in form.errors.values() for e in errors])
            report = draft_report(span=form.cleaned_data["span"], by=request.user, at=at)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return redirect("admin:reports_report_changelist")
        messages.success(request, _("Projekt jest gotowy: popraw go i opublikuj."))
        return redirect("admin:reports_report_change", report.pk)


def where_it_stands(report: Report) -> str:
    last = report.versions.order_by("number").last()
    if last is None:
        return _("Projekt: nikt poza biurem go nie widzi.")
    return _(
        "Na stronie jest wydanie %d. To, co tu zapiszesz, pokaże się dopiero po opublikowaniu."
    ) % (last.number)


def what_is_missing(report: Report, at: datetime) -> list[str]:
    """Meetings without an approved note, and those that nobody has said took place."""
    facts = load_period(report.span, through=report.data_through, at=at)
    noteless = sum(1 for meeting in facts.meetings if not meeting.note)
    found = []
    if noteless:
        found.append(_("Bez zatwierdzonej notatki: %s.") % counted(noteless, "spotkanie"))
    if facts.unanswered:
        unanswered = counted(len(facts.unanswered), "wydarzenie")
        found.append(_("Bez odpowiedzi, czy się odbyły: %s.") % unanswered)
    return found


@admin.register(ReportVersion)
class ReportVersionAdmin(admin.ModelAdmin):
    """Read, never written: publishing makes them."""

    fields = readonly_fields = ("report", "number", "published_at", "published_by", "checksum")
    list_display = ("report", "number", "published_at", "published_by")
    list_filter = ("report",)
    list_select_related = ("report", "published_by")
    ordering = ("-published_at", "-pk")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
