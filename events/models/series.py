from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organizations.models import Organization
from portal.kernel.history import Versioned, keep_history
from portal.kernel.naming import Named, NameVariant
from portal.kernel.polish import Gender, arabic_ordinal, ordinal, roman
from portal.kernel.publishing import Publishable, PublishableQuerySet
from portal.kernel.richtext import RichTextField

LAST_IN_WORDS = 100  # portal.kernel.polish.ordinal


class Audience(models.TextChoices):
    """Whom a meeting is for in the first place; „dla kogo” says it in the office's own words."""

    EVERYONE = "everyone", _("wszystkich")
    ORGANIZATIONS = "organizations", _("organizacji pozarządowych")
    YOUNG = "young", _("młodzieży")
    SENIORS = "seniors", _("seniorek i seniorów")
    FAMILIES = "families", _("rodzin z dziećmi")
    NEWCOMERS = "newcomers", _("osób z innych krajów")


class SeriesQuerySet(PublishableQuerySet["Series"]):
    def in_order(self) -> "SeriesQuerySet":
        return self.order_by("sort_key", "pk")


@keep_history
class Series(Publishable, Versioned, Named):
    """A cycle of meetings: its idea, cadence in words, usual hours and expected window.

    Never a recurrence rule: the real dates are „mniej więcej raz w miesiącu” (S4).
    """

    class Numbering(models.TextChoices):
        NONE = "none", _("bez numerów")
        WORDS = "words", _("słownie: trzecia odsłona")
        ROMAN_BEFORE = "roman_before", _("rzymska przed: III odsłona")
        ROMAN_AFTER = "roman_after", _("rzymska po nazwie: Wspólnie do celu II")
        ARABIC = "arabic", _("arabska z kropką: 3. odsłona")

    class EditionNoun(models.TextChoices):
        ODSLONA = "odsłona", _("odsłona")
        EDYCJA = "edycja", _("edycja")
        SPOTKANIE = "spotkanie", _("spotkanie")
        POSIEDZENIE = "posiedzenie", _("posiedzenie")

    class Emblem(models.TextChoices):
        TABLE = "table", _("okrągły stół")
        BENCH = "bench", _("ławka")
        WAYS = "ways", _("drogi, które się schodzą")

    GENDER: ClassVar[dict[str, Gender]] = {
        "odsłona": "f",
        "edycja": "f",
        "spotkanie": "n",
        "posiedzenie": "n",
    }

    slug = models.SlugField(
        _("adres"),
        max_length=80,
        unique=True,
        help_text=_("Część adresu strony; po publikacji nie należy jej zmieniać."),
    )
    lead = models.CharField(_("jednym zdaniem"), max_length=300, blank=True)
    idea = RichTextField(_("idea cyklu"))
    host_label = models.CharField(
        _("czyj to cykl"),
        max_length=160,
        blank=True,
        help_text=_("Np. „Prezydent Miasta Krakowa”."),
    )
    cadence = models.CharField(
        _("jak często, słowami"),
        max_length=160,
        blank=True,
        help_text=_("Np. „mniej więcej raz w miesiącu, zwykle w połowie miesiąca”."),
    )
    audience = models.CharField(_("dla kogo"), max_length=300, blank=True)
    addressed_to = models.CharField(_("głównie dla"), max_length=13, choices=Audience, blank=True)
    usual_start = models.TimeField(_("zwykle od"), null=True, blank=True)
    usual_end = models.TimeField(_("zwykle do"), null=True, blank=True)
    usually_drop_in = models.BooleanField(_("można wejść w dowolnej chwili"), default=False)
    window_first_day = models.PositiveSmallIntegerField(
        _("zwykle najwcześniej (dzień miesiąca)"), null=True, blank=True
    )
    window_last_day = models.PositiveSmallIntegerField(
        _("zwykle najpóźniej (dzień miesiąca)"), null=True, blank=True
    )
    numbering = models.CharField(
        _("numerowanie"), max_length=12, choices=Numbering, default=Numbering.NONE
    )
    edition_noun = models.CharField(
        _("jedno spotkanie to"),
        max_length=12,
        choices=EditionNoun,
        default=EditionNoun.SPOTKANIE,
    )
    emblem = models.CharField(_("znak"), max_length=8, choices=Emblem, default=Emblem.TABLE)
    organizers = models.ManyToManyField(
        Organization, blank=True, related_name="series", verbose_name=_("współtworzą")
    )

    objects = SeriesQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("cykl")
        verbose_name_plural = _("cykle")
        ordering = ("sort_key", "pk")
        permissions = [("publish_series", "Może publikować i wycofywać cykle")]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(name="events_series_addressed", condition=~Q(slug="")),
            models.CheckConstraint(
                name="events_series_window_in_month",
                condition=Q(window_first_day__isnull=True, window_last_day__isnull=True)
                # Not null, said aloud: a CHECK that comes to NULL lets the row pass.
                | Q(
                    window_first_day__isnull=False,
                    window_last_day__isnull=False,
                    window_first_day__range=(1, 31),
                    window_last_day__range=(1, 31),
                    window_last_day__gte=F("window_first_day"),
                ),
                violation_error_message=_("Podaj oba dni, od 1 do 31, w dobrej kolejności."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("events:series_detail", args=[self.slug])

    @property
    def hue(self) -> str:
        """The cycle's own colour, named as in the stylesheet."""
        return {"table": "blue", "bench": "moss", "ways": "brick"}.get(self.emblem, "")

    @property
    def usual_hours(self) -> str:
        """„14.00–18.00”, „od 14.00”, or "" when there are none."""
        if not self.usual_start:
            return ""
        start = f"{self.usual_start:%-H.%M}"
        return f"{start}–{self.usual_end:%-H.%M}" if self.usual_end else f"od {start}"

    def edition_label(self, number: int | None) -> str:
        """„trzecia odsłona”, „III odsłona”, „3. odsłona”, or "" for a cycle without numbers.

        The Roman numeral after a name is part of the title; its label says it in words,
        since screen readers spell Roman letters (poland.md C4).
        """
        if number is None or self.numbering == self.Numbering.NONE:
            return ""
        if self.numbering == self.Numbering.ROMAN_BEFORE:
            return f"{roman(number)} {self.edition_noun}"
        if self.numbering == self.Numbering.ARABIC or number > LAST_IN_WORDS:
            return f"{arabic_ordinal(number)} {self.edition_noun}"
        return f"{ordinal(number, self.GENDER[self.edition_noun])} {self.edition_noun}"

    def title_of(self, number: int | None) -> str:
        """What the edition of that number is called: „Wspólnie do celu II”."""
        if number and number > 1 and self.numbering == self.Numbering.ROMAN_AFTER:
            return f"{self.name} {roman(number)}"
        return self.name


@keep_history
class SeriesAlias(NameVariant):
    series = models.ForeignKey(
        Series, models.CASCADE, related_name="aliases", verbose_name=_("cykl")
    )

    class Meta(NameVariant.Meta):
        verbose_name = _("inna nazwa cyklu")
        verbose_name_plural = _("inne nazwy cyklu")
        constraints = [
            models.UniqueConstraint(
                "series",
                "folded",
                name="events_seriesalias_once",
                violation_error_message=_("Ta nazwa jest już zapisana."),
            )
        ]
