from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.kernel.discarding import Discardable
from portal.kernel.history import Versioned, keep_history
from portal.kernel.merging import Mergeable, MergeableQuerySet


class OfficeHolderQuerySet(MergeableQuerySet["OfficeHolder"]):
    def on(self, day: date) -> "OfficeHolderQuerySet":
        """Those in office on that day; old pages keep the old names so."""
        return self.kept().filter(since__lte=day).filter(Q(until__isnull=True) | Q(until__gte=day))


@keep_history
class OfficeHolder(Versioned, Mergeable, Discardable):
    """Who holds which function, from when to when: dated data, never code."""

    class Office(models.TextChoices):
        PROXY = "proxy", _("Pełnomocnik ds. organizacji pozarządowych")
        MAYOR = "mayor", _("Prezydent Miasta")
        OTHER = "other", _("inna funkcja")

    name = models.CharField(_("imię i nazwisko"), max_length=120)
    office = models.CharField(_("urząd"), max_length=10, choices=Office, default=Office.OTHER)
    title = models.CharField(
        _("funkcja w formie tej osoby"),
        max_length=200,
        help_text=_("Np. „Pełnomocniczka Prezydenta Miasta Krakowa ds. Polityki Równościowej”."),
    )
    since = models.DateField(
        _("od"), help_text=_("Jeśli dzień nie jest znany: pierwszy, o którym wiadomo na pewno.")
    )
    until = models.DateField(_("do"), null=True, blank=True)

    objects = OfficeHolderQuerySet.as_manager()

    class Meta:
        verbose_name = _("osoba pełniąca funkcję")
        verbose_name_plural = _("osoby pełniące funkcje")
        ordering = ("office", "-since", "pk")
        constraints = [
            models.CheckConstraint(
                name="organizations_officeholder_until_after_since",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                violation_error_message=_("Koniec pełnienia funkcji jest przed początkiem."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"
