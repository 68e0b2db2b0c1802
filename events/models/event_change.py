from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.event import Event


class EventChange(models.Model):
    """What changed after publication: old and new, why, and whether visitors are told.

    Itself a log: written by an action, edited by nobody, hence without a history.
    """

    class Kind(models.TextChoices):
        DATE = "date", _("Zmiana terminu")
        PLACE = "place", _("Zmiana miejsca")
        STATUS = "status", _("Zmiana stanu")
        TITLE = "title", _("Zmiana tytułu")

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="changes", verbose_name=_("wydarzenie")
    )
    kind = models.CharField(_("co"), max_length=6, choices=Kind)
    before = models.CharField(_("poprzednio"), max_length=700)
    after = models.CharField(_("teraz"), max_length=700)
    # The earlier start for machines, „2026-05-13T14:00+02:00” or „2026-05-13”; "" for a coarse one.
    # Of a change of the date alone: schema.org's previousStartDate.
    before_iso = models.CharField(max_length=32, blank=True, editable=False)
    reason = models.CharField(_("powód"), max_length=300)
    public = models.BooleanField(_("widoczna dla wszystkich"), default=True)
    sequence = models.PositiveIntegerField(_("kolejna zmiana"))
    at = models.DateTimeField(_("kiedy"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name=_("kto")
    )

    class Meta:
        verbose_name = _("zmiana")
        verbose_name_plural = _("zmiany po publikacji")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.after}"
