"""What a date that is being typed will read like on the site, or why it cannot be understood."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.reading import FROM, TO, read_when
from portal.kernel.usual_hours import in_usual_hours
from portal.kernel.when import EndKind, Phase, Precision, When

BOXES = ("planned_end", "all_day", "drop_in")
CONFIRMED = "confirmed"
USUAL = "usual_hours"  # a box whose value are the hours that a day typed alone takes

KNOWN = {
    Precision.TIME: gettext_lazy("dzień i godzina"),
    Precision.DAY: gettext_lazy("dzień, bez godziny"),
    Precision.PART_OF_MONTH: gettext_lazy("część miesiąca, bez dnia"),
    Precision.MONTH: gettext_lazy("miesiąc, bez dnia"),
    Precision.MONTHS: gettext_lazy("kilka miesięcy, bez dnia"),
}


@dataclass(frozen=True)
class Preview:
    """Phrases of one date, or the sentences that refuse it; empty when nothing was typed."""

    short: str = ""
    sentence: str = ""
    accuracy: str = ""
    remark: str = ""
    errors: tuple[str, ...] = ()

    @classmethod
    def typed(cls, data: Mapping[str, Any], at: datetime | None = None) -> Self:
        """From a form's texts and boxes; a box is ticked by any value but an empty one.

        A form without the box „confirmed” records what was: nobody asks whether it is certain.
        Without the clock nothing is said of a date that is over.
        """
        start, end = str(data.get(FROM) or ""), str(data.get(TO) or "")
        if not start.strip():
            return cls()
        planned, all_day, drop_in = (bool(data.get(box)) for box in BOXES)
        if not all_day:
            start = in_usual_hours(start, end, str(data.get(USUAL) or ""))
        confirmed = bool(data.get(CONFIRMED, True))
        try:
            when = read_when(
                start,
                end,
                planned_end=planned,
                all_day=all_day,
                drop_in=drop_in,
                confirmed=confirmed,
            )
        except ValidationError as refused:
            return cls(errors=tuple(refused.messages))
        remark = remark_on(when, at) if CONFIRMED in data else ""
        return cls(when.short(), when.sentence(), accuracy(when), remark)


def accuracy(when: When) -> str:
    """„dzień i godzina”, „dzień i godzina początku, końca nie podano”, „miesiąc, bez dnia”"""
    known = str(KNOWN[Precision(when.precision)])
    if when.end_kind == EndKind.UNKNOWN:
        return _("%s początku, końca nie podano") % known
    if when.end_kind == EndKind.PLANNED:
        return _("%s, koniec orientacyjny") % known
    return _("cały dzień") if when.all_day else known


def remark_on(when: When, at: datetime | None) -> str:
    if at and when.phase(at) == Phase.AFTER:
        return _("Uwaga: ten termin już minął.")
    return _("Termin potwierdzony.") if when.confirmed else _("Termin planowany.")
