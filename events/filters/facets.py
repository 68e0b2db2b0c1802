"""What can be chosen, and how much each value would find under the rest of the choice."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from events.filters import access, narrowing
from events.filters.area import DISTRICT
from events.filters.choice import AUDIENCES, FREE, NO_SIGN_UP, Choice
from events.filters.days import QuickDays
from events.filters.parts import LABELS
from events.models import Series
from events.models.event import EventQuerySet
from organizations.models import Organization
from portal.kernel.facets import Facet, FacetValue, offered
from portal.kernel.list_address import list_address
from venues.areas import EACH, PARTS, Area
from venues.models import Venue

Counts = dict[str, int]


@dataclass(frozen=True)
class Offer:
    """A list of events, to come or past, with what was chosen of it; `path`: its address."""

    rows: EventQuerySet
    choice: Choice
    path: str
    at: datetime

    def under(self, but: str = "") -> EventQuerySet:
        """The list under the rest of the choice, in no order."""
        return narrowing.narrowed(self.rows, self.choice, self.at, but=but).order_by()

    def found(self) -> Counts:
        """How many there are, and how many of them come with easy terms; one query."""
        return self.under().aggregate(
            found=Count("pk"),
            no_sign_up=Count("pk", filter=narrowing.NO_SIGN_UP),
            free=Count("pk", filter=narrowing.FREE),
        )

    def value(self, name: str, chosen: Any, written: str, label: object, count: int) -> FacetValue:
        """One value of a part of the choice that has at most one."""
        is_on = getattr(self.choice, name) == chosen
        other = self.choice.without(name) if is_on else self.choice.having(**{name: chosen})
        return FacetValue(written, str(label), count, is_on, list_address(self.path, other.pairs()))


def facets(offer: Offer, found: Counts) -> tuple[Facet, ...]:
    """Those in which there is something to choose; a fixed number of queries, eight of them."""
    every = (
        Facet("cykl", name("series"), series(offer), _("wszystkie cykle")),
        Facet("dzielnica", name("area"), areas(offer), _("cały Kraków")),
        Facet("miejsce", name("venue"), venues(offer), _("wszystkie miejsca")),
        Facet(
            "organizacja", name("organization"), organizations(offer), _("wszystkie organizacje")
        ),
        Facet("dla", name("audience"), audiences(offer), _("bez znaczenia")),
        Facet("dostepnosc", name("access"), access_values(offer), several=True),
        Facet("", _("Zapisy i wstęp"), terms(offer, found), several=True),
    )
    return tuple(facet for facet in every if facet.narrows(found["found"]))


def name(part: str) -> str:
    return str(LABELS[part])


def series(offer: Offer) -> tuple[FacetValue, ...]:
    rows = counted(offer, "series", Series.objects.public(offer.at).in_order())
    return tuple(offer.value("series", row, row.slug, row, row.many) for row in rows)


def venues(offer: Offer) -> tuple[FacetValue, ...]:
    public = Venue.objects.public(offer.at).in_order().select_related("inside")
    rows = counted(offer, "venue", public)
    return tuple(offer.value("venue", row, str(row.pk), row.full_name, row.many) for row in rows)


def organizations(offer: Offer) -> tuple[FacetValue, ...]:
    rows = counted(offer, "organization", Organization.objects.public(offer.at).in_order())
    return tuple(offer.value("organization", row, str(row.pk), row, row.many) for row in rows)


READ = {
    "series": ("name", "slug"),
    "venue": ("name", "inside__name"),
    "organization": ("name",),
}


def counted(offer: Offer, part: str, rows: Any) -> QuerySet[Any]:
    """The records that some event has, each with how `many`; also the one that is chosen."""
    here = Q(events__in=offer.under(part).values("pk"))
    on = getattr(offer.choice, part)
    many: QuerySet[Any] = rows.annotate(many=Count("events", filter=here, distinct=True))
    return many.filter(Q(many__gt=0) | Q(pk=on.pk if on else None)).only(*READ[part])


def areas(offer: Offer) -> tuple[FacetValue, ...]:
    """Parts of the city first: fewer, and what people say."""
    rows = offer.under("area").values_list(DISTRICT).annotate(many=Count("pk"))
    by_district = dict(rows)
    groups = ((_("Części miasta"), PARTS), (_("Dzielnice"), EACH))
    return offered(
        grouped(offer, area, group, sum(by_district.get(number, 0) for number in area.districts))
        for group, several in groups
        for area in several
    )


def grouped(offer: Offer, area: Area, group: str, count: int) -> FacetValue:
    value = offer.value("area", area, area.value, area, count)
    return FacetValue(value.value, value.label, count, value.is_on, value.url, group)


def audiences(offer: Offer) -> tuple[FacetValue, ...]:
    rows = offer.under("audience").values_list("addressed_to").annotate(many=Count("pk"))
    found = dict(rows)
    return offered(
        offer.value("audience", audience, written, audience.label, found.get(audience, 0))
        for audience, written in AUDIENCES.items()
    )


def access_values(offer: Offer) -> tuple[FacetValue, ...]:
    """Several hold at once, so each is counted together with those chosen already."""
    found = access.counts(offer.under(), offer.at)
    return offered(
        FacetValue(key, label, found[key], key in offer.choice.access, with_key(offer, key))
        for key, label in access.labels().items()
    )


def with_key(offer: Offer, key: str) -> str:
    """The address with the key, or without it when it is chosen."""
    wanted = {*offer.choice.access} ^ {key}
    keys = tuple(other for other in access.labels() if other in wanted)
    return list_address(offer.path, offer.choice.having(access=keys).pairs())


def terms(offer: Offer, found: Counts) -> tuple[FacetValue, ...]:
    """Boxes of two parameters, side by side."""
    every = (
        ("no_sign_up", "zapisy", NO_SIGN_UP, _("bez zapisów")),
        ("free", "wstep", FREE, _("wstęp wolny")),
    )
    values = (
        (parameter, offer.value(part, True, written, label, found[part]))
        for part, parameter, written, label in every
    )
    return offered(named(parameter, value) for parameter, value in values)


def named(parameter: str, value: FacetValue) -> FacetValue:
    return FacetValue(value.value, value.label, value.count, value.is_on, value.url, name=parameter)


def quick(offer: Offer, choices: list[QuickDays]) -> tuple[FacetValue, ...]:
    """Days by one click, each with how much it finds; one query.

    Without those that would leave the list as it is.
    """
    counts = {
        f"quick_{number}": Count("pk", filter=choice.days.condition())
        for number, choice in enumerate(choices)
    }
    found = offer.under("days").aggregate(every=Count("pk"), **counts)
    values = (
        offer.value("days", choice.days, "", choice.label, found[f"quick_{number}"])
        for number, choice in enumerate(choices)
    )
    return tuple(row for row in offered(values) if row.is_on or row.count < found["every"])
