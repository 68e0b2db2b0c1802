"""The form of a note on the phone: what it asks beside its rows, and one photograph."""

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events import actions
from events.models import AttendanceNote, Event, EventPicture
from events.picture_form import PictureForm
from events.presences import open_names
from events.quick_note import is_unanswered
from portal.kernel.admin import VersionedForm
from portal.kernel.admin.form_data import of_request

PHOTO = "photo"  # prefix


class PhotoForm(PictureForm):
    """A photograph taken there. Visitors see it once the note is approved, never before."""

    class Meta(PictureForm.Meta):
        fields: Any = ("alt", "decorative", "people", "author", "licence")

    def has_changed(self) -> bool:
        """Who made it and under which licence is filled in beforehand: that alone is none."""
        return any(self[name].data for name in ("upload", "kept", "alt", "people", "decorative"))


class QuickNoteForm(VersionedForm):
    """`event`, `at` and `author` are set by whoever makes the class for one request."""

    event: ClassVar[Event]
    at: ClassVar[datetime]
    author: ClassVar[dict[str, str]] = {}
    held = forms.BooleanField(label=_("Tak, odbyło się"), required=False)
    names = forms.CharField(
        label=_("Lista nazw"),
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text=_("Każda nazwa w osobnym wierszu albo po przecinku."),
    )

    class Meta:
        model = AttendanceNote
        fields = ("summary", "internal")
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "internal": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, data: Any = None, files: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, files, *args, **kwargs)
        event = getattr(self, "event", None)
        if event is None or not is_unanswered(event):
            del self.fields["held"]
        self.photo = PhotoForm(
            data,
            files,
            prefix=PHOTO,
            instance=EventPicture(event=event, waits=True),
            initial=self.author,
            empty_permitted=True,
            use_required_attribute=False,
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if open_names(of_request(self.data)):
            self.add_error("names", _("Odpowiedz jeszcze przy nazwach powyżej: nic nie zgadujemy."))
        elif data.get("names", "").strip():
            self.add_error("names", _("Na raz do 300 nazw. Zapisz te, a potem wklej resztę."))
        if data.get("held"):
            self.check_held()
        return data

    def check_held(self) -> None:
        try:
            actions.check_held(self.event, self.event.when, self.at)
        except ValidationError as refused:
            self.add_error("held", refused)

    def is_valid(self) -> bool:
        """With the photograph, so that all of it is saved or nothing."""
        own = super().is_valid()
        return self.photo.is_valid() and own

    @property
    def has_photo(self) -> bool:
        return self.photo.has_changed()
