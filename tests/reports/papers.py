"""Contents of reports for the tests of files: small, full, empty, and full of malice."""

import copy
from datetime import UTC, datetime

from reports.document import Document
from reports.frozen import checksum

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)


def source(note=1, **fields):
    return {
        "kind": "meeting",
        "id": 7,
        "title": "Spotkajmy się w 3miejscu",
        "when": "13 marca 2026 r., godz. 14.00–18.00",
        "url": "/wydarzenia/7/spotkajmy-sie/",
        "text": "41 osób",
        "method": "policzono",
        "said_by": "",
        "note": note,
        "version": 1,
        "approved_at": "2026-05-08T10:00+02:00",
        "approved_by": "publikacja",
        "counted": True,
        "remark": "",
        **fields,
    }


def figure(key="osoby", **fields):
    return {
        "key": key,
        "label": "łączna frekwencja; jedna osoba mogła przyjść kilka razy",
        "unit": "osoba",
        "text": "około 140\xa0osób",
        "short": "około 140",
        "sentence": "około 140\xa0osób, nie licząc 1\xa0spotkania",
        "value": 141,
        "definition": "Dodajemy liczby osób z zatwierdzonych notatek i zaokrąglamy raz, na końcu.",
        "sources": [source()],
        "missing": 1,
        "missing_text": "nie licząc 1\xa0spotkania",
        "parts": [],
        **fields,
    }


def kinds():
    parts = [
        {"label": "wizyta w organizacji", "text": "12", "value": 12},
        {"label": "konferencja, kongres", "text": "3", "value": 3},
    ]
    words = {"label": "działania poza własnymi spotkaniami", "unit": "działanie", "value": 15}
    said = {"text": "15\xa0działań", "sentence": "15\xa0działań", "short": "15"}
    return figure("dzialania", **words, **said, parts=parts, sources=[], missing=0, missing_text="")


def month(number, meetings=0, people="", value=None):
    return {
        "slug": f"2026-{number:02}",
        "label": ("", "Styczeń", "Luty", "Marzec", "Kwiecień", "Maj")[number],
        "meetings": meetings,
        "activities": number,
        "people": people,
        "people_value": value,
        "missing_text": "",
    }


def line(text, when="", url=""):
    return {"text": text, "when": when, "iso": "", "event": None, "activity": 1, "url": url}


def content(**fields):
    """March to May, with one of everything."""
    group = {
        "part": "meeting",
        "intro": "Nasze spotkania:",
        "dated": True,
        "lines": [line("pierwsza odsłona cyklu", "13 marca", "/wydarzenia/7/spotkajmy-sie/")],
    }
    return {
        "schema": 2,
        "title": "Od marca do maja 2026 r.",
        "is_example": False,
        "case_number": "OR-09.0640.5.2026",
        "lead": "W tym czasie odbyły się dwa spotkania.",
        "closing": "<p>Dziękujemy <strong>partnerom</strong> i <a href='/organizacje/'>organizacjom"
        "</a>.</p><h2>Osobno</h2><ol start='3'><li>raz<ul><li>niżej</li></ul></li></ol>"
        "<blockquote><p>Razem dalej.</p></blockquote>",
        "span": {"slug": "2026-03--2026-05", "label": "marzec–maj 2026"},
        "data_through": "2026-05-15",
        "figures": [figure(), kinds()],
        "months": [month(3, 2, "około 140\xa0osób", 141), month(4, 1, "27\xa0osób", 27), month(5)],
        "sections": [
            {
                "month": "2026-03",
                "heading": "Marzec",
                "opening": "Ruszył cykl.\nI nie ustał.",
                "groups": [group],
            },
            {"month": "2026-04", "heading": "Kwiecień", "opening": "", "groups": []},
        ],
        "notes": [{"event": 7, "note": 1, "version": 1}],
        "corrections": [],
        "published_by": "publikacja",
        **copy.deepcopy(fields),
    }


