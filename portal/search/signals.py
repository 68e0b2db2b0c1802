"""Which documents a change of a row concerns: its own, and those that repeat its words."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save

from events.models import (
    Announcement,
    AttendanceNote,
    Event,
    EventAccess,
    Partnership,
    ProgrammeItem,
    Series,
    SeriesAlias,
)
from organizations.models import Alias, Organization
from portal.search.documents import KINDS
from portal.search.index import forget, index, index_all
from reports.models import ReportVersion
from venues.models import AccessFact, Venue, VenueAlias

# A row whose words stand in the document of the record that it belongs to.
PARTS: dict[type, str] = {
    Alias: "organization",
    VenueAlias: "venue",
    SeriesAlias: "series",
    Partnership: "event",
    ProgrammeItem: "event",
    AttendanceNote: "event",
    ReportVersion: "report",
    AccessFact: "venue",
    EventAccess: "event",
}


def saved(sender: type, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        follow(instance if sender in KINDS else getattr(instance, PARTS[sender]))


def deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    """A part's owner may be going too: then its own signal forgets it."""
    if sender in KINDS:
        forget(sender, instance.pk)
    elif (owner := still_there(instance, PARTS[sender])) is not None:
        follow(owner)


def still_there(part: Any, name: str) -> Any:
    field = part._meta.get_field(name)
    return field.related_model.objects.filter(pk=getattr(part, field.attname)).first()


def joined(
    sender: Any, instance: Any, action: str, model: Any, pk_set: set[int] | None, **kwargs: Any
) -> None:
    """Announcements and their events, cycles and their makers; said from either side."""
    if not action.startswith("post_"):
        return
    ours = type(instance) in JOINS[sender]
    for record in [instance] if ours else model.objects.filter(pk__in=pk_set or ()):
        index(record)


JOINS: dict[Any, set[type]] = {
    Announcement.events.through: {Announcement},
    Series.organizers.through: {Series},
}

# One by one: a listener to every model would make each deletion of any row read it first.
for model in (*KINDS, *PARTS):
    post_save.connect(saved, sender=model, dispatch_uid=f"search saved {model.__name__}")
    post_delete.connect(deleted, sender=model, dispatch_uid=f"search deleted {model.__name__}")
for through in JOINS:
    m2m_changed.connect(joined, sender=through, dispatch_uid=f"search joined {through.__name__}")


def follow(record: Any) -> None:
    """Its own document; when the names in it changed, those of all that repeat them."""
    if index(record):
        for others in repeating(record):
            index_all(others)


def repeating(record: Any) -> list[QuerySet[Any]]:
    """The records whose documents say the names of this one."""
    match record:
        case Event():
            return [Announcement.objects.filter(events=record)]
        case Series():
            return [Event.objects.filter(series=record)]
        case Venue():
            return [Event.objects.filter(venue=record), Venue.objects.filter(inside=record)]
        case Organization():
            made = Partnership.objects.filter(organization=record).values("event")
            return [Event.objects.filter(pk__in=made), Venue.objects.filter(operator=record)]
    return []
