from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class WorkingCopy(models.Model):
    """What one person has typed into one form and not saved yet: private, seen by no visitor.

    It is no record and has no history; saving the form, or throwing the copy away, ends it.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="working_copies",
        verbose_name=_("czyja"),
    )
    # The form's own path, „/admin/events/event/12/change/”; with its query for a new record.
    place = models.CharField(_("formularz"), max_length=300)
    label = models.CharField(_("co to jest"), max_length=300, blank=True)
    data = models.JSONField(_("wpisane"))  # {name: [value, …]}, as the form sends it
    began_from = models.PositiveIntegerField(_("wersja, od której zaczęto"), null=True)
    kept_at = models.DateTimeField(_("kiedy"))

    class Meta:
        verbose_name = _("kopia robocza")
        verbose_name_plural = _("kopie robocze")
        ordering = ("-kept_at", "-pk")
        constraints = [
            models.UniqueConstraint("owner", "place", name="portal_workingcopy_once"),
        ]

    def __str__(self) -> str:
        return self.label or self.place
