from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import keep_history


@keep_history
class User(AbstractUser):  # type: ignore[django-manager-missing]  # of an untyped base: Device
    """A member of staff; residents have no accounts. Reached through AUTH_USER_MODEL only."""

    class Meta:
        verbose_name = _("konto")
        verbose_name_plural = _("konta")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A log-in changes no account: `AccountEvent` tells of it, in its own words."""
        if set(kwargs.get("update_fields") or ()) != {"last_login"}:
            super().save(*args, **kwargs)
            return
        self.skip_history_when_saving = True
        try:
            super().save(*args, **kwargs)
        finally:
            del self.skip_history_when_saving
