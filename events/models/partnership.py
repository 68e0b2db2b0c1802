from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from organizations.models import Organization
from portal.kernel.history import keep_history


@keep_history
class Partnership(models.Model):
    """Organization × event × role. Hosts, partners and performers are public."""

    class Role(models.TextChoices):
        ORGANIZER = "organizer", _("organizuje")
        CO_ORGANIZER = "co_organizer", _("współorganizuje")
        HOST = "host", _("gospodarz miejsca")
        SUPPORT = "support", _("wsparcie")
        PROGRAMME = "programme", _("program")
        PATRON = "patron", _("patronat")
        FUNDER = "funder", _("finansowanie")

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="partnerships", verbose_name=_("wydarzenie")
    )
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="partnerships", verbose_name=_("organizacja")
    )
    role = models.CharField(_("rola"), max_length=12, choices=Role)
    note = models.CharField(
        _("co dokładnie"), max_length=200, blank=True, help_text=_("Np. „przestrzeń i technika”.")
    )

    class Meta:
        verbose_name = _("rola organizacji")
        verbose_name_plural = _("partnerzy i ich role")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                "event",
                "organization",
                "role",
                name="events_partnership_once",
                violation_error_message=_("Ta organizacja ma już tę rolę."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization} – {self.get_role_display()}"
