from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models import Event
from organizations.models import Organization
from portal.kernel.discarding import Discardable, DiscardableQuerySet
from portal.kernel.history import Versioned, keep_history
from portal.kernel.naming import Folded
from portal.kernel.timed import Timed, TimedQuerySet
from venues.districts import CHOICES
from venues.models import Venue


class ActivityQuerySet(DiscardableQuerySet["Activity"], TimedQuerySet["Activity"]):  # type: ignore[override]  # as_manager() of two parents
    def in_order(self) -> "ActivityQuerySet":
        return self.order_by("starts_at", "position", "pk")


class Activity(Versioned, Discardable, Folded, Timed):
    """Anything the proxy did: wider than an event (S7), down to a span of months.

    `title` is the line itself, in the nominative and without a full stop: „wizyta w Fundacji
    Muzyka w Centrum”.
    """

    class Kind(models.TextChoices):
        VISIT = "visit", _("wizyta w organizacji")
        MEETING = "meeting", _("spotkanie")
        SITTING = "sitting", _("posiedzenie")
        CONFERENCE = "conference", _("konferencja, kongres")
        CONSULTATION = "consultation", _("opiniowanie, konsultacje")
        CAMPAIGN = "campaign", _("akcja, informowanie")
        JUBILEE = "jubilee", _("jubileusz, urodziny")
        OPENING = "opening", _("otwarcie, odsłonięcie")
        FESTIVAL = "festival", _("festiwal, piknik, targi")
        COOPERATION = "cooperation", _("współpraca")
        OTHER = "other", _("inne")

    class Role(models.TextChoices):
        ORGANIZER = "organizer", _("organizacja")
        PARTICIPANT = "participant", _("udział")
        GUEST = "guest", _("gość")
        PATRON = "patron", _("patronat")

    title = models.CharField(
        _("co"), max_length=300, help_text=_("Jak w podsumowaniu, np. „wizyta w Fundacji X”.")
    )
    kind = models.CharField(_("rodzaj"), max_length=12, choices=Kind, default=Kind.OTHER)
    role = models.CharField(
        _("rola Pełnomocnika"), max_length=11, choices=Role, default=Role.PARTICIPANT
    )
    position = models.PositiveSmallIntegerField(
        _("kolejność"), default=0, help_text=_("W obrębie miesiąca, gdy dzień nie jest znany.")
    )
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("wydarzenie w portalu"),
    )
    organizations = models.ManyToManyField(
        Organization, blank=True, related_name="activities", verbose_name=_("organizacje")
    )
    venue = models.ForeignKey(
        Venue,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("miejsce"),
    )
    place = models.CharField(
        _("miejsce słowami"), max_length=160, blank=True, help_text=_("Gdy nie ma go w spisie.")
    )
    district = models.PositiveSmallIntegerField(
        _("dzielnica"), choices=CHOICES, null=True, blank=True
    )
    outside_krakow = models.BooleanField(_("poza Krakowem"), default=False)
    source = models.CharField(
        _("skąd to wiemy"), max_length=200, blank=True, help_text=_("Notatka, kalendarz, tekst.")
    )

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("działanie")
        verbose_name_plural = _("działania")
        ordering = ("starts_at", "position", "pk")
        constraints = [
            *Timed.Meta.constraints,
            models.CheckConstraint(name="reports_activity_titled", condition=~Q(title="")),
            models.CheckConstraint(
                name="reports_activity_district_in_krakow",
                condition=Q(district__isnull=True)
                | Q(district__range=(1, 18), outside_krakow=False),
                violation_error_message=_("Dzielnicę mają tylko działania w Krakowie."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def words(self) -> str:
        return f"{self.title} {self.place}"


keep_history(Activity, m2m_fields=[Activity.organizations.field])
