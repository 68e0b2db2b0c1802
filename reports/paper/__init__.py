"""A report as it stands on paper: the same blocks for PDF and for Word, so that both say the same.

A pure function of a `Document`; `reports.pdf` and `reports.docx` only set it.
"""

from django.utils.translation import gettext as _

from portal.kernel.polish import counted
from reports.document import Document
from reports.licence import LICENCE
from reports.paper import parts
from reports.paper.blocks import Blocks, Paper
from reports.paper.words import day, exact, heading, paragraph, said

__all__ = ["Paper", "paper_of"]


def paper_of(document: Document) -> Paper:
    content = document.content
    title = said(content["title"]) or _("Podsumowanie")
    return Paper(
        title=title,
        office=_("Pełnomocnik Prezydenta Miasta Krakowa ds. organizacji pozarządowych"),
        case_number=exact(content.get("case_number") or ""),
        eyebrow=_("Podsumowanie. Dane do %s") % day(content["data_through"]),
        edition=document.edition,
        leaf=leaf(content["span"]["label"]),
        stamp=_("PROJEKT") if document.is_draft else "",
        address=document.address,
        checksum=document.checksum,
        blocks=blocks_of(document, title),
    )


def leaf(label: str) -> tuple[str, str]:
    """„styczeń–maj 2026” → „styczeń–maj”, „2026”; months of two years, one a line."""
    first, dash, last = label.partition(" – ")
    if dash:
        return f"{first} –", last
    months, _space, year = label.rpartition(" ")
    return months, year


def blocks_of(document: Document, title: str) -> Blocks:
    content = document.content
    return (
        heading(1, title),
        *first_things(document),
        *parts.lead(content),
        *parts.figures(content, document.figure_address),
        *parts.charts(content),
        *parts.sections(content),
        *parts.months(content),
        *parts.closing(content),
        *parts.corrections(content),
        *parts.trail(content, document.home),
        *about(document),
    )


def first_things(document: Document) -> Blocks:
    """What somebody must know before reading on."""
    found: list[str] = []
    if document.content.get("is_example"):
        found.append(_("To jest przykład, a nie prawdziwe podsumowanie."))
    if corrections := document.content.get("corrections"):
        said_of = counted(len(corrections), "sprostowanie")
        found.append(_("To wydanie coś prostuje (%s): zobacz część „Sprostowania”.") % said_of)
    if document.erasure:
        found.append(document.erasure)
    return tuple(paragraph(text, "notice") for text in found)


def about(document: Document) -> Blocks:
    """Where it stands and how to check it; a draft stands nowhere."""
    if document.is_draft:
        return ()
    return parts.about(
        [
            (_("Adres tego wydania"), document.address),
            (_("Adres najnowszego wydania"), document.home),
            (_("Suma kontrolna treści (SHA-256)"), document.checksum),
            (_("Ponowne wykorzystywanie"), str(LICENCE)),
        ]
    )
