"""Public pages of reports: frozen versions only. Each finds, decides and renders."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.social import absolute
from portal.kernel.months import MonthSpan
from portal.kernel.preview import ASKED, kept_by_nobody, preview_of
from portal.kernel.responses import at_its_address, find_public, page_of
from reports.frozen import content_of
from reports.listing import listed, newest_versions
from reports.live_links import dead_links
from reports.models import Report, ReportVersion
from reports.page import ReportPage, newest_page, preview_page, version_page
from reports.put_right import correcting_versions, history_of, issue_of

PAGE_SIZE = 20


def report_list(request: HttpRequest) -> HttpResponse:
    page = page_of(request, newest_versions(timezone.now()), PAGE_SIZE)
    reports = [listed(version) for version in page.object_list]
    return render(request, "reports/report_list.html", {"page": page, "reports": reports})


def correction_list(request: HttpRequest) -> HttpResponse:
    """Everything that was ever put right in a report that visitors can read."""
    page = page_of(request, correcting_versions(timezone.now()), PAGE_SIZE)
    issues = [issue_of(version) for version in page.object_list]
    return render(request, "reports/correction_list.html", {"page": page, "issues": issues})


def report_detail(request: HttpRequest, period: str) -> HttpResponse:
    span = span_of(period)
    return at_its_address(
        request,
        reverse("reports:report_detail", args=[span.slug]),
        lambda: report_answer(request, page_at(request, span)),
    )


def report_version(request: HttpRequest, period: str, number: int) -> HttpResponse:
    span = span_of(period)
    return at_its_address(
        request,
        reverse("reports:report_version", args=[span.slug, number]),
        lambda: report_answer(request, page_of_number(span, number)),
    )


def report_figure(request: HttpRequest, period: str, key: str) -> HttpResponse:
    """„Skąd ta liczba?”: what stands behind a figure of the newest version."""
    span = span_of(period)
    return at_its_address(
        request,
        reverse("reports:report_figure", args=[span.slug, key]),
        lambda: figure_answer(request, page_at(request, span), key),
    )


def version_figure(request: HttpRequest, period: str, number: int, key: str) -> HttpResponse:
    span = span_of(period)
    return at_its_address(
        request,
        reverse("reports:version_figure", args=[span.slug, number, key]),
        lambda: figure_answer(request, page_of_number(span, number), key),
    )


def span_of(period: str) -> MonthSpan:
    """Raises Http404 with a Polish sentence for a month that does not exist."""
    try:
        return MonthSpan.parse(period)
    except ValueError as error:
        raise Http404(str(error)) from error


def page_at(request: HttpRequest, span: MonthSpan) -> ReportPage:
    """The newest version; with `?podglad`, for who may see it, what would be published now."""
    at = timezone.now()
    report = Report.objects.of(span).first() if ASKED in request.GET else None
    if report and (preview := preview_of(request, report, at)):
        return preview_page(content_of(report, at), span, preview)
    versions = public_versions(span, at)
    return newest_page(versions, span, history_of(versions))


def page_of_number(span: MonthSpan, number: int) -> ReportPage:
    versions = public_versions(span)
    return version_page(versions, number, span, history_of(versions))


def public_versions(span: MonthSpan, at: datetime | None = None) -> list[ReportVersion]:
    """Every version of the public report of those months, oldest first. Each brings its text only
    when that is asked for."""
    try:
        report = find_public(Report.objects.of(span), at or timezone.now())
    except Http404:
        raise Http404(
            _("Nie opublikowano podsumowania za ten okres: %s.") % span.nominative
        ) from None
    return list(report.versions.defer("content").order_by("number"))


def with_live_links(page: ReportPage, key: str = "") -> ReportPage:
    """The text stays as it was frozen; what leads nowhere any more is no link."""
    if page.preview:
        return page
    return replace(page, dead=dead_links(page.addresses(key), timezone.now()))


def report_answer(request: HttpRequest, page: ReportPage) -> HttpResponse:
    page = with_live_links(page)
    template = "reports/report_detail.html" if page.is_newest else "reports/report_version.html"
    # The newest version stands at two addresses, and the older ones point at it too.
    context = {"crumbs": crumbs_of(page), "canonical": absolute(page.address)}
    return answer(request, template, page, context)


def figure_answer(request: HttpRequest, page: ReportPage, key: str) -> HttpResponse:
    page = with_live_links(page, key)
    crumbs = page.crumbs(_("Skąd ta liczba?"))
    newest = reverse("reports:report_figure", args=[page.span.slug, key])
    context = {
        "figure": page.figure(key),
        "crumbs": crumbs,
        "back": page.back,
        "canonical": absolute(newest if page.is_newest else request.path),
        "permanent": absolute(page.lasting_address(key)),
    }
    return answer(request, "reports/report_figure.html", page, context)


def crumbs_of(page: ReportPage) -> list[dict[str, str]]:
    if page.is_newest or not page.edition:
        return page.crumbs()
    return page.crumbs(_("wydanie %d") % page.edition.number)


def answer(
    request: HttpRequest, template: str, page: ReportPage, context: dict[str, Any]
) -> HttpResponse:
    """Older versions stay readable, but search engines are shown the newest; previews are kept
    by nobody."""
    hidden = page.edition is None or not page.is_newest or page.content["is_example"]
    context = {**context, "page": page, "preview": page.preview, "noindex": hidden}
    response = render(request, template, context)
    if page.preview:
        kept_by_nobody(response)
    return response
