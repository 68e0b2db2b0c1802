"""What a file is by its first bytes, and the sentence for each reason not to take it.

Only for refusing early and for saying why: what a picture is, decoding decides (`decode.py`).
"""

from django.utils.translation import gettext_lazy as _

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
HEAD = 512  # bytes that tell what a file is

# PDF, PostScript, TIFF, BMP, Photoshop, ZIP, ICO. Whatever else is no picture, decoding refuses.
OTHERS = {
    b"%PDF",
    b"%!PS",
    b"\xc5\xd0\xd3\xc6",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"8BPS",
    b"PK\x03\x04",
    b"\x00\x00\x01\x00",
}
HEIC = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1"}
AVIF = {b"avif", b"avis"}

SENTENCES = {
    "missing": _("Wybierz plik ze zdjęciem."),
    "again": _("Wybierz plik jeszcze raz: poprzedni nie czeka już na zapisanie."),
    "lost": _("Na serwerze brakuje pliku tego zdjęcia. Usuń ten wpis i dodaj zdjęcie na nowo."),
    "twice": _("To zdjęcie jest już zapisane. Usuń ten wiersz."),
    "empty": _("Ten plik jest pusty: ma 0 bajtów. Wybierz inny."),
    "large": _("Ten plik ma ponad 20\N{NO-BREAK SPACE}MB. Zmniejsz zdjęcie albo wybierz inne."),
    "pixels": _(
        "To zdjęcie ma za dużo pikseli: przyjmujemy do 25 megapikseli (WebP do 20), "
        "na przykład 5000 × 5000. Zmniejsz je i wybierz jeszcze raz."
    ),
    "heic": _(
        "To zdjęcie HEIC, którego nie umiemy odczytać. Zapisz je jako JPEG (w iPhonie: "
        "Ustawienia, Aparat, Formaty, „Najbardziej zgodny”) i wybierz jeszcze raz."
    ),
    "svg": _("To rysunek SVG albo strona, a nie zdjęcie. Przyjmujemy JPEG, PNG, WebP, AVIF i GIF."),
    "kind": _(
        "To nie jest zdjęcie, które umiemy odczytać. Przyjmujemy JPEG, PNG, WebP, AVIF i GIF."
    ),
    "broken": _("Ten plik jest uszkodzony albo niepełny. Otwórz go, zapisz na nowo i wybierz."),
    "heavy": _("Odczytanie tego zdjęcia trwa za długo. Zmniejsz je albo zapisz na nowo jako JPEG."),
    "disk": _("Na serwerze zabrakło miejsca na zdjęcia. Nic nie zapisano; powiadom administrację."),
}


def fault_of(head: bytes) -> str:
    """Why a file with this beginning cannot be a picture that is taken; empty when it may be."""
    if head[4:8] == b"ftyp":
        return fault_of_brands(head)
    if head.startswith(tuple(OTHERS)):
        return "kind"
    return "svg" if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else ""


def fault_of_brands(head: bytes) -> str:
    """An iPhone's HEIC and an AVIF come in the same box; films too."""
    length = min(int.from_bytes(head[:4], "big"), HEAD)
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, length, 4))}
    if brands & AVIF:
        return ""
    return "heic" if brands & HEIC else "kind"
