from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.announcement import Announcement


class AnnouncementChange(models.Model):
    """A public note of what was changed in an announcement after its publication.

    Itself a log: written by an action, edited by nobody, hence without a history.
    """

    announcement = models.ForeignKey(
        Announcement, models.CASCADE, related_name="changes", verbose_name=_("aktualność")
    )
    note = models.CharField(_("co zmieniono"), max_length=300)
    at = models.DateTimeField(_("kiedy"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name=_("kto")
    )

    class Meta:
        verbose_name = _("zmiana aktualności")
        verbose_name_plural = _("zmiany aktualności po publikacji")
        ordering = ("-at", "-pk")
        constraints = [
            models.CheckConstraint(
                name="events_announcementchange_says_what", condition=~models.Q(note="")
            )
        ]

    def __str__(self) -> str:
        return self.note
