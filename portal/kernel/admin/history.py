from datetime import datetime
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from simple_history.template_utils import HistoricalRecordContextHelper, ObjDiffDisplay

from portal.kernel.months import local
from portal.kernel.richtext import RichTextField

# Kept for the machine's sake; each follows from something that people wrote.
UNTOLD = {"version", "sequence", "folded", "sort_key", "sort_at", "place_name", "place_address"}


class Shortened(ObjDiffDisplay):  # type: ignore[misc]  # untyped upstream
    def shortened_str(self, prefix: str, num_skipped_chars: int, suffix: str) -> str:
        return f"{prefix} […] {suffix}"


class ChangesInWords(HistoricalRecordContextHelper):  # type: ignore[misc]  # untyped upstream
    """What differs between two versions, as a person would say it."""

    def context_for_delta_changes(self, delta: Any) -> list[dict[str, Any]]:
        told = [change for change in delta.changes if change.field not in UNTOLD]
        delta = type(delta)(told, delta.changed_fields, delta.old_record, delta.new_record)
        found: list[dict[str, Any]] = super().context_for_delta_changes(delta)
        return found

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        field = self.model._meta.get_field(change.field)
        if isinstance(field, RichTextField):
            return strip_tags(value).strip() or "–"
        choices = dict(getattr(field, "flatchoices", ()))
        if isinstance(value, str) and value in choices:
            return choices[value]
        return in_words(super().prepare_delta_change_value(change, value))

    def get_obj_diff_display(self) -> ObjDiffDisplay:
        return Shortened(max_length=300)


def in_words(value: Any) -> Any:
    """„tak”, „nie”, „–”, a moment in Warsaw, a list with commas; anything else as it is."""
    if isinstance(value, bool):
        return _("tak") if value else _("nie")
    if isinstance(value, datetime):
        return f"{local(value):%-d.%m.%Y, %-H.%M}"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    return "–" if value is None or value == "" else value
