from datetime import datetime
from typing import Any, Never

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports.models.report import Report


class ReportVersionQuerySet(models.QuerySet["ReportVersion"]):
    def public(self, at: datetime) -> "ReportVersionQuerySet":
        """Every version of the reports that a visitor may see at that moment."""
        return self.filter(report__in=Report.objects.public(at))

    def newest(self) -> "ReportVersionQuerySet":
        """Of each report the last version only, reports in their own order."""
        later = ReportVersion.objects.filter(
            report=OuterRef("report"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(later)).order_by(
            "-report__last_month", "report__first_month", "-report__pk"
        )


class ReportVersion(models.Model):
    """One publication of a report: text, figures, and ids and versions of the notes, frozen.

    `content` is all that any rendering reads (see `reports.frozen`); `checksum` is the SHA-256
    of its canonical JSON.
    """

    report = models.ForeignKey(
        Report, models.PROTECT, related_name="versions", verbose_name=_("podsumowanie")
    )
    number = models.PositiveIntegerField(_("wydanie"))
    content = models.JSONField(_("treść"))
    checksum = models.CharField(_("suma kontrolna"), max_length=64)
    published_at = models.DateTimeField(_("opublikowano"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name=_("kto opublikował")
    )

    erased_at = models.DateTimeField(_("usunięto dane osobowe"), null=True, editable=False)

    objects = ReportVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("wydanie")
        verbose_name_plural = _("wydania")
        ordering = ("report", "number")
        constraints = [
            models.UniqueConstraint("report", "number", name="reports_reportversion_once"),
            models.CheckConstraint(
                name="reports_reportversion_numbered", condition=models.Q(number__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report}, wydanie {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("reports:report_version", args=[self.report.span.slug, self.number])

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ValidationError(_("Opublikowane wydanie się nie zmienia. Opublikuj następne."))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Never:
        raise ValidationError(_("Opublikowanego wydania nie można usunąć."))
