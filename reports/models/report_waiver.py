from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import keep_history
from reports.models.report import Report


@keep_history
class ReportWaiver(models.Model):
    """That a person left a gap or a contradiction as it is, and why: it stays on record.

    `key` names what was found („note:12”, „people:12”), `finding` says it as it was read.
    """

    report = models.ForeignKey(
        Report, models.CASCADE, related_name="waivers", verbose_name=_("podsumowanie")
    )
    key = models.CharField(_("czego dotyczy"), max_length=120, editable=False)
    finding = models.CharField(_("uwaga"), max_length=500, editable=False)
    reason = models.CharField(
        _("dlaczego tak zostaje"), max_length=200, help_text=_("Zostaje w aktach.")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("kto"),
    )
    at = models.DateTimeField(_("kiedy"), editable=False)

    class Meta:
        verbose_name = _("uwaga pozostawiona z powodem")
        verbose_name_plural = _("uwagi pozostawione z powodem")
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint("report", "key", name="reports_reportwaiver_once"),
            models.CheckConstraint(
                name="reports_reportwaiver_has_reason", condition=~models.Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return self.finding
