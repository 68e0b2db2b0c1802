from datetime import datetime
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin import DeskAdmin, Link
from portal.models import SitePage
from portal.pages.admin.site_page_form import SitePageForm
from portal.pages.defaults import DEFAULTS

WORDS = {"fields": ("began_from", "title", "lead", "body")}
FILM = {"fields": ("film", "film_kept", "captions", "captions_kept", "transcript")}


@admin.register(SitePage)
class SitePageAdmin(DeskAdmin):
    """Six pages, each with its row; none is added and none deleted."""

    form = SitePageForm
    list_display = ("__str__", "title")
    list_display_links = ("__str__", "title")
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        found: list[Any] = [(None, WORDS)]
        if obj is None or obj.key == SitePage.Key.ABOUT:
            found.append((gettext_lazy("Film w polskim języku migowym"), FILM))
        if obj is None or self.has_change_permission(request, obj):
            return found
        return [(name, self.readable(options)) for name, options in found]

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        return [Link(_("Zobacz na stronie"), reverse(record.key))]

    def note(self, record: Any, at: datetime) -> str:
        """What is saved is public at once; our own text says what nobody has confirmed yet."""
        public = _("Co zapiszesz, jest od razu na stronie.")
        check = DEFAULTS[SitePage.Key(record.key)].check
        if record.version > 1 or not check:
            return public
        ours = _("To tekst początkowy. Zanim portal ruszy, upewnij się, że: %s.")
        return f"{public} {ours % '; '.join(check)}"
