"""What staff write on the office's pages; a film only with its words beside it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from portal.kernel.admin import VersionedForm
from portal.pages.film_files import SENTENCES, refusal, take_captions, take_film, waiting

SIGNER = Signer(salt="portal.pages.site_page_form")
TAKES: dict[str, Callable[[Any], str]] = {"film": take_film, "captions": take_captions}
WAITS = _("Wybrany plik czeka na zapisanie: nie trzeba go wybierać drugi raz.")


class SitePageForm(VersionedForm):
    """A browser forgets a chosen file when anything in the form was wrong.

    One that was checked waits under the signed name in `…_kept`, until the form is right or
    `clean_media` comes.
    """

    film_kept = forms.CharField(required=False, widget=forms.HiddenInput)
    captions_kept = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        help_texts = {
            "title": _("Nagłówek strony."),
            "lead": _("Pod nagłówkiem i w wynikach wyszukiwarek."),
            "film": _("MP4 lub WebM, do 200\N{NO-BREAK SPACE}MB. Tłumacz: co najmniej 1/8 obrazu."),
            "captions": _("Plik .vtt w kodowaniu UTF-8. Potrzebne, gdy w filmie słychać słowa."),
            "transcript": _("To samo słowami: bez tego tekstu filmu nie można pokazać."),
        }
        widgets = {
            "film": forms.ClearableFileInput(attrs={"accept": "video/mp4,video/webm"}),
            "captions": forms.ClearableFileInput(attrs={"accept": ".vtt,text/vtt"}),
            "lead": forms.Textarea(attrs={"rows": 3, "cols": 80}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in TAKES:
            if name in self.fields:
                self.fields[name].error_messages["empty"] = SENTENCES["empty"]

    def clean_lead(self) -> str:
        """One paragraph, however it was typed."""
        return " ".join(str(self.cleaned_data["lead"]).split())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in TAKES:
            if name in self.fields and name not in self.errors:
                try:
                    data[name] = self.file_of(name, data)
                except ValidationError as refused:
                    self.add_error(name, refused)
        if "film" in self.fields:
            self.check_film(data)
        return data

    def file_of(self, name: str, data: dict[str, Any]) -> Any:
        """What the field is to hold: a new file's name in storage, the former file, or False."""
        sent, kept = data.get(name), data.get(f"{name}_kept")
        if isinstance(sent, UploadedFile):
            return self.hold(name, TAKES[name](sent))
        if sent is False or not kept:
            return sent
        try:
            return self.hold(name, waiting(SIGNER.unsign(kept)))
        except BadSignature as made_up:
            raise refusal("again") from made_up

    def hold(self, name: str, stored: str) -> str:
        """For this save, and should it fail, for the next."""
        self.data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict, or a dict in tests
        self.data[self.add_prefix(f"{name}_kept")] = SIGNER.sign(stored)  # type: ignore[index]
        self[name].help_text = WAITS
        return stored

    def check_film(self, data: dict[str, Any]) -> None:
        if data.get("film") and not data.get("transcript") and "transcript" not in self.errors:
            self.add_error("transcript", _("Napisz, co jest w filmie: bez tego nie każdy go zna."))
        if data.get("captions") and not data.get("film") and "film" not in self.errors:
            self.add_error("captions", _("Napisy są, a filmu nie ma: dodaj film albo usuń napisy."))
