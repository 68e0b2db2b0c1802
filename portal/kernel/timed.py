"""Rows with a date that may be coarse: one interval, one column to sort by."""

from datetime import datetime
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import FINE, EndKind, Precision, When

FIELDS = (
    "starts_at",
    "ends_at",
    "precision",
    "all_day",
    "drop_in",
    "end_kind",
    "confirmed",
)


M = TypeVar("M", bound=models.Model, covariant=True)


class TimedQuerySet(models.QuerySet[M]):
    """`upcoming` and `past` are complements at every moment; each has its own order."""

    def upcoming(self, at: datetime) -> Self:
        """Running and ahead, soonest first; a coarse date after the dated ones it covers."""
        return self.filter(ends_at__gt=at).order_by("sort_at", "pk")

    def past(self, at: datetime) -> Self:
        """Over, latest first."""
        return self.filter(ends_at__lte=at).order_by("-sort_at", "-pk")

    def in_month(self, month: Month) -> Self:
        return self.in_span(MonthSpan(month, month))

    def in_span(self, span: MonthSpan) -> Self:
        """What overlaps the months; an assumed end, shown nowhere, does not count as overlap."""
        found = self.filter(starts_at__lt=span.end, ends_at__gt=span.start)
        return found.exclude(end_kind=EndKind.UNKNOWN, starts_at__lt=span.start)

    def dated(self) -> Self:
        """Known to the day at least; only these may go into a calendar feed."""
        return self.filter(precision__in=FINE)

    def undated(self) -> Self:
        """Known to a part of a month at best."""
        return self.exclude(precision__in=FINE)


class Timed(models.Model):
    """The columns of a `When`; read and write them through `when`."""

    starts_at = models.DateTimeField(_("początek"), editable=False)
    ends_at = models.DateTimeField(_("koniec"), editable=False)
    precision = models.CharField(
        _("dokładność daty"), max_length=13, choices=Precision, editable=False
    )
    all_day = models.BooleanField(_("cały dzień"), default=False, editable=False)
    drop_in = models.BooleanField(_("wejście w dowolnej chwili"), default=False, editable=False)
    end_kind = models.CharField(
        _("skąd koniec"), max_length=7, choices=EndKind, default=EndKind.STATED, editable=False
    )
    confirmed = models.BooleanField(_("termin potwierdzony"), default=True, editable=False)
    sort_at = models.DateTimeField(_("do sortowania"), editable=False, db_index=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_start",
                condition=Q(ends_at__gt=F("starts_at")),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_precision_known",
                condition=Q(precision__in=Precision.values),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_end_kind_known",
                condition=Q(end_kind__in=EndKind.values),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_sorted_by_its_date",
                condition=(Q(precision__in=FINE) & Q(sort_at=F("starts_at")))
                | (~Q(precision__in=FINE) & Q(sort_at=F("ends_at"))),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_coarse_is_unconfirmed",
                condition=Q(precision__in=FINE) | Q(confirmed=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_all_day_is_a_day",
                condition=Q(all_day=False) | Q(precision=Precision.DAY),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_doubtful_end_has_hours",
                condition=Q(end_kind=EndKind.STATED) | Q(precision=Precision.TIME),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_drop_in_has_hours",
                condition=Q(drop_in=False) | Q(precision=Precision.TIME),
            ),
        ]

    @property
    def when(self) -> When:
        """ValueError when the row contradicts itself."""
        return When(
            self.starts_at,
            self.ends_at,
            Precision(self.precision),
            self.all_day,
            self.drop_in,
            EndKind(self.end_kind),
            self.confirmed,
        )

    @when.setter
    def when(self, when: When) -> None:
        for field in FIELDS:
            setattr(self, field, getattr(when, field))
        self.sort_at = when.sort_at

    def save(self, *args: Any, **kwargs: Any) -> None:
        """ValueError, before anything is written, when the row contradicts itself."""
        self.sort_at = self.when.sort_at
        fields = kwargs.get("update_fields")
        if fields is not None and not {"starts_at", "ends_at", "precision"}.isdisjoint(fields):
            kwargs["update_fields"] = {*fields, "sort_at"}
        super().save(*args, **kwargs)
