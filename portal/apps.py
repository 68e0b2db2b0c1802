from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class PortalAdminConfig(AdminConfig):
    """Django's admin with our own site: Polish headings and the editor's style hash."""

    default_site = "portal.admin_site.PortalAdminSite"

    def ready(self) -> None:
        from portal.kernel.admin.ticks import say_in_polish  # noqa: PLC0415 -- needs the apps

        super().ready()
        say_in_polish()


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from portal import signals  # noqa: F401, PLC0415 -- models must be loaded first
        from portal.kernel import word_filter  # noqa: PLC0415 -- as above
        from portal.pages import defaults, statement_row  # noqa: F401, PLC0415 -- as above
        from portal.search import lists  # noqa: PLC0415 -- as above
        from portal.search import signals as search_signals  # noqa: F401, PLC0415 -- as above

        word_filter.register(lists.keys)
