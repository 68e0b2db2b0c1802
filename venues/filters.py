"""The list of places, narrowed by words, a part of the city, and what somebody checked there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.kernel.asked import Asked
from portal.kernel.facets import ActiveFilter, Facet, FacetValue, Filters, offered
from portal.kernel.list_address import list_address
from portal.kernel.word_filter import holding
from venues.access import in_order
from venues.areas import EACH, PARTS, Area, find_area
from venues.models import AccessFact, Venue
from venues.models.venue import VenueQuerySet, has

# A café in a palace has no district of its own: the building's counts, as the list says it.
DISTRICT = Coalesce("district", "inside__district")
PARAMETERS = ("szukaj", "dzielnica", "dostepnosc")


@dataclass(frozen=True)
class Choice:
    """`access`: keys of AccessFact, each of which must be answered „tak”."""

    words: str = ""
    area: Area | None = None
    access: tuple[str, ...] = ()

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of its address, always in one order."""
        words = [("szukaj", self.words)] if self.words else []
        area = [("dzielnica", self.area.value)] if self.area else []
        return [*words, *area, *(("dostepnosc", key) for key in self.access)]

    def without(self, name: str) -> "Choice":
        return replace(self, **{name: getattr(Choice(), name)})

    def toggled(self, key: str) -> "Choice":
        wanted = {*self.access} ^ {key}
        return replace(self, access=tuple(other for other in labels() if other in wanted))


@dataclass(frozen=True)
class Narrowing:
    """The public places at that moment, and what was chosen of them; `path`: the list's address."""

    choice: Choice
    path: str
    at: datetime

    def rows(self, choice: Choice | None = None) -> VenueQuerySet:
        """In no order."""
        chosen = self.choice if choice is None else choice
        found = Venue.objects.public(self.at).with_access(chosen.access).order_by()
        if chosen.area:
            found = found.filter(lies_in(chosen.area))
        return found.filter(holding(Venue, chosen.words, self.at)) if chosen.words else found

    def address(self, choice: Choice) -> str:
        return list_address(self.path, choice.pairs())


def lies_in(area: Area) -> Q:
    building = Q(district__isnull=True, inside__district__in=area.districts)
    return Q(district__in=area.districts) | building


def labels() -> dict[str, str]:
    """„step_free” → „wejście bez stopni”, from the street inwards."""
    return {key: str(AccessFact.Key(key).label) for key in in_order(AccessFact.Key.values)}


def read(given: QueryDict) -> tuple[Choice, tuple[str, ...]]:
    """The choice, and sentences about what the address asked for and nobody knows."""
    asked = Asked(given)
    choice = Choice(
        words=asked.words(),
        area=asked.one("dzielnica", _("Dzielnica"), find_area),
        access=asked.several("dostepnosc", _("Dostępność"), labels()),
    )
    return choice, tuple(asked.problems)


def venue_filters(given: QueryDict, path: str, at: datetime) -> tuple[VenueQuerySet, Filters]:
    """The places that meet the choice, and the form above them. Two queries."""
    choice, problems = read(given)
    narrowing = Narrowing(choice, path, at)
    counts = narrowing.rows().aggregate(found=Count("pk"), **counted_keys())
    facets = (areas(narrowing), access(narrowing, counts))
    form = Filters(
        label=_("Filtry miejsc"),
        words_label=_("Nazwa albo adres miejsca"),
        clear=path,
        noun="miejsce",
        found=counts["found"],
        words=choice.words,
        facets=tuple(facet for facet in facets if facet.narrows(counts["found"])),
        active=tuple(active(narrowing, counts["found"])),
        problems=problems,
    )
    return narrowing.rows(), form


def counted_keys() -> dict[str, Any]:
    return {key: Count("pk", filter=has(key)) for key in labels()}


def areas(narrowing: Narrowing) -> Facet:
    """Parts of the city first: fewer, and what people say."""
    rows = narrowing.rows(narrowing.choice.without("area"))
    found = dict(rows.values_list(DISTRICT).annotate(many=Count("pk")))
    groups = ((_("Części miasta"), PARTS), (_("Dzielnice"), EACH))
    values = (
        area_value(narrowing, area, sum(found.get(number, 0) for number in area.districts), group)
        for group, several in groups
        for area in several
    )
    return Facet("dzielnica", _("Dzielnica"), offered(values), _("cały Kraków"))


def area_value(narrowing: Narrowing, area: Area, count: int, group: str) -> FacetValue:
    is_on = narrowing.choice.area == area
    other = replace(narrowing.choice, area=None if is_on else area)
    address = narrowing.address(other)
    return FacetValue(area.value, area.label, count, is_on, address, group)


def access(narrowing: Narrowing, counts: dict[str, int]) -> Facet:
    """Several hold at once, so each is counted together with those chosen already."""
    chosen = narrowing.choice
    values = (
        FacetValue(
            key, label, counts[key], key in chosen.access, narrowing.address(chosen.toggled(key))
        )
        for key, label in labels().items()
    )
    return Facet("dostepnosc", _("Dostępność"), offered(values), several=True)


def active(narrowing: Narrowing, found: int) -> Iterator[ActiveFilter]:
    """Counts what there would be without it only where there is nothing with it."""
    for label, text, rest in parts(narrowing.choice):
        freed = None if found else narrowing.rows(rest).count()
        yield ActiveFilter(label, text, narrowing.address(rest), freed)


def parts(choice: Choice) -> Iterator[tuple[str, str, Choice]]:
    """Each part in words, and the choice without it alone."""
    if choice.words:
        yield _("Słowa"), f"„{choice.words}”", choice.without("words")
    if choice.area:
        yield _("Dzielnica"), choice.area.label, choice.without("area")
    for key in choice.access:
        yield _("Dostępność"), labels()[key], choice.toggled(key)
