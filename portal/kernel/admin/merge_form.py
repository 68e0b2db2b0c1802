"""Which values stay when two records become one: a question for each that differs."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin.form_data import EMPTY
from portal.kernel.admin.told_changes import Names, label_of, said
from portal.kernel.links import Links, Twins, links_to
from portal.kernel.merging import Merging

KEPT, LOST = "kept", "lost"
VERSIONS = ("kept_version", "lost_version")


@dataclass(frozen=True)
class Question:
    """`names`: the fields that go together; `name`: the question's own in the form."""

    name: str
    label: str
    names: tuple[str, ...]
    kept: str
    lost: str
    is_kept_blank: bool


@dataclass(frozen=True)
class Told:
    """What is the same in both, or how many links move."""

    label: str
    text: str


class Pair:
    """The two records: what differs, what both have, what moves."""

    def __init__(self, merging: Merging, kept: Any, lost: Any) -> None:
        self.merging, self.kept, self.lost = merging, kept, lost
        self.names = Names()
        self.questions = [*self.of_fields(), *self.of_rows()]

    @property
    def model(self) -> Any:
        return type(self.kept)

    def groups(self) -> list[tuple[Any, ...]]:
        """The editable fields, those that go together as one."""
        fields = {f.name: f for f in self.model._meta.concrete_fields if f.editable}
        fields.pop(self.model._meta.pk.name, None)
        found = []
        for name in list(fields):
            together = next((group for group in self.merging.groups if name in group), (name,))
            if name in fields:
                found.append(tuple(fields.pop(part) for part in together))
        return found

    def of_fields(self) -> list[Question]:
        found = []
        for group in self.groups():
            if any(self.value(self.kept, f) != self.value(self.lost, f) for f in group):
                names = tuple(field.name for field in group)
                label = ", ".join(label_of(field) for field in group)
                blank = all(self.value(self.kept, f) in (None, "") for f in group)
                kept, lost = (self.text(record, group) for record in (self.kept, self.lost))
                found.append(Question(f"field_{names[0]}", label, names, kept, lost, blank))
        return found

    def value(self, record: Any, field: Any) -> Any:
        return getattr(record, field.attname)

    def text(self, record: Any, group: tuple[Any, ...]) -> str:
        texts = [said(field, self.value(record, field), self.names) for field in group]
        return ", ".join(text for text in texts if text != EMPTY) or EMPTY

    def of_rows(self) -> list[Question]:
        """Links that both have and that say different things."""
        return [
            Question(twin.key, self.row_label(links, twin), (), *self.row_texts(twin), blank)
            for links in links_to(self.model)
            for twin in links.twins(self.kept, self.lost)
            if twin.differing
            for blank in (twin.is_kept_blank,)
        ]

    def row_label(self, links: Links, twin: Twins) -> str:
        """„Partnerzy i ich role: Spotkanie, 13 maja 2026 r., gospodarz miejsca”"""
        same = [f for f in links.others() if f.editable and f not in twin.differing]
        text = self.text(twin.kept, tuple(same))
        return f"{capfirst(links.label)}: {text}" if same else str(capfirst(links.label))

    def row_texts(self, twin: Twins) -> tuple[str, str]:
        sides = [self.row_text(row, twin) for row in (twin.kept, twin.lost)]
        return sides[0], sides[1]

    def row_text(self, row: Any, twin: Twins) -> str:
        return ", ".join(
            f"{label_of(field).lower()}: {said(field, self.value(row, field), self.names)}"
            for field in twin.differing
        )

    def same(self) -> list[Told]:
        """What both say, and is not nothing."""
        asked = {name for question in self.questions for name in question.names}
        groups = [group for group in self.groups() if group[0].name not in asked]
        said = [group for group in groups if any(self.value(self.kept, field) for field in group)]
        return [Told(self.label(group), self.text(self.kept, group)) for group in said]

    def label(self, group: tuple[Any, ...]) -> str:
        return ", ".join(label_of(field) for field in group)

    def moving(self) -> list[tuple[str, int]]:
        """(what, how many) of the links of the lost one."""
        counted: dict[str, int] = {}
        for links in links_to(self.model):
            if number := links.count(self.lost):
                label = str(capfirst(links.label))
                counted[label] = counted.get(label, 0) + number
        return list(counted.items())


class MergeForm(forms.Form):
    """`values` and `rows` are what Merging.carry_out wants."""

    kept_version = forms.IntegerField(widget=forms.HiddenInput)
    lost_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, pair: Pair) -> None:
        versions = {"kept_version": pair.kept.version, "lost_version": pair.lost.version}
        super().__init__(data, initial=versions)
        self.pair = pair
        for question in pair.questions:
            self.fields[question.name] = forms.ChoiceField(
                label=question.label,
                choices=[(KEPT, question.kept), (LOST, question.lost)],
                initial=LOST if question.is_kept_blank else KEPT,
                widget=forms.RadioSelect,
                error_messages={"required": gettext_lazy("Wybierz, co ma zostać.")},
            )

    @property
    def asked(self) -> list[tuple[Question, Any]]:
        return [(question, self[question.name]) for question in self.pair.questions]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        stored = (self.pair.kept.version, self.pair.lost.version)
        if tuple(data.get(name) for name in VERSIONS) != stored:
            raise forms.ValidationError(
                _("W tym czasie ktoś zmienił jeden z tych wpisów. Sprawdź jeszcze raz i wybierz.")
            )
        return data

    @property
    def values(self) -> set[str]:
        taken = [row for row in self.pair.questions if self.is_lost_taken(row)]
        return {name for question in taken for name in question.names}

    @property
    def rows(self) -> set[str]:
        taken = [row for row in self.pair.questions if self.is_lost_taken(row)]
        return {question.name for question in taken if not question.names}

    def is_lost_taken(self, question: Question) -> bool:
        return bool(self.cleaned_data[question.name] == LOST)
