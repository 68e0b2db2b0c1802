from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    def waiting(self) -> "OutgoingMailQuerySet":
        """Not delivered to any mail server yet."""
        return self.filter(sent_at__isnull=True).order_by("pk")


class OutgoingMail(models.Model):
    """A message to one person of the office, written in the transaction that it tells of.

    A mail server that refuses loses nothing: the row stays, and the desk says so.
    """

    to = models.EmailField(_("do kogo"))
    subject = models.CharField(_("temat"), max_length=200)
    body = models.TextField(_("treść"))
    written_at = models.DateTimeField(_("napisano"))
    sent_at = models.DateTimeField(_("wysłano"), null=True)
    tries = models.PositiveSmallIntegerField(_("prób"), default=0)
    refusal = models.CharField(_("dlaczego nie wyszła"), max_length=300, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("wiadomość")
        verbose_name_plural = _("wiadomości")
        ordering = ("-written_at", "-pk")

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"

    def sent(self, at: datetime) -> None:
        self.sent_at, self.refusal, self.tries = at, "", self.tries + 1
        self.save()

    def refused(self, why: str) -> None:
        self.refusal, self.tries = why[:300], self.tries + 1
        self.save()
