"""The formats in which a report comes, and the files already made.

A file is made at its first request and kept in this process under the checksum of what it shows,
the newest ones up to `ROOM` bytes (portal/kernel/shelf.py). A version whose text has changed
(erasure) has another checksum, so that nothing kept for the old one is ever served; `forget()`
also drops it from memory.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.kernel.shelf import Shelf, Unavailable
from portal.kernel.typesetting import FAULTS, fingerprint
from reports import tables
from reports.document import Document
from reports.docx import docx
from reports.pdf import pdf

logger = logging.getLogger(__name__)
ROOM = 24 * 1024 * 1024  # bytes, in each web process
HERE = Path(__file__).resolve().parent
# What decides how a file looks: when any of it changes, so do the ETags.
MADE_BY = ("bars.py", "charts.py", "document.py", "docx.py", "licence.py", "pdf.py", "tables.py")
FOLDERS = ("paper", "typst", "word")


@dataclass(frozen=True)
class Format:
    suffix: str
    media_type: str
    name: Promise
    remark: Promise
    make: Callable[[Document], bytes]


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS = {
    row.suffix: row
    for row in (
        Format("pdf", "application/pdf", _("PDF"), _("dostępny cyfrowo (PDF/UA)"), pdf),
        Format("docx", WORD, _("Word"), _("do dalszej pracy, DOCX"), docx),
        Format("csv", "text/csv; charset=utf-8", _("CSV"), _("dla arkusza"), tables.as_csv),
        Format("json", "application/json", _("JSON"), _("dla programów"), tables.as_json),
    )
}


@cache
def renderer() -> str:
    """Stands for the code that makes files, and for the libraries it uses."""
    inside = (path for folder in FOLDERS for path in (HERE / folder).iterdir() if path.is_file())
    return fingerprint([*(HERE / name for name in MADE_BY), *inside], "python-docx")


def tag(document: Document, suffix: str) -> str:
    """The same as long as the file would be the same; known without making it."""
    erased = document.erased_at.isoformat() if document.erased_at else ""
    facts = (document.checksum, document.address, document.published_at.isoformat(), erased)
    return sha256("\n".join([suffix, renderer(), *facts]).encode()).hexdigest()[:32]


shelf = Shelf(ROOM)


def forget() -> None:
    """Drop all kept files from the memory of this process: after erasing somebody's name."""
    shelf.clear()


def file_of(document: Document, suffix: str) -> bytes:
    """Raises Unavailable, and says in the log why. A draft's file is kept nowhere."""
    make = FORMATS[suffix].make
    try:
        if document.is_draft:
            return shelf.unkept(lambda: make(document))
        return shelf.get(tag(document, suffix), lambda: make(document))
    except FAULTS as error:
        logger.exception("The file %s.%s could not be made", document.name, suffix)
        raise Unavailable(document.name) from error
