"""The page „Rozpoznane” of one draft: what its words say, beside what is confirmed already."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError

from events.importing.forms import DayForm, Offered, PartnersForm, ProposedEventForm
from events.importing.matching import existing
from events.importing.names import Registry
from events.importing.proposal import EventProposal, Recognised
from events.importing.recognising import recognise
from events.models import Announcement, Event
from portal.kernel.months import day_of, local
from portal.kernel.reading import read_when


@dataclass
class Card:
    """One proposed meeting: events that it may be, those linked first, and a form for a new one."""

    proposal: EventProposal
    linked: list[Event]
    possible: list[Event]
    form: ProposedEventForm

    @property
    def when(self) -> str:
        """„27 lutego 2026 r., godz. 17.30 – ok. 19.30”; "" when the text does not say."""
        proposal = self.proposal
        if not proposal.day:
            return ""
        about = proposal.planned_end
        try:
            return read_when(proposal.when_from, proposal.when_to, planned_end=about).short()
        except ValidationError:
            return proposal.day.short()


@dataclass
class RecognisedPage:
    found: Recognised
    linked: list[Event]
    cards: list[Card]
    day: DayForm
    partners: PartnersForm | None

    def card(self, key: str) -> Card | None:
        """None when the text no longer says so."""
        return next((card for card in self.cards if card.proposal.key == key), None)


def recognised(announcement: Announcement, at: datetime) -> Recognised:
    """From the draft as it is now; a year that is not said is near its day of publication."""
    published = day_of(announcement.published_at or at)
    return recognise(
        announcement.title,
        announcement.lead,
        announcement.body,
        published=published,
        registry=Registry.load(),
    )


def page_of(announcement: Announcement, at: datetime) -> RecognisedPage:
    found = recognised(announcement, at)
    linked = list(announcement.events.select_related("series", "venue").order_by("sort_at", "pk"))
    offered = Offered.read()
    return RecognisedPage(
        found,
        linked,
        [card_of(proposal, linked, offered) for proposal in found.events],
        DayForm(initial={"day": day_written(announcement)}),
        PartnersForm(events=linked, organizations=found.organizations)
        if linked and found.organizations
        else None,
    )


def card_of(proposal: EventProposal, linked: list[Event], offered: Offered) -> Card:
    likely = existing(proposal)
    keys = {event.pk for event in linked}
    return Card(
        proposal,
        [event for event in likely if event.pk in keys],
        [event for event in likely if event.pk not in keys],
        ProposedEventForm.of(proposal, offered),
    )


def day_written(announcement: Announcement) -> str:
    at = announcement.published_at
    return f"{local(at):%-d.%m.%Y}" if at else ""
