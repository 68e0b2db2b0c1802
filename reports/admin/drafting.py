"""„Utwórz projekt” on the list of reports, and „Uzupełnij projekt” on each."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal.kernel.admin import PublishableAdmin
from portal.kernel.months import Month
from reports.forms import DraftForm
from reports.hints import Hints
from reports.models import Report, ReportLine
from reports.redrafting import redraft
from reports.told import told


class Drafting(PublishableAdmin):
    def may_draft(self, request: HttpRequest) -> bool:
        return request.user.has_perm("reports.add_report")

    def draft_again(self, request: HttpRequest, report: Report, at: datetime) -> str:
        return told(redraft(span=report.span, by=request.user, at=at))

    def get_inline_formsets(
        self, request: HttpRequest, formsets: list[Any], inline_instances: Any, obj: Any = None
    ) -> list[Any]:
        """With what the records say now beside each text; asked only where a page is drawn."""
        if obj is not None:
            add_hints(obj, formsets, timezone.now())
        found: list[Any] = super().get_inline_formsets(request, formsets, inline_instances, obj)
        return found

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
            drafted = redraft(span=form.cleaned_data["span"], by=request.user, at=at)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return redirect("admin:reports_report_changelist")
        messages.success(request, told(drafted))
        return redirect("admin:reports_report_change", drafted.report.pk)


def add_hints(report: Report, formsets: Iterable[Any], at: datetime) -> None:
    hints = Hints(report, at)
    for formset in formsets:
        is_lines = formset.model is ReportLine
        hint_of = hints.of_line if is_lines else hints.of_section
        for form in formset.initial_forms:
            form.instance.hint = hint_of(form.instance)
        if is_lines:
            lines = [form.instance for form in formset.initial_forms]
            formset.left_out = [line.text for line in lines if not line.included]
