"""The checks of where an event will be: known, public, open to everybody, and whose it is."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from events.models import Event, Partnership
from portal.kernel.findings import Finding, Level
from venues.models import AccessFact


def place_findings(event: Event, at: datetime) -> Iterator[Finding]:
    """Of an event that lies ahead. One with a coarse date may well have no place yet."""
    if event.venue is None:
        if not event.when.is_coarse:
            sentence = _("Nie ma miejsca: strona powie „miejsce podamy wkrótce”.")
            yield Finding(Level.WARN, "venue", sentence)
        return
    yield from _not_public(event, at)
    yield from _access(event)
    yield from _host(event)


def _not_public(event: Event, at: datetime) -> Iterator[Finding]:
    if event.venue and not event.venue.is_public(at):
        sentence = _(
            "Miejsce „%s” nie ma jeszcze strony. Opublikuj je, żeby było wiadomo, jak trafić."
        )
        yield Finding(Level.WARN, "venue", sentence % event.venue.name)


def _access(event: Event) -> Iterator[Finding]:
    if event.venue and not _is_access_known(event):
        sentence = _("O dostępności miejsca „%s” nic nie wiemy. Zapytaj gospodarza i dopisz.")
        yield Finding(Level.WARN, "venue", sentence % event.venue.name)
    if not event.access_contact.strip() and not event.when.is_coarse:
        sentence = _("Nie wiadomo, gdzie i do kiedy zgłosić potrzeby dostępności.")
        yield Finding(Level.WARN, "access_contact", sentence)


def _is_access_known(event: Event) -> bool:
    """A „tak” or a „nie” about the meeting itself counts as much as one about its venue."""
    there = AccessFact.objects.filter(venue=event.venue_id)
    unknown = AccessFact.Answer.UNKNOWN
    return any(rows.exclude(answer=unknown).exists() for rows in (event.access_facts, there))


def _host(event: Event) -> Iterator[Finding]:
    hosts = event.partnerships.filter(role=Partnership.Role.HOST)
    if event.venue and not hosts.exists():
        operator = event.venue.operator
        sentence = _("Nie wskazano gospodarza miejsca. Dopisz go wśród partnerów.")
        yield Finding(Level.WARN, "", sentence, operator.name if operator else "")
