"""Which letters the bytes of a text mean: UTF-8, UTF-16, or an old Polish code page."""

import codecs
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How the files begin that people take for texts.
KNOWN_BINARY = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "DOCX, ODT, ZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
)
POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
# What typography adds to letters in a code page of Windows.
SIGNS = frozenset("„”’–—…•§°« »\xa0")
NAMES = {"cp1250": "Windows-1250", "iso8859-2": "ISO-8859-2"}
# Polish letters of UTF-8 that somebody once read as Windows-1250 or Windows-1252.
BROKEN = re.compile("Ä…|Ä‡|Ä™|Ĺ‚|Ĺ„|Ăł|Ĺ›|Ĺş|ĹĽ|Ä\x85|Å‚|Å„|Ã³|Å›|Åº|Å¼|â€ž|â€“")
LOST_LETTERS = re.compile(r"(?<![\w/=&?.-])[^\W\d_]+\?[a-z]+(?![\w=/?&])|\w*�\w*")


class UnreadableError(Exception):
    """Its sentence, in Polish, says why a file cannot be read."""


@dataclass(frozen=True)
class Decoded:
    text: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """UnreadableError for what is empty, binary, or in no encoding that is known here."""
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise UnreadableError(_("Plik jest pusty."))
    refuse_binary(data)
    decoded = by_mark(data) or without_mark(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        raise UnreadableError(_("To nie jest tekst: w pliku są bajty zerowe."))
    return repaired(Decoded(text, decoded.remarks))


def refuse_binary(data: bytes) -> None:
    for start, kind in KNOWN_BINARY:
        if data.startswith(start):
            raise UnreadableError(
                _("To nie jest tekst, tylko plik %s. Zapisz go jako tekst, Markdown lub HTML.")
                % kind
            )


def by_mark(data: bytes) -> Decoded | None:
    """As the first bytes of the file say."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return strictly(data, encoding)
    return None


def strictly(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as refused:
        raise UnreadableError(
            _("Znak na początku pliku mówi %s, ale dalsze bajty do niego nie pasują.")
            % encoding.removesuffix("-sig").upper()
        ) from refused


def without_mark(data: bytes) -> Decoded:
    if wide := wide_encoding(data):
        return strictly(data, wide)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return old_code_page(data)


def wide_encoding(data: bytes) -> str:
    """UTF-16 without its mark: every second byte says only „Latin or Polish letter, or dash”."""
    sample = data[:4000]
    for encoding, halves in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if 0 in halves and sum(byte in (0, 1, 0x20) for byte in halves) > 0.95 * len(halves):
            return encoding
    return ""


def old_code_page(data: bytes) -> Decoded:
    """Whichever of the two makes more Polish letters of the bytes, and fewer odd signs."""
    readings = {name: data.decode(name, errors="replace") for name in NAMES}
    best = max(readings, key=lambda name: likeness(readings[name]))
    if likeness(readings[best]) <= 0:
        raise UnreadableError(
            _("Nie wiadomo, jak zapisano polskie litery. Zapisz plik jeszcze raz jako UTF-8.")
        )
    remark = _("Plik nie jest w UTF-8: odczytano go jako %s. Sprawdź polskie litery.")
    return Decoded(readings[best], (remark % NAMES[best],))


def likeness(text: str) -> int:
    """How much like Polish: its letters and signs count for it, all else beyond ASCII against."""
    foreign = [char for char in text if ord(char) > 127]
    letters = sum(char in POLISH for char in foreign)
    signs = sum(char in SIGNS for char in foreign)
    return 2 * letters + signs - 3 * (len(foreign) - letters - signs)


def repaired(decoded: Decoded) -> Decoded:
    """Letters broken by somebody's earlier mistake are put together, or at least told of."""
    text, remarks = decoded.text, list(decoded.remarks)
    if len(BROKEN.findall(text)) >= 2:
        text = put_together(text)
        remarks.append(_("Polskie litery były rozbite („Ä…”, „Ĺ‚”): złożono je. Sprawdź tekst."))
    if lost := LOST_LETTERS.findall(text):
        remarks.append(_("W tekście zginęły litery (np. „%s”): uzupełnij je.") % lost[0])
    return Decoded(text, tuple(remarks))


def put_together(text: str) -> str:
    """UnreadableError when the mistake cannot be undone."""
    for page in ("cp1250", "cp1252"):
        try:
            return b"".join(byte_of(char, page) for char in text).decode("utf-8")
        except UnicodeError:
            continue
    raise UnreadableError(
        _("Polskie litery są rozbite („Ä…”, „Ĺ‚”) i nie da się ich złożyć. Zapisz plik jako UTF-8.")
    )


def byte_of(char: str, page: str) -> bytes:
    """A byte that the page does not have was read as the sign of the same number."""
    return char.encode("latin-1" if "\x80" <= char <= "\x9f" else page)
