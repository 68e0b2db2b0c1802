"""Calendar feeds, and the page that explains how to subscribe. The clock is read here."""

from collections.abc import Iterable
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events import ics, subscription
from events.entry import entry_of
from events.models import Event, Series
from events.series_address import find_series
from events.stamps import changed_at, feeds_changed_at, for_feed, in_feeds, partners_changed_at
from organizations.models import Organization
from portal.kernel.conditional import conditional
from portal.kernel.merged_views import follows_merging, kept_instead
from portal.kernel.modified import latest, with_modified
from portal.kernel.responses import Gone, at_its_address, find_public
from venues.models import Venue

## Feeds


def calendar_ics(request: HttpRequest) -> HttpResponseBase:
    at = timezone.now()
    return feed(request, subscription.of_all(), in_feeds(at), at)


def series_ics(request: HttpRequest, slug: str) -> HttpResponseBase:
    at = timezone.now()
    series = find_series(slug, at, with_modified(Series.objects.all()))
    channel = subscription.of_series(series)
    events = in_feeds(at).filter(series=series)
    return at_its_address(
        request,
        channel.feed.path,
        lambda: feed(request, channel, events, at, series.modified_at),
    )


@follows_merging(Venue, lambda row: reverse("events:venue_ics", args=[row.pk]))
def venue_ics(request: HttpRequest, pk: int) -> HttpResponseBase:
    at = timezone.now()
    venue = find_public(with_modified(Venue.objects.select_related("inside")), at, pk=pk)
    channel = subscription.of_venue(venue)
    return feed(request, channel, in_feeds(at).filter(venue=venue), at, venue.modified_at)


@follows_merging(Organization, lambda row: reverse("events:organization_ics", args=[row.pk]))
def organization_ics(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The events in which it has a role."""
    at = timezone.now()
    organization = find_public(with_modified(Organization.objects.all()), at, pk=pk)
    channel = subscription.of_organization(organization)
    events = in_feeds(at).filter(organizations=organization).distinct()
    moments = (organization.modified_at, partners_changed_at(organization))
    return feed(request, channel, events, at, *moments)


def event_ics(
    request: HttpRequest,
    pk: int,
    slug: str,  # noqa: ARG001 -- at_its_address reads it off the path
) -> HttpResponseBase:
    """One event as a file for one's own calendar."""
    at = timezone.now()
    event = find_public(for_feed(Event.objects.all()), at, pk=pk)
    path = reverse("events:event_ics", args=[event.pk, event.slug])
    return at_its_address(request, path, lambda: event_file(request, event, path, at))


def event_file(request: HttpRequest, event: Event, path: str, at: datetime) -> HttpResponseBase:
    if event.when.is_coarse:
        raise Http404(_("To wydarzenie nie ma jeszcze dnia. Gdy go podamy, będzie tu plik."))
    body = ics.calendar(ics.Feed(event.title, path, single=True), [event], at)
    response = answer(request, body, changed_at(event, entry_of(event, at)))
    response["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return response


def feed(
    request: HttpRequest,
    channel: subscription.Channel,
    events: Iterable[Event],
    at: datetime,
    *moments: datetime | None,
) -> HttpResponseBase:
    """`moments`: when else than by a change of an entry the feed may have changed."""
    body = ics.calendar(channel.feed, events, at)
    return answer(request, body, latest(feeds_changed_at(at), *moments))


def answer(request: HttpRequest, body: bytes, changed: datetime | None) -> HttpResponseBase:
    """Asked about each time, for 304: what is called off must not wait in a cache."""
    response = conditional(request, body, "text/calendar; charset=utf-8", modified=changed)
    response["X-Robots-Tag"] = "noindex"
    return response


## The page


def calendar_subscribe(request: HttpRequest) -> HttpResponse:
    """How to subscribe: to everything, or to what the reader came from."""
    at = timezone.now()
    try:
        chosen = wanted(request, at)
    except (Gone, Http404):
        if not (address := moved(request, at)):
            raise
        return redirect(address, permanent=True)
    first = chosen or subscription.of_all()
    context = {
        "first": first,
        "is_all": chosen is None,
        "others": [row for row in subscription.channels(at) if row.feed.path != first.feed.path],
        "noindex": chosen is not None,
    }
    return render(request, "events/calendar_subscribe.html", context)


def wanted(request: HttpRequest, at: datetime) -> subscription.Channel | None:
    """That of `?cykl=`, `?miejsce=` or `?organizacja=`; None without them."""
    asked = request.GET
    if slug := asked.get("cykl"):
        return subscription.of_series(find_series(slug, at))
    if number := asked.get("miejsce"):
        venues = Venue.objects.select_related("inside")
        return subscription.of_venue(find_public(venues, at, pk=whole(number)))
    if number := asked.get("organizacja"):
        organizations = Organization.objects.all()
        return subscription.of_organization(find_public(organizations, at, pk=whole(number)))
    return None


def moved(request: HttpRequest, at: datetime) -> str:
    """The same page for the record that now stands for the one asked for, else ""."""
    for name, model in (("miejsce", Venue), ("organizacja", Organization)):
        number = request.GET.get(name)
        if number and (kept := kept_instead(model, whole(number), at)):
            return f"{request.path}?{name}={kept.pk}"
    return ""


def whole(text: str) -> int:
    """Http404 for what is no number of a record."""
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    raise Http404(_("Takiego kalendarza nie ma."))
