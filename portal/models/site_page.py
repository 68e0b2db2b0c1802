from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import Versioned, keep_history
from portal.kernel.richtext import RichTextField


@keep_history
class SitePage(Versioned):
    """A page that a public body owes its readers; its text is the office's own.

    One row a key. Rows come with `migrate` (portal.pages.defaults) and are never deleted.
    """

    class Key(models.TextChoices):
        ABOUT = "about", _("O Pełnomocniku")
        EASY = "about_easy", _("O Pełnomocniku: tekst łatwy do czytania")
        PRIVACY = "privacy", _("Prywatność")
        REUSE = "reuse", _("Ponowne wykorzystywanie")
        COOKIES = "cookies", _("Pliki cookie")
        CONTACT = "contact", _("Kontakt")

    key = models.CharField(_("która strona"), max_length=12, choices=Key, unique=True)
    title = models.CharField(_("tytuł"), max_length=120)
    lead = models.CharField(_("jednym zdaniem"), max_length=300, blank=True)
    body = RichTextField(_("treść"))
    film = models.FileField(
        _("film w polskim języku migowym"), upload_to="filmy", max_length=80, blank=True
    )
    captions = models.FileField(_("napisy do filmu"), upload_to="filmy", max_length=80, blank=True)
    transcript = RichTextField(_("tekst filmu"))

    class Meta:
        verbose_name = _("strona o urzędzie")
        verbose_name_plural = _("strony o urzędzie")
        ordering = ("pk",)
        default_permissions = ("view", "change")
        constraints = [
            models.CheckConstraint(name="portal_sitepage_titled", condition=~models.Q(title=""))
        ]

    def __str__(self) -> str:
        return str(self.get_key_display())
