"""„Utwórz projekt” on the list of reports, and „Uzupełnij projekt” on each."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.kernel.admin import PublishableAdmin
from portal.kernel.months import Month
from reports.actions import draft_report
from reports.forms import DraftForm
from reports.models import Report


class Drafting(PublishableAdmin):
    def may_draft(self, request: HttpRequest) -> bool:
        return request.user.has_perm("reports.add_report")

    def draft_again(self, request: HttpRequest, report: Report, at: datetime) -> str:
        draft_report(span=report.span, by=request.user, at=at)
        return _("Dodano to, co nowe. Tego, co ktoś napisał, nie ruszono.")

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
