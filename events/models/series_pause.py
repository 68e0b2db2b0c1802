from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.series import Series
from portal.kernel.history import keep_history
from portal.kernel.months import Month


class SeriesPauseQuerySet(models.QuerySet["SeriesPause"]):
    def in_month(self, month: Month) -> "SeriesPauseQuerySet":
        return self.filter(month=month.first_day)

    def since(self, month: Month) -> "SeriesPauseQuerySet":
        return self.filter(month__gte=month.first_day).order_by("month", "pk")


@keep_history
class SeriesPause(models.Model):
    """„W tym miesiącu bez spotkania”: said by the office, since silence looks like forgetting.

    As public as its cycle (events-domain.md, 2.2).
    """

    series = models.ForeignKey(
        Series, models.CASCADE, related_name="pauses", verbose_name=_("cykl")
    )
    month = models.DateField(_("miesiąc"))  # its first day
    reason = models.CharField(
        _("dlaczego"),
        max_length=300,
        blank=True,
        help_text=_("Przeczytają to odwiedzający. Może być puste."),
    )

    objects = SeriesPauseQuerySet.as_manager()

    class Meta:
        verbose_name = _("miesiąc bez spotkania")
        verbose_name_plural = _("miesiące bez spotkania")
        ordering = ("month", "pk")
        constraints = [
            models.UniqueConstraint(
                "series",
                "month",
                name="events_seriespause_once",
                violation_error_message=_("O tym miesiącu już powiedziano."),
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Aligned here: a CHECK with a function of dates spoils SQLite's dumps.
        self.month = self.month.replace(day=1)
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return f"{Month.of(self.month).nominative}: bez spotkania"
