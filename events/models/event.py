import uuid
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models.series import Audience, Series
from organizations.models import Organization
from portal.kernel.history import Versioned, keep_history
from portal.kernel.names import slugify
from portal.kernel.naming import Folded
from portal.kernel.publishing import Publishable, PublishableQuerySet
from portal.kernel.richtext import RichTextField
from portal.kernel.timed import Timed, TimedQuerySet
from venues.models import Venue


class Outcome(models.TextChoices):
    """What became of it. Held is what somebody said, never what a date implies."""

    EXPECTED = "expected", _("zapowiedziane")
    HELD = "held", _("odbyło się")
    NOT_HELD = "not_held", _("nie odbyło się")
    CANCELLED = "cancelled", _("odwołane")
    POSTPONED = "postponed", _("przełożone, bez nowej daty")


class EventQuerySet(PublishableQuerySet["Event"], TimedQuerySet["Event"]):  # type: ignore[override]  # as_manager() of two parents
    def held(self) -> "EventQuerySet":
        return self.filter(outcome=Outcome.HELD)

    def expected(self) -> "EventQuerySet":
        return self.filter(outcome=Outcome.EXPECTED)

    def with_access(self, keys: Iterable[str], at: datetime) -> "EventQuerySet":
        """Those that certainly offer each of `keys` (of EventAccess.Key or AccessFact.Key)."""
        return self.filter(*(offers(key, at) for key in keys))

    def for_cards(self) -> "EventQuerySet":
        """With all that a card or a row of a list reads, in two queries."""
        return self.select_related(
            "series", "venue", "venue__inside", "note__current"
        ).prefetch_related("changes")

    def for_page(self) -> "EventQuerySet":
        """With all that the event's own page reads; constant, whatever the event's size."""
        return self.for_cards().prefetch_related(
            "partnerships__organization",
            "programme__performer",
            "access_facts",
            "venue__access_facts",
            "venue__inside__access_facts",
        )


def offers(key: str, at: datetime) -> Q:
    """The meeting's own „tak”, else that of its public venue; for `filter()`, and for counting.

    The meeting's „nie” and „nie wiemy” stand above the venue's „tak”.
    """
    answered = Event.objects.filter(pk=OuterRef("pk"))
    own = answered.filter(access_facts__key=key)
    yes = answered.filter(access_facts__key=key, access_facts__answer="yes")
    venue = Venue.objects.public(at).filter(pk=OuterRef("venue"))
    there = venue.filter(access_facts__key=key, access_facts__answer="yes")
    return Q(Exists(yes)) | (Q(~Exists(own)) & Q(Exists(there)))


