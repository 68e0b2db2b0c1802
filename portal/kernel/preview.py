"""A record as its page would look, for the office and for whoever the office sends a link.

A link is bound to one record and to one day; it is signed, so nobody can make one up.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.contrib import admin
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from portal.kernel.months import day_of, midnight
from portal.kernel.publishing import Publishable, State

ASKED = "podglad"  # in the address: empty for the office, a token for others
DAYS = 7
SALT = "portal.kernel.preview"


class Expired(Exception):
    """A true link whose day has passed; the middleware answers 410 and says whom to ask."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


@dataclass(frozen=True)
class Preview:
    """Who looks at what is not public: staff come back to `form`, others see the last day."""

    token: str = ""
    form: str = ""
    last_day: date | None = None

    @property
    def query(self) -> str:
        """For links from this page to others that only a preview shows."""
        return f"?{ASKED}={self.token}" if self.token else f"?{ASKED}"


def expiry(at: datetime) -> datetime:
    """The end of the seventh day after today, in Warsaw: one link a day, and a plain sentence."""
    return midnight(day_of(at) + timedelta(days=DAYS + 1))


def last_day(until: datetime) -> date:
    """The last whole day before that midnight."""
    return day_of(until) - timedelta(days=1)


def token(record: Publishable, until: datetime) -> str:
    return signer().sign(f"{record._meta.label_lower}.{record.pk}.{int(until.timestamp())}")


def signer() -> Signer:
    return Signer(salt=SALT, sep="~")


def valid_until(text: str, record: Publishable) -> datetime | None:
    """Until when the token opens that record; None for one that was made up or is another's."""
    try:
        said, _, seconds = signer().unsign(text).rpartition(".")
    except BadSignature:
        return None
    if said != f"{record._meta.label_lower}.{record.pk}":
        return None
    return datetime.fromtimestamp(int(seconds), UTC)


def preview_of(request: HttpRequest, record: Publishable, at: datetime) -> Preview | None:
    """Whether this request may see the record, which is not public; None when it may not.

    The session is looked at only when there is no good token, so a reader leaves no trace.
    Raises Expired for a token whose day has passed, unless staff ask.
    """
    text = request.GET.get(ASKED, "")
    state = record.state(at)
    until = valid_until(text, record) if state in {State.DRAFT, State.SCHEDULED} else None
    if until and until > at:
        return Preview(text, last_day=last_day(until))
    if state != State.DISCARDED and may_view(request, record):
        return Preview(form=form_of(record))
    if until:
        raise Expired(until)
    return None


def may_view(request: HttpRequest, record: Publishable) -> bool:
    """Somebody who is through every lock of the desk, and may read such records there."""
    if not admin.site.has_permission(request):
        return False
    return request.user.has_perm(f"{record._meta.app_label}.view_{record._meta.model_name}")


def form_of(record: Publishable) -> str:
    name = f"{record._meta.app_label}_{record._meta.model_name}"
    return reverse(f"admin:{name}_change", args=[record.pk])


def kept_by_nobody(response: HttpResponseBase) -> None:
    """No store, no index, and no address with a token in anybody's log of referrers."""
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
