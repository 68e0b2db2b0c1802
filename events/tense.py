"""Before, during and after: the sentence that says where in time the event stands."""

from datetime import datetime

from events.models import Event
from events.models.event import Outcome
from portal.kernel.when import Phase, Precision


def status_sentence(event: Event, at: datetime) -> str:
    """„Odbędzie się w środę 13 maja 2026 r. …”, „Trwa …”, „Odbyło się …”, or the plain doubt.

    Without a closing full stop when the date already ends in „r.”.
    """
    words = {
        Outcome.CANCELLED: "Odwołane. Miało się odbyć",
        Outcome.POSTPONED: "Przełożone, nowej daty jeszcze nie ma. Miało się odbyć",
        Outcome.NOT_HELD: "Nie odbyło się. Było planowane",
        Outcome.HELD: "Odbyło się",
    }
    if event.outcome in words:
        opening = words[Outcome(event.outcome)]
    elif event.ends_at <= at:
        return unanswered(event)
    else:
        opening = ahead(event, at)
    return stopped(f"{opening} {event.when.sentence()}")


def ahead(event: Event, at: datetime) -> str:
    if not event.when.is_coarse and event.when.phase(at) == Phase.DURING:
        return "Trwa:"
    return "Odbędzie się" if event.confirmed else "Planowane"


def unanswered(event: Event) -> str:
    """An announcement alone proves nothing: say what was planned, and that nobody confirmed it."""
    if event.when.is_coarse:
        return f"Planowane {event.when.sentence()}, terminu nie podano."
    return f"Zapowiedziane {event.when.sentence()}; biuro nie potwierdziło jeszcze, czy się odbyło."


def countdown(event: Event, at: datetime) -> str:
    """„dziś”, „jutro”, „za 8 dni”; "" for a coarse date and for what is over."""
    days = event.when.days_until(at)
    if event.when.is_coarse or event.ends_at <= at:
        return ""
    if event.when.phase(at) == Phase.DURING and event.precision == Precision.TIME:
        return "trwa teraz"
    return {0: "dziś", 1: "jutro", 2: "pojutrze"}.get(
        days, f"za {days} dni" if days > 0 else "trwa"
    )


def stopped(sentence: str) -> str:
    """With one full stop: „2026 r.” closes the sentence by itself."""
    return sentence if sentence.endswith(".") else f"{sentence}."
