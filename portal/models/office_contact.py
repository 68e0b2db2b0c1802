from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import Versioned, keep_history


@keep_history
class OfficeContact(Versioned):
    """How to reach the office: one row, said in every footer. What is empty is not shown."""

    address = models.CharField(
        _("adres"), max_length=200, blank=True, default="pl. Wszystkich Świętych 3–4, 31-004 Kraków"
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telefon"), max_length=30, blank=True)
    hours = models.CharField(_("kiedy można przyjść lub zadzwonić"), max_length=200, blank=True)
    press_email = models.EmailField(_("e-mail dla prasy"), blank=True)
    press_phone = models.CharField(_("telefon dla prasy"), max_length=30, blank=True)

    class Meta:
        verbose_name = _("kontakt do biura")
        verbose_name_plural = _("kontakt do biura")
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
