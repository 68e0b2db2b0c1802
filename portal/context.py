from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from events.social import absolute, site_picture
from organizations.models import OfficeHolder
from portal.kernel.months import day_of


def site(request: HttpRequest) -> dict[str, Any]:
    """What every page's frame needs. Lazy: an error page may never ask the database."""
    return {
        "site_logo": settings.SITE_LOGO,
        "site_url": settings.SITE_URL,
        "site_picture": site_picture(),
        "canonical": canonical(request),
        "office_holder": SimpleLazyObject(current_proxy),
    }


def canonical(request: HttpRequest) -> str:
    """The one address of this page, without what was only asked along the way.

    A further page of a list is a page of its own; what somebody searched for is not.
    """
    number = request.GET.get("strona", "")
    further = number.isascii() and number.isdigit() and number != "1"
    query = f"?strona={number}" if further and "szukaj" not in request.GET else ""
    return absolute(request.path + query)


def current_proxy() -> OfficeHolder | None:
    """Who holds the office today; None while the database is down too, for error pages."""
    today = day_of(timezone.now())
    try:
        return OfficeHolder.objects.on(today).filter(office=OfficeHolder.Office.PROXY).first()
    except DatabaseError:
        return None
