"""What machines fetch of events and announcements: a shared link's picture, the feed."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from events.atom import announcement_feed as newest_announcements
from events.atom import atom
from events.drawing import drawn
from events.models import Event
from events.social import poster
from portal.kernel.conditional import conditional
from portal.kernel.responses import find_public

FRESH = 300  # seconds for which a feed is not asked for again
# Its address in pages changes with its words, so an old one is only somebody's old copy.
KEPT = 24 * 3600


def event_share_picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    at = timezone.now()
    event = find_public(Event.objects.for_cards(), at, pk=pk)
    return conditional(request, drawn(poster(event, at)), "image/png", seconds=KEPT)


def announcement_feed(request: HttpRequest) -> HttpResponseBase:
    feed = newest_announcements(timezone.now())
    response = conditional(
        request,
        atom(feed),
        "application/atom+xml; charset=utf-8",
        modified=feed.served,
        seconds=FRESH,
    )
    response["X-Robots-Tag"] = "noindex"
    return response
