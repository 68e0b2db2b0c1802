from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from organizations.models import Organization
from portal.kernel.history import keep_history


@keep_history
class ProgrammeItem(models.Model):
    """A part of an event's programme; has no page of its own."""

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="programme", verbose_name=_("wydarzenie")
    )
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)
    starts = models.TimeField(_("godzina"), null=True, blank=True)
    title = models.CharField(_("punkt programu"), max_length=200)
    description = models.CharField(_("opis"), max_length=400, blank=True)
    performer = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="programme_items",
        verbose_name=_("kto prowadzi"),
    )

    class Meta:
        verbose_name = _("punkt programu")
        verbose_name_plural = _("program")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.title
