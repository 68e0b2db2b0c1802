"""The papers of an event as PDF: the poster for a wall, and the sheet for the old door.

A poster is made at its first request and kept in this process under the checksum of its words;
what changes the words changes the checksum. Previews and sheets are kept nowhere.
"""

import json
import logging
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import typst

from events.placard import Placard
from events.sheet import Sheet
from portal.kernel.shelf import Shelf, Unavailable
from portal.kernel.typesetting import FAULTS, compiled, fingerprint, told

logger = logging.getLogger(__name__)
FOLDER = Path(__file__).resolve().parent / "typst"
ROOM = 12 * 1024 * 1024  # bytes, in each web process
shelf = Shelf(ROOM)


@cache
def renderer() -> str:
    return fingerprint(FOLDER.iterdir())


def tag(placard: Placard) -> str:
    """The same as long as the poster would be the same; known without making it."""
    return sha256(f"{renderer()}\n{placard!r}".encode()).hexdigest()[:32]


def poster_file(placard: Placard, *, keep: bool = True) -> bytes:
    """Raises Unavailable, and says in the log why."""

    def make() -> bytes:
        return poster_pdf(placard)

    try:
        return shelf.get(tag(placard), make) if keep else shelf.unkept(make)
    except FAULTS as error:
        logger.exception("The file %s could not be made", placard.file_name)
        raise Unavailable(placard.file_name) from error


def sheet_file(sheet: Sheet) -> bytes:
    """Raises Unavailable, and says in the log why."""
    try:
        return shelf.unkept(lambda: sheet_pdf(sheet))
    except FAULTS as error:
        logger.exception("The sheet „%s” could not be made", sheet.title)
        raise Unavailable(sheet.title) from error


def poster_pdf(placard: Placard) -> bytes:
    """A logo that cannot be drawn is left out: the poster matters more."""
    try:
        return in_pdf("poster.typ", placard)
    except typst.TypstError:
        if placard.logo is None:
            raise
        logger.exception("The logo of SITE_LOGO cannot be drawn")
        return in_pdf("poster.typ", replace(placard, logo=None))


def sheet_pdf(sheet: Sheet) -> bytes:
    return in_pdf("sheet.typ", sheet)


def in_pdf(template: str, words: Any) -> bytes:
    data = json.dumps(told(words))
    return compiled(FOLDER / template, data, format="pdf", pdf_standards=["ua-1"])
