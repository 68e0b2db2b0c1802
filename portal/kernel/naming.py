"""Things with a name that people look up and lists put in Polish order."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.kernel.names import fold, sort_key


class Folded(models.Model):
    """Keeps a folded copy of its own words, since neither database folds Polish by itself."""

    folded = models.TextField(editable=False, default="")

    class Meta:
        abstract = True

    def words(self) -> str:
        """The text by which this row is to be found."""
        raise NotImplementedError

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(self.words())
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "folded"}
        super().save(*args, **kwargs)


class Named(Folded):
    """A name, and the key that sorts it: a, ą, b, c, ć …"""

    name = models.CharField(_("nazwa"), max_length=200)
    sort_key = models.CharField(max_length=255, editable=False, default="", db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def words(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.name)
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "sort_key"}
        super().save(*args, **kwargs)


class NameVariant(Folded):
    """Another name by which something is known; for search, import and „did you mean”."""

    name = models.CharField(_("inna nazwa"), max_length=200)

    class Meta:
        abstract = True
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name

    def words(self) -> str:
        return self.name
