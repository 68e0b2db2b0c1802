"""Who changed what and when, and how the second of two editors learns of the first."""

from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history import register

M = TypeVar("M", bound=models.Model)


def keep_history(model: type[M], **options: Any) -> type[M]:
    """Register a model with simple_history; usable as a decorator.

    Not `HistoricalRecords()` on the class: that meets translated fields badly.
    """
    register(model, **options)
    return model


class Versioned(models.Model):
    """Counts saves. A form that carries the number it began from can tell it is late."""

    version = models.PositiveIntegerField(_("wersja"), default=0, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.version += 1
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "version"}
        super().save(*args, **kwargs)
