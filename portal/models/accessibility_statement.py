from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import Versioned, keep_history
from portal.kernel.richtext import RichTextField

SELF_ASSESSED = _(
    "samooceny w oparciu o Listę kontrolną do badania dostępności cyfrowej strony internetowej"
    " v. 2.2"
)


@keep_history
class AccessibilityStatement(Versioned):
    """The data of „Deklaracja dostępności”, version 2.0 of 31.07.2024: one row.

    Headings, fixed sentences and ids belong to the page (poland.md A2); reviewed every year by
    31 March and after each change (art. 11 of the act of 4 April 2019).
    """

    class Status(models.TextChoices):
        FULL = "full", _("w pełni zgodna")
        PARTIAL = "partial", _("częściowo zgodna")
        NONE = "none", _("niezgodna")

    entity = models.CharField(_("podmiot"), max_length=200, default="Gmina Miejska Kraków")
    site_published_on = models.DateField(_("strona opublikowana dnia"), null=True, blank=True)
    site_updated_on = models.DateField(_("ostatnia istotna aktualizacja"), null=True, blank=True)
    status = models.CharField(
        _("stan dostępności cyfrowej"), max_length=7, choices=Status, default=Status.PARTIAL
    )
    failures = models.TextField(
        _("niezgodności z załącznikiem"), blank=True, help_text=_("Każda w osobnym wierszu.")
    )
    costs_url = models.URLField(_("ocena nadmiernych kosztów: adres"), blank=True)
    excluded = models.TextField(
        _("treści nieobjęte przepisami"), blank=True, help_text=_("Każda w osobnym wierszu.")
    )
    prepared_on = models.DateField(_("deklarację sporządzono dnia"), null=True, blank=True)
    reviewed_on = models.DateField(_("ostatni przegląd dnia"), null=True, blank=True)
    basis = models.CharField(
        _("na podstawie czego"),
        max_length=300,
        default=SELF_ASSESSED,
        help_text=_("Ciąg dalszy zdania „Deklarację sporządziliśmy na podstawie…”."),
    )
    extras = RichTextField(_("udogodnienia, ograniczenia i inne informacje"))
    shortcuts = models.TextField(_("niestandardowe skróty klawiszowe"), blank=True)
    contact = models.CharField(_("kto przyjmuje zgłoszenia"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telefon"), max_length=30, blank=True)
    complaints_to = models.CharField(
        _("do kogo skarga"), max_length=200, blank=True, default="Prezydenta Miasta Krakowa"
    )
    apps = models.TextField(_("aplikacje mobilne"), blank=True)
    architecture = RichTextField(_("dostępność architektoniczna"))
    architecture_url = models.URLField(_("więcej o budynku: adres"), blank=True)
    communication = RichTextField(_("dostępność komunikacyjno-informacyjna"))

    class Meta:
        verbose_name = _("deklaracja dostępności")
        verbose_name_plural = _("deklaracja dostępności")
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
