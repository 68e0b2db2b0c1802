"""The office's bin: what was thrown away can be taken back, and counts for nothing meanwhile."""

from datetime import datetime
from typing import Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

M = TypeVar("M", bound=models.Model, covariant=True)


class DiscardableQuerySet(models.QuerySet[M]):
    def kept(self) -> Self:
        """What nobody threw away."""
        return self.filter(discarded_at__isnull=True)

    def discarded(self) -> Self:
        return self.filter(discarded_at__isnull=False)


class Discardable(models.Model):
    """Staff never delete a row: they put it into the bin, from which it comes back whole."""

    discarded_at = models.DateTimeField(_("w koszu od"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_discarded(self) -> bool:
        return self.discarded_at is not None

    def discard(self, at: datetime) -> None:
        """Into the bin; a second time changes nothing."""
        if self.discarded_at is None:
            self.discarded_at = at
            self.save()

    def take_back(self) -> None:
        """Out of the bin."""
        if self.discarded_at is not None:
            self.discarded_at = None
            self.save()
