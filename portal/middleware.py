from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from portal.kernel.months import day_of
from portal.kernel.preview import Expired, kept_by_nobody, last_day
from portal.kernel.publishing import Publishable
from portal.kernel.responses import Gone
from portal.kernel.when import When

GetResponse = Callable[[HttpRequest], HttpResponse]


class RefuseNulBytes:
    """A NUL byte in an address is never meant, and PostgreSQL fails on it: 400, not 500."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path or "%00" in query or "\x00" in query:
            raise BadRequest("NUL")
        return self.get_response(request)


class OnlyRead:
    """Visitors read: whatever else is tried on a page outside the desk is 405, said in Polish."""

    METHODS = ("GET", "HEAD")

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        desk = request.resolver_match and request.resolver_match.app_name == "admin"
        if desk or request.method in self.METHODS:
            return None
        response = render(request, "405.html", {"noindex": True}, status=405)
        response["Allow"] = ", ".join(self.METHODS)
        return response


class OfferNextPage:
    """Tells browsers that can which pages may be fetched while a finger nears a link to them.

    The rules are a file of ours (portal.views.speculation_rules): no script, nothing in the page.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_page_of_visitors(request, response):
            response["Speculation-Rules"] = f'"{reverse("speculation_rules")}"'
        return response


def is_page_of_visitors(request: HttpRequest, response: HttpResponse) -> bool:
    """Not of the desk, not of a preview, and there at all."""
    match = request.resolver_match
    is_page = response.get("Content-Type", "").startswith("text/html")
    is_public = match is not None and match.app_name != "admin"
    return is_public and is_page and response.status_code == 200 and not is_kept_by_nobody(response)


def is_kept_by_nobody(response: HttpResponse) -> bool:
    return "no-store" in response.get("Cache-Control", "")


class AnswerGone:
    """410: title, date and reason of what was withdrawn; the last day of a preview's link."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Expired):
            return expired(request, exception)
        if not isinstance(exception, Gone):
            return None
        context = {"gone": gone_facts(exception.record), "noindex": True}
        return render(request, "410.html", context, status=410)


def expired(request: HttpRequest, link: Expired) -> HttpResponse:
    """Says nothing of what the link had led to."""
    context = {"last_day": last_day(link.until), "noindex": True}
    response = render(request, "preview_expired.html", context, status=410)
    kept_by_nobody(response)
    return response


def gone_facts(record: Publishable) -> dict[str, str]:
    """What the page of something withdrawn still says."""
    day = When.on_day(day_of(record.withdrawn_at)).sentence() if record.withdrawn_at else ""
    title = getattr(record, "title", "") or getattr(record, "name", "")
    return {"title": title, "when": day, "reason": record.withdrawal_reason}
