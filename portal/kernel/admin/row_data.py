"""Rows on the page of their record as data: stored, typed and former ones alike."""

from dataclasses import dataclass
from typing import Any

from django import forms

from portal.kernel.admin.form_data import EMPTY, Data, meaning, sent_by, words

MOST = 3000  # rows of one form; a hand-made number must not keep the server busy


@dataclass
class Row:
    """One row: its cells by field, under the bare names of the row's form."""

    key: str  # of the stored row; "" for a new one
    data: Data
    is_leaving: bool = False


class RowsOf:
    """The rows of one inline formset, which knows its fields; unbound, hence as stored."""

    def __init__(self, formset: Any) -> None:
        self.formset = formset
        self.prefix: str = formset.prefix
        self.pk_name: str = formset.model._meta.pk.name
        self.blank = self.row_of(formset.empty_form)
        self.fields = self.editable(formset.empty_form)

    def editable(self, form: "forms.ModelForm[Any]") -> dict[str, forms.Field]:
        aside = {self.pk_name, self.formset.fk.name, "DELETE"}
        return {name: field for name, field in form.fields.items() if name not in aside}

    def row_of(self, form: "forms.ModelForm[Any]") -> Row:
        found = {bare(name, str(form.prefix)): texts for name, texts in sent_by(form).items()}
        key = "" if form.instance.pk is None else str(form.instance.pk)
        return Row(key, found)

    def stored(self) -> dict[str, Row]:
        """In the order of the page."""
        return {row.key: row for row in map(self.row_of, self.formset.initial_forms)}

    def former(self, instance: Any) -> Row:
        """A row as it once was, through the form of today."""
        form = self.formset.form(instance=instance, prefix="former")
        self.formset.add_fields(form, 0)
        found = self.row_of(form)
        found.key = str(instance.pk)
        return found

    def typed(self, data: Data) -> list[Row] | None:
        """As somebody sent them, empty new ones left out; None when the form had no such rows."""
        total, initial = (number(data, f"{self.prefix}-{what}") for what in COUNTS)
        if total is None:
            return None
        rows = [self.typed_row(data, index, initial or 0) for index in range(min(total, MOST))]
        return [row for row in rows if row.key or not self.is_blank(row)]

    def is_blank(self, row: Row) -> bool:
        """Holds nothing but what the page itself put there (`offered` of the formset)."""
        aside = getattr(self.formset, "offered", ())
        return all(self.agree(row, self.blank, name) for name in self.fields if name not in aside)

    def typed_row(self, data: Data, index: int, initial: int) -> Row:
        lead = f"{self.prefix}-{index}-"
        found = {bare(name, lead[:-1]): v for name, v in data.items() if name.startswith(lead)}
        key = found.get(self.pk_name, [""])[0] if index < initial else ""
        return Row(key, found, bool(found.pop("DELETE", [""])[0]))

    def same(self, one: Row, other: Row) -> bool:
        return all(self.agree(one, other, name) for name in self.fields)

    def agree(self, one: Row, other: Row, name: str) -> bool:
        field = self.fields[name]
        return bool(meaning(field, one.data, name) == meaning(field, other.data, name))

    def sentence(self, row: Row) -> str:
        """„Fundacja Gospodarz, gospodarz miejsca”"""
        said = [words(field, row.data, name) for name, field in self.fields.items()]
        return ", ".join(text for text in said if text != EMPTY) or EMPTY

    def sent(self, rows: list[Row]) -> Data:
        """The whole formset as a browser would send it: stored rows first, in their order."""
        order = {key: place for place, key in enumerate(self.stored())}
        kept = sorted((row for row in rows if row.key in order), key=lambda r: order[r.key])
        new = [row for row in rows if row.key not in order]
        found = self.counts(len(kept) + len(new), len(kept))
        for index, row in enumerate([*kept, *new]):
            found |= self.sent_row(row, index, is_new=index >= len(kept))
        return found

    def counts(self, total: int, initial: int) -> Data:
        says = {"TOTAL_FORMS": total, "INITIAL_FORMS": initial}
        says |= {"MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
        return {f"{self.prefix}-{name}": [str(value)] for name, value in says.items()}

    def sent_row(self, row: Row, index: int, *, is_new: bool) -> Data:
        lead = f"{self.prefix}-{index}-"
        found = {lead + name: list(texts) for name, texts in row.data.items()}
        found[lead + self.pk_name] = ["" if is_new else row.key]
        found[lead + self.formset.fk.name] = [str(self.formset.instance.pk or "")]
        if row.is_leaving and not is_new:
            found[lead + "DELETE"] = ["on"]
        return found


COUNTS = ("TOTAL_FORMS", "INITIAL_FORMS")


def bare(name: str, prefix: str) -> str:
    return name.removeprefix(f"{prefix}-")


def number(data: Data, name: str) -> int | None:
    text = data.get(name, [""])[0]
    return int(text) if text.isdecimal() and len(text) < 9 else None
