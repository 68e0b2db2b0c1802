"""Invented records of one year, as many as are asked for; written in bulk and without history."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from events.models import AttendanceNote, AttendanceNoteVersion, Event, Partnership, Series
from events.models.event import Outcome
from organizations.models import Organization
from portal.kernel.months import Month, MonthSpan, midnight
from portal.kernel.publishing import Status
from portal.kernel.when import When
from reports.models import Activity
from venues.models import Venue

# Far from whatever the office has on record, and within the years that the site knows.
YEAR = 2090
AT = datetime(YEAR + 1, 1, 15, 12, tzinfo=UTC)
BEFORE = datetime(YEAR - 1, 1, 1, tzinfo=UTC)
DAYS = 365
ORGANIZATIONS, VENUES, CYCLES = 300, 50, 10
NAMED_IN_A_NOTE = 15
STANDING = 50  # every fiftieth activity goes on for months
BATCH = 500
KINDS = list(Activity.Kind)
ROLES = [Partnership.Role.HOST, Partnership.Role.SUPPORT]


@dataclass(frozen=True)
class Size:
    """How many records there are in the year."""

    events: int
    activities: int
    notes: int  # approved versions; an event has one note, and a note several versions

    def part(self, share: float) -> "Size":
        return Size(*(max(1, round(n * share)) for n in (self.events, self.activities, self.notes)))


@dataclass(frozen=True)
class Stage:
    """What every meeting needs: who, where, of which cycle."""

    organizations: list[Organization]
    venues: list[Venue]
    cycles: list[Series]


def make_stage() -> Stage:
    public: dict[str, Any] = {"status": Status.PUBLISHED, "published_at": BEFORE}
    organizations = [
        Organization(name=f"Fundacja Próbna {n}", sort_key=f"fundacja probna {n:04}", **public)
        for n in range(ORGANIZATIONS)
    ]
    venues = [
        Venue(name=f"Miejsce próbne {n}", district=n % 18 + 1, sort_key=f"miejsce {n:04}", **public)
        for n in range(VENUES)
    ]
    cycles = [
        Series(name=f"Cykl próbny {n}", slug=f"cykl-probny-{n}", sort_key=f"cykl {n}", **public)
        for n in range(CYCLES)
    ]
    return Stage(
        Organization.objects.bulk_create(organizations),
        Venue.objects.bulk_create(venues),
        Series.objects.bulk_create(cycles),
    )


def make_records(stage: Stage, size: Size) -> None:
    events = make_events(stage, size.events)
    make_partnerships(stage, events)
    make_notes(stage, events, size.notes)
    make_activities(size.activities)


def day(number: int, of_all: int) -> date:
    """Spread over the year."""
    return date(YEAR, 1, 1) + timedelta(days=number * DAYS // of_all)


def make_events(stage: Stage, number: int) -> list[Event]:
    rows = (event_of(stage, n, number) for n in range(number))
    return Event.objects.bulk_create(rows, batch_size=BATCH)


def event_of(stage: Stage, n: int, of_all: int) -> Event:
    start = midnight(day(n, of_all)) + timedelta(hours=17)
    venue = stage.venues[n % VENUES]
    event = Event(
        title=f"Spotkanie próbne {n}",
        series=stage.cycles[n % CYCLES],
        edition=n // CYCLES + 1,
        venue=venue,
        place_name=venue.name,
        outcome=Outcome.HELD,
        status=Status.PUBLISHED,
        published_at=start - timedelta(days=10),
    )
    event.when = When.at_time(start, start + timedelta(hours=2))
    return event


def make_partnerships(stage: Stage, events: list[Event]) -> None:
    rows = (
        Partnership(
            event=event, organization=stage.organizations[(n * 7 + m) % ORGANIZATIONS], role=role
        )
        for n, event in enumerate(events)
        for m, role in enumerate(ROLES)
    )
    Partnership.objects.bulk_create(rows, batch_size=BATCH)


def make_notes(stage: Stage, events: list[Event], versions: int) -> None:
    """A note an event, as long as the versions last; the last version of each is its current."""
    notes = AttendanceNote.objects.bulk_create(
        (AttendanceNote(event=event) for event in islice(events, versions)), batch_size=BATCH
    )
    made = AttendanceNoteVersion.objects.bulk_create(
        (version_of(stage, notes, n) for n in range(versions)), batch_size=BATCH
    )
    for version in made:
        notes[(version.pk - made[0].pk) % len(notes)].current = version
    AttendanceNote.objects.bulk_update(notes, ["current"], batch_size=BATCH)


def version_of(stage: Stage, notes: list[AttendanceNote], n: int) -> AttendanceNoteVersion:
    note = notes[n % len(notes)]
    return AttendanceNoteVersion(
        note=note, number=n // len(notes) + 1, data=data_of(stage, n), approved_at=AT
    )


def data_of(stage: Stage, n: int) -> dict[str, Any]:
    """As `note_data` freezes it: two counts, a list of names, a promise."""
    named = [stage.organizations[(n * 13 + m) % ORGANIZATIONS] for m in range(NAMED_IN_A_NOTE)]
    given = {"method": "counted", "source": "notatka", "counted": True}
    return {
        "summary": "Rozmawiano o tym, czego potrzeba w sąsiedztwie.",
        "counts": [
            {"unit": "people", "qualifier": "exactly", "value": n % 90 + 1, **given},
            {"unit": "organizations", "qualifier": "about", "value": n % 40 + 2, **given},
        ],
        "organizations": [{"id": row.pk, "name": row.name, "public": False} for row in named],
        "commitments": [
            {
                "id": n,
                "text": "lista wolnych sal",
                "owner": "biuro",
                "due": day(n % DAYS, DAYS).isoformat(),
                "state": "done",
                "done_on": day(n % DAYS, DAYS).isoformat(),
                "result": "",
                "public": n % 20 == 0,
            }
        ],
    }


def make_activities(number: int) -> None:
    rows = (activity_of(n, number) for n in range(number))
    Activity.objects.bulk_create(rows, batch_size=BATCH)


def activity_of(n: int, of_all: int) -> Activity:
    activity = Activity(
        title=f"wizyta w Fundacji Próbnej nr {n}",
        folded=f"wizyta w fundacji probnej nr {n}",
        kind=KINDS[n % len(KINDS)],
        district=n % 18 + 1,
    )
    on = day(n, of_all)
    activity.when = When.on_day(on) if n % STANDING else When.in_months(months_from(on))
    return activity


def months_from(on: date) -> MonthSpan:
    first = min(Month.of(on), Month(YEAR, 11))
    return MonthSpan(first, first.next())
