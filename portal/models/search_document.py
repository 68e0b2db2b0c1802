from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SearchDocument(models.Model):
    """What search knows of one public record: how it is found, and what its row shows.

    Written by portal/search/index.py in the transaction that changes the record. The database
    itself keeps the full-text index of the three columns of words (migration search_index).
    """

    class Kind(models.TextChoices):
        SERIES = "series", _("cykle")
        EVENT = "event", _("wydarzenia")
        VENUE = "venue", _("miejsca")
        ORGANIZATION = "organization", _("organizacje")
        ANNOUNCEMENT = "announcement", _("aktualności")
        REPORT = "report", _("podsumowania")

    kind = models.CharField(max_length=12, choices=Kind)
    object_id = models.PositiveBigIntegerField()
    # A scheduled record waits here too: the query compares, as `public(at)` does.
    visible_from = models.DateTimeField()
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    title = models.CharField(max_length=300)
    url = models.CharField(max_length=300)
    about = models.CharField(max_length=300, blank=True)  # the line below the title
    body = models.TextField(blank=True)  # plain text, for the excerpt
    title_words = models.TextField(blank=True)
    name_words = models.TextField(blank=True)
    body_words = models.TextField(blank=True)

    class Meta:
        verbose_name = _("wpis wyszukiwarki")
        verbose_name_plural = _("wpisy wyszukiwarki")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint("kind", "object_id", name="portal_searchdocument_once"),
            models.CheckConstraint(
                name="portal_searchdocument_times_together",
                condition=Q(starts_at__isnull=True, ends_at__isnull=True)
                | Q(starts_at__isnull=False, ends_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title
