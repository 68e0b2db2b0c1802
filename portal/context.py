from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.functional import SimpleLazyObject

from events.social import absolute, site_picture
from portal.kernel.months import day_of
from portal.pages.office import Office, office_or_none_known


def site(request: HttpRequest) -> dict[str, Any]:
    """What every page's frame needs. Lazy: an error page may never ask the database."""
    return {
        "site_logo": settings.SITE_LOGO,
        "site_url": settings.SITE_URL,
        "site_picture": site_picture(),
        "canonical": canonical(request),
        "office": SimpleLazyObject(lambda: office_of(request)),
    }


def canonical(request: HttpRequest) -> str:
    """The one address of this page, without what was only asked along the way.

    A further page of a list is a page of its own; that of a list narrowed by somebody is not.
    """
    number = request.GET.get("strona", "")
    further = number.isascii() and number.isdigit() and number != "1"
    query = f"?strona={number}" if further and len(request.GET) == 1 else ""
    return absolute(request.path + query)


def office_of(request: HttpRequest) -> Office:
    """The office today, as the foot of this page names it."""
    page = iri_to_uri(absolute(request.path))
    return office_or_none_known(day_of(timezone.now()), page)
