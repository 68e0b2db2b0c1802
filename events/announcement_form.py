"""An announcement as staff enter it; a public one says what was changed in it."""

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from events.actions import is_rewritten
from events.models import Announcement
from portal.kernel.admin import VersionedForm

WHAT = _("Napisz, co się zmieniło, albo zaznacz, że to tylko literówka.")
ONE = _("Wybierz jedno: albo to literówka, albo notka o zmianie.")
NOTHING = _("Treść jest taka sama, więc nie ma o czym pisać.")
QUESTIONS = ("change_note", "minor_change")


class AnnouncementForm(VersionedForm):
    change_note = forms.CharField(
        label=_("Co się zmieniło"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text=_("Jedno zdanie. Przeczytają je wszyscy: na stronie i w kanale Atom."),
    )
    minor_change = forms.BooleanField(
        label=_("to tylko literówka"), required=False, help_text=_("Bez śladu na stronie.")
    )
    at: ClassVar[datetime]  # the clock of this request, from the admin

    class Meta:
        model = Announcement
        fields = ("kind", "title", "lead", "body", "events", "is_example")

    def _post_clean(self) -> None:
        """After the instance holds the new values: does it read otherwise than it did?"""
        super()._post_clean()  # type: ignore[misc]  # Django's own hook, absent from the stubs
        stored = Announcement.objects.filter(pk=self.instance.pk).first()
        if stored and stored.is_public(self.at) and not self.errors:
            self.ask_what(stored)

    def ask_what(self, stored: Announcement) -> None:
        events = self.cleaned_data.get("events", stored.events.all())
        differs = is_rewritten(stored, self.instance, events)
        note = self.cleaned_data.get("change_note", "").strip()
        minor = self.cleaned_data.get("minor_change", False)
        if note and (minor or not differs):
            self.add_error("change_note", ONE if minor else NOTHING)
        elif differs and not note and not minor:
            self.add_error("change_note", WHAT)


def asked(data: dict[str, Any]) -> dict[str, Any]:
    """What the action takes, from a cleaned form."""
    return {"note": data.get("change_note", ""), "minor": data.get("minor_change", False)}
