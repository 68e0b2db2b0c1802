"""Sessions end by themselves: three hours without a word, twelve in all (ASVS 7.3)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from portal.kernel.preview import ASKED

IDLE, WHOLE = timedelta(hours=3), timedelta(hours=12)
STEP = timedelta(minutes=5)  # how often a visit is written down
SEEN, BEGUN = "seen", "begun"


class EndIdleSessions:
    """Only where a session is read at all: at the desk, and at previews of its people."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at_desk = request.path.startswith(reverse("admin:index")) or ASKED in request.GET
        carried = settings.SESSION_COOKIE_NAME in request.COOKIES
        # A visitor has no cookie, and is not even asked for one.
        if at_desk and carried and "_auth_user_id" in request.session:
            end_or_note(request.session, timezone.now())
        return self.get_response(request)


def end_or_note(session: Any, at: datetime) -> None:
    seen, begun = moment(session, SEEN), moment(session, BEGUN)
    if (seen and at - seen > IDLE) or (begun and at - begun > WHOLE):
        session.flush()
        return
    if begun is None:
        session[BEGUN] = at.isoformat()
    if seen is None or at - seen > STEP:
        session[SEEN] = at.isoformat()


def moment(session: Any, key: str) -> datetime | None:
    text = session.get(key)
    return datetime.fromisoformat(text) if text else None
