"""Forms as data: what a form would send, so that stored, typed and former values compare."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from html import unescape
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.datastructures import MultiValueDict
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from portal.kernel.admin.editor import DeskEditor
from portal.kernel.months import local

# {name: [value, …]}, as a browser sends it and a working copy keeps it.
Data = dict[str, list[str]]
BLOCK_END = re.compile(r"</(?:p|h\d|li|blockquote|ul|ol)>|<br\s*/?>")
EMPTY = "–"


def sent_by(form: forms.BaseForm) -> Data:
    """As a browser would send this form, were nothing changed in it."""
    found: Data = {}
    for bound in form:
        if not isinstance(bound.field, forms.FileField):
            found |= sent_of(bound)
    return found


def sent_of(bound: forms.BoundField) -> Data:
    widget: Any = bound.field.widget
    widget = getattr(widget, "widget", widget)  # Django's admin wraps the list of a relation
    value, name = bound.value(), bound.html_name
    if isinstance(widget, forms.CheckboxInput):
        return {name: ["on"]} if widget.check_test(value) else {}
    if isinstance(widget, forms.MultiWidget):
        return sent_of_parts(widget, name, value)
    texts = as_text(widget.format_value(value))
    return {name: texts} if texts else {}


def sent_of_parts(widget: Any, name: str, value: Any) -> Data:
    said = value if isinstance(value, list) else widget.decompress(value)
    parts = zip(widget.widgets_names, widget.widgets, said, strict=False)
    return {name + suffix: as_text(part.format_value(of_it)) for suffix, part, of_it in parts}


def as_text(value: Any) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    return ["" if value is None else str(value)]


def of_request(data: Mapping[str, Any]) -> Data:
    """From request.POST."""
    lists = data.lists() if isinstance(data, MultiValueDict) else data.items()
    return {str(name): [str(value) for value in values] for name, values in lists}


def values(data: Data, names: Iterable[str]) -> Data:
    return {name: data[name] for name in names if name in data}


def names_of(field: forms.Field, name: str) -> list[str]:
    """Under which names a field is sent."""
    widget: Any = field.widget
    if isinstance(widget, forms.MultiWidget):
        suffixes: list[str] = widget.widgets_names  # type: ignore[attr-defined]  # absent from the stubs
        return [name + suffix for suffix in suffixes]
    return [name]


def raw(field: forms.Field, data: Data, name: str) -> Any:
    return field.widget.value_from_datadict(MultiValueDict(data), MultiValueDict(), name)


def meaning(field: forms.Field, data: Data, name: str) -> Any:
    """What compares: the value that the field makes of it, without asking the database."""
    if isinstance(field, forms.ModelChoiceField):
        return sorted(value for value in data.get(name, []) if value)
    value = raw(field, data, name)
    with suppress(ValidationError, TypeError, ValueError):
        value = field.clean(value)
    return " ".join(value.split()) if isinstance(value, str) else value


def words(field: forms.Field, data: Data, name: str) -> str:
    """What a person reads of it."""
    if isinstance(field, forms.ModelChoiceField):
        return chosen_records(field, data.get(name, []))
    if isinstance(field.widget, forms.CheckboxInput):
        return _("tak") if data.get(name) else _("nie")
    choices = getattr(field, "choices", None) or getattr(field.widget, "choices", None)
    if choices:
        return chosen(choices, data.get(name, []))
    text = " ".join(data.get(part, [""])[0] for part in names_of(field, name)).strip()
    return (text_of(text) if isinstance(field.widget, DeskEditor) else text) or EMPTY


def chosen_records(field: "forms.ModelChoiceField[Model]", keys: list[str]) -> str:
    asked = [key for key in keys if key.isdecimal()]
    if not asked or field.queryset is None:
        return EMPTY
    found = field.queryset.model._default_manager.filter(pk__in=asked)
    return ", ".join(field.label_from_instance(record) for record in found) or EMPTY


def chosen(choices: Any, keys: list[str]) -> str:
    flat: dict[str, str] = {}
    for value, label in choices:
        inside = label if isinstance(label, list | tuple) else [(value, label)]
        flat |= {str(key): str(said) for key, said in inside}
    return ", ".join(flat.get(key, key) for key in keys if key) or EMPTY


def text_of(html: str) -> str:
    """Rich text as plain lines."""
    text = unescape(strip_tags(BLOCK_END.sub("\n", html)))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def moment(at: datetime, now: datetime) -> str:
    """„dziś o 14.20”, „wczoraj o 9.05”, „12.05.2026 o 14.20”; Warsaw's clock."""
    then = local(at)
    return f"{day_word(then.date(), local(now).date())} o {then:%-H.%M}"


def day_word(day: date, today: date) -> str:
    near = {0: _("dziś"), 1: _("wczoraj")}
    return near.get((today - day).days, f"{day:%-d.%m.%Y}")
