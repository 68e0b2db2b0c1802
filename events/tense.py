"""Before, during and after: the sentence that says where in time the event stands."""

from datetime import datetime

from events.models import Event
from events.models.event import Outcome
from portal.kernel.when import Phase, Precision, When

STATES = {
    Outcome.CANCELLED: "Odwołane.",
    Outcome.POSTPONED: "Przełożone, nowej daty jeszcze nie ma.",
    Outcome.NOT_HELD: "Nie odbyło się.",
}
VERBS = {
    Outcome.CANCELLED: "Miało się odbyć",
    Outcome.POSTPONED: "Miało się odbyć",
    Outcome.NOT_HELD: "Było planowane",
    Outcome.HELD: "Odbyło się",
}


def status_sentence(event: Event, at: datetime) -> str:
    """„Odbędzie się w środę 13 maja 2026 r. …”, „Trwa …”, „Odbyło się …”, or the plain doubt.

    With one full stop: a date that ends in „r.” closes the sentence by itself.
    """
    if event.is_unanswered(at):
        return f"{opening(event, at)} {event.when.sentence()}{doubt(event)}"
    state = STATES.get(Outcome(event.outcome), "")
    return stopped(f"{state} {opening(event, at)} {event.when.sentence()}".strip())


def opening(event: Event, at: datetime) -> str:
    """The words before the date: „Odbędzie się”, „Planowane”, „Odbywa się”, „Odbyło się” …"""
    if said := VERBS.get(Outcome(event.outcome)):
        return said
    if event.ends_at <= at:
        return "Planowane" if event.when.is_coarse else "Zapowiedziane"
    if not event.when.is_coarse and event.when.phase(at) == Phase.DURING:
        return "Odbywa się"
    return "Odbędzie się" if event.confirmed else "Planowane"


def doubt(event: Event) -> str:
    """An announcement alone proves nothing: that nobody has confirmed it."""
    if event.when.is_coarse:
        return ", terminu nie podano."
    return "; biuro nie potwierdziło jeszcze, czy się odbyło."


def hours_to_come(when: When) -> str:
    """Of a date whose days are known and whose hours are not."""
    one = when.first_day == when.last_day
    return "Godzinę podamy wkrótce." if one else "Godziny podamy wkrótce."


def countdown(event: Event, at: datetime) -> str:
    """„dziś”, „jutro”, „za 8 dni”; "" for a coarse date, for what is over and for what is off."""
    days = event.when.days_until(at)
    if event.when.is_coarse or not event.is_ahead(at):
        return ""
    if event.when.phase(at) == Phase.DURING and event.precision == Precision.TIME:
        return "trwa teraz"
    return {0: "dziś", 1: "jutro", 2: "pojutrze"}.get(
        days, f"za {days} dni" if days > 0 else "trwa"
    )


def stopped(sentence: str) -> str:
    """With one full stop: „2026 r.” closes the sentence by itself."""
    return sentence if sentence.endswith(".") else f"{sentence}."
