from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.kernel.merged_views import follows_merging
from portal.kernel.responses import at_its_address, find_shown
from venues.models import Venue


def venue_list(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    venues = Venue.objects.public(at).in_order().select_related("inside", "operator")
    return render(request, "venues/venue_list.html", {"venues": venues})


@follows_merging(Venue, Venue.get_absolute_url)
def venue_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """The venue's passport, and its events."""
    at = timezone.now()
    found = Venue.objects.select_related("inside", "operator").prefetch_related(
        "access_facts", "aliases"
    )
    venue, preview = find_shown(request, found, at, pk=pk)

    def answer() -> HttpResponse:
        # The one upward glance: a page may ask a related manager (README, Decisions).
        events = venue.events.public(at).for_cards()
        context = {
            "venue": venue,
            "operator_url": venue.operator.public_url(at) if venue.operator else "",
            "inside_url": venue.inside.public_url(at) if venue.inside else "",
            "map_url": f"geo:{venue.latitude},{venue.longitude}" if venue.has_pin else "",
            "inner": list(venue.places_inside.public(at).in_order()),
            "upcoming": list(events.upcoming(at)),
            "past": list(events.past(at)),
            "noindex": venue.is_example or preview,
            "preview": preview,
            "at": at,
        }
        return render(request, "venues/venue_detail.html", context)

    return at_its_address(request, venue.get_absolute_url(), answer, preview)