@partial(keep_history, excluded_fields=["feed_digest", "feed_changed_at"])
class Event(Publishable, Versioned, Folded, Timed):
    """One meeting: an edition of a cycle, or single."""

    class SignUp(models.TextChoices):
        NONE = "none", _("bez zapisów")
        REQUIRED = "required", _("trzeba się zapisać")
        UNKNOWN = "unknown", _("jeszcze nie wiadomo")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(_("kolejna zmiana"), default=0, editable=False)
    title = models.CharField(_("tytuł"), max_length=200)
    series = models.ForeignKey(
        Series,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("cykl"),
    )
    edition = models.PositiveSmallIntegerField(_("numer odsłony"), null=True, blank=True)
    lead = models.CharField(
        _("jednym zdaniem"), max_length=300, blank=True, help_text=_("Na kartach i w kalendarzu.")
    )
    body = RichTextField(_("zaproszenie"))
    venue = models.ForeignKey(
        Venue,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("miejsce"),
    )
    room = models.CharField(
        _("sala, piętro, wejście"), max_length=120, blank=True, help_text=_("Np. „sala 005”.")
    )
    # As they were: refreshed while the event lies ahead, frozen once it has ended.
    place_name = models.CharField(max_length=420, blank=True, editable=False)
    place_address = models.CharField(max_length=200, blank=True, editable=False)
    sign_up = models.CharField(_("zapisy"), max_length=8, choices=SignUp, default=SignUp.UNKNOWN)
    sign_up_details = models.CharField(
        _("jak się zapisać"),
        max_length=300,
        blank=True,
        help_text=_("Gdzie, do kiedy, ile miejsc, czy przyjdzie potwierdzenie."),
    )
    is_free = models.BooleanField(
        _("wstęp wolny"), null=True, blank=True, help_text=_("Puste: jeszcze nie wiadomo.")
    )
    audience = models.CharField(_("dla kogo"), max_length=300, blank=True)
    addressed_to = models.CharField(
        _("głównie dla"),
        max_length=13,
        choices=Audience,
        blank=True,
        help_text=_("Do filtrowania. Puste: nie powiedziano."),
    )
    languages = models.CharField(
        _("w jakich językach"), max_length=120, blank=True, help_text=_("Np. „po polsku”.")
    )
    access_contact = models.CharField(
        _("potrzeby dostępności: gdzie i do kiedy zgłosić"), max_length=200, blank=True
    )
    day_phone = models.CharField(_("telefon w dniu spotkania"), max_length=30, blank=True)
    date_reason = models.CharField(_("dlaczego tego dnia"), max_length=300, blank=True)
    outcome = models.CharField(
        _("co z nim"), max_length=10, choices=Outcome, default=Outcome.EXPECTED
    )
    outcome_reason = models.CharField(
        _("powód"),
        max_length=300,
        blank=True,
        help_text=_("Gdy odwołane, przełożone lub nie doszło."),
    )
    # What the feed serves of it, and since when: DTSTAMP and LAST-MODIFIED (events/stamps.py).
    feed_digest = models.CharField(max_length=64, blank=True, editable=False)
    feed_changed_at = models.DateTimeField(null=True, editable=False)
    organizations = models.ManyToManyField(
        Organization, through="events.Partnership", related_name="events", blank=True
    )

    objects = EventQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("wydarzenie")
        verbose_name_plural = _("wydarzenia")
        ordering = ("-sort_at", "-pk")
        permissions = [("publish_event", "Może publikować i wycofywać wydarzenia")]
        constraints = [
            *Publishable.Meta.constraints,
            *Timed.Meta.constraints,
            models.CheckConstraint(name="events_event_titled", condition=~Q(title="")),
            models.CheckConstraint(
                name="events_event_outcome_known", condition=Q(outcome__in=Outcome.values)
            ),
            models.CheckConstraint(
                name="events_event_off_has_reason",
                condition=~Q(outcome__in=["cancelled", "postponed"]) | ~Q(outcome_reason=""),
                violation_error_message=_("Powiedz, dlaczego: przeczytają to zaproszeni."),
            ),
            models.CheckConstraint(
                name="events_event_edition_of_a_series",
                condition=Q(edition__isnull=True) | Q(series__isnull=False, edition__gte=1),
                violation_error_message=_("Numer ma tylko odsłona cyklu, a liczy się od 1."),
            ),
            models.UniqueConstraint(
                "series",
                "edition",
                name="events_event_edition_once",
                condition=Q(edition__isnull=False, discarded_at__isnull=True),
                violation_error_message=_("Ten cykl ma już odsłonę o tym numerze."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.when.short()}"

    def words(self) -> str:
        return f"{self.title} {self.lead}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding and not self.place_name:
            self.take_place()
        super().save(*args, **kwargs)

    def take_place(self) -> None:
        """Copy the venue's name and address: the page of a past event must not change."""
        self.place_name = self.venue.full_name if self.venue else ""
        self.place_address = self.place_of_address() if self.venue else ""

    def take_place_unless_over(self, at: datetime) -> None:
        """A past event keeps its place as it was, unless staff choose another venue for it."""
        stored = Event.objects.filter(pk=self.pk).values_list("venue_id", flat=True).first()
        if self.ends_at > at or stored != self.venue_id or not self.place_name:
            self.take_place()

    def place_of_address(self) -> str:
        """The venue's own address, else that of the building around it."""
        venue = self.venue
        while venue and not venue.address and venue.inside:
            venue = venue.inside
        return venue.address if venue else ""

    @property
    def slug(self) -> str:
        return slugify(self.title) or "wydarzenie"

    def get_absolute_url(self) -> str:
        return reverse("events:event_detail", args=[self.pk, self.slug])

    @property
    def edition_label(self) -> str:
        return self.series.edition_label(self.edition) if self.series else ""

    @property
    def is_off(self) -> bool:
        return self.outcome in {Outcome.CANCELLED, Outcome.POSTPONED, Outcome.NOT_HELD}

    def is_ahead(self, at: datetime) -> bool:
        """To come or running, as far as anybody has said; the opposite of settled or over."""
        return self.ends_at > at and self.outcome == Outcome.EXPECTED

    def is_unanswered(self, at: datetime) -> bool:
        """It is over, and nobody has said yet whether it took place."""
        return self.ends_at <= at and self.outcome == Outcome.EXPECTED

    def schedule(self, at: datetime, until: datetime) -> None:
        """As any record; ValidationError too for an hour at which it would be over already."""
        if self.is_ahead(at) and until >= self.ends_at:
            said = _("Wtedy spotkanie już się skończy (%s). Podaj wcześniejszą porę.")
            raise ValidationError(said % self.when.short())
        super().schedule(at, until)
