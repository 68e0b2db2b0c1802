"""Each check beside texts that it must find and texts that it must leave alone."""

from datetime import date

import pytest

from portal.kernel.lint import CHECKS, Around, Weight, lint, of_html, of_text, of_title
from portal.kernel.lint.hours import hours

AROUND = Around(date(2026, 5, 5), years=(2026,), inviting=True)


def told(text, around=AROUND):
    return [row for row in lint(of_text(text, around)) if row.weight is not Weight.QUIET]


FOUND = [
    ("w godz. 14.00-18.00", "14.00–18.00"),
    ("w godzinach 14:00 - 18:00", "14:00–18:00"),
    ("w godz. 14-18", "godz. 14–18"),
    ("od 14.00–18.00", "od 14.00 do 18.00"),
    ("o godz. 14.00–18.00", "w godz. 14.00–18.00"),
    ("w godz. 18.00–14.00", "14.00–18.00"),
    ("3-cie miejsce", "3."),
    ("XXVIII-me spotkania", "XXVIII"),
    ("Już 13. maja u nas", "13 maja"),
    ("III. edycja spotkań", "III"),
    ("w 2026r. spotkań było wiele", "2026 r."),
    ("przy ul.Długiej 5", "ul. Długiej"),
    ("spotkanie ,na które czekamy , odbędzie się", ""),
    ("herbata,kawa i rozmowa", "herbata, kawa"),
    ("( wstęp wolny)", ""),
    ("Zapraszamy do do kawiarni.", "do"),
    ("Spotkanie jest w w urzędzie", "w"),
    ("dla mieszkank i mieszkańców Krakowa", "mieszkanek"),
    ("dla aktywistk i aktywistów", "aktywistek"),
    ("do koncepcji tzw. „trzech miejsc”, opisanej", "„trzeciego miejsca”"),
    ("Magiczny\n  Kraków", ""),
    ("odbyło się przy Kapelanka 56", "przy ul. Kapelanka 56"),
    ("Lorem ipsum dolor", ""),
    ("Miejsce: TODO", ""),
    ("Zapraszamy do [uzupełnić miejsce]", ""),
    ("Godzina: [...]", ""),
    ("Prowadzi: XXX", ""),
    ("we współpracy z Fundacja Tytano", "współpracy z Fundacją"),
    ("dla Fundacja Tytano", "dla Fundacji"),
    ("spotkanie w Rada Miasta", "w Radzie"),
    ("dzieci z Krakowskie Towarzystwo Przyjaciół Dzieci", ""),
    ("pisz na jan.kowalski@gmail.com", ""),
    ("PESEL 44051401359", ""),
    ('„Ławka” i "dialog"', ""),
]


@pytest.mark.parametrize("text, instead", FOUND, ids=[text for text, _ in FOUND])
def test_a_slip_is_told_with_what_could_stand_instead(text, instead):
    found = told(text)
    assert found
    assert instead in [row.instead for row in found]


