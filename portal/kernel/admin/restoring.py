"""An earlier version as a form that is sent: it passes every check that typing it would pass."""

from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.http import QueryDict

from portal.kernel.admin import past
from portal.kernel.admin.conflict import form_class, may_edit, plain, unbound_rows
from portal.kernel.admin.form_data import Data, of_request, sent_by
from portal.kernel.admin.kept_form import KEY, sent_data
from portal.kernel.admin.row_data import Row, RowsOf
from portal.kernel.when_form import WORDS

WITH_ROWS = "with_rows"


class Restoring:
    def __init__(self, admin: Any, request: Any, record: Any, version: Any) -> None:
        self.admin, self.record, self.version = admin, record, version
        self.request, self.sent = plain(request), of_request(request.POST)
        self.form_class = form_class(admin, self.request, record)

    def asked(self) -> dict[str, Any]:
        """What else the form wants to know of a change, such as why; and what it begins from."""
        form = self.form_class(instance=self.record)
        names = [name for name in form.fields if self.is_asked(form, name)]
        return {"fields": [form[name] for name in names], "began_from": self.record.version}

    def is_asked(self, form: forms.BaseForm, name: str) -> bool:
        own = {field.name for field in self.record._meta.get_fields()}
        is_shown = name in flatten_fieldsets(self.admin.get_fieldsets(self.request, self.record))
        return is_shown and name not in own and name not in WORDS and name != "began_from"

    def data(self) -> QueryDict:
        form = self.form_class(instance=self.version.instance)
        for relation in past.tracked_relations(type(self.record)):
            keys = past.related_keys(relation, [self.version])
            form.initial[relation.name] = keys[self.version.history_id]
        data: Data = {**sent_by(form), "_save": ["1"]}
        for formset, inline in unbound_rows(self.admin, self.request, self.record):
            data |= self.rows(RowsOf(formset), inline)
        asked = {name for name in form.fields if self.is_asked(form, name)} | {KEY, "began_from"}
        data |= {name: texts for name, texts in self.sent.items() if name in asked}
        return sent_data(data)

    def rows(self, rows: RowsOf, inline: Any) -> Data:
        stored = rows.stored()
        model = rows.formset.model
        is_wanted = WITH_ROWS in self.sent and past.has_history(model)
        if not is_wanted or not may_edit(inline, self.request, self.record):
            return rows.sent(list(stored.values()))
        then = self.rows_then(rows)
        found = [then.pop(key) if key in then else leaving(row) for key, row in stored.items()]
        back = [Row("", row.data) for key, row in then.items() if self.is_here(rows, key)]
        return rows.sent([*found, *back])

    def rows_then(self, rows: RowsOf) -> dict[str, Row]:
        before = past.began_at(self.record, self.version.version)
        model, key = rows.formset.model, rows.formset.fk.attname
        found = past.rows_at(model, key, self.record.pk, before)
        return {str(pk): rows.former(row.instance) for pk, row in found.items()}

    def is_here(self, rows: RowsOf, key: str) -> bool:
        """A page may show the same kind of rows in parts; a row that is there is in its own."""
        return not rows.formset.model._base_manager.filter(pk=key).exists()


def leaving(row: Row) -> Row:
    return Row(row.key, row.data, is_leaving=True)
