from collections.abc import Callable
from typing import Any

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from portal.accounts.site_views import VerifyingSite
from portal.desk import desk
from portal.desk.nav import places
from portal.desk.views import send_mail
from portal.erasure.views import erasure, erasure_done
from portal.kernel.admin.when_preview import when_preview

# The editor's engine puts one fixed <style> on the page; this hash admits it and nothing else.
# Compute it anew when django-prose-editor is upgraded: a journey fails when it is stale.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"

# What people come for most comes first. Alphabetical order would not be Polish anyway.
ORDER = (
    "events",
    "reports",
    "venues",
    "organizations",
    "portal",
    "Event",
    "AttendanceNote",
    "Commitment",
    "Announcement",
    "Series",
    "Report",
    "Activity",
    "ReportVersion",
    "Venue",
    "Organization",
    "OfficeHolder",
    "SitePage",
    "AccessibilityStatement",
    "OfficeContact",
    "User",
)


class PortalAdminSite(VerifyingSite):
    site_title = _("Biurko")
    site_header = _("Biurko Pełnomocnika")
    index_title = _("Co jest do zrobienia")
    enable_nav_sidebar = False

    def admin_view(self, view: Callable[..., HttpResponseBase], cacheable: bool = False) -> Any:
        wrapped: Any = super().admin_view(view, cacheable)
        return csp_update({"style-src": [EDITOR_STYLE]})(wrapped)

    def get_urls(self) -> list[Any]:
        """With what forms ask for while somebody types; before the patterns of the models."""
        own = [
            path("kiedy/", self.admin_view(when_preview), name="when_preview"),
            path("poczta/wyslij/", self.admin_view(send_mail), name="send_mail"),
            path("usun-dane/", self.admin_view(erasure), name="erasure"),
            path("usun-dane/<int:pk>/", self.admin_view(erasure_done), name="erasure_done"),
        ]
        own += [*self.keeping_urls(), *self.verifying_urls(), *self.pages_of_records()]
        return [*own, *super().get_urls()]

    def pages_of_records(self) -> list[Any]:
        """Pages of their own right that a model's admin brings, by `site_urls`."""
        brought = (getattr(row, "site_urls", list) for row in self._registry.values())
        return [url for urls in brought for url in urls()]

    def index(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The desk: what there is to do. The records are in the navigation."""
        context = {"desk": desk(request.user, timezone.now()), **(extra_context or {})}
        return super().index(request, context)

    def app_index(self, request: HttpRequest, app_label: str, extra_context: Any = None) -> Any:
        """A folder of lists would say less than the navigation that stands above it."""
        return redirect("admin:index")

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context: dict[str, Any] = super().each_context(request)
        return {**context, "desk_places": places(context["available_apps"], request.path)}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        apps: list[Any] = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: place(model["object_name"]))
        return sorted(apps, key=lambda app: place(app["app_label"]))

    def i18n_javascript(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Polish words for Django's scripts and for the editor's dialogs."""
        packages = ["django.contrib.admin", "django_prose_editor"]
        return JavaScriptCatalog.as_view(packages=packages)(request)


def place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)
