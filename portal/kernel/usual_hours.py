"""A day typed alone where the hours are always the same: „13 czerwca 2026” becomes 14.00–18.00."""

from django.core.exceptions import ValidationError

from portal.kernel.reading import read_when
from portal.kernel.when import Precision


def in_usual_hours(start: str, end: str, usual: str) -> str:
    """The text of the first field with the usual hours, as „14.00–18.00”, after its day.

    As it was when it says an hour itself, names no single day, or cannot be read.
    """
    if not usual.strip() or end.strip():
        return start
    try:
        when = read_when(start)
    except ValidationError:
        return start
    if when.precision != Precision.DAY or when.first_day != when.last_day:
        return start
    return f"{when.first_day:%d.%m.%Y} {usual}"
