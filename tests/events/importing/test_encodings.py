import codecs

import pytest

from events.importing.encodings import UnreadableError, decode

TEXT = "Zażółć gęślą jaźń – „źrebię” śpi.\nŁąka ćwiczy, a ŚWIT i ŹDŹBŁO czekają."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_unicode_encoding_is_read_without_a_word(encoding):
    assert decode(TEXT.encode(encoding)) == decode(TEXT.encode())
    assert decode(TEXT.encode(encoding)).remarks == ()


@pytest.mark.parametrize(
    "encoding, named", [("cp1250", "Windows-1250"), ("iso8859-2", "ISO-8859-2")]
)
def test_an_old_polish_code_page_is_read_and_told_of(encoding, named):
    text = TEXT if encoding == "cp1250" else TEXT.replace("–", "-").translate(QUOTES)
    found = decode(text.encode(encoding))
    assert found.text == text
    assert named in found.remarks[0]


QUOTES = str.maketrans("„”", '""')


@pytest.mark.parametrize("data", [b"", b"\n \n", codecs.BOM_UTF8, b"\xff\xfe", b"\x00\x00"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(UnreadableError, match="pusty"):
        decode(data)


@pytest.mark.parametrize(
    "data, named",
    [
        (b"%PDF-1.7 tekst", "PDF"),
        (b"PK\x03\x04dokument", "DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "DOC"),
        (b"{\\rtf1 tekst", "RTF"),
        (b"\x89PNG\r\n", "PNG"),
    ],
)
def test_a_known_kind_of_file_is_called_by_its_name(data, named):
    with pytest.raises(UnreadableError, match=named):
        decode(data)


def test_zero_bytes_are_no_text():
    with pytest.raises(UnreadableError, match="bajty zerowe"):
        decode(b"Zapraszamy na spotkanie\x00 w czwartek")


def test_bytes_that_make_no_polish_are_refused():
    with pytest.raises(UnreadableError, match="jako UTF-8"):
        decode("Привет, как дела".encode("koi8-r"))


def test_a_mark_that_does_not_fit_the_bytes_is_told():
    with pytest.raises(UnreadableError, match="UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8\x00")


def test_letters_broken_by_a_wrong_reading_are_put_together():
    told = "Łódź zaprasza na święto książki".encode()
    broken = "".join(bytes([b]).decode("cp1250" if b != 0x81 else "latin-1") for b in told)
    found = decode(broken.encode())
    assert found.text == "Łódź zaprasza na święto książki"
    assert "złożono" in found.remarks[0]


def test_lost_letters_are_told_of_and_question_marks_of_addresses_are_not():
    assert "zginęły litery" in decode(b"Spotkanie w Krakowie na b?oniach").remarks[0]
    fine = "Pytasz, czy warto? Tak: https://przyklad.invalid/mapa?id=4 i /mapa?dzien=3"
    assert decode(fine.encode()).remarks == ()
