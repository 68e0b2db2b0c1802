from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Wydarzenia")

    def ready(self) -> None:
        from events import pictures, signals  # noqa: F401, PLC0415 -- models must be loaded first
