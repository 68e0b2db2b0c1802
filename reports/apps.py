from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = _("Podsumowania")

    def ready(self) -> None:
        from organizations import mentions as shown  # noqa: PLC0415 -- models must be loaded first
        from reports import mentions  # noqa: PLC0415 -- as above

        shown.register(mentions.mentions)
