from django.db import models
from django.utils.translation import gettext_lazy as _

from reports.models.report_version import ReportVersion


class Correction(models.Model):
    """A public, dated, numbered note that says what a later version put right."""

    version = models.ForeignKey(
        ReportVersion, models.PROTECT, related_name="corrections", verbose_name=_("wydanie")
    )
    number = models.PositiveIntegerField(_("numer"))
    figure = models.CharField(_("której liczby"), max_length=64, blank=True)  # its key, or ""
    text = models.CharField(_("co poprawiono"), max_length=500)
    before = models.CharField(_("było"), max_length=200, blank=True)
    after = models.CharField(_("jest"), max_length=200, blank=True)
    at = models.DateTimeField(_("kiedy"))

    class Meta:
        verbose_name = _("sprostowanie")
        verbose_name_plural = _("sprostowania")
        ordering = ("version", "number")
        constraints = [models.UniqueConstraint("version", "number", name="reports_correction_once")]

    def __str__(self) -> str:
        return self.text
