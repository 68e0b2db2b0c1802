"""Access facts as rows of a form: one for each question, asked again until somebody answers."""

from collections.abc import Hashable
from typing import Any, ClassVar

from django import forms
from django.db.models import Case, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.kernel.admin import RowOfMany, RowsOnce
from portal.kernel.months import day_of
from venues.access import ORDER
from venues.models import AccessFact

ANSWERED = {AccessFact.Answer.YES, AccessFact.Answer.NO}


class AccessRow(RowOfMany):
    """A new row that answers nothing is only a question: it is not saved."""

    def has_changed(self) -> bool:
        is_new = self.instance.pk is None
        return super().has_changed() and not (is_new and self.is_untouched())

    def is_untouched(self) -> bool:
        return set(self.changed_data) <= {"key"}

    def clean_checked_on(self) -> Any:
        """Never filled in by itself: who looked knows when."""
        checked = self.cleaned_data["checked_on"]
        if checked and checked > day_of(timezone.now()):
            raise forms.ValidationError(_("Ten dzień jest dopiero przed nami."))
        return checked

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        is_undated = not data.get("checked_on") and "checked_on" not in self.errors
        if data.get("answer") in ANSWERED and is_undated:
            self.add_error(
                "checked_on", _("Kto mówi „tak” lub „nie”, podaje, kiedy ktoś to sprawdził.")
            )
        return data


class AccessRows(RowsOnce):
    """Each question once, in one order; what nobody answered yet stands there to be answered."""

    once = column = "key"
    said = _("O tym już jest wiersz.")
    offered: ClassVar[tuple[str, ...]] = ("key",)  # what an untouched row holds (RowsOf)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            answered = {row.key for row in self.get_queryset()}
            open_keys = [key for key in in_order(self.model) if key not in answered]
            self.initial_extra = [{"key": key} for key in open_keys]
            self.extra = len(open_keys)

    def get_queryset(self) -> "QuerySet[Any]":
        """In the order of the page, before the first of them is numbered."""
        if not hasattr(self, "_queryset") and self.queryset is not None:
            self.queryset = sorted_rows(self.queryset)
        return super().get_queryset()

    def key(self, value: Any) -> Hashable:
        return str(value)

    def aside(self, number: int) -> str:
        """No key begins with a space."""
        return f" {number}"


def in_order(model: Any) -> list[str]:
    """The questions that this model knows, from the street inwards."""
    return [key for key in ORDER if key in model.Key.values]


def sorted_rows(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    places = [When(key=key, then=Value(place)) for place, key in enumerate(ORDER)]
    return rows.order_by(Case(*places, default=Value(len(ORDER))), "pk")
