from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SentForm(models.Model):
    """That a form was sent: a double click finds the first sending instead of making a second.

    Written in the transaction of the save, so that the key stands exactly when the record does.
    """

    key = models.UUIDField(primary_key=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    address = models.CharField(_("co z tego powstało"), max_length=300)  # a path, "" until known
    at = models.DateTimeField(_("kiedy"), db_index=True)

    class Meta:
        verbose_name = _("wysłany formularz")
        verbose_name_plural = _("wysłane formularze")

    def __str__(self) -> str:
        return f"{self.key}"
