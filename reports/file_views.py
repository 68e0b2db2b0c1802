"""Files of published reports: the same frozen object as the page, in other formats."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from portal.kernel.conditional import unless_known
from portal.kernel.responses import at_its_address
from portal.kernel.shelf import Unavailable
from reports.document import Document, document_of
from reports.files import FORMATS, file_of, tag
from reports.models import ReportVersion
from reports.views import public_versions, span_of

WAIT = 60  # seconds after which a file that could not be made may be asked for again


def report_file(request: HttpRequest, period: str, suffix: str) -> HttpResponseBase:
    """Of the newest version."""
    span = span_of(period)
    return at_its_address(
        request,
        reverse("reports:report_file", args=[span.slug, suffix]),
        lambda: version_answer(request, public_versions(span), None, suffix),
    )


def version_file(request: HttpRequest, period: str, number: int, suffix: str) -> HttpResponseBase:
    span = span_of(period)
    return at_its_address(
        request,
        reverse("reports:version_file", args=[span.slug, number, suffix]),
        lambda: version_answer(request, public_versions(span), number, suffix),
    )


def version_answer(
    request: HttpRequest, versions: list[ReportVersion], number: int | None, suffix: str
) -> HttpResponseBase:
    """`versions` are in order; no `number` means the last one."""
    newest = versions[-1]
    wanted = newest.number if number is None else number
    version = next((row for row in versions if row.number == wanted), None)
    if version is None:
        raise Http404(_("Takiego wydania nie ma."))
    response = file_answer(request, document_of(version), suffix)
    if version != newest or version.content.get("is_example"):
        response["X-Robots-Tag"] = "noindex"
    return response


def file_answer(request: HttpRequest, document: Document, suffix: str) -> HttpResponseBase:
    """The file, 304 for who has it (then nothing is made), or 503 when it cannot be made."""
    response = unless_known(
        request, tag(document, suffix), lambda: made_answer(request, document, suffix)
    )
    response["Link"] = f'<{document.home}>; rel="canonical"'
    return response


def made_answer(request: HttpRequest, document: Document, suffix: str) -> HttpResponse:
    try:
        return attached(document, suffix, file_of(document, suffix))
    except Unavailable:
        return unavailable(request, document)


def attached(document: Document, suffix: str, content: bytes) -> HttpResponse:
    """Under a name that says what it is; a PDF opens in the browser, the others are saved."""
    response = HttpResponse(content, content_type=FORMATS[suffix].media_type)
    place = "inline" if suffix == "pdf" else "attachment"
    response["Content-Disposition"] = f'{place}; filename="{document.name}.{suffix}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def unavailable(request: HttpRequest, document: Document) -> HttpResponse:
    """Says in Polish what to do; kept by nobody."""
    context: dict[str, Any] = {"page_url": document.home, "noindex": True}
    response = render(request, "reports/file_unavailable.html", context, status=503)
    response["Retry-After"] = str(WAIT)
    patch_cache_control(response, no_store=True)
    return response
