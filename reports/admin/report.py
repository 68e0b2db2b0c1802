from datetime import datetime
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin import Button, Link, PublishableAdmin
from portal.kernel.months import Month
from portal.kernel.polish import counted
from portal.kernel.publishing import State
from reports.admin.drafting import Drafting
from reports.admin.files import DraftFiles
from reports.admin.gaps import GapPages
from reports.admin.publishing import Publishing
from reports.admin.sending import ReportSending
from reports.forms import (
    LineForm,
    LinesFormSet,
    ReportForm,
    SectionForm,
)
from reports.models import Report, ReportLine, ReportSection
from reports.period import load_period


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
class ReportAdmin(ReportSending, Drafting, DraftFiles, GapPages, Publishing):
    """One page for the whole report: its months one under another, each with its lines."""

    publish_permission = "reports.publish_report"
    form = ReportForm
    fields = ("began_from", "title", "lead", "data_through", "case_number", "closing", "is_example")
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

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        versions = reverse("admin:reports_reportversion_changelist")
        found = super().links(request, record, at)
        if record.state(at) == State.PUBLISHED:
            found.insert(
                0, Link(_("Podgląd następnego wydania"), f"{record.get_absolute_url()}?podglad")
            )
            found.append(Link(_("Co wysłać"), self.page_of(record, "sending")))
        return [*found, Link(_("Wydania"), f"{versions}?report__id__exact={record.pk}")]

    def note(self, record: Any, at: datetime) -> str:
        """Where it stands, and what the records still owe it."""
        if record.state(at) == State.WITHDRAWN:
            return super().note(record, at)
        return " ".join([where_it_stands(record), *what_is_missing(record, at)])


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
