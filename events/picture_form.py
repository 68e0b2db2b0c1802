"""A row of an event's pictures as staff fill it in."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _

from events.models import EventPicture
from portal.kernel.images import People
from portal.kernel.pictures.intake import Taken, aside, make, refusal, take
from portal.kernel.pictures.kinds import MOST_BYTES, SENTENCES

SIGNER = Signer(salt="events.picture_form")
# What a camera wrote is no description.
CAMERA = re.compile(
    r"\S+\.\w{3,4}|(img|dscn?|pxl|p)[-_ ]?\d[\d_-]*|zdj[eę]cie\s*\d*", re.IGNORECASE
)


class PictureInput(forms.FileInput):
    """Opens the phone's photographs; with a script also takes a dropped file, and shows it."""

    class Media:
        js = (Script("js/drop.js", type="module"), Script("js/focal.js", type="module"))

    def __init__(self) -> None:
        # Only what is taken: an iPhone then turns HEIC into JPEG by itself.
        super().__init__(
            {
                "accept": "image/jpeg,image/png,image/webp,image/avif,image/gif",
                "data-drop": _("albo przeciągnij zdjęcie tutaj"),
                "data-most": MOST_BYTES,
                "data-large": SENTENCES["large"],
            }
        )


class PictureForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    """A new row takes a file; a stored one keeps it, since another picture needs other words.

    A browser forgets a chosen file when anything in the form was wrong. One that was checked waits
    under the signed name in `kept`, until the form is right or `clean_media` comes.
    """

    upload = forms.FileField(
        label=_("Plik ze zdjęciem"),
        required=False,
        widget=PictureInput,
        help_text=_(
            "JPEG, PNG, WebP, AVIF lub GIF, do 20\N{NO-BREAK SPACE}MB. "
            "Dane o miejscu i aparacie usuniemy."
        ),
        error_messages={"empty": SENTENCES["empty"], "invalid": SENTENCES["missing"]},
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = EventPicture
        fields = ("alt", "decorative", "people", "author", "licence", "focal_x", "focal_y")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields.get("people")
        if people:
            people.choices = [("", _("wybierz odpowiedź")), *People.choices]
        if self.instance.pk:
            self.fields["upload"].disabled = True
            self.fields["upload"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.check_words(data)
        point = data.get("focal_x", 50), data.get("focal_y", 50)
        try:
            if self.instance.pk is None and "upload" not in self.errors:
                self.hold(self.taken(data, *point))
            if self.instance.name:
                self.follow(*point)
        except ValidationError as refused:
            self.add_error("focal_x" if self.instance.pk else "upload", refused)
        return data

    def check_words(self, data: dict[str, Any]) -> None:
        alt = data.get("alt", "").strip()
        if data.get("decorative") and alt:
            self.add_error("alt", _("Zdjęcie tylko ozdobne nie ma opisu: usuń go albo odznacz."))
        elif not data.get("decorative") and not alt and "alt" not in self.errors:
            self.add_error("alt", _("Opisz zdjęcie albo zaznacz, że jest tylko ozdobne."))
        elif CAMERA.fullmatch(alt):
            self.add_error("alt", _("To nazwa pliku. Napisz, co widać na zdjęciu."))

    def taken(self, data: dict[str, Any], x: int, y: int) -> Taken:
        if data.get("upload"):
            return take(data["upload"], x, y)
        if not data.get("kept"):
            raise refusal("missing")
        try:
            name = SIGNER.unsign(data["kept"])
        except BadSignature as made_up:
            raise refusal("again") from made_up
        if EventPicture.objects.filter(name=name).exists():
            raise refusal("twice")
        return aside(name)

    def hold(self, found: Taken) -> None:
        """For this save, and should it fail, for the next."""
        picture = self.instance
        picture.name, picture.width, picture.height = found.name, found.width, found.height
        self.data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict, or a dict in tests
        self.data[self.add_prefix("kept")] = SIGNER.sign(found.name)  # type: ignore[index]

    def follow(self, x: int, y: int) -> None:
        """The piece around another point, made before anything is stored."""
        picture: EventPicture = self.instance
        picture.focal_x, picture.focal_y = x, y
        if (picture.pk is None or picture.is_shown) and (missing := picture.missing()):
            make(picture.name, x, y, missing)
