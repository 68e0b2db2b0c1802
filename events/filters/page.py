"""All that a filtered list of events shows above itself, and says when it holds nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict
from django.utils.translation import gettext as _

from events.filters.choice import Choice
from events.filters.days import QuickDays
from events.filters.facets import Offer, facets, quick
from events.filters.narrowing import narrowed
from events.filters.parts import Part, parts
from events.filters.reading import Reading, read
from events.models.event import EventQuerySet
from portal.kernel.facets import ActiveFilter, DayField, FacetValue, Filters
from portal.kernel.list_address import list_address
from portal.kernel.months import day_of


@dataclass(frozen=True)
class EventFilters:
    """What a list was narrowed to: `rows`, and all that stands around them."""

    choice: Choice
    rows: EventQuerySet
    form: Filters
    quick: tuple[FacetValue, ...]
    subscription: "Subscription"

    @property
    def is_nothing_found(self) -> bool:
        """Nothing, and a filter is why."""
        return bool(self.form.active and not self.form.found)

    def on(self, rows: EventQuerySet, path: str, label: str, at: datetime) -> FacetValue | None:
        """The same choice on the other list, for when this one holds nothing of it."""
        count = narrowed(rows, self.choice, at).count() if self.is_nothing_found else 0
        address = list_address(path, self.choice.pairs())
        return FacetValue("", label, count, url=address) if count else None


@dataclass(frozen=True)
class Subscription:
    """The calendar that holds what was chosen: of one cycle, venue or organization, or of all."""

    text: str
    key: str = ""
    value: str = ""


def event_filters(
    rows: EventQuerySet,
    given: QueryDict,
    path: str,
    at: datetime,
    quick_days: Callable[[date], list[QuickDays]],
) -> EventFilters:
    """Of the list `rows` at the address `path`; a fixed number of queries."""
    reading = read(given, at)
    offer = Offer(rows, reading.choice, path, at)
    return EventFilters(
        choice=reading.choice,
        rows=narrowed(rows, reading.choice, at),
        form=form(offer, reading),
        quick=quick(offer, quick_days(day_of(at))),
        subscription=subscription(reading.choice),
    )


def form(offer: Offer, reading: Reading) -> Filters:
    found = offer.found()
    return Filters(
        label=_("Filtry wydarzeń"),
        words_label=_("Szukaj wśród wydarzeń"),
        clear=offer.path,
        noun="wydarzenie",
        found=found["found"],
        words=offer.choice.words,
        facets=facets(offer, found),
        days=day_fields(reading),
        active=tuple(active(offer, part, found["found"]) for part in parts(offer.choice)),
        problems=reading.problems,
    )


def day_fields(reading: Reading) -> tuple[DayField, ...]:
    days = reading.choice.days
    return (
        DayField("od", _("od dnia"), iso(days.since), reading.since_error),
        DayField("do", _("do dnia"), iso(days.until), reading.until_error),
    )


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def active(offer: Offer, part: Part, found: int) -> ActiveFilter:
    """Counts what there would be without it only where there is nothing with it."""
    freed = None if found else narrowed(offer.rows, part.rest, offer.at).count()
    address = list_address(offer.path, part.rest.pairs())
    return ActiveFilter(part.label, part.text, address, freed)


def subscription(choice: Choice) -> Subscription:
    """That of exactly this choice, where there is one; else all meetings."""
    if choice.series and choice.is_alone("series"):
        text = _("Subskrybuj kalendarz cyklu „%s”") % choice.series
        return Subscription(text, "cykl", choice.series.slug)
    if choice.venue and choice.is_alone("venue"):
        text = _("Subskrybuj kalendarz miejsca: %s") % choice.venue.full_name
        return Subscription(text, "miejsce", str(choice.venue.pk))
    if choice.organization and choice.is_alone("organization"):
        text = _("Subskrybuj kalendarz organizacji: %s") % choice.organization
        return Subscription(text, "organizacja", str(choice.organization.pk))
    return Subscription(_("Subskrybuj kalendarz wszystkich spotkań"))
