"""What a column is called to whoever reads where a name was found."""

from typing import Any

from django.utils.translation import gettext_lazy as _

# Columns that the program fills: no form shows them, so their models gave them no Polish name.
UNNAMED = {
    "about": _("opis"),
    "before_iso": _("poprzedni termin"),
    "body": _("treść"),
    "drafted_closing": _("zakończenie, jak je napisał projekt"),
    "drafted_lead": _("wstęp, jak go napisał projekt"),
    "drafted_opening": _("zdanie otwierające, jak je napisał projekt"),
    "drafted_text": _("treść, jak ją napisał projekt"),
    "feed_digest": _("skrót wpisu w kalendarzu"),
    "history_change_reason": _("powód zmiany"),
    "place_address": _("adres miejsca"),
    "place_name": _("nazwa miejsca"),
    "title": _("tytuł"),
    "url": _("adres strony"),
}


def is_named(field: Any) -> bool:
    """Whether the model said it; else Django made English words of the column's own name."""
    return bool(str(field.verbose_name) != field.name.replace("_", " "))


def name_of(field: Any) -> str:
    return str(field.verbose_name if is_named(field) else UNNAMED.get(field.name, _("treść")))
