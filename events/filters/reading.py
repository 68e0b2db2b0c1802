"""From an address to a choice. What visitors may not know reads as what does not exist."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from events.filters import access
from events.filters.choice import AUDIENCES, FREE, NO_SIGN_UP, Choice
from events.filters.days import Days, first_day, last_day
from events.filters.parts import LABELS
from events.models import Series
from events.models.series import Audience
from events.series_address import find_series
from organizations.models import Organization
from portal.kernel.asked import Asked, whole
from portal.kernel.merged_views import kept_instead
from portal.kernel.responses import Gone
from venues.areas import find_area
from venues.models import Venue


@dataclass(frozen=True)
class Reading:
    """The choice, and what was wrong with the address: of the days beside their fields."""

    choice: Choice
    problems: tuple[str, ...] = ()
    since_error: str = ""
    until_error: str = ""


def read(given: QueryDict, at: datetime) -> Reading:
    """One query for each record that the address names."""
    asked = Asked(given)
    since, since_error = day(given.get("od", ""), first_day)
    until, until_error = day(given.get("do", ""), last_day)
    if since and until and until < since:
        since, until = until, since
        asked.problems.append(_("Pierwszy dzień był po ostatnim, więc zamieniliśmy je miejscami."))
    choice = Choice(
        words=asked.words(),
        days=Days(since, until),
        series=asked.one("cykl", LABELS["series"], lambda slug: series_of(slug, at)),
        area=asked.one("dzielnica", LABELS["area"], find_area),
        venue=asked.one("miejsce", LABELS["venue"], lambda text: venue_of(text, at)),
        organization=asked.one(
            "organizacja", LABELS["organization"], lambda text: organization_of(text, at)
        ),
        audience=asked.one("dla", LABELS["audience"], audience_of),
        access=asked.several("dostepnosc", LABELS["access"], access.labels()),
        no_sign_up=asked.flag("zapisy", LABELS["no_sign_up"], NO_SIGN_UP),
        free=asked.flag("wstep", LABELS["free"], FREE),
    )
    return Reading(choice, tuple(asked.problems), since_error, until_error)


def day(text: str, read_day: Callable[[str], date | None]) -> tuple[date | None, str]:
    """The day, or why there is none."""
    try:
        return read_day(text), ""
    except ValueError as error:
        return None, str(error)


def series_of(slug: str, at: datetime) -> Series | None:
    """Also by a slug that it had before."""
    try:
        found: Series = find_series(slug, at)
    except (Gone, Http404):
        return None
    return found


def venue_of(text: str, at: datetime) -> Venue | None:
    found: Venue | None = known(Venue.objects.select_related("inside"), text, at)
    return found


def organization_of(text: str, at: datetime) -> Organization | None:
    found: Organization | None = known(Organization.objects.all(), text, at)
    return found


def known(rows: Any, text: str, at: datetime) -> Any:
    """The public record of that number, or the one that stands for it since they were merged."""
    number = whole(text)
    if number is None:
        return None
    if found := rows.public(at).filter(pk=number).first():
        return found
    kept = kept_instead(rows.model, number, at)
    return kept if kept and kept.is_public(at) else None


def audience_of(text: str) -> Audience | None:
    return next((audience for audience, value in AUDIENCES.items() if value == text), None)
