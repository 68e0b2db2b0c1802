from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.kernel.findings import Finding
from portal.kernel.scheduling import read_hour, said_hour, written_hour

CHANGED = _(
    "Ten wpis albo uwagi do niego zmieniły się od chwili, gdy otworzono tę stronę. "
    "Przejrzyj je jeszcze raz: nic jeszcze nie zrobiono."
)
OWN = {"anyway", "hour", "promised"}
UNREAD = _("Przeczytaj uwagi i zaznacz, że mimo nich tak ma być – albo wróć i popraw.")


class NowForm(forms.Form):
    """The doubts are overruled by a tick; `seen` says which ones the page had shown."""

    auto = "now_%s"
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    anyway = forms.BooleanField(required=False)

    def __init__(
        self, data: Any, *, seen: str, doubts: list[Finding], word: Any, initial: Any = None
    ) -> None:
        super().__init__(data, auto_id=self.auto, initial=initial)
        self.now_seen = seen
        self.fields["seen"].initial = seen
        self.fields["anyway"].label = word
        if not doubts:
            del self.fields["anyway"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("seen") != self.now_seen:
            self.data = {**self.data.dict(), "seen": self.now_seen}  # type: ignore[attr-defined]
            raise ValidationError(CHANGED)
        if self.is_asked and "anyway" in self.fields and not data.get("anyway"):
            self.add_error("anyway", UNREAD)
        return data

    @property
    def is_asked(self) -> bool:
        """Whether the button was pressed that does it, and not one that only looks."""
        return True

    @property
    def more(self) -> list[forms.BoundField]:
        """The fields that a model asks for on the page besides."""
        return [field for field in self.visible_fields() if field.name not in OWN]


class HourForm(NowForm):
    """The hour as people write it. `promised` is the one that the pressed button named."""

    auto = "hour_%s"
    hour = forms.CharField(
        label=_("Dzień i godzina"),
        max_length=60,
        required=False,
        help_text=_("Np. „5.05.2026 9.00”. Czas polski."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    promised = forms.CharField(required=False, max_length=40)

    def __init__(self, data: Any, *, at: datetime, waits: datetime | None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.at = at
        if waits:
            self.fields["hour"].initial = written_hour(waits)
        self.order_fields(["hour", "anyway"])

    def clean_hour(self) -> datetime:
        return read_hour(self.cleaned_data["hour"], self.at)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        hour, promised = data.get("hour"), data.get("promised")
        if hour and promised and hour.isoformat() != promised:
            self.add_error(
                "hour",
                _("Wpisano inną porę, niż mówił przycisk. Teraz mówi: %s.") % said_hour(hour),
            )
        return data

    @property
    def is_asked(self) -> bool:
        return bool(self.data.get("promised"))

    def read(self) -> tuple[datetime | None, str]:
        """The hour that the field holds now, typed or stored; else why it cannot be one."""
        text = str(self["hour"].value() or "")
        try:
            return (read_hour(text, self.at) if text else None), ""
        except ValidationError as refused:
            return None, " ".join(refused.messages)
