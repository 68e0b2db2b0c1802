from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organizations.models import Organization
from portal.kernel.history import Versioned, keep_history
from portal.kernel.merging import Mergeable, MergeableQuerySet
from portal.kernel.names import slugify
from portal.kernel.naming import Named, NameVariant
from portal.kernel.publishing import Publishable, PublishableQuerySet
from portal.kernel.richtext import RichTextField
from venues.districts import CHOICES, DISTRICTS


class VenueQuerySet(MergeableQuerySet["Venue"], PublishableQuerySet["Venue"]):  # type: ignore[override]  # as_manager() of two parents
    def in_order(self) -> "VenueQuerySet":
        return self.order_by("sort_key", "pk")

    def with_access(self, keys: Iterable[str]) -> "VenueQuerySet":
        """Those that certainly have each of `keys` (of AccessFact.Key), by their own answer."""
        return self.filter(*map(has, keys))


def has(key: str) -> Q:
    """The place's own „tak”; that of the building around it is the building's alone."""
    own = Venue.objects.filter(pk=OuterRef("pk"))
    return Q(Exists(own.filter(access_facts__key=key, access_facts__answer="yes")))


@keep_history
class Venue(Publishable, Versioned, Mergeable, Named):
    """A place, maybe inside another (a café in a palace)."""

    class AddressKind(models.TextChoices):
        STREET = "ul.", _("ul.")
        AVENUE = "al.", _("al.")
        SQUARE = "pl.", _("pl.")
        ESTATE = "os.", _("os.")
        NONE = "", _("bez określenia (np. Rynek Główny)")

    # A pin that may be a street away sends people to the wrong door (poland.md B3).
    PIN_PRECISION = 50

    inside = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="places_inside",
        verbose_name=_("w budynku"),
        help_text=_("Miejsce, w którym to się mieści, np. Pałac Krzysztofory."),
    )
    operator = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="venues",
        verbose_name=_("kto prowadzi"),
    )
    address_kind = models.CharField(
        _("ul., al., pl., os."),
        max_length=3,
        choices=AddressKind,
        default=AddressKind.STREET,
        blank=True,
    )
    street = models.CharField(_("ulica, plac lub osiedle"), max_length=120, blank=True)
    number = models.CharField(_("numer"), max_length=20, blank=True)
    postal_code = models.CharField(_("kod pocztowy"), max_length=6, blank=True)
    city = models.CharField(_("miejscowość"), max_length=60, default="Kraków")
    district = models.PositiveSmallIntegerField(
        _("dzielnica"), choices=CHOICES, null=True, blank=True
    )
    entrance = models.CharField(
        _("którędy wejść"),
        max_length=200,
        blank=True,
        help_text=_("Np. „wejście od al. Przyjaźni”."),
    )
    host_contact = models.CharField(
        _("kontakt do gospodarza"),
        max_length=160,
        blank=True,
        help_text=_("Tylko dla biura, np. „recepcja, 12 000 00 00”. Nigdzie niepublikowany."),
    )
    stop = models.CharField(_("najbliższy przystanek"), max_length=120, blank=True)
    latitude = models.DecimalField(
        _("szerokość geograficzna"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("długość geograficzna"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    point_precision = models.PositiveIntegerField(
        _("dokładność punktu (m)"),
        null=True,
        blank=True,
        help_text=_("O ile metrów punkt może się mylić. Pinezkę pokazujemy do 50 m."),
    )
    description = RichTextField(_("co to za miejsce"))
    website = models.URLField(_("strona"), blank=True)

    objects = VenueQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("miejsce")
        verbose_name_plural = _("miejsca")
        ordering = ("sort_key", "pk")
        permissions = [("publish_venue", "Może publikować i wycofywać miejsca")]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(name="venues_venue_named", condition=~Q(name="")),
            models.CheckConstraint(
                name="venues_venue_district_exists",
                condition=Q(district__isnull=True) | Q(district__range=(1, 18)),
            ),
            models.CheckConstraint(
                name="venues_venue_point_whole",
                condition=Q(
                    latitude__isnull=True, longitude__isnull=True, point_precision__isnull=True
                )
                | Q(latitude__isnull=False, longitude__isnull=False, point_precision__isnull=False),
                violation_error_message=_(
                    "Punkt na mapie to szerokość, długość i dokładność: podaj wszystkie trzy."
                ),
            ),
            models.CheckConstraint(
                name="venues_venue_not_inside_itself",
                condition=Q(inside__isnull=True) | ~Q(inside=F("id")),
                violation_error_message=_("Miejsce nie może mieścić się w sobie samym."),
            ),
        ]

    @property
    def slug(self) -> str:
        return slugify(self.name) or "miejsce"

    def get_absolute_url(self) -> str:
        return reverse("venues:venue_detail", args=[self.pk, self.slug])

    def public_url(self, at: datetime) -> str:
        """The page's address, or "" where a visitor would find nothing."""
        return self.get_absolute_url() if self.is_public(at) else ""

    @property
    def full_name(self) -> str:
        """With the building around it: „Zakręcony Pan Cogito, Pałac Krzysztofory”."""
        return f"{self.name}, {self.inside.name}" if self.inside else self.name

    @property
    def address(self) -> str:
        """„ul. Kapelanka 56”, „Rynek Główny 35”, or "" when it is not known."""
        return (
            " ".join(part for part in (self.address_kind, self.street, self.number) if part)
            if (self.street)
            else ""
        )

    @property
    def district_name(self) -> str:
        return DISTRICTS.get(self.district or 0, "")

    @property
    def has_pin(self) -> bool:
        """Whether the point is good enough to lead somebody to the door."""
        return self.point_precision is not None and self.point_precision <= self.PIN_PRECISION


@keep_history
class VenueAlias(NameVariant):
    venue = models.ForeignKey(
        Venue, models.CASCADE, related_name="aliases", verbose_name=_("miejsce")
    )

    class Meta(NameVariant.Meta):
        verbose_name = _("inna nazwa miejsca")
        verbose_name_plural = _("inne nazwy miejsca")
        constraints = [
            models.UniqueConstraint(
                "venue",
                "folded",
                name="venues_venuealias_once",
                violation_error_message=_("Ta nazwa jest już zapisana."),
            )
        ]
