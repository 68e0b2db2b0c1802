"""What the tests of the desk's lines ask again and again."""

from datetime import timedelta

from events.models import EventPicture
from portal.desk import desk
from portal.kernel.months import day_of
from portal.kernel.when import When
from tests.factories import NOW, make_announcement, make_event, make_venue
from venues.models import AccessFact

TODAY = day_of(NOW)
LONG_AGO = NOW - timedelta(days=60)


def in_days(days):
    return When.on_day(TODAY + timedelta(days=days))


def accessible_venue():
    venue = make_venue("Kawiarnia")
    AccessFact.objects.create(venue=venue, key="step_free", answer="no", checked_on=TODAY)
    return venue


def complete(title="Ławka dialogu", days=5, **fields):
    """A public meeting that lacks nothing."""
    event = make_event(title, when=in_days(days), **{"venue": accessible_venue(), **fields})
    make_announcement(events=[event])
    return event


def of_kind(user, kind, at=NOW):
    return [line for line in desk(user, at).lines if line.kind == kind]


def only(user, kind, at=NOW):
    [line] = of_kind(user, kind, at)
    return line


def hang(event, alt):
    """A picture that somebody described so; its files are not what the desk looks at."""
    fields = {"name": f"{event.pk:032x}", "width": 800, "height": 600, "people": "none"}
    EventPicture.objects.bulk_create([EventPicture(event=event, alt=alt, **fields)])
