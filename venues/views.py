from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from portal.kernel.jsonld import json_ld
from portal.kernel.list_address import without_empties
from portal.kernel.merged_views import follows_merging
from portal.kernel.responses import at_its_address, find_shown
from venues.filters import PARAMETERS, venue_filters
from venues.jsonld import venue_data
from venues.models import Venue
from venues.passport import passport, venue_row


def venue_list(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    if shorter := without_empties(request, PARAMETERS):
        return redirect(shorter)
    found, form = venue_filters(request.GET, request.path, at)
    rows = found.in_order().select_related("inside").prefetch_related("access_facts")
    context = {"rows": [venue_row(venue, at) for venue in rows], "filters": form}
    return render(request, "venues/venue_list.html", context)


@follows_merging(Venue, Venue.get_absolute_url)
def venue_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """The venue's passport, and its events."""
    at = timezone.now()
    found = Venue.objects.select_related("inside", "operator").prefetch_related(
        "access_facts", "aliases", "inside__access_facts"
    )
    venue, preview = find_shown(request, found, at, pk=pk)

    def answer() -> HttpResponse:
        # The one upward glance: a page may ask a related manager (README, Decisions).
        events = venue.events.public(at).for_cards()
        shown = passport(venue, at)
        context = {
            "venue": venue,
            "passport": shown,
            "data": json_ld(venue_data(shown)),
            "inner": list(venue.places_inside.public(at).in_order()),
            "upcoming": list(events.upcoming(at)),
            "past": list(events.past(at)),
            "noindex": venue.is_example or preview,
            "preview": preview,
            "at": at,
        }
        return render(request, "venues/venue_detail.html", context)

    return at_its_address(request, venue.get_absolute_url(), answer, preview)
