from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import keep_history
from venues.models.venue import Venue


@keep_history
class AccessFact(models.Model):
    """One answer to „can I get in and stay”: yes, no or unknown, never yes by default."""

    class Key(models.TextChoices):
        STEP_FREE = "step_free", _("wejście bez stopni")
        LIFT = "lift", _("winda")
        TOILET = "toilet", _("toaleta dostępna")
        LOOP = "loop", _("pętla indukcyjna")
        ASSISTANCE_DOG = "assistance_dog", _("pies asystujący")
        QUIET_ROOM = "quiet_room", _("ciche miejsce")
        PARKING = "parking", _("miejsce parkingowe dla osób z niepełnosprawnością")
        SIGN_LANGUAGE = "sign_language", _("tłumacz języka migowego")
        NO_PURCHASE = "no_purchase", _("można nic nie kupować")
        LAPTOP = "laptop", _("można pracować z laptopem")

    class Answer(models.TextChoices):
        YES = "yes", _("tak")
        NO = "no", _("nie")
        UNKNOWN = "unknown", _("nie wiemy")

    venue = models.ForeignKey(
        Venue, models.CASCADE, related_name="access_facts", verbose_name=_("miejsce")
    )
    key = models.CharField(_("co"), max_length=20, choices=Key)
    answer = models.CharField(_("odpowiedź"), max_length=7, choices=Answer, default=Answer.UNKNOWN)
    note = models.CharField(_("uwaga"), max_length=200, blank=True)
    checked_on = models.DateField(_("sprawdzono"), null=True, blank=True)

    class Meta:
        verbose_name = _("informacja o dostępności")
        verbose_name_plural = _("dostępność")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint("venue", "key", name="venues_accessfact_once"),
            models.CheckConstraint(
                name="venues_accessfact_answer_was_checked",
                condition=Q(answer="unknown") | Q(checked_on__isnull=False),
                violation_error_message=_("Kto mówi „tak” lub „nie”, podaje, kiedy sprawdzono."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_key_display()}: {self.get_answer_display()}"
