from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from portal.kernel.history import keep_history
from venues.models import AccessFact


@keep_history
class EventAccess(models.Model):
    """What one meeting offers beyond its venue, or unlike it: yes, no or unknown, and since when.

    A key that the venue has, too, is answered for this meeting alone (another room, a side door).
    """

    class Key(models.TextChoices):
        SIGN_LANGUAGE = "sign_language", _("tłumaczenie na polski język migowy")
        CAPTIONS = "captions", _("napisy na żywo")
        LOOP = "loop", _("pętla indukcyjna")
        STEP_FREE = "step_free", _("wejście bez stopni")
        TOILET = "toilet", _("toaleta dostępna")
        ASSISTANCE_DOG = "assistance_dog", _("pies asystujący")
        QUIET_ROOM = "quiet_room", _("ciche miejsce")

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="access_facts", verbose_name=_("wydarzenie")
    )
    key = models.CharField(_("co"), max_length=20, choices=Key)
    answer = models.CharField(
        _("odpowiedź"),
        max_length=7,
        choices=AccessFact.Answer,
        default=AccessFact.Answer.UNKNOWN,
    )
    note = models.CharField(_("uwaga"), max_length=200, blank=True)
    checked_on = models.DateField(_("sprawdzono"), null=True, blank=True)

    class Meta:
        verbose_name = _("dostępność na spotkaniu")
        verbose_name_plural = _("dostępność na spotkaniu")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                "event",
                "key",
                name="events_eventaccess_once",
                violation_error_message=_("O tym już jest wiersz."),
            ),
            models.CheckConstraint(
                name="events_eventaccess_answer_was_checked",
                condition=Q(answer="unknown") | Q(checked_on__isnull=False),
                violation_error_message=_("Kto mówi „tak” lub „nie”, podaje, kiedy sprawdzono."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_key_display()}: {self.get_answer_display()}"
