"""The day on which a text was published, where a line of it says nothing else."""

import re
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.kernel.months import WARSAW, local
from portal.kernel.reading import read_when
from portal.kernel.when import EndKind, Precision, When

NINE = time(9)  # no text says the hour
LONGEST = 80
BEFORE = re.compile(
    r"^(?:data(?: publikacji| dodania)?|opublikowano|publikacja|dodano|zamieszczono|"
    r"[A-ZĄĆĘŁŃÓŚŹŻ][\w ]{2,20},)(?=[\s:])\s*:?\s*(?:dnia|dn\.)?\s*",
    re.IGNORECASE,
)
LOOKS_LIKE_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} \w{3,12} \d{4}")


def date_line(line: str, remarks: list[str]) -> datetime | None:
    """The moment, when the line is „2026-03-06” or „Opublikowano: 6 marca 2026 r.” and no more.

    A day that does not exist is told of, and stays where it stands.
    """
    if len(line) > LONGEST or not re.match(r"\D*\d", line):
        return None
    text = BEFORE.sub("", line).strip("*_ ")
    try:
        return moment(read_when(text))
    except ValidationError as refused:
        if LOOKS_LIKE_DAY.fullmatch(text):
            remarks.append(
                _("„%(line)s” nie jest datą publikacji: %(why)s")
                % {
                    "line": line,
                    "why": " ".join(refused.messages),
                }
            )
        return None


def read_day(text: str) -> datetime | None:
    """Of a page's own note or a file's name: „2026-03-06T10:15:00+01:00”."""
    found = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?", text.strip())
    try:
        return moment(read_when(" ".join(filter(None, found.groups())) if found else text))
    except ValidationError:
        return None


def moment(when: When) -> datetime | None:
    """None for what is no single day: a text appears on one."""
    if when.precision == Precision.TIME and when.end_kind == EndKind.UNKNOWN:
        return when.starts_at
    if when.precision == Precision.DAY and when.first_day == when.last_day:
        return datetime.combine(when.first_day, NINE, WARSAW)
    return None


def day_said(at: datetime) -> str:
    """„23.02.2026”"""
    return f"{local(at):%-d.%m.%Y}"
