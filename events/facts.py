"""What people rely on about an event, as words: to see what a change after publication changed."""

from dataclasses import dataclass

from events.models import Event, EventChange
from events.models.event import Outcome
from portal.kernel.when import When

NO_PLACE = "miejsce podamy wkrótce"
# That it took place is a record of what happened: nothing that the invited must be told.
AS_PROMISED = (Outcome.EXPECTED, Outcome.HELD)


@dataclass(frozen=True)
class Difference:
    """One fact that changed; `fills_gap` when it only says what was still to be said."""

    kind: EventChange.Kind
    before: str
    after: str
    before_iso: str = ""
    fills_gap: bool = False


@dataclass(frozen=True)
class Facts:
    """The four facts whose change is told: each as the sentence that visitors read."""

    title: str
    date: str
    place: str
    status: str
    when: When

    @classmethod
    def of(cls, event: Event) -> "Facts":
        return cls(
            title=event.title,
            date=event.when.short(),
            place=place_of(event),
            status=event.get_outcome_display(),
            when=event.when,
        )

    @property
    def iso(self) -> str:
        """The start for machines; "" for a date that is not known to the day."""
        return "" if self.when.is_coarse else self.when.iso_start

    def differences(self, now: "Facts") -> list[Difference]:
        """Each fact that differs from what it is `now`: title, date, place, status."""
        return [self.difference(kind, now) for kind in KINDS if self.differs(kind, now)]

    def differs(self, kind: EventChange.Kind, now: "Facts") -> bool:
        old, new = self.said(kind), now.said(kind)
        if kind == EventChange.Kind.STATUS and is_as_promised(old) and is_as_promised(new):
            return False
        if kind == EventChange.Kind.PLACE and new.startswith(f"{old}, "):
            return False  # the same place, with a room that was still to be said
        return old != new

    def difference(self, kind: EventChange.Kind, now: "Facts") -> Difference:
        is_date = kind == EventChange.Kind.DATE
        return Difference(
            kind,
            self.said(kind),
            now.said(kind),
            self.iso if is_date else "",
            self.is_filled(kind, now),
        )

    def said(self, kind: EventChange.Kind) -> str:
        return str(getattr(self, kind.value))

    def is_filled(self, kind: EventChange.Kind, now: "Facts") -> bool:
        """„czerwiec” that became 17 June, or the first place: nobody was told otherwise before."""
        if kind == EventChange.Kind.PLACE:
            return self.place == NO_PLACE
        return kind == EventChange.Kind.DATE and is_within(now.when, self.when)


def place_of(event: Event) -> str:
    """With the room: people wait at its door. As long as the log of changes holds."""
    parts = (event.place_name, event.place_address, event.room)
    return ", ".join(part for part in parts if part)[:700] or NO_PLACE


KINDS = (
    EventChange.Kind.TITLE,
    EventChange.Kind.DATE,
    EventChange.Kind.PLACE,
    EventChange.Kind.STATUS,
)


def is_as_promised(status: str) -> bool:
    """Of a status in words."""
    return status in {str(outcome.label) for outcome in AS_PROMISED}


def is_within(when: When, wider: When) -> bool:
    """Whether `when` says more exactly what a coarse date had left open."""
    inside = wider.starts_at <= when.starts_at and when.ends_at <= wider.ends_at
    return wider.is_coarse and inside
