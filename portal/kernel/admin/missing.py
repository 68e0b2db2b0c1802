"""An address of nothing: a whole sentence about it."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _


class MissingSaid:
    """Goes before ModelAdmin, whose own sentence cannot decline the name of a model."""

    admin_site: Any

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        said = _("Nie ma tu takiego wpisu (%(kind)s nr %(key)s). Mógł zostać usunięty na stałe.")
        kind = {"kind": opts.verbose_name, "key": unquote(object_id)}
        messages.warning(request, said % kind)
        return HttpResponseRedirect(reverse("admin:index", current_app=self.admin_site.name))
