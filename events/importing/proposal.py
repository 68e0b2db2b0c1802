"""What was recognised in a text: proposals, each of which a person confirms or leaves."""

import hashlib
from dataclasses import dataclass, field

from events.importing.clock import Hours
from events.importing.names import Known
from portal.kernel.reading import write_when
from portal.kernel.when import When


@dataclass(frozen=True)
class OrganizationProposal:
    """An organization, the sentence that names it, and the role that the sentence suggests."""

    known: Known
    quote: str
    role: str = ""


@dataclass(frozen=True)
class Unknown:
    """A name that looks like an organization's, a cycle's or a place's, and is not known."""

    kind: str
    name: str
    quote: str


@dataclass(frozen=True)
class EventProposal:
    """One meeting that the text speaks of. `day` is None when the text does not say when."""

    day: When | None
    hours: Hours | None = None
    drop_in: bool = False
    venue: Known | None = None
    room: str = ""
    series: Known | None = None
    edition: int | None = None
    title: str = ""
    sign_up: str = ""
    quotes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def when_from(self) -> str:
        """As the form's field takes it: „27.02.2026 17.30”, „czerwiec 2026”, ""."""
        start = write_when(self.day)[0] if self.day else ""
        return f"{start} {self.hours.start}" if start and self.hours else start

    @property
    def when_to(self) -> str:
        if self.hours:
            return self.hours.end
        return write_when(self.day)[1] if self.day else ""

    @property
    def planned_end(self) -> bool:
        return bool(self.hours and self.hours.end and self.hours.about)

    @property
    def key(self) -> str:
        """The same meeting of the same text has the same key, whatever is linked meanwhile."""
        known = (self.series and self.series.pk, self.venue and self.venue.pk)
        told = f"{self.when_from}|{self.when_to}|{known}|{self.edition}"
        return hashlib.sha256(told.encode()).hexdigest()[:10]


@dataclass(frozen=True)
class Recognised:
    events: tuple[EventProposal, ...] = ()
    organizations: tuple[OrganizationProposal, ...] = ()
    people: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    doubts: tuple[str, ...] = field(default=())
    kind: str = ""
