"""The draft of a report as PDF and as a Word file: „PROJEKT” on every page, for the office."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.kernel.admin import Link, PublishableAdmin
from portal.kernel.preview import kept_by_nobody
from portal.kernel.shelf import Unavailable
from reports.document import draft_document
from reports.file_views import attached, unavailable
from reports.files import file_of
from reports.frozen import content_of
from reports.models import Report


class DraftFiles(PublishableAdmin):
    """What would be published now, kept by nobody."""

    def get_urls(self) -> list[URLPattern]:
        files = [
            path(
                f"<int:pk>/projekt.{suffix}",
                self.admin_site.admin_view(require_safe(self.draft_file_view)),
                {"suffix": suffix},
                name=self.name_of(f"draft_{suffix}"),
            )
            for suffix in ("pdf", "docx")
        ]
        return [*files, *super().get_urls()]

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        return [
            *super().links(request, record, at),
            Link(_("Projekt w PDF"), self.page_of(record, "draft_pdf")),
            Link(_("Projekt w Wordzie"), self.page_of(record, "draft_docx")),
        ]

    def draft_file_view(self, request: HttpRequest, pk: int, suffix: str) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        report, at = get_object_or_404(Report.objects.kept(), pk=pk), timezone.now()
        document = draft_document(report, content_of(report, at), at)
        try:
            response = attached(document, suffix, file_of(document, suffix))
        except Unavailable:
            return unavailable(request, document)
        response["X-Robots-Tag"] = "noindex"
        kept_by_nobody(response)
        return response
