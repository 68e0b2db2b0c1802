from typing import Any

from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from events.models import EventPicture
from events.picture_form import PictureForm
from portal.kernel.admin import RowsInline


class PictureRows(BaseInlineFormSet):
    """Nothing else on the form goes for good, so the box says it."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Usuń na zawsze, razem z plikami")


class PictureInline(RowsInline):
    model = EventPicture
    form = PictureForm
    formset = PictureRows
    add_text = _("Dodaj zdjęcie")
    fields = (
        ("upload", "kept"),
        "look",
        "alt",
        "decorative",
        "people",
        ("author", "licence"),
        ("focal_x", "focal_y"),
    )
    readonly_fields = ("look",)

    @admin.display(description=_("Podgląd"))
    def look(self, picture: EventPicture) -> Any:
        is_there = bool(picture.name) and not picture.missing() - {picture.card}
        context = {"picture": picture, "is_there": is_there}
        return render_to_string("admin/events/picture/look.html", context)
