"""A report as data: CSV for a spreadsheet, JSON for a program. Both name the notes behind figures.

CSV: UTF-8 with a byte order mark and semicolons, as Polish Excel opens it by a double click; one
stated thing a row, which `rodzaj` names, so that nothing is added up twice by mistake. Numbers
stand bare; texts that a spreadsheet would run get an apostrophe before them (CWE-1236).

JSON: the frozen content itself, so that its checksum can be computed again: SHA-256 of `content`
with keys in order, no spaces, in UTF-8.
"""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _

from events.social import absolute
from organizations.sheets.guarding import guarded
from portal.kernel.html_tree import encodable
from portal.kernel.months import local
from portal.kernel.polish import NBSP
from reports.document import Document
from reports.licence import LICENCE
from reports.paper.words import exact

Content = dict[str, Any]
SCHEMA = 1  # of the JSON around the content; the content has its own
BOM = "\ufeff"

COLUMNS = (
    "rodzaj",
    "klucz",
    "nazwa",
    "miesiac",
    "wartosc",
    "jednostka",
    "tekst",
    "pominieto",
    "wliczono",
    "kiedy",
    "wydarzenie",
    "dzialanie",
    "notatka",
    "wersja_notatki",
    "zatwierdzono",
    "rola",
    "uwaga",
    "adres",
)


def as_json(document: Document) -> bytes:
    whole = {
        "schema": SCHEMA,
        "address": document.address,
        "newest": document.home,
        "version": document.number,
        "published_at": local(document.published_at).isoformat(timespec="seconds"),
        "erased_at": document.erased_at and document.erased_at.isoformat(timespec="seconds"),
        "checksum": {"algorithm": "SHA-256", "value": document.checksum},
        "licence": str(LICENCE),
        "content": document.content,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode(errors="replace")


def as_csv(document: Document) -> bytes:
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, delimiter=";", restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in rows(document))
    return (BOM + text.getvalue()).encode()


def cell(value: object) -> object:
    """A number as it is; words in plain spaces, harmless to a spreadsheet."""
    if value is None or value == "" or isinstance(value, int):
        return "" if value is None else value
    return guarded(encodable(exact(value)).replace(NBSP, " ").replace("\n", " "))


def rows(document: Document) -> Iterator[Content]:
    content = document.content
    yield from description(document)
    for figure in content["figures"]:
        yield from figure_rows(figure)
    for month in content["months"]:
        yield from month_rows(month)
    for note in content["notes"]:
        yield {
            "rodzaj": "notatka",
            "wydarzenie": note["event"],
            "notatka": note["note"],
            "wersja_notatki": note["version"],
        }
    yield from (correction_row(row) for row in content.get("corrections") or [])


def description(document: Document) -> Iterator[Content]:
    content = document.content
    said_of = {
        "tytul": content["title"],
        "okres": content["span"]["slug"],
        "dane_do": content["data_through"],
        "przyklad": _("tak") if content.get("is_example") else _("nie"),
        "wydanie": document.number,
        "opublikowano": local(document.published_at).date().isoformat(),
        "znak_sprawy": content.get("case_number") or "",
        "adres": document.address,
        "suma_kontrolna": document.checksum,
        "licencja": str(LICENCE),
    }
    for key, text in said_of.items():
        yield {"rodzaj": "opis", "klucz": key, "tekst": text}


def figure_rows(figure: Content) -> Iterator[Content]:
    key, unit = figure["key"], figure["unit"]
    yield {
        "rodzaj": "liczba",
        "klucz": key,
        "nazwa": figure["label"],
        "wartosc": figure["value"],
        "jednostka": unit,
        "tekst": figure["sentence"],
        "pominieto": figure["missing"],
        "uwaga": figure["definition"],
    }
    for part in figure.get("parts") or []:
        named = {"rodzaj": "część", "klucz": key, "nazwa": part["label"], "jednostka": unit}
        yield {**named, "wartosc": part["value"], "tekst": part["text"]}
    yield from (source_row(key, source) for source in figure["sources"])


def source_row(key: str, source: Content) -> Content:
    record = "wydarzenie" if source["kind"] == "meeting" else "dzialanie"
    remarks = (source["method"], source["said_by"], source["remark"])
    return {
        "rodzaj": "źródło",
        "klucz": key,
        "nazwa": source["title"],
        "tekst": source["text"],
        "wliczono": _("tak") if source["counted"] else _("nie"),
        "kiedy": source["when"],
        record: source["id"],
        "notatka": source["note"],
        "wersja_notatki": source["version"],
        "zatwierdzono": source["approved_at"],
        "rola": source["approved_by"],
        "uwaga": "; ".join(remark for remark in remarks if remark),
        "adres": absolute(source["url"]) if source["url"] else "",
    }


def month_rows(month: Content) -> Iterator[Content]:
    named = {"rodzaj": "miesiąc", "miesiac": month["slug"]}
    for key, unit, value in (
        ("spotkania", "spotkanie", month["meetings"]),
        ("dzialania", "działanie", month["activities"]),
    ):
        yield {**named, "klucz": key, "jednostka": unit, "wartosc": value}
    yield {
        **named,
        "klucz": "osoby",
        "jednostka": "osoba",
        "wartosc": month.get("people_value"),
        "tekst": month["people"],
        "uwaga": month["missing_text"],
    }


def correction_row(row: Content) -> Content:
    before = _("Było: %s.") % row["before"] if row["before"] else ""
    return {
        "rodzaj": "sprostowanie",
        "klucz": row["figure"],
        "nazwa": row.get("label") or "",
        "wartosc": "",
        "tekst": row["after"],
        "kiedy": row["at"],
        "uwaga": " ".join(filter(None, (before, row["text"]))),
    }
