"""Two people changed one record: what each of them did, and what only a person can decide.

Three-way: what only one side changed is brought together; what both changed is asked, field by
field. The page carries all that was typed, so that it needs nothing kept on the server.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal.kernel.admin import past
from portal.kernel.admin.form_data import (
    Data,
    meaning,
    moment,
    names_of,
    sent_by,
    values,
    words,
)
from portal.kernel.admin.row_data import Row, RowsOf
from portal.kernel.admin.row_merge import Merged, RowMerge
from portal.kernel.admin.told_changes import Change, changes_between, person
from portal.kernel.admin.word_diff import Compared, compared
from portal.kernel.timed import FIELDS as TIMED
from portal.kernel.when_form import WORDS
from portal.kernel.when_preview import Preview

CHOICE, THEIRS, SCOPE = "choice:", "theirs:", "scope:"


@dataclass(frozen=True)
class Asked:
    """One question: what stands in the database against what was typed."""

    key: str
    label: str
    texts: Compared  # old: stored; new: typed
    stored_by: str


@dataclass(frozen=True)
class Group:
    """Fields that mean one thing together, such as the words of a date."""

    names: tuple[str, ...]
    label: str

    @property
    def key(self) -> str:
        return self.names[0]


class Conflict:
    """`typed` began from a version after which the record has been saved."""

    def __init__(self, admin: Any, request: Any, record: Model, typed: Data, at: datetime) -> None:
        self.admin, self.request, self.record, self.at = admin, plain(request), record, at
        self.typed, self.began = typed, began_from(typed) or 0
        began = self.began
        self.former = past.version_of(record, began)
        self.saves = past.saves_since(record, began)
        self.form_class = form_class(admin, self.request, record)
        self.now_form = self.form_class(instance=record)
        self.now = sent_by(self.now_form)
        self.then = self.former_data()
        self.asked: list[Asked] = []
        self.by_them: list[str] = []
        self.by_me: list[str] = []
        self.data: Data = {**typed, "began_from": [str(getattr(record, "version", ""))]}
        self.theirs: Data = {}
        self.prefixes: list[str] = []
        self.bring_together()

    def former_data(self) -> Data | None:
        """The form as it was when this person opened it; None when no history tells."""
        if self.former is None:
            return None
        form = self.form_class(instance=self.former.instance)
        for relation in past.tracked_relations(type(self.record)):
            keys = past.related_keys(relation, [self.former])
            form.initial[relation.name] = keys[self.former.history_id]
        return sent_by(form)

    def bring_together(self) -> None:
        for group in groups(self.now_form):
            self.bring(group)
        for formset, inline in unbound_rows(self.admin, self.request, self.record):
            self.bring_rows(RowsOf(formset), inline)

    @property
    def is_mine_only_old(self) -> bool:
        """Whether this person changed nothing that is not stored already."""
        return not self.asked and not self.by_me

    @property
    def elsewhere(self) -> list[Change]:
        """What changed beside the form: publication, the bin."""
        if self.former is None or not self.saves:
            return []
        found = changes_between(type(self.record), self.former, self.saves[-1])
        return [change for change in found if change.is_state]

    ## Fields

    def bring(self, group: Group) -> None:
        sent = [name for part in group.names for name in names_of(self.field(part), part)]
        mine, theirs = self.meant(group, self.typed), self.meant(group, self.now)
        was = self.meant(group, self.then) if self.knows(group) and self.then else None
        if mine == theirs or not self.was_sent(sent, group):
            self.take(sent)
        elif was == mine and was is not None:
            self.take(sent)
            self.by_them.append(f"{group.label}: {self.said(group, self.now)}")
        elif was == theirs and was is not None:
            self.by_me.append(group.label)
        else:
            self.ask(group, sent)

    def field(self, name: str) -> forms.Field:
        found: forms.Field = self.now_form.fields[name]
        return found

    def meant(self, group: Group, data: Data) -> list[Any]:
        return [meaning(self.field(name), data, name) for name in group.names]

    def knows(self, group: Group) -> bool:
        """A relation without a history has no former state to compare with."""
        tracked = {relation.name for relation in past.tracked_relations(type(self.record))}
        return not isinstance(self.field(group.key), forms.ModelMultipleChoiceField) or (
            group.key in tracked
        )

    def was_sent(self, sent: list[str], group: Group) -> bool:
        """A box that is not ticked and an empty list are sent by saying nothing."""
        silent = (forms.BooleanField, forms.MultipleChoiceField, forms.ModelMultipleChoiceField)
        return any(name in self.typed for name in sent) or isinstance(self.field(group.key), silent)

    def take(self, sent: list[str]) -> None:
        for name in sent:
            self.data.pop(name, None)
        self.data |= values(self.now, sent)

    def ask(self, group: Group, sent: list[str]) -> None:
        texts = compared(self.said(group, self.now), self.said(group, self.typed))
        stored_by = self.stored_by(set(group.names))
        self.asked.append(Asked(group.key, group.label, texts, stored_by))
        self.offer(group.key, values(self.now, sent), sent)

    def offer(self, key: str, data: Data, scope: list[str]) -> None:
        self.theirs[SCOPE + key] = scope
        self.theirs |= {f"{THEIRS}{key}:{name}": texts for name, texts in data.items()}

    def said(self, group: Group, data: Data) -> str:
        if group.names[0] == WORDS[0]:
            read = Preview.typed({name: data.get(name, [""])[0] for name in group.names})
            return read.short or " ".join(data.get(name, [""])[0] for name in WORDS[:2])
        return words(self.field(group.key), data, group.key)

    def stored_by(self, names: set[str]) -> str:
        """Who last changed that, and when: „Anna Nowak, dziś o 14.20”."""
        columns = set(TIMED) if names & set(WORDS) else names
        before, found = self.former, self.saves[-1] if self.saves else None
        for save in self.saves:
            if before is not None and any(differs(save, before, name) for name in columns):
                found = save
            before = save
        return told_by(found, self.at) if found else ""

    ## Rows

    def bring_rows(self, rows: RowsOf, inline: Any) -> None:
        typed = rows.typed(self.typed)
        self.prefixes.append(rows.prefix)
        self.drop_rows(rows.prefix)
        if typed is None or not may_edit(inline, self.request, self.record):
            self.data |= rows.sent(list(rows.stored().values()))
            return
        merged = RowMerge(rows, typed, self.former_rows(rows)).result()
        self.data |= rows.sent(merged.mine)
        self.tell_rows(rows, merged, str(capfirst(inline.verbose_name_plural)))

    def drop_rows(self, prefix: str) -> None:
        self.data = {n: v for n, v in self.data.items() if not n.startswith(f"{prefix}-")}

    def former_rows(self, rows: RowsOf) -> dict[str, Row]:
        model, key = rows.formset.model, rows.formset.fk.attname
        if not past.has_history(model):
            return {}
        before = past.began_at(self.record, self.began)
        found = past.rows_at(model, key, self.record.pk, before)
        return {str(pk): rows.former(row.instance) for pk, row in found.items()}

    def tell_rows(self, rows: RowsOf, merged: Merged, label: str) -> None:
        self.by_them += [f"{label}: {sentence}" for sentence in merged.by_them]
        if merged.by_me:
            self.by_me.append(label)
        if merged.is_clash:
            stored, typed = "\n".join(merged.clashing_theirs), "\n".join(merged.clashing_mine)
            said = self.stored_by(set())
            self.asked.append(Asked(rows.prefix, label, compared(stored, typed), said))
            self.offer(rows.prefix, rows.sent(merged.theirs), [f"{rows.prefix}-"])

    ## The page

    def with_my_fields(self) -> Data:
        """The rows brought together, all else as it was typed, the version that it began from."""
        ends = tuple(f"{name}-" for name in self.prefixes)
        rows = {n: v for n, v in self.data.items() if n.startswith(ends)}
        return {**{n: v for n, v in self.typed.items() if not n.startswith(ends)}, **rows}

    @property
    def hidden(self) -> Iterator[tuple[str, str]]:
        for name, texts in {**self.data, **self.theirs}.items():
            if not name.startswith(("csrf", "_")):
                yield from ((name, text) for text in texts)


def chosen(data: Data) -> Data:
    """What a person decided on the page of the conflict, as if it had been typed."""
    found = {n: v for n, v in data.items() if not n.startswith((CHOICE, THEIRS, SCOPE))}
    for name, answers in data.items():
        if name.startswith(CHOICE) and answers[-1:] == ["theirs"]:
            key = name.removeprefix(CHOICE)
            lead, scope = f"{THEIRS}{key}:", data.get(SCOPE + key, [])
            found = {n: v for n, v in found.items() if not is_within(n, scope)}
            found |= {n.removeprefix(lead): v for n, v in data.items() if n.startswith(lead)}
    return found


def began_from(data: Data) -> int | None:
    """The version that a form was opened with."""
    text = data.get("began_from", [""])[0]
    return int(text) if text.isdecimal() and len(text) < 10 else None


def is_within(name: str, scope: list[str]) -> bool:
    return any(name == one or (one.endswith("-") and name.startswith(one)) for one in scope)


def groups(form: forms.BaseForm) -> list[Group]:
    """What can differ: the fields that a record has, not those that only this form asks."""
    dated = tuple(name for name in WORDS if name in form.fields)
    found = [Group(dated, label(form, dated[0]))] if dated[:1] == WORDS[:1] else []
    own = {f.name for f in form.instance._meta.get_fields()}  # type: ignore[attr-defined]
    alone = [name for name in form.fields if name in own and name not in dated]
    return found + [Group((name,), label(form, name)) for name in alone]


def label(form: forms.BaseForm, name: str) -> str:
    return str(capfirst(form[name].label))


def form_class(admin: Any, request: Any, record: Model) -> Any:
    fieldsets = admin.get_fieldsets(request, record)
    return admin.get_form(request, record, change=True, fields=flatten_fieldsets(fieldsets))


def unbound_rows(admin: Any, request: Any, record: Model) -> list[tuple[Any, Any]]:
    formsets, inlines = admin._create_formsets(request, record, change=True)
    return list(zip(formsets, inlines, strict=True))


def may_edit(inline: Any, request: Any, record: Model) -> bool:
    return bool(
        inline.has_change_permission(request, record) or inline.has_add_permission(request, record)
    )


def differs(one: Any, other: Any, name: str) -> bool:
    return bool(getattr(one, name, None) != getattr(other, name, None))


def told_by(save: Any, now: datetime) -> str:
    return _("%(who)s, %(when)s") % {
        "who": person(save.history_user),
        "when": moment(save.history_date, now),
    }


def plain(request: Any) -> Any:
    """The same person asking for the page, with nothing sent."""
    asking = copy(request)
    asking.method, asking.filled_with = "GET", None
    return asking
