from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.attendance_note import AttendanceNote
from portal.kernel.counts import WITHOUT_VALUE, Method, Qualifier, Quantity, Unit
from portal.kernel.history import keep_history

MOST = 100_000  # more at one meeting is a slip of the finger, not a crowd


@keep_history
class Count(models.Model):
    """One count in a note: qualifier × value × unit, how it was got, and who says so.

    Several of one unit may stand side by side; `counted` marks the one that figures use.
    """

    note = models.ForeignKey(
        AttendanceNote, models.CASCADE, related_name="counts", verbose_name=_("notatka")
    )
    qualifier = models.CharField(
        _("ile"), max_length=8, choices=Qualifier, default=Qualifier.EXACTLY
    )
    value = models.PositiveIntegerField(
        _("liczba"), null=True, blank=True, validators=[MaxValueValidator(MOST)]
    )
    unit = models.CharField(_("czego"), max_length=13, choices=Unit, default=Unit.PEOPLE)
    method = models.CharField(
        _("jak ustalono"), max_length=8, choices=Method, default=Method.ESTIMATE
    )
    source = models.CharField(
        _("źródło"), max_length=200, blank=True, help_text=_("Np. „relacja z 23 marca 2026”.")
    )
    counted = models.BooleanField(
        _("liczona"), default=True, help_text=_("Tej liczby używają podsumowania.")
    )

    class Meta:
        verbose_name = _("liczba")
        verbose_name_plural = _("liczby")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                name="events_count_value_iff_number",
                condition=Q(qualifier__in=list(WITHOUT_VALUE), value__isnull=True)
                | (~Q(qualifier__in=list(WITHOUT_VALUE)) & Q(value__isnull=False)),
                violation_error_message=_(
                    "„Kilka” i „kilkadziesiąt” są bez liczby; inne określenia jej wymagają."
                ),
            ),
            models.CheckConstraint(
                name="events_count_in_range",
                condition=Q(value__isnull=True) | Q(value__range=(0, MOST)),
                violation_error_message=_("Liczba od 0 do 100 000."),
            ),
            models.CheckConstraint(
                name="events_count_zero_is_exact",
                condition=~Q(value=0) | Q(qualifier="exactly"),
                violation_error_message=_("Zero może być tylko dokładne."),
            ),
            models.UniqueConstraint(
                "note",
                "unit",
                name="events_count_one_counted",
                condition=Q(counted=True),
                violation_error_message=_(
                    "Liczona może być tylko jedna liczba osób i jedna liczba organizacji."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.quantity.text

    @property
    def quantity(self) -> Quantity:
        return Quantity(Qualifier(self.qualifier), self.value, Unit(self.unit))
