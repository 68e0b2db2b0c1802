"""Rows on the page of their record, no two of which may say the same.

The page holds all of them, so what is equal, moved or exchanged is decided here; the model's own
rule sees one row at a time, as the database still has it.
"""

from collections.abc import Hashable
from typing import Any, ClassVar

from django import forms
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from portal.kernel.names import fold


class RowsOnce(BaseInlineFormSet):
    """The second of two equal rows is refused beside its field."""

    once: ClassVar[str]  # the field
    column: ClassVar[str]  # what the database keeps once
    said: ClassVar[Any]

    def key(self, value: Any) -> Hashable:
        """What the column will hold for that value of the field."""
        raise NotImplementedError

    def aside(self, number: int) -> Any:
        """A value of the column that no row can have, another for each number from 0."""
        raise NotImplementedError

    def validate_unique(self) -> None:
        seen = set()
        for form in self.forms:
            value = getattr(form, "cleaned_data", {}).get(self.once)
            if not value or self.is_leaving(form):
                continue
            if (key := self.key(value)) in seen:
                form.add_error(self.once, self.said)
            seen.add(key)

    def save_existing_objects(self, commit: bool = True) -> list[Any]:
        """Rows that change or go step aside first: two may have exchanged their values."""
        moving = [row for row in self.initial_forms if self.is_moving(row)] if commit else []
        for number, row in enumerate(moving):
            rows = type(row.instance)._base_manager.filter(pk=row.instance.pk)
            rows.update(**{self.column: self.aside(number)})
        found: list[Any] = super().save_existing_objects(commit)
        return found

    def is_moving(self, row: Any) -> bool:
        return self.once in row.changed_data or self.is_leaving(row)

    def is_leaving(self, row: Any) -> bool:
        """Also while another row is still wrong, when `deleted_forms` says nothing."""
        return bool(self._should_delete_form(row))  # type: ignore[attr-defined]  # not in the stubs


class RowOfMany(forms.ModelForm):
    """Whether it says what another row says is asked of all of them: see RowsOnce."""

    def validate_unique(self) -> None:
        pass


class NameRows(RowsOnce):
    """Other names of one thing, each once, however it is spelled."""

    once, column = "name", "folded"
    said = _("Ta nazwa jest już zapisana.")

    def key(self, value: Any) -> Hashable:
        return fold(value)

    def aside(self, number: int) -> str:
        """Folded words never begin with a space."""
        return f" {number}"
