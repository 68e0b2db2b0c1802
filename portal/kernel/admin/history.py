from datetime import datetime
from typing import Any

from django.db.models import Field
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from simple_history.models import DeletedObject
from simple_history.template_utils import HistoricalRecordContextHelper, ObjDiffDisplay

from portal.kernel.months import local
from portal.kernel.richtext import RichTextField

# Kept for the machine's sake; each follows from something that people wrote.
UNTOLD = {"version", "sequence", "folded", "sort_key", "sort_at", "place_name", "place_address"}
DATE = {"starts_at", "ends_at", "precision", "end_kind"}


class Shortened(ObjDiffDisplay):  # type: ignore[misc]  # untyped upstream
    def shortened_str(self, prefix: str, num_skipped_chars: int, suffix: str) -> str:
        return f"{prefix} […] {suffix}"


class ChangesInWords(HistoricalRecordContextHelper):  # type: ignore[misc]  # untyped upstream
    """What differs between two versions, as a person would say it."""

    def context_for_delta_changes(self, delta: Any) -> list[dict[str, Any]]:
        """The package compares only what forms edit; publishing and dates are changes too."""
        found = super().context_for_delta_changes(delta)
        old, new = delta.old_record, delta.new_record
        if hasattr(old, "starts_at"):
            found += difference(_("Termin"), old.instance.when.short(), new.instance.when.short())
        for field in old.tracked_fields:
            if not field.editable and field.name not in UNTOLD | DATE:
                was, now = (said(field, getattr(row, field.name)) for row in (old, new))
                found += difference(capfirst(field.verbose_name), was, now)
        return list(found)

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        prepared = super().prepare_delta_change_value(change, value)
        return said(self.model._meta.get_field(change.field), prepared)

    def get_obj_diff_display(self) -> ObjDiffDisplay:
        return Shortened(max_length=300)


def difference(name: Any, old: Any, new: Any) -> list[dict[str, Any]]:
    return [] if old == new else [{"field": name, "old": old, "new": new}]


def said(field: "Field[Any, Any]", value: Any) -> Any:
    """The words of a choice, of rich text, of yes and no, of a moment in Warsaw."""
    if isinstance(field, RichTextField):
        return strip_tags(value).strip() or "–"
    if isinstance(value, bool):
        return _("tak") if value else _("nie")
    if isinstance(value, datetime):
        return f"{local(value):%-d.%m.%Y, %-H.%M}"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    if isinstance(value, DeletedObject) and value.pk is not None:
        return _("(usunięte)")
    if value is None or value == "" or isinstance(value, DeletedObject):
        return "–"
    return dict(getattr(field, "flatchoices", ())).get(value, value)
