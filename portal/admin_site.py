from collections.abc import Callable
from typing import Any

from csp.decorators import csp_update
from django.contrib.admin import AdminSite
from django.http import HttpResponseBase
from django.utils.translation import gettext_lazy as _

# The editor's engine puts one fixed <style> on the page; this hash admits it and nothing else.
# Compute it anew when django-prose-editor is upgraded: a journey fails when it is stale.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"


class PortalAdminSite(AdminSite):
    site_title = _("Biurko")
    site_header = _("Biurko Pełnomocnika")
    index_title = _("Co chcesz zrobić?")
    enable_nav_sidebar = False

    def admin_view(self, view: Callable[..., HttpResponseBase], cacheable: bool = False) -> Any:
        wrapped: Any = super().admin_view(view, cacheable)
        return csp_update({"style-src": [EDITOR_STYLE]})(wrapped)
