"""The rows of a note on the phone: counts, organizations, promises."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from events.models import Commitment, Count, Presence
from events.models.count import MOST
from events.quick_note import is_blank_count, organization_named
from organizations.models import Organization
from portal.kernel.counts import WITHOUT_VALUE, Method, Qualifier
from portal.kernel.names import fold

TOO_MANY = _("Liczba od 0 do 100 000. Więcej na jednym spotkaniu to na pewno pomyłka.")
NO_NUMBER = _("Wpisz liczbę cyframi, np. „41”. Gdy nikt jej nie zna, zostaw puste.")


class WrittenNumber(forms.IntegerField):
    """A whole number as people write it: „1 200” too. A text field: the browser's own number
    field sends words as nothing at all, and nothing means that nobody knows."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> int | None:
        text = "".join(str(value).split()) if value is not None else None
        if text and not text.lstrip("-−").isdecimal():
            raise ValidationError(NO_NUMBER)
        return super().to_python(text.replace("−", "-") if text else None)


class CountForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    """Empty means that nobody knows, and never zero."""

    value = WrittenNumber(
        label=_("Liczba"),
        required=False,
        min_value=0,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "min_value": _("Liczba nie może być ujemna."),
            "max_value": TOO_MANY,
            "invalid": NO_NUMBER,
        },
    )
    method = forms.ChoiceField(
        label=_("Jak ustalono"),
        required=False,
        choices=[("", _("dokładnie – policzono, inaczej – szacunek")), *Method.choices],
    )

    class Meta:
        model = Count
        fields = ("qualifier", "value", "unit", "method", "source", "counted")
        widgets = {"qualifier": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["method"] = ""

    @property
    def is_blank(self) -> bool:
        if not self.is_bound:
            return False
        typed = {name: str(self[name].data or "") for name in ("qualifier", "value", "source")}
        return is_blank_count(**typed)

    def has_changed(self) -> bool:
        """Of a new row, only what makes it a count; a stored one that was emptied goes."""
        return super().has_changed() if self.instance.pk else not self.is_blank

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        qualifier = data.get("qualifier") or Qualifier.EXACTLY
        data["qualifier"] = qualifier
        if "value" not in self.errors:
            self.check(qualifier, data.get("value"))
        if not data.get("method"):
            exact = qualifier == Qualifier.EXACTLY
            data["method"] = Method.COUNTED if exact else Method.ESTIMATE
        return data

    def check(self, qualifier: str, value: int | None) -> None:
        if qualifier in WITHOUT_VALUE and value is not None:
            said = _("„Kilka” i „kilkadziesiąt” są bez liczby. Usuń ją albo wybierz „około”.")
            self.add_error("value", said)
        elif qualifier not in WITHOUT_VALUE and value is None:
            self.add_error("value", NO_NUMBER)
        elif value == 0 and qualifier != Qualifier.EXACTLY:
            self.add_error("value", _("Zero może być tylko dokładne. Gdy nie wiadomo, ile: puste."))


class CountRows(BaseInlineFormSet):  # type: ignore[type-arg]
    """Of each unit one row is „liczona”; an emptied row is no count any more."""

    def _should_delete_form(self, form: Any) -> bool:
        emptied = bool(form.instance.pk) and form.is_blank
        return emptied or bool(super()._should_delete_form(form))  # type: ignore[misc]

    def clean(self) -> None:
        super().clean()
        rows = [row for row in self.forms if is_row(self, row)]
        for row in rows:
            self.settle(row, rows)

    def settle(self, row: Any, rows: list[Any]) -> None:
        """A count alone in its unit is the one that counts; two at once are refused."""
        unit = row.cleaned_data.get("unit")
        same = [other for other in rows if other.cleaned_data.get("unit") == unit]
        counted = [other for other in same if other.cleaned_data.get("counted")]
        if len(same) == 1 and not row.instance.pk:
            row.cleaned_data["counted"] = row.instance.counted = True
        elif len(counted) > 1 and row is counted[-1]:
            said = _("„Liczona” może być jedna liczba osób i jedna liczba organizacji: wybierz.")
            row.add_error("counted", said)

    def save_existing_objects(self, commit: bool = True) -> list[Any]:
        """What stops counting steps aside first: the database admits one at a time."""
        left = [row.instance.pk for row in self.initial_forms if not row.instance.counted]
        if commit and left:
            Count.objects.filter(pk__in=left).update(counted=False)
        found: list[Any] = super().save_existing_objects(commit)
        return found


def is_row(rows: Any, row: Any) -> bool:
    """Whether it will be stored: filled in, right, and not to be removed."""
    if rows._should_delete_form(row) or row.errors:
        return False
    return bool(row.instance.pk or row.has_changed())


class PresenceForm(forms.ModelForm):  # type: ignore[type-arg]
    """A known organization by its number, or the name of a new one."""

    organization = forms.ModelChoiceField(
        Organization.objects.all(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": _("Tej organizacji już nie ma. Wpisz ją jeszcze raz.")},
    )
    new_name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    is_double = False  # turned out to be an organization that is on the list already

    class Meta:
        model = Presence
        fields = ("organization", "public")

    def has_changed(self) -> bool:
        return not self.is_double and super().has_changed()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.instance.pk:
            data["organization"] = self.instance.organization
        elif not self.errors and not (data.get("organization") or data.get("new_name", "").strip()):
            self.add_error("organization", _("Nie wiadomo, o którą organizację chodzi."))
        return data

    def _get_validation_exclusions(self) -> set[str]:
        """A new organization has no number until it is saved."""
        found: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return found | {"organization"}


class PresenceRows(BaseInlineFormSet):  # type: ignore[type-arg]
    """Each organization once."""

    def validate_unique(self) -> None:
        seen = set()
        for form in self.forms:
            if not is_row(self, form):
                continue
            organization = form.cleaned_data.get("organization")
            key = organization.pk if organization else fold(form.cleaned_data["new_name"])
            if key in seen:
                form.add_error(None, _("Ta organizacja jest już na liście."))
            seen.add(key)

    def name_new(self, by: Any) -> None:
        """Drafts of the organizations that are new; somebody may have added one meanwhile."""
        known = {form.instance.organization_id for form in self.initial_forms}
        rows: list[Any] = [row for row in self.extra_forms if is_row(self, row)]
        for form in rows:
            if form.instance.organization_id is None:
                found = organization_named(form.cleaned_data["new_name"], by)
                form.instance.organization = found
            if form.instance.organization_id in known:
                form.is_double = True
            known.add(form.instance.organization_id)


class CommitmentForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Commitment
        fields = ("text", "owner", "due", "public")
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2}),
            "owner": forms.TextInput(attrs={"list": "note-owners", "autocomplete": "off"}),
            "due": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }
        error_messages = {
            "text": {"required": _("Napisz, co ustalono.")},
            "owner": {"required": _("Napisz, kto to zrobi: funkcja, nie nazwisko.")},
        }
