"""Meetings that come soon and lack something that people will look for."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from events.models import Announcement, Event, EventAccess, EventPicture
from portal.desk.line import Line, Urgency
from portal.desk.reach import form_of, list_of, may_change, new_form
from portal.desk.words import days_to, due
from portal.kernel.months import day_of, midnight
from portal.kernel.publishing import Status
from portal.kernel.when import FINE
from venues.models import AccessFact, Venue

SOON = 14  # days
NOTICE = 7  # days; people need as many to come (events-domain.md, S10)
CLOSE = 2  # days
# „IMG_1234.jpg” or spaces alone: the column is filled and says nothing to who cannot see it.
SAYS_NOTHING = r"^\s*$|^\S+\.[A-Za-z0-9]{3,4}\s*$|^(IMG|DSC|P)[-_]?[0-9]+\s*$"


def events_due(user: Any, at: datetime) -> Iterator[Line]:
    """One query."""
    found = list(soon(at))
    yield from without_venue(found, user, at)
    yield from without_announcement(found, user, at)
    yield from without_alt(found, user, at)
    yield from without_access(found, user, at)


def soon(at: datetime) -> Any:
    """Expected, not begun yet or without a day, within the next two weeks.

    A draft has a line of its own, and its form says what it lacks.
    """
    until = midnight(day_of(at) + timedelta(days=SOON + 1))
    return (
        Event.objects.kept()
        .upcoming(at)
        .expected()
        .filter(Q(starts_at__gt=at) | ~Q(precision__in=FINE), sort_at__lt=until, is_example=False)
        .filter(status=Status.PUBLISHED)
        .select_related("venue")
        .defer("body", "venue__description")
        .annotate(announced=announced(), undescribed=undescribed(), access_known=access_known())
    )


def announced() -> Exists:
    about = Announcement.objects.kept().filter(events=OuterRef("pk"))
    return Exists(about.exclude(status=Status.WITHDRAWN).exclude(kind=Announcement.Kind.RECAP))


def undescribed() -> Exists:
    own = EventPicture.objects.filter(event=OuterRef("pk"), decorative=False)
    return Exists(own.filter(alt__regex=SAYS_NOTHING))


def access_known() -> Q:
    """Of the venue, or of the meeting itself."""
    there = AccessFact.objects.filter(venue=OuterRef("venue"))
    own = EventAccess.objects.filter(event=OuterRef("pk"))
    unknown = AccessFact.Answer.UNKNOWN
    return Q(Exists(there.exclude(answer=unknown))) | Q(Exists(own.exclude(answer=unknown)))


def without_venue(found: list[Any], user: Any, at: datetime) -> Iterator[Line]:
    for event in found:
        if event.venue_id is None and may_change(user, Event, event.status):
            yield Line(
                kind="venue",
                text=_("Nie ma miejsca: %s") % event.title,
                why=due(event, at),
                url=form_of(Event, event.pk, "id_venue"),
                action=_("Wpisz miejsce"),
                urgency=needed(event, at),
                all_url=list_of(Event, kiedy="nadchodzace", venue__isnull=1),
            )


def without_announcement(found: list[Any], user: Any, at: datetime) -> Iterator[Line]:
    if not user.has_perm("events.add_announcement"):
        return
    for event in found:
        if not event.announced:
            yield Line(
                kind="announcement",
                text=_("Nie ma zaproszenia: %s") % event.title,
                why=due(event, at),
                url=new_form(Announcement, event=event.pk),
                action=_("Napisz aktualność"),
                urgency=needed(event, at),
                all_url=list_of(Event, kiedy="nadchodzace", announcements__isnull=1),
            )


def without_alt(found: list[Any], user: Any, at: datetime) -> Iterator[Line]:
    for event in found:
        if event.undescribed and may_change(user, Event, event.status):
            yield Line(
                kind="alt",
                text=_("Zdjęcie bez opisu: %s") % event.title,
                why=due(event, at),
                url=form_of(Event, event.pk, "pictures-group"),
                action=_("Opisz zdjęcie"),
                urgency=useful(event, at),
            )


def without_access(found: list[Any], user: Any, at: datetime) -> Iterator[Line]:
    """A place once, for the first of its meetings."""
    open_rows = [event for event in found if event.venue_id and not event.access_known]
    first = {event.venue_id: event for event in reversed(open_rows)}
    for event in sorted(first.values(), key=found.index):
        if may_change(user, Venue, event.venue.status):
            yield Line(
                kind="access",
                text=_("Nie wiadomo, jak tam wejść: %s") % event.venue.name,
                why=f"{event.title}: {due(event, at)}",
                url=form_of(Venue, event.venue_id, "access_facts-group"),
                action=_("Opisz dostępność"),
                urgency=useful(event, at),
            )


def needed(event: Event, at: datetime) -> Urgency:
    """Of what nobody can come without."""
    return Urgency.NOW if days_to(day_of(event.sort_at), at) <= NOTICE else Urgency.WEEK


def useful(event: Event, at: datetime) -> Urgency:
    days = days_to(day_of(event.sort_at), at)
    return Urgency.NOW if days <= CLOSE else Urgency.WEEK if days <= NOTICE else Urgency.LATER
