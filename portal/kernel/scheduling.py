"""The hour at which something becomes public: read as people write it, said so that all agree."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.kernel.date_grammar import opening
from portal.kernel.months import local, quoted
from portal.kernel.phrases import clock
from portal.kernel.polish import MONTHS, WEEKDAYS
from portal.kernel.reading import read_when
from portal.kernel.when import EndKind, Precision

EXAMPLE = "5.05.2026 9.00"


def read_hour(text: str, at: datetime) -> datetime:
    """The moment that „5.05.2026 9.00” names in Warsaw.

    ValidationError, in Polish, for what cannot be read, names no hour or two, or has passed.
    """
    if not text.strip():
        raise ValidationError(_("Podaj dzień i godzinę, np. %s.") % EXAMPLE)
    if opening(text) is None:
        said = {"said": quoted(text), "example": EXAMPLE}
        raise ValidationError(
            _("Nie rozumiem pory %(said)s. Podaj dzień i godzinę, np. %(example)s.") % said
        )
    try:
        when = read_when(text)
    except ValidationError as refused:
        raise ValidationError(refused.messages) from refused
    if when.precision != Precision.TIME:
        raise ValidationError(_("Podaj też godzinę, np. %s.") % EXAMPLE)
    if when.end_kind != EndKind.UNKNOWN:
        raise ValidationError(_("Podaj jedną godzinę, bez końca, np. %s.") % EXAMPLE)
    if when.starts_at <= at:
        raise ValidationError(
            _("Ta pora już minęła: %s. Podaj przyszłą.") % said_hour(when.starts_at)
        )
    return when.starts_at


def said_hour(moment: datetime) -> str:
    """„wt. 5 maja 2026, 9.00 (czas polski)”"""
    there = local(moment)
    weekday, month = WEEKDAYS[there.weekday()].short, MONTHS[there.month - 1].genitive
    hour = clock(there.hour * 60 + there.minute)
    return _("%s (czas polski)") % f"{weekday} {there.day} {month} {there.year}, {hour}"


def written_hour(moment: datetime) -> str:
    """„5.05.2026 9.00”, which `read_hour` reads back."""
    return f"{local(moment):%-d.%m.%Y %-H.%M}"
