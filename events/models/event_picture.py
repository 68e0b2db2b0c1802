from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from portal.kernel.history import keep_history
from portal.kernel.images import Picture
from portal.kernel.publishing import Status


@keep_history
class EventPicture(Picture):
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="pictures", verbose_name=_("wydarzenie")
    )

    waits = models.BooleanField(_("czeka na zatwierdzenie notatki"), default=False, editable=False)

    class Meta(Picture.Meta):
        verbose_name = _("zdjęcie")
        verbose_name_plural = _("zdjęcia")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.alt or str(_("zdjęcie ozdobne"))

    @property
    def is_shown(self) -> bool:
        """A draft's too, for its previews: nobody guesses their names. Reads the event.

        What waits for the approval of a note has no public file at all.
        """
        is_there = self.event.status != Status.WITHDRAWN and not self.event.is_discarded
        return is_there and not self.waits
