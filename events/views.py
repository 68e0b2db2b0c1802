"""Public pages about events. Each finds, decides and renders; the clock is read here."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from events.add_to_calendar import ways
from events.calendar import (
    agenda,
    by_months,
    is_shown,
    month_calendar,
    months_around,
    nearest_months,
)
from events.cards import cards
from events.cycle import cycle_cards, cycle_page
from events.filters import days
from events.filters.choice import PARAMETERS
from events.filters.page import event_filters
from events.filters.pauses import pauses_of
from events.jsonld import event_data, series_data
from events.models import Announcement, Event, Series
from events.models.series import SeriesQuerySet
from events.news import is_history, news_rows, passed, recap_of, strips
from events.page import changed_since, event_page
from events.series_address import find_series
from events.social import announcement_share, event_share
from portal.kernel.jsonld import json_ld
from portal.kernel.list_address import before_number, list_address, without_empties
from portal.kernel.modified import with_modified
from portal.kernel.months import Month
from portal.kernel.polish import WEEKDAYS
from portal.kernel.preview import Preview
from portal.kernel.responses import at_its_address, find_public, find_shown, page_of

PAGE_SIZE = 20


def event_list(request: HttpRequest) -> HttpResponse:
    """What lies ahead; a form sent with empty fields is led to its short address."""
    if address := without_empties(request, PARAMETERS):
        return redirect(address)
    at, other = timezone.now(), reverse("events:event_archive")
    ahead, over = Event.objects.public(at).upcoming(at), Event.objects.public(at).past(at)
    filters = event_filters(ahead, request.GET, request.path, at, days.ahead)
    context = {
        "filters": filters,
        "agenda": agenda(at, ahead=filters.rows, pauses=pauses_of(filters.choice, at)),
        "archive": list_address(other, filters.choice.pairs()),
        "elsewhere": filters.on(over, other, _("W archiwum"), at),
        "noindex": not filters.choice.is_empty,
    }
    return render(request, "events/event_list.html", context)


def event_archive(request: HttpRequest) -> HttpResponse:
    if address := without_empties(request, PARAMETERS):
        return redirect(address)
    at, other = timezone.now(), reverse("events:event_list")
    over, ahead = Event.objects.public(at).past(at), Event.objects.public(at).upcoming(at)
    filters = event_filters(over, request.GET, request.path, at, days.back)
    page = page_of(request, filters.rows.for_cards(), PAGE_SIZE)
    context = {
        "filters": filters,
        "page": page,
        "months": by_months(cards(page.object_list, at)),
        "elsewhere": filters.on(ahead, other, _("Wśród nadchodzących"), at),
        "query": before_number(filters.choice.pairs()),
        "noindex": not filters.choice.is_empty,
    }
    return render(request, "events/event_archive.html", context)


def event_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    at = timezone.now()
    rows = with_modified(Event.objects.for_page())
    event, preview = find_shown(request, rows, at, pk=pk)

    def answer() -> HttpResponse:
        context = {
            "page": event_page(event, at, printed_sequence(request)),
            "share": event_share(event, at),
            "data": json_ld(event_data(event, at)),
            "ways": ways(event, at),
            "poster": poster_link(event, at, preview),
            "noindex": event.is_example or preview,
            "preview": preview,
        }
        return render(request, "events/event_detail.html", context)

    return at_its_address(request, event.get_absolute_url(), answer, preview)


def poster_link(event: Event, at: datetime, preview: Preview | None) -> str:
    """ "" for what is off, which the page offers to nobody, and for what is over."""
    path = reverse("events:event_poster_file", args=[event.pk])
    return path + (preview.query if preview else "") if event.is_ahead(at) else ""


def printed_sequence(request: HttpRequest) -> int | None:
    """Of the poster from which the reader comes; None without one, and for what is made up."""
    text = request.GET.get("plakat", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


@never_cache
def event_poster(request: HttpRequest, pk: int, sequence: int) -> HttpResponse:
    """The short address on posters: leads to what has changed since one was printed."""
    at = timezone.now()
    event = find_public(Event.objects.prefetch_related("changes"), at, pk=pk)
    since = f"?plakat={sequence}" if changed_since(event, sequence) else ""
    return redirect(event.get_absolute_url() + since)


def calendar(request: HttpRequest) -> HttpResponse:
    """The list first; each month leads to its table."""
    at = timezone.now()
    context = {
        "agenda": agenda(at, full=True),
        "months": months_around(at),
        "archive": reverse("events:event_archive"),
    }
    return render(request, "events/calendar.html", context)


def event_month(request: HttpRequest, year: str, month: str) -> HttpResponse:
    at = timezone.now()
    try:
        wanted = Month.parse(f"{year}-{month}")
    except ValueError as error:
        raise Http404(str(error)) from error
    found = month_calendar(wanted, at)
    context: dict[str, Any] = {
        "calendar": found,
        "weekdays": WEEKDAYS,
        "before": neighbour(wanted.previous),
        "after": neighbour(wanted.next),
        "now": Month.of(at),
        "nearest": nearest_months(wanted, at) if found.is_empty else (),
    }
    return render(request, "events/event_month.html", context)


def neighbour(step: Callable[[], Month]) -> Month | None:
    """The month before or after; None beyond the calendar's years, where no page is."""
    month = step()
    return month if is_shown(month) else None


def series_list(request: HttpRequest) -> HttpResponse:
    return render(request, "events/series_list.html", {"cycles": cycle_cards(timezone.now())})


def series_detail(request: HttpRequest, slug: str) -> HttpResponse:
    at = timezone.now()
    rows = Series.objects.prefetch_related("organizers")
    series, preview = find_shown(request, rows, at, find=series_by_slug, slug=slug)

    def answer() -> HttpResponse:
        page = cycle_page(series, at)
        editions = [row.event for row in page.upcoming], [row.event for row in page.past]
        context = {
            "page": page,
            "series": series,
            "data": json_ld(series_data(series, *editions, at)),
            "noindex": series.is_example or preview,
            "preview": preview,
            # Whoever the label names already is not named twice.
            "partners": [
                {"name": row.name, "url": row.public_url(at)}
                for row in series.organizers.all()
                if row.name != series.host_label
            ],
        }
        return render(request, "events/series_detail.html", context)

    return at_its_address(request, series.get_absolute_url(), answer, preview)


def series_by_slug(rows: SeriesQuerySet, at: datetime, slug: str) -> Any:
    return find_series(slug, at, rows)


def announcement_list(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    page = page_of(request, Announcement.objects.public(at).newest_first(), PAGE_SIZE)
    context = {"page": page, "rows": news_rows(page.object_list, at)}
    return render(request, "events/announcement_list.html", context)


def announcement_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    at = timezone.now()
    rows = with_modified(Announcement.objects.prefetch_related("changes"))
    announcement, preview = find_shown(request, rows, at, pk=pk)

    def answer() -> HttpResponse:
        about = list(announcement.events.public(at).for_cards().order_by("sort_at", "pk"))
        over = passed(announcement, about, at)
        context = {
            "announcement": announcement,
            "share": announcement_share(announcement, about, at),
            "cards": cards(about, at),
            "strips": strips(announcement, about, at),
            "passed": over,
            "is_history": is_history(announcement, about, at),
            "recap": recap_of(about, at) if over else None,
            "noindex": announcement.is_example or preview,
            "preview": preview,
        }
        return render(request, "events/announcement_detail.html", context)

    return at_its_address(request, announcement.get_absolute_url(), answer, preview)