RIGHT = [
    "w godz. 14.00–18.00, od 14.00 do 18.00, o godz. 17.30, godz. 20.00–2.00",
    "10-lecie klubu i 100-lecie, 6. urodziny, 3. miejsce, VII posiedzenie",
    "Jan Paweł II. Potem był Benedykt XVI, a I. Nowak prowadzi część I.",
    "13 maja 2026 r. spotykamy się przy ul. Długiej 5, na os. Zgody 7.",
    "Bardzo bardzo dziękujemy, ha ha!",
    "bank i bankowość, park i parking, mieszkanek i mieszkańców",
    "przy ul. Kapelanka 56, przy Reymonta 20, przy Jana Pawła II 232, w Krakowie 2026",
    "Kraków zaprasza, a magiczny Kraków czeka.",
    "XXX Spotkania „PO LATACH” i XXVIII Spotkania",
    "Warto uzupełnić wiedzę o dotacjach.",
    "przez Stowarzyszenie Patchwork, dla Fundacji Tytano, w Klubie, do Urzędu, z Radą",
    "Dzięki pomocy Fundacja Tytano otworzyła klub.",
    "w Centrum Kultury, w Forum, przy Muzeum",
    "tel. 12 616 78 00, ngo@um.krakow.pl, https://www.krakow.pl/a,b?c=14:00-18:00",
    "os. Centrum C 10, Zabłocie 20.22, 30-701, 1,5% podatku, 12 345 zł, 20.50 zł",
    "Co to jest „trzecie miejsce”? To (między innymi) kawiarnia…",
    "m.in. rada, itp., np. dziś, prof. dr hab. A. Nowak",
    "„Ławka dialogu” – rozmowa",
    "numer 12345678901 nie jest niczyj",
    "Tak, tak. Nie, nie.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_passes(text):
    assert [row.sentence for row in told(text)] == []


QUIET = ["Kraków - miasto", 'nowy "cykl" spotkań', "dwa  odstępy", "o 14:00"]


@pytest.mark.parametrize("text", QUIET)
def test_what_the_page_mends_by_itself_is_quiet(text):
    found = lint(of_text(text, AROUND))
    assert {row.weight for row in found} == {Weight.QUIET}


def html(text):
    return [(row.weight, row.sentence) for row in lint(of_html(text, AROUND))]


DEAD = [
    '<p>dzięki <a href="#">Fundacji Tytano</a>, która</p>',
    '<p>zob. <a href="">regulamin spotkań</a></p>',
    "<p>zob. <a>regulamin spotkań</a></p>",
    '<p>zob. <a href="https://krakow.pl"></a></p>',
    '<p>zob. <a href="#program">program spotkania</a></p>',
    '<p>zob. <a href="https://">program spotkania</a></p>',
    '<p>napisz do <a href="mailto:">biura</a></p>',
    '<p>zob. <a href="http://[::1">program</a></p>',
]


@pytest.mark.parametrize("text", DEAD)
def test_a_link_that_leads_nowhere_is_wrong(text):
    assert [weight for weight, _ in html(text)] == [Weight.WRONG]


@pytest.mark.parametrize("words", ["tutaj", "Kliknij tutaj", "więcej", "https://krakow.pl", "link"])
def test_a_link_that_does_not_say_where_it_leads_is_doubted(words):
    (found,) = html(f'<p>Zapisy: <a href="https://krakow.pl">{words}</a></p>')
    assert found[0] is Weight.DOUBTFUL
    assert words in found[1]


def test_a_link_into_the_desk_is_doubted():
    (found,) = html('<p>Zob. <a href="/admin/events/event/1/change/">wydarzenie</a></p>')
    assert "zaplecze" in found[1]


def test_good_links_pass():
    right = (
        '<p><a href="https://krakow.pl/ngo">Strona miasta</a>, <a href="/cykle/">cykle</a>, '
        '<a href="mailto:ngo@um.krakow.pl">ngo@um.krakow.pl</a>, '
        '<a href="tel:+48126167800">tel.</a></p>'
    )
    assert html(right) == []


def test_a_linked_name_in_the_nominative_is_doubted_where_the_sentence_wants_another_case():
    text = '<p>dzięki gościnności <a href="https://t.pl">Fundacja Tytano</a>, która</p>'
    (problem,) = lint(of_html(text, AROUND))
    assert problem.instead == "gościnności Fundacji"


def test_headings_that_leap_or_are_empty_are_wrong():
    assert [weight for weight, _ in html("<h3>Program</h3><p>Jest.</p>")] == [Weight.WRONG]
    assert [weight for weight, _ in html("<h2>A</h2><h4>B</h4><p>Jest.</p>")] == [Weight.WRONG]
    assert [weight for weight, _ in html("<h2></h2><p>Jest.</p>")] == [Weight.WRONG]
    assert html("<h2>A</h2><h3>B</h3><h3>C</h3><h2>D</h2>") == []


def test_a_heading_ends_without_a_full_stop():
    (found,) = html("<h2>Dzień pracy poza urzędem.</h2>")
    assert "nie ma kropki" in found[1]
    assert html("<h2>Spotkania w 2026 r.</h2><h2>Kto przyjdzie?</h2><h2>Dalej…</h2>") == []
    (problem,) = lint(of_title("Od stycznia do maja.", AROUND))
    assert problem.instead == "Od stycznia do maja"


def test_a_paragraph_broken_in_the_middle_is_doubted():
    broken = "<p>na realizację zadań publicznych</p><p>oraz działalności organizacji.</p>"
    (found,) = html(broken)
    assert "zadań publicznych ¶ oraz działalności" in found[1]
    assert html("<p>Zapraszamy.</p><p>w szczególności</p>") == []
    assert html("<p>Zapraszamy:</p><ul><li>organizacje</li><li>grupy</li></ul>") == []


def test_a_title_in_capitals_is_doubted():
    assert lint(of_title("WIELKIE SPOTKANIE", AROUND))
    assert lint(of_title("NGO i WOŚP w C 10", AROUND)) == []


@pytest.mark.parametrize("text", ["tel. 601 234 567", "601234567", "jan@um.krakow.pl"])
def test_a_note_holds_no_telephone_and_no_address(text):
    assert told(text, Around(date(2026, 5, 5), internal=True))


def test_problems_tell_where_they_are_and_the_gravest_come_first():
    text = of_html('<p>w w urzędzie.</p><p>zob. <a href="#">program</a></p>', AROUND)
    first, second = lint(text)
    assert (first.weight, first.block, text.blocks[1].text[first.start : first.end]) == (
        Weight.WRONG,
        1,
        "program",
    )
    assert text.blocks[0].text[second.start : second.end] == "w w"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("o godz. 17.30", [(1050, None)]),
        ("w godz. 14.00–18.00", [(840, 1080)]),
        ("w godzinach od 14.00 do 18.00", [(840, 1080)]),
        ("13.05.2026, Zabłocie 20.22, 12.50 zł, 1.2.3", []),
    ],
)
def test_hours_are_told_from_other_numbers(text, expected):
    assert [(row.first, row.last) for row in hours(text)] == expected


@pytest.mark.parametrize("check", CHECKS)
def test_no_check_minds_an_empty_text(check):
    for writing in (of_text("", AROUND), of_title("", AROUND), of_html("", AROUND)):
        assert list(check(writing)) == []


def test_strange_texts_break_nothing():
    strange = "\ufffc İß 𝔘 \u200b\x07 " + "a" * 5000 + " 99.99.9999 " + "(((" + "„" * 50
    assert isinstance(lint(of_text(strange, AROUND)), list)
    assert isinstance(lint(of_html("<p><a><h2>" * 200 + strange, AROUND)), list)
