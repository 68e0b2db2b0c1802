"""The parcel of an XLSX file, opened with care before the library sees it.

Each part is unpacked once, counting real bytes, since what the parcel says of its own size may
lie (CWE-409). A part with a document type is refused, so that no entity is ever defined: neither
the library nor Python's parser is asked to resist them.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812

from django.utils.translation import gettext as _

from organizations.sheets.refusal import SheetError

LARGEST = 40_000_000  # bytes of all parts together, unpacked: 10,000 rows take about 8 million
MOST_NODES = 900_000  # tags and attributes; 10,000 rows have about 650,000
MOST_PARTS = 300
CHUNK = 65_536
OVERLAP = 300  # of the end of a chunk looked at again with the next one
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z0-9:$]{2,25})[\"']")
DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
PLAIN = {b"utf-8", b"us-ascii", b"ascii"}
BROKEN = (BadZipFile, ZlibError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


@dataclass
class Parcel:
    """What is worth knowing of it; `merged`: the merged cells of each part."""

    names: frozenset[str]
    merged: dict[str, list[str]] = field(default_factory=dict)


def looked_through(data: bytes) -> Parcel:
    """SheetError for whatever is no ordinary spreadsheet."""
    try:
        with ZipFile(io.BytesIO(data)) as parcel:
            return look(parcel)
    except BROKEN as refused:
        raise SheetError(
            _("Ten plik jest uszkodzony. Otwórz go w arkuszu i zapisz jeszcze raz jako XLSX.")
        ) from refused


def look(parcel: ZipFile) -> Parcel:
    parts = parcel.infolist()
    found = Parcel(frozenset(part.filename for part in parts))
    refuse_kind(found.names)
    if len(parts) > MOST_PARTS:
        raise SheetError(_("Ten plik ma w środku za dużo części jak na jeden arkusz."))
    size = nodes = 0
    for part in parts:
        for tail, chunk in unpacked(parcel, part):
            size, nodes = size + len(chunk), nodes + chunk.count(b"<") + chunk.count(b"=")
            if size > LARGEST or nodes > MOST_NODES:
                raise SheetError(
                    _("Ten plik po rozpakowaniu jest za duży. Podziel go na mniejsze.")
                )
            inspect(part.filename, tail + chunk, found)
    return found


def refuse_kind(names: frozenset[str]) -> None:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise SheetError(_("Ten arkusz ma makra. Zapisz go jako zwykły XLSX, bez makr."))
    if "content.xml" in names:
        raise SheetError(_("To arkusz ODS. Zapisz go jako XLSX lub CSV."))
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise SheetError(_("To nie jest arkusz XLSX, tylko inny plik o takiej nazwie."))


def unpacked(parcel: ZipFile, part: ZipInfo) -> Iterator[tuple[bytes, bytes]]:
    """(the end of the chunk before, the chunk)"""
    tail = b""
    with parcel.open(part) as file:
        while chunk := file.read(CHUNK):
            yield tail, chunk
            tail = (tail + chunk)[-OVERLAP:]


def inspect(name: str, chunk: bytes, found: Parcel) -> None:
    if not name.lower().endswith((".xml", ".rels", ".vml")):
        return
    encoding = ENCODING.search(chunk[:300])
    if (encoding and encoding[1].lower() not in PLAIN) or b"\0" in chunk or DOCTYPE.search(chunk):
        raise SheetError(_("W tym pliku jest coś, czego arkusze nie mają. Zapisz go jeszcze raz."))
    if refs := [ref.decode() for ref in MERGED.findall(chunk)]:
        known = found.merged.setdefault(name, [])
        known += [ref for ref in refs if ref not in known][:MOST_PARTS]
