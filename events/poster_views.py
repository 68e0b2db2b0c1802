"""The A4 poster of an event, for printing. The clock is read here."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers, patch_cache_control

from events.models import Event
from events.papers import poster_file, tag
from events.placard import Placard, has_poster, placard_of
from portal.kernel.conditional import unless_known
from portal.kernel.preview import Preview, kept_by_nobody
from portal.kernel.responses import find_shown
from portal.kernel.shelf import Unavailable

WAIT = 60  # seconds after which a file that could not be made may be asked for again


def event_poster_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A draft answers 404 and a withdrawn event 410, as their page does, but for `?podglad`.

    What is over has no poster: whoever kept its address is led to the event's page, which says
    what came of it. Not for ever, since a date may be put right.
    """
    at = timezone.now()
    event, preview = find_shown(request, Event.objects.for_page(), at, pk=pk)
    if not has_poster(event, at):
        return to_its_page(event, preview)
    placard = placard_of(event, at, preview=preview is not None)
    if preview is not None:
        response: HttpResponseBase = made_answer(request, placard, event, keep=False)
        kept_by_nobody(response)
        return response
    response = unless_known(
        request, tag(placard), lambda: made_answer(request, placard, event, keep=True)
    )
    response["Link"] = f'<{event.get_absolute_url()}>; rel="canonical"'
    response["X-Robots-Tag"] = "noindex"
    return response


def to_its_page(event: Event, preview: Preview | None) -> HttpResponse:
    response = redirect(event.get_absolute_url() + (preview.query if preview else ""))
    add_never_cache_headers(response)
    return response


def made_answer(
    request: HttpRequest, placard: Placard, event: Event, *, keep: bool
) -> HttpResponse:
    try:
        return inline_pdf(poster_file(placard, keep=keep), placard.file_name)
    except Unavailable:
        return unavailable(request, event)


def inline_pdf(content: bytes, name: str) -> HttpResponse:
    """Opens in the browser; saved under a name that says what it is."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def unavailable(request: HttpRequest, event: Event) -> HttpResponse:
    """Says in Polish what to do; kept by nobody."""
    context: dict[str, Any] = {"page_url": event.get_absolute_url(), "noindex": True}
    response = render(request, "events/poster_unavailable.html", context, status=503)
    response["Retry-After"] = str(WAIT)
    patch_cache_control(response, no_store=True)
    return response
