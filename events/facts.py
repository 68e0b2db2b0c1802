"""What people rely on about an event, as words: to see what a change after publication changed."""

from dataclasses import asdict, dataclass
from datetime import datetime

from events.models import Event, EventChange
from portal.kernel.months import local
from portal.kernel.when import When


@dataclass(frozen=True)
class Facts:
    """The four facts whose change is told: each as the sentence that visitors read."""

    title: str
    date: str
    place: str
    status: str

    @classmethod
    def of(cls, event: Event) -> "Facts":
        return cls(
            title=event.title,
            date=event.when.short(),
            place=", ".join(part for part in (event.place_name, event.place_address) if part)
            or "miejsce podamy wkrótce",
            status=event.get_outcome_display(),
        )

    def differences(self, now: "Facts") -> list[tuple[EventChange.Kind, str, str]]:
        """(kind, before, after) for each fact that differs."""
        old, new = asdict(self), asdict(now)
        return [(EventChange.Kind(key), old[key], new[key]) for key in old if old[key] != new[key]]


def day_in_words(moment: datetime) -> str:
    """„13 maja 2026 r.”"""
    return When.on_day(moment.date()).short()


def now_and_before(change: EventChange) -> dict[str, str]:
    """How a page says a change: new value first, in words, since when."""
    moment = local(change.at)
    is_status = change.kind == EventChange.Kind.STATUS
    return {
        # The status is its own headline: „Odwołane.”
        "title": change.after.capitalize() if is_status else change.get_kind_display(),
        "now": "" if is_status else change.after,
        "before": change.before,
        "note": f"Zmieniono {day_in_words(moment)}, godz. {moment:%-H.%M}: {change.reason}",
    }
