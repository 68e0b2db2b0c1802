from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AccountEvent(models.Model):
    """What happened with an account: who came in, who was refused, what was set anew.

    Holds no address of a machine, no password and no code.
    """

    class Kind(models.TextChoices):
        LOGGED_IN = "logged_in", _("zalogowano")
        REFUSED = "refused", _("błędne hasło")
        LOCKED = "locked", _("za dużo prób, logowanie wstrzymane")
        CODE_REFUSED = "code_refused", _("błędny kod")
        FACTOR_SET = "factor_set", _("ustawiono drugi składnik")
        FACTOR_REMOVED = "factor_removed", _("zdjęto drugi składnik")
        CODES_MADE = "codes_made", _("wydano nowe kody zapasowe")
        CODE_USED = "code_used", _("użyto kodu zapasowego")
        PASSWORD_SET = "password_set", _("ustawiono nowe hasło")
        LOGGED_OUT = "logged_out", _("wylogowano")

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="account_events",
        verbose_name=_("konto"),
    )
    kind = models.CharField(_("co"), max_length=14, choices=Kind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("kto"),
    )
    at = models.DateTimeField(_("kiedy"), db_index=True)

    class Meta:
        verbose_name = _("zdarzenie na koncie")
        verbose_name_plural = _("zdarzenia na kontach")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.account}"
