"""A report as tagged PDF (PDF/UA-1), and drawings as PNG for the Word file.

The date inside is that of the publication, so the same report gives the same bytes.
"""

import json
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from portal.kernel.typesetting import UNKNOWN, compiled, in_serif, moment, told
from reports.document import Document
from reports.paper import paper_of
from reports.paper.words import paragraph

FOLDER = Path(__file__).resolve().parent / "typst"
RESOLUTION = 200  # pixels an inch


def pdf(document: Document) -> bytes:
    """Raises typst.TypstError when it cannot be set; nothing is made then."""
    data = {**explained(told(paper_of(document))), "made": moment(document.published_at)}
    report = FOLDER / "report.typ"
    return compiled(report, json.dumps(data), format="pdf", pdf_standards=["ua-1"])


def explained(paper: dict[str, Any]) -> dict[str, Any]:
    """With a note at its end when a sign of the text could not be set."""
    if UNKNOWN not in json.dumps(paper, ensure_ascii=False):
        return paper
    note = _("%s stoi tam, gdzie krój pisma tego pliku nie ma znaku. Cały tekst jest na stronie.")
    return {**paper, "blocks": [*paper["blocks"], told(paragraph(note % UNKNOWN, "note"))]}


def png(svg: str) -> bytes:
    """A drawing on its own, for programs that draw no SVG."""
    return compiled(FOLDER / "drawing.typ", in_serif(svg), format="png", ppi=RESOLUTION)
