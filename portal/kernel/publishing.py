"""Draft → scheduled → published → withdrawn, and the one definition of "public".

Nothing runs at the hour of publication: `public(at)` compares, so an item falls due by itself.
"""

from datetime import datetime
from typing import Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.kernel.discarding import Discardable, DiscardableQuerySet


class Status(models.TextChoices):
    """What staff decided; `State` is what it means at a given moment."""

    DRAFT = "draft", _("szkic")
    PUBLISHED = "published", _("opublikowane")
    WITHDRAWN = "withdrawn", _("wycofane")


class State(models.TextChoices):
    DRAFT = "draft", _("szkic")
    SCHEDULED = "scheduled", _("zaplanowane")
    PUBLISHED = "published", _("opublikowane")
    WITHDRAWN = "withdrawn", _("wycofane")
    DISCARDED = "discarded", _("w koszu")


M = TypeVar("M", bound=models.Model, covariant=True)


class PublishableQuerySet(DiscardableQuerySet[M]):
    def public(self, at: datetime) -> Self:
        """What a visitor may see at that moment: the only such rule in the project."""
        return self.filter(status=Status.PUBLISHED, published_at__lte=at)

    def gone(self) -> Self:
        """What was public once and was withdrawn: its address answers 410."""
        return self.filter(status=Status.WITHDRAWN, withdrawn_at__gte=models.F("published_at"))


class Publishable(Discardable):
    status = models.CharField(
        _("stan"), max_length=10, choices=Status, default=Status.DRAFT, editable=False
    )
    published_at = models.DateTimeField(_("publikacja"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("wycofanie"), null=True, blank=True, editable=False)
    withdrawal_reason = models.CharField(
        _("powód wycofania"), max_length=300, blank=True, editable=False
    )
    is_example = models.BooleanField(
        _("przykład"),
        default=False,
        help_text=_("Wpis pokazowy: nosi etykietę „przykład” i nie trafia do wyszukiwarek."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_status_known",
                condition=Q(status__in=Status.values),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_has_date",
                condition=Q(status=Status.DRAFT) | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_withdrawn_has_reason",
                condition=~Q(status=Status.WITHDRAWN)
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_only_drafts_discarded",
                condition=Q(discarded_at__isnull=True) | Q(status=Status.DRAFT),
            ),
        ]

    def state(self, at: datetime) -> State:
        if self.is_discarded:
            return State.DISCARDED
        if self.status == Status.PUBLISHED and self.published_at and self.published_at > at:
            return State.SCHEDULED
        return State(self.status)

    def discard(self, at: datetime) -> None:
        """Into the bin. ValidationError for what was ever public: that is withdrawn."""
        if self.status != Status.DRAFT:
            raise ValidationError(_("Co było na stronie, tego się nie wyrzuca: wycofaj to."))
        super().discard(at)

    def is_public(self, at: datetime) -> bool:
        """Whether `public(at)` would hold this row."""
        return self.state(at) == State.PUBLISHED

    def publish(self, at: datetime) -> None:
        """Make it public from `at` on; a first publication's date stays when it comes back.

        What waits for a later hour is brought forward to `at`; a second time changes nothing.
        """
        if not self.is_public(at):
            self.take_the_form_of_public(at)
            self.save()

    def take_the_form_of_public(self, at: datetime) -> None:
        """What publishing sets, unsaved: a preview looks as the page will."""
        if self.status == Status.DRAFT or self.published_at is None or self.published_at > at:
            self.published_at = at
        self.status = Status.PUBLISHED
        self.discarded_at = None
        self.withdrawn_at = None
        self.withdrawal_reason = ""

    def schedule(self, at: datetime, until: datetime) -> None:
        """Let it wait until that moment, at which it becomes public by itself.

        Raises ValidationError for a moment that is not ahead, and for what is or was public.
        """
        if until <= at:
            raise ValidationError(_("Ta pora już minęła: podaj przyszłą albo opublikuj teraz."))
        if self.state(at) not in {State.DRAFT, State.SCHEDULED}:
            raise ValidationError(_("Zaplanować można tylko szkic albo to, co jeszcze czeka."))
        self.status = Status.PUBLISHED
        self.published_at = until
        self.save()

    def unschedule(self, at: datetime) -> None:
        """Back to a draft. Raises ValidationError for what was public: that is withdrawn."""
        state = self.state(at)
        if state == State.DRAFT:
            return
        if state != State.SCHEDULED:
            raise ValidationError(_("To już było na stronie: nie wraca do szkicu, wycofaj to."))
        self.status = Status.DRAFT
        self.published_at = None
        self.save()

    def withdraw(self, at: datetime, reason: str) -> None:
        """Take it off the site; the address goes on to say when and why.

        Raises ValidationError without a reason, or for what was never public (a draft).
        """
        if not reason.strip():
            raise ValidationError(_("Podaj powód wycofania: przeczytają go odwiedzający."))
        if self.status != Status.PUBLISHED:
            raise ValidationError(_("Wycofać można tylko to, co opublikowano."))
        self.status = Status.WITHDRAWN
        self.withdrawn_at = at
        self.withdrawal_reason = reason.strip()
        self.save()