def corrected():
    row = {
        "number": 1,
        "label": "łączna frekwencja; jedna osoba mogła przyjść kilka razy",
        "text": "W notatce brakowało listy obecności.",
        "before": "około 140\xa0osób",
        "after": "około 170\xa0osób",
        "figure": "osoby",
        "at": "2026-05-20T12:00:00+02:00",
    }
    return content(corrections=[row], figures=[figure(sentence="około 170\xa0osób", value=168)])


def one_month(**fields):
    span = {"slug": "2026-03", "label": "marzec 2026"}
    return content(title="Marzec 2026", span=span, months=[month(3, 2, "41\xa0osób", 41)], **fields)


def nothing():
    """A month without anything, as its draft is."""
    empty = {"text": "0\xa0spotkań", "sentence": "0\xa0spotkań", "value": 0, "sources": []}
    unknown = {"text": "brak danych", "sentence": "brak danych", "value": None, "sources": []}
    none = {"missing": 0, "missing_text": ""}
    return one_month(
        lead="",
        closing="",
        case_number="",
        figures=[figure("spotkania", **empty, **none), figure(**unknown, **none)],
        sections=[{"month": "2026-03", "heading": "Marzec", "opening": "", "groups": []}],
        notes=[],
    )


def two_years():
    slugs = [f"{year}-{number:02}" for year in (2024, 2025) for number in range(1, 13)]
    months = [{**month(3, 2, "41\xa0osób", 41), "slug": slug, "label": slug} for slug in slugs]
    groups = content()["sections"][0]["groups"]
    sections = [
        {"month": slug, "heading": f"Miesiąc {slug}", "opening": "Działo się.", "groups": groups}
        for slug in slugs
    ]
    span = {"slug": "2024-01--2025-12", "label": "styczeń 2024 – grudzień 2025"}
    return content(span=span, months=months, sections=sections)


def first_schema():
    """As versions were frozen before: without what came later."""
    old = content(schema=1)
    for name in ("case_number", "corrections", "published_by"):
        del old[name]
    for row in old["figures"]:
        del row["parts"]
    for row in old["months"]:
        del row["people_value"]
    return old


ALL = {
    "full": content,
    "month": one_month,
    "corrected": corrected,
    "nothing": nothing,
    "two years": two_years,
    "first schema": first_schema,
}


def document(made=None, number=1, **fields):
    made = made or content()
    address = f"http://testserver/podsumowania/{made['span']['slug']}/"
    if number is None:
        return Document(made, None, MID_MAY, "", address, **fields)
    whole = f"{address}wydanie/{number}/"
    return Document(made, number, MID_MAY, checksum_of(made), whole, **fields)


def checksum_of(made):
    """Content that could not be frozen, with half a letter in it, has one too."""
    try:
        return checksum(made)
    except UnicodeEncodeError:
        return "0" * 64


MALICE = [
    '#read("/etc/passwd")',
    '#import "@preview/x:0.1.0"; $x^2$ *gruby* _kursywa_ `kod` <etykieta> @odsyłacz \\ ~',
    "<script>alert(1)</script>",
    '=HYPERLINK("http://zle.example";"klik")',
    "@SUM(A1)",
    "{{ content.title }} {% debug %}",
    "a\x00b\x07c\x1bd\x0be\x0cf",
    "\ud800 połówka",
    "\u202eodwrócone\u2066",
    "emoji 😀👩‍👩‍👧 i 中文 i عربي",
    "x" * 600,
    "https://example.org/" + "ścieżka/" * 60,
    "",
    " \n\t ",
    "]]> <!-- --> &amp; & ' \"",
    "\ufffe\uffff\U0001fffe",
    "a\u0301\u0328\u0301",
]


def everywhere(text):
    """A report whose every text is that one."""

    def filled(value, key=""):
        if isinstance(value, dict):
            return {name: filled(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [filled(part, key) for part in value]
        kept = {
            "slug",
            "key",
            "kind",
            "data_through",
            "approved_at",
            "at",
            "month",
            "url",
            "closing",
        }
        return text if isinstance(value, str) and key not in kept else value

    made = filled(corrected())
    made["closing"] = f"<p>{text}</p><ul><li>{text}</li></ul>"
    return made
