from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from portal.kernel.history import Versioned, keep_history
from portal.kernel.names import slugify
from portal.kernel.naming import Folded
from portal.kernel.publishing import Publishable, PublishableQuerySet
from portal.kernel.richtext import RichTextField


class AnnouncementQuerySet(PublishableQuerySet["Announcement"]):
    def newest_first(self) -> "AnnouncementQuerySet":
        return self.order_by("-published_at", "-pk")


class Announcement(Publishable, Versioned, Folded):
    """An invitation, news or a recap, about no, one or several events."""

    class Kind(models.TextChoices):
        INVITATION = "invitation", _("zaproszenie")
        NEWS = "news", _("wiadomość")
        RECAP = "recap", _("relacja")

    kind = models.CharField(_("rodzaj"), max_length=10, choices=Kind, default=Kind.INVITATION)
    title = models.CharField(_("tytuł"), max_length=200)
    lead = models.TextField(
        _("wstęp"), max_length=600, blank=True, help_text=_("Co, gdzie, kiedy, dla kogo.")
    )
    body = RichTextField(_("treść"))
    events = models.ManyToManyField(
        Event, blank=True, related_name="announcements", verbose_name=_("o wydarzeniach")
    )

    objects = AnnouncementQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("aktualność")
        verbose_name_plural = _("aktualności")
        ordering = ("-published_at", "-pk")
        permissions = [("publish_announcement", "Może publikować i wycofywać aktualności")]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(name="events_announcement_titled", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title

    def words(self) -> str:
        return f"{self.title} {self.lead}"

    @property
    def slug(self) -> str:
        return slugify(self.title) or "aktualnosc"

    def get_absolute_url(self) -> str:
        return reverse("events:announcement_detail", args=[self.pk, self.slug])


keep_history(Announcement, m2m_fields=[Announcement.events.field])
