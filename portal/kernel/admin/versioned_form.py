from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from portal.kernel import timed


class VersionedForm(forms.ModelForm):
    """Knows which version it began from, and tells whoever saves second."""

    began_from = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hasattr(self.instance, "_history"):
            keep_what_is_not_edited(self.instance)
        self.fields["began_from"].initial = self.instance.version

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.instance.pk and data.get("began_from") not in {None, self.stored_version()}:
            raise ValidationError(
                _(
                    "Ktoś zapisał w tym czasie nowszą wersję. Twój tekst jest nadal poniżej: "
                    "skopiuj go, otwórz stronę ponownie i porównaj."
                )
            )
        return data

    def _get_validation_exclusions(self) -> set[str]:
        """No form has the bin, yet rules that hold outside it alone must be asked all the same."""
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded - {"discarded_at"}

    def stored_version(self) -> int | None:
        """The row is locked until this save ends, so that two at once still come one by one."""
        rows = type(self.instance)._default_manager.select_for_update()
        found: int | None = (
            rows.filter(pk=self.instance.pk).values_list("version", flat=True).first()
        )
        return found


def keep_what_is_not_edited(past: Model) -> None:
    """A restored version brings back what people wrote; publication and number stay as they are.

    `past` is a row of the history; dates are written by people, hence restored.
    """
    stored = type(past)._default_manager.filter(pk=past.pk).first()
    for field in past._meta.concrete_fields if stored else ():
        if not field.editable and field.name not in timed.FIELDS:
            setattr(past, field.attname, getattr(stored, field.attname))
