"""Which letters the bytes of a CSV mean: UTF-8, UTF-16, or an old Polish code page."""

import codecs

from django.utils.translation import gettext as _

from organizations.sheets.refusal import SheetError

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes of ą, ś, ź, Ą, Ś, Ź, the only letters in which the two old code pages differ.
OF_WINDOWS = frozenset(b"\xb9\x9c\x9f\xa5\x8c\x8f")
OF_ISO = frozenset(b"\xb1\xb6\xbc\xa1\xa6\xac")
SAMPLE = 4000


def decoded(data: bytes) -> tuple[str, str]:
    """(text, a remark or ""). SheetError for what is no text in any encoding known here."""
    encoding = by_mark(data) or without_mark(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as refused:
        raise SheetError(
            _("Nie da się odczytać liter w tym pliku. Zapisz go jako CSV w kodowaniu UTF-8.")
        ) from refused
    if "\0" in text:
        raise SheetError(_("To nie jest plik CSV: są w nim bajty zerowe."))
    return text, remark(encoding)


def by_mark(data: bytes) -> str:
    return next((name for mark, name in MARKS if data.startswith(mark)), "")


def without_mark(data: bytes) -> str:
    if wide := without_mark_but_wide(data):
        return wide
    try:
        data.decode()
    except UnicodeDecodeError:
        iso, windows = (sum(byte in of for byte in data) for of in (OF_ISO, OF_WINDOWS))
        return "iso8859-2" if iso > windows else "cp1250"
    return "utf-8"


def without_mark_but_wide(data: bytes) -> str:
    """UTF-16 that forgot its mark: of its Latin letters every second byte is zero."""
    even, odd = (data[start:SAMPLE:2].count(0) for start in (0, 1))
    many = min(len(data), SAMPLE) // 6
    if odd > many and not even:
        return "utf-16-le"
    return "utf-16-be" if even > many and not odd else ""


def remark(encoding: str) -> str:
    names = {"cp1250": "Windows-1250", "iso8859-2": "ISO-8859-2"}
    if encoding not in names:
        return ""
    return (
        _("Plik zapisano w starym kodowaniu %s: sprawdź, czy polskie litery są całe.")
        % (names[encoding])
    )
