"""What „Deklaracja dostępności” says, computed from its one row (version 2.0 of 31.07.2024).

Nothing is made up: what nobody has given yet is "" or None here, and the page says so.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.social import absolute
from portal.kernel.polish import NBSP
from portal.kernel.richtext import render
from portal.kernel.typography import typeset
from portal.models import AccessibilityStatement
from portal.pages.phone import tel

# Rzecznik Praw Obywatelskich, to whom a refused complaint goes.
OMBUDSMAN = "https://bip.brpo.gov.pl/"
HEADING = re.compile(r"(</?h)([1-6])(?=>)")
BULLET = re.compile(r"^[-–—•*·](?:\s+|$)")
BELOW_H2, BELOW_H3 = 3, 4

# What the act asks for, by field; in the genitive, as „brakuje” takes it.
MANDATORY: dict[str, str | Promise] = {
    "entity": gettext_lazy("nazwy podmiotu"),
    "site_published_on": gettext_lazy("daty publikacji strony"),
    "site_updated_on": gettext_lazy("daty ostatniej istotnej aktualizacji"),
    "failures": gettext_lazy("listy tego, co niedostępne"),
    "prepared_on": gettext_lazy("daty sporządzenia"),
    "basis": gettext_lazy("podstawy, na jakiej ją sporządzono"),
    "contact": gettext_lazy("osoby lub komórki, która przyjmuje zgłoszenia"),
    "email": gettext_lazy("adresu e-mail"),
    "phone": gettext_lazy("telefonu"),
    "architecture": gettext_lazy("opisu dostępności budynku"),
    "communication": gettext_lazy("opisu tego, jak się z nami porozumieć"),
}


@dataclass(frozen=True)
class Statement:
    """Everything that the page prints; rich text is HTML, ready to print.

    `status` is "" while nobody has assessed the site. `url` and `tel` are addresses of links.
    """

    entity: str
    url: str
    published_on: date | None
    updated_on: date | None
    status: str
    is_full: bool
    is_listed: bool
    because: str
    failures: tuple[str, ...]
    costs_url: str
    excluded: tuple[str, ...]
    prepared_on: date | None
    reviewed_on: date | None
    basis: str
    extras: SafeString
    shortcuts: tuple[str, ...]
    contact: str
    email: str
    phone: str
    tel: str
    complaints_to: str
    ombudsman: str
    apps: tuple[str, ...]
    architecture: SafeString
    architecture_url: str
    communication: SafeString
    missing: tuple[str, ...]

    @classmethod
    def of(cls, row: AccessibilityStatement) -> Self:
        return cls(
            entity=row.entity.strip(),
            url=absolute("/"),
            published_on=row.site_published_on,
            updated_on=row.site_updated_on,
            status=str(row.get_status_display()) if is_assessed(row) else "",
            is_full=row.status == row.Status.FULL,
            is_listed=is_listed(row),
            because=because(row),
            failures=lines(row.failures),
            costs_url=row.costs_url,
            excluded=lines(row.excluded),
            prepared_on=row.prepared_on,
            reviewed_on=row.reviewed_on,
            basis=row.basis.strip().rstrip("."),
            extras=set_under(row.extras, BELOW_H2),
            shortcuts=lines(row.shortcuts),
            contact=row.contact.strip(),
            email=row.email,
            phone=NBSP.join(row.phone.split()),
            tel=dialled(row.phone),
            complaints_to=row.complaints_to.strip(),
            ombudsman=OMBUDSMAN,
            apps=lines(row.apps),
            architecture=set_under(row.architecture, BELOW_H3),
            architecture_url=row.architecture_url,
            communication=set_under(row.communication, BELOW_H3),
            missing=tuple(missing(row).values()),
        )


def lines(text: str) -> tuple[str, ...]:
    """Each line that says something, without a dash or a dot that stands for a bullet."""
    found = (BULLET.sub("", line.strip()) for line in text.splitlines())
    return tuple(line for line in found if line)


def is_assessed(row: AccessibilityStatement) -> bool:
    """Somebody has looked: they said when, or what they found. A default is no finding."""
    return bool(row.prepared_on) or is_listed(row)


def is_listed(row: AccessibilityStatement) -> bool:
    """Whether anything is named that somebody may not be able to use."""
    return bool(lines(row.failures) or row.costs_url or lines(row.excluded))


def because(row: AccessibilityStatement) -> str:
    """„ z powodu niezgodności i wyłączeń wymienionych poniżej”, what of it is listed; or ""."""
    exempt = bool(row.costs_url or lines(row.excluded))
    found = [_("niezgodności")] if lines(row.failures) else []
    found += [_("wyłączeń")] if exempt else []
    if not found or row.status == row.Status.FULL:
        return ""
    return " " + typeset(_("z powodu %s wymienionych poniżej") % _(" i ").join(found))


def dialled(phone: str) -> str:
    """For `tel:`; "" for what came by another way than the form and cannot be dialled."""
    try:
        return tel(phone)
    except ValueError:
        return ""


def set_under(html: str, level: int) -> SafeString:
    """Rich text whose highest heading becomes `level`: it comes below a heading of the page."""
    text = render(html)
    found = [int(number) for _tag, number in HEADING.findall(text)]
    down = level - min(found, default=level)
    return mark_safe(  # noqa: S308 -- sanitised by render; only numbers of headings change
        HEADING.sub(lambda tag: f"{tag[1]}{min(int(tag[2]) + down, 6)}", text)
    )


def missing(row: AccessibilityStatement) -> dict[str, str]:
    """What the act asks for and nobody has given yet: words by field, in the page's order."""
    is_unlisted = row.status != row.Status.FULL and not is_listed(row)
    return {
        field: str(words)
        for field, words in MANDATORY.items()
        if (is_unlisted if field == "failures" else not given(row, field))
    }


def given(row: AccessibilityStatement, field: str) -> bool:
    value = getattr(row, field)
    return bool(value.strip() if isinstance(value, str) else value)
