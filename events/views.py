"""Public pages about events. Each finds, decides and renders; the clock is read here."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from events.calendar import month_calendar
from events.cards import card, cards
from events.models import Announcement, Event, Series
from events.page import event_page
from portal.kernel.months import FIRST_YEAR, LAST_YEAR, Month
from portal.kernel.polish import WEEKDAYS
from portal.kernel.responses import at_its_address, find_public, page_of

PAGE_SIZE = 20


def event_list(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    ahead = Event.objects.public(at).upcoming(at).for_cards()
    context = {
        "dated": cards(ahead.dated(), at),
        "undated": cards(ahead.undated(), at),
        "archive": reverse("events:event_archive"),
    }
    return render(request, "events/event_list.html", context)


def event_archive(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    page = page_of(request, Event.objects.public(at).past(at).for_cards(), PAGE_SIZE)
    context = {"page": page, "cards": cards(page.object_list, at)}
    return render(request, "events/event_archive.html", context)


def event_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    at = timezone.now()
    event = find_public(Event.objects.for_page(), at, pk=pk)

    def answer() -> HttpResponse:
        context = {
            "page": event_page(event, at),
            "stale_poster": is_older(request.GET.get("plakat", ""), event),
            "noindex": event.is_example,
        }
        return render(request, "events/event_detail.html", context)

    return at_its_address(request, event.get_absolute_url(), answer)


def is_older(sequence: str, event: Event) -> bool:
    """Whether a poster printed at that sequence no longer tells the truth."""
    return sequence.isascii() and sequence.isdigit() and int(sequence[:9]) < event.sequence


def event_poster(request: HttpRequest, pk: int, sequence: int) -> HttpResponse:
    """The short address on posters: says first what has changed since one was printed."""
    at = timezone.now()
    event = find_public(Event.objects.all(), at, pk=pk)
    since = f"?plakat={sequence}" if sequence < event.sequence else ""
    return redirect(event.get_absolute_url() + since)


def calendar(request: HttpRequest) -> HttpResponse:
    return month_page(request, Month.of(timezone.now()))


def event_month(request: HttpRequest, year: str, month: str) -> HttpResponse:
    try:
        wanted = Month.parse(f"{year}-{month}")
    except ValueError as error:
        raise Http404(str(error)) from error
    return month_page(request, wanted)


def month_page(request: HttpRequest, month: Month) -> HttpResponse:
    at = timezone.now()
    before, after = neighbour(month.previous), neighbour(month.next)
    context: dict[str, Any] = {
        "calendar": month_calendar(month, at),
        "weekdays": [weekday.nominative for weekday in WEEKDAYS],
        "before": before,
        "before_url": month_url(before) if before else "",
        "after": after,
        "after_url": month_url(after) if after else "",
        "list_url": reverse("events:event_list"),
        "is_now": month == Month.of(at),
    }
    return render(request, "events/event_month.html", context)


def neighbour(step: Callable[[], Month]) -> Month | None:
    """The month before or after; None beyond the calendar's years, where no page is."""
    month = step()
    return month if FIRST_YEAR <= month.year <= LAST_YEAR else None


def month_url(month: Month) -> str:
    return reverse("events:event_month", args=month.slug.split("-"))


def series_list(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    ahead = Event.objects.public(at).upcoming(at).for_cards()
    following: dict[int | None, Event] = {}
    for event in ahead:
        following.setdefault(event.series_id, event)
    rows = [
        {
            "series": series,
            "next": card(following[series.pk], at) if series.pk in following else None,
        }
        for series in Series.objects.public(at).in_order()
    ]
    return render(request, "events/series_list.html", {"rows": rows})


def series_detail(request: HttpRequest, slug: str) -> HttpResponse:
    at = timezone.now()
    series = find_public(Series.objects.prefetch_related("organizers"), at, slug=slug)
    events = series.events.public(at).for_cards()
    context = {
        "series": series,
        "upcoming": cards(events.upcoming(at), at),
        "past": cards(events.past(at), at),
        # Whoever the label names already is not named twice.
        "partners": [
            {"name": row.name, "url": row.public_url(at)}
            for row in series.organizers.all()
            if row.name != series.host_label
        ],
    }
    return render(request, "events/series_detail.html", context)


def announcement_list(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    page = page_of(request, Announcement.objects.public(at).newest_first(), PAGE_SIZE)
    return render(request, "events/announcement_list.html", {"page": page})


def announcement_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    at = timezone.now()
    announcement = find_public(Announcement.objects.all(), at, pk=pk)

    def answer() -> HttpResponse:
        about = announcement.events.public(at).for_cards().order_by("sort_at", "pk")
        context = {
            "announcement": announcement,
            "cards": cards(about, at),
            "passed": announcement.kind == Announcement.Kind.INVITATION
            and bool(about)
            and all(event.ends_at <= at for event in about),
            "noindex": announcement.is_example,
        }
        return render(request, "events/announcement_detail.html", context)

    return at_its_address(request, announcement.get_absolute_url(), answer)
