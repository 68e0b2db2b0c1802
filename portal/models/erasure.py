from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """That somebody's personal data were removed everywhere, by whom, when and on what grounds.

    Never holds what was removed. `found` counts the places: {"reports.ReportVersion": 2}.
    """

    reason = models.CharField(
        _("podstawa"),
        max_length=200,
        help_text=_("Np. „wniosek z 3 czerwca 2026”. Bez usuwanych danych."),
    )
    found = models.JSONField(_("gdzie były"), default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("kto"),
    )
    at = models.DateTimeField(_("kiedy"), db_index=True)

    class Meta:
        verbose_name = _("usunięcie danych osobowych")
        verbose_name_plural = _("usunięcia danych osobowych")
        ordering = ("-at", "-pk")
        default_permissions = ("view",)
        permissions = [("erase_personal_data", "Może usuwać dane osobowe ze wszystkich wpisów")]

    def __str__(self) -> str:
        return self.reason
