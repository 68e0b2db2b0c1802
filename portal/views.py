"""The start page, health, and the pages for what went wrong."""

import json
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template import loader
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from events.cards import card, cards
from events.changes import said_off
from events.cycle import cycle_cards
from events.drawing import drawn
from events.models import Announcement, Event
from events.news import news_rows
from events.page import facts
from events.social import SITE, absolute
from events.tense import countdown
from portal.kernel import preview
from portal.kernel.conditional import conditional
from portal.kernel.pictures import shelf
from portal.sitemaps import places, sitemap_xml
from reports.figures import beside
from reports.models import ReportVersion

FOLLOWING, NEWS, CYCLES, FIGURES = 4, 3, 6, 4


def home(request: HttpRequest) -> HttpResponse:
    """The next meeting answered in one glance; what follows; what was announced; the account."""
    at = timezone.now()
    ahead = list(Event.objects.public(at).upcoming(at).for_cards()[:20])
    first = next((e for e in ahead if e.is_ahead(at) and not e.when.is_coarse), None)
    off = [event for event in ahead if event.is_off and is_before(event, first)]
    rest = [event for event in ahead if event is not first and event not in off]
    context: dict[str, Any] = {
        "next": card(first, at, full=True) if first else None,
        "facts": facts(first, at) if first else [],
        "countdown": countdown(first, at) if first else "",
        "off": [{"told": said_off(event), "card": card(event, at)} for event in off],
        "following": cards(rest[:FOLLOWING], at),
        "past": [] if rest else cards(Event.objects.public(at).past(at).for_cards()[:3], at),
        "news": news_rows(Announcement.objects.public(at).newest_first()[:NEWS], at),
        "cycles": cycle_cards(at)[:CYCLES],
        "account": latest_account(at),
    }
    return render(request, "portal/home.html", context)


def is_before(event: Event, first: Event | None) -> bool:
    """Whether it would have been the next meeting, had it not been called off."""
    return first is None or event.sort_at <= first.sort_at


def latest_account(at: datetime) -> dict[str, Any] | None:
    """The newest report as the start page shows it; each figure leads to its sources."""
    version = ReportVersion.objects.public(at).newest().select_related("report").first()
    if version is None:
        return None
    slug = version.report.span.slug
    return {
        "title": version.content["title"],
        "url": version.report.get_absolute_url(),
        "figures": [
            {
                **figure,
                "label": beside(figure),
                "url": reverse("reports:report_figure", args=[slug, figure["key"]]),
            }
            for figure in version.content["figures"][:FIGURES]
        ],
    }


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether this process answers; asks nothing else."""
    return JsonResponse({"status": "ok"})


@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Whether this process can serve pages: 503 while the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM events_event LIMIT 1")
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "error"}, status=503)
    return JsonResponse({"status": "ok"})


def robots(request: HttpRequest) -> HttpResponse:
    lines = ("User-agent: *", "Disallow: /admin/", f"Sitemap: {absolute(reverse('sitemap'))}", "")
    return HttpResponse("\n".join(lines), content_type="text/plain")


def sitemap(request: HttpRequest) -> HttpResponseBase:
    content = sitemap_xml(places(timezone.now()))
    return conditional(request, content, "application/xml; charset=utf-8", seconds=3600)


# Whatever is no page: the desk, files (a dot in the last part), short addresses, previews.
NEVER_AHEAD = ("/admin/*", "/w/*", "/media/*", "/static/*", "/*.*", f"/*\\?*{preview.ASKED}*")


def speculation_rules(request: HttpRequest) -> HttpResponseBase:
    """Which links may be fetched ahead: pages of ours, once a finger or pointer is on them.

    Fetched, never drawn ahead; whoever saves data gets nothing: browsers see to that.
    """
    ours = {"href_matches": "/*"}
    others = [{"not": {"href_matches": pattern}} for pattern in NEVER_AHEAD]
    rule = {"source": "document", "where": {"and": [ours, *others]}, "eagerness": "moderate"}
    content = json.dumps({"prefetch": [rule]}).encode()
    return conditional(request, content, "application/speculationrules+json", seconds=3600)


def site_share_picture(request: HttpRequest) -> HttpResponseBase:
    """What a shared link shows of a page that has no picture of its own."""
    return conditional(request, drawn(SITE), "image/png", seconds=24 * 3600)


def media_picture(request: HttpRequest, file: str) -> HttpResponseBase:
    """A rendition, where no proxy serves it first (deploy/Caddyfile): the same headers as there.

    Nothing is admitted but names that the portal gave; another picture has another name.
    """
    path = shelf.public(file)
    if not shelf.FILE.fullmatch(file) or not path.is_file():
        raise Http404
    response = conditional(request, path.read_bytes(), shelf.TYPES[path.suffix])
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


## What went wrong. 400 and 500 touch neither the database nor the request's host.


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(loader.render_to_string("400.html"), status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", {"noindex": True}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """On the desk the typed text comes back; see KeepingSite.after_refusal."""
    desk: Any = admin.site
    kept: HttpResponse | None = desk.after_refusal(request, reason)
    return kept or render(request, "403_csrf.html", {"noindex": True}, status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """With our own sentence where a view gave one; Django's own are English and say nothing."""
    said = exception.args[0] if isinstance(exception, Http404) and exception.args else ""
    reason = said if isinstance(said, str) else ""
    return render(request, "404.html", {"reason": reason, "noindex": True}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return HttpResponseServerError(loader.render_to_string("500.html"))
