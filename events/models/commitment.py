from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.attendance_note import AttendanceNote
from portal.kernel.history import keep_history


@keep_history
class Commitment(models.Model):
    """What was promised at a meeting: by which function (never a private person), until when."""

    class State(models.TextChoices):
        OPEN = "open", _("do zrobienia")
        DONE = "done", _("zrobione")
        DROPPED = "dropped", _("nie zrobimy")

    note = models.ForeignKey(
        AttendanceNote, models.PROTECT, related_name="commitments", verbose_name=_("notatka")
    )
    text = models.CharField(_("co ustalono"), max_length=300)
    owner = models.CharField(
        _("kto (funkcja)"), max_length=160, help_text=_("Np. „Pełnomocnik ds. NGO”.")
    )
    due = models.DateField(_("do kiedy"), null=True, blank=True)
    state = models.CharField(_("stan"), max_length=7, choices=State, default=State.OPEN)
    done_on = models.DateField(_("zrobiono"), null=True, blank=True)
    result = models.CharField(
        _("co zrobiliśmy"),
        max_length=300,
        blank=True,
        help_text=_("Jedno zdanie; na stronie, gdy ustalenie jest publiczne."),
    )
    public = models.BooleanField(_("pokazać na stronie"), default=False)

    class Meta:
        verbose_name = _("ustalenie")
        verbose_name_plural = _("ustalenia")
        ordering = ("due", "pk")
        constraints = [
            models.CheckConstraint(
                name="events_commitment_done_has_day",
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on__isnull=True)),
                violation_error_message=_("Zrobione ustalenie ma dzień, inne go nie mają."),
            ),
        ]

    def __str__(self) -> str:
        return self.text
