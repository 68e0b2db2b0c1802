import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel.polish import NBSP
from portal.kernel.typography import typeset, typeset_html

CASES = json.loads(Path(__file__).with_name("pl_cases.json").read_text(encoding="utf-8"))


def visible(text):
    """No-break spaces as „~”, so that a failing test can be read."""
    return text.replace(NBSP, "~")


@pytest.mark.parametrize("case", CASES["sierotki"], ids=lambda case: case["wejscie"][:25])
def test_no_short_word_is_left_at_the_end_of_a_line(case):
    assert visible(typeset(case["wejscie"])) == visible(case["oczekiwane"])


@pytest.mark.parametrize(
    "case",
    [case for case in CASES["quotes_dashes"] if "ATRYBUT" not in case["oczekiwane"]],
    ids=lambda case: case["wejscie"][:25],
)
def test_quotes_and_dashes_are_polish(case):
    assert typeset(case["wejscie"]).replace(NBSP, " ") == case["oczekiwane"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("spotkanie u sąsiadów, z kawą, o świcie", "spotkanie u~sąsiadów, z~kawą, o~świcie"),
        ("W Krakowie i Z rodziną", "W~Krakowie i~Z~rodziną"),
        ("(a w sobotę) „i w niedzielę”", "(a~w~sobotę) „i~w~niedzielę”"),
        ("V Forum i X Festiwal", "V~Forum i~X~Festiwal"),
        ("os. Centrum C 10, sala B 2", "os.~Centrum C~10, sala B~2"),
        ("Pełnomocnik ds. organizacji", "Pełnomocnik ds.~organizacji"),
        ("A. Buszek, J. K. Łoś", "A.~Buszek, J.~K.~Łoś"),
        ("13 maja 2026 r., godz. 14.00", "13~maja 2026~r., godz.~14.00"),
        ("od 28 lutego do 2 marca", "od 28~lutego do 2~marca"),
        ("1 września, 30 października", "1~września, 30~października"),
        ("o godz. 17.30", "o~godz.~17.30"),
        ("Godz. 9.05", "Godz.~9.05"),
        ("ok. 19.30", "ok.~19.30"),
        ("ul. Zabłocie 20.22, ul. Kapelanka 56", "ul.~Zabłocie~20.22, ul.~Kapelanka~56"),
        ("Klaster Zabłocie 20–22 (sala 005)", "Klaster Zabłocie~20–22 (sala~005)"),
        ("os. Zgody 7a. Sala 5, piętro 2!", "os.~Zgody~7a. Sala~5, piętro~2!"),
        (
            "sala 5 na piętrze, maj 2026, plik 2,5 i 9:00",
            "sala 5 na piętrze, maj 2026, plik 2,5 i~9:00",
        ),
        ("przy ul. Świętej Anny, al. 29 Listopada", "przy ul.~Świętej Anny, al.~29 Listopada"),
        ("os. Złotej Jesieni, pl. „Wolny”", "os.~Złotej Jesieni, pl.~„Wolny”"),
        ("im. Pawła Adamowicza, św. Jana", "im.~Pawła Adamowicza, św.~Jana"),
        ("sala nr 5, pkt 3, art. 14", "sala nr~5, pkt~3, art.~14"),
        ("plik 2,5 MB, 300 m, 15 min, 20 zł", "plik 2,5~MB, 300~m, 15~min, 20~zł"),
        ("blisko 12 345 osób", "blisko 12~345 osób"),
        ("1 000 000 osób", "1~000~000 osób"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text, expected):
    assert visible(typeset(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "do celu, po co, na co",
        "koniec zdania na w",
        "litera „a” oraz b) i, na koniec",
        "maja 13 osób",
        "rok 2026 roku",
        "ulica Zabłocie",
        "5 małych miejsc",
        "13 majaków",
        "5 minut, 2 metry",
        "",
        "w\nKrakowie",
    ],
)
def test_nothing_else_is_bound(text):
    assert visible(typeset(text)) == text


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Od stycznia do maja - wspólnie", "Od stycznia do maja – wspólnie"),
        ("czynne 14.00-18.00.", "czynne 14.00–18.00."),
        ("czynne 9:00-17:30, codziennie", "czynne 9:00–17:30, codziennie"),
        ("kino 20.00-24.00", "kino 20.00–24.00"),
        ("do godz. 10-15 można", "do godz.~10–15 można"),
        ("od godz. 10-15.30", "od godz.~10–15.30"),
        ("do godzinach 14.00 - 18.00", "do godzinach 14.00 – 18.00"),
        ("dni 11-12 lipca", "dni 11–12~lipca"),
        ("Foo - bar - baz", "Foo – bar – baz"),
        ("Koło O'Neila", "Koło O’Neila"),
    ],
)
def test_ranges_and_asides_get_a_dash(text, expected):
    assert visible(typeset(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bieżanów-Prokocim",
        "społeczno-gospodarczych",
        "10-lecie, 100-lecia",
        "30-347 Kraków",
        "2026-05-13",
        "2026-05",
        "12-616-78-18",
        "99.99-18.00",
        "192.168.10.12-13.14",
        "- punkt listy",
        "Ambasada -",
        "Wschód-Zachód",
    ],
)
def test_a_hyphen_that_joins_stays_a_hyphen(text):
    assert typeset(text) == text


@pytest.mark.parametrize(
    "text, expected",
    [
        ('"Ławka"', "„Ławka”"),
        ('cykl "Ławka", cykl "Klub".', "cykl „Ławka”, cykl „Klub”."),
        ('("Ławka")', "(„Ławka”)"),
        ('"Ala" i\n"Ola"', "„Ala” i\n„Ola”"),
    ],
)
def test_straight_quotes_become_polish(text, expected):
    assert typeset(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '„Ławka" dialogu',
        '„Ławka” oraz "Klub"',
        '“Ławka” oraz "Klub"',
        'ekran 5" oraz klub',
        'dwa " osobne " znaki',
        '"Jeden "dwa" trzy"',
        '""',
        "«Ławka»",
    ],
)
def test_quotes_that_are_mixed_or_unpaired_are_left_to_people(text):
    assert typeset(text) == text


@pytest.mark.parametrize(
    "kept",
    [
        "https://krakow.pl/a-b?x=14.00-18.00&y=O'K",
        "HTTP://example.org/13.00-14.00",
        "webcal://example.org/14.00-18.00.ics",
        "www.krakow.pl/14.00-18.00",
        "klub.10.00-11.00@krakow.pl",
        "mailto:ngo@um.krakow.pl",
        'href="x"',
        'title="w domu - i"',
        '`w kodzie - i "tu"`',
    ],
)
def test_addresses_attributes_and_code_stay_as_they_were(kept):
    assert typeset(kept) == kept
    assert visible(typeset(f"czytaj o {kept} - i pisz")) == f"czytaj o~{kept} – i~pisz"


def test_an_address_in_quotes_is_quoted():
    assert typeset('adres "https://krakow.pl" działa') == "adres „https://krakow.pl” działa"


FRAGMENTS = st.sampled_from(
    [
        *" \"„”“-–.,:;()`=/@'<&\n\t",
        *"awzIVXAŁ0159",
        NBSP,
        "  ",
        " - ",
        "godz. ",
        "ul. ",
        "nr ",
        "13 maja",
        "2026 r.",
        "14.00-18.00",
        "10-15",
        " 000",
        "https://",
        "www.",
        'x="',
        "klub@krakow.pl",
        "Kraków",
        "2 MB",
    ]
)
TEXTS = st.lists(FRAGMENTS, max_size=25).map("".join)


@given(TEXTS | st.text())
def test_setting_twice_changes_nothing(text):
    assert typeset(typeset(text)) == typeset(text)


@given(TEXTS | st.text())
def test_only_spaces_quotes_hyphens_and_apostrophes_ever_change(text):
    done = typeset(text)

    assert len(done) == len(text)
    assert {old for old, new in zip(text, done, strict=True) if old != new} <= set(" \"-'")


# HTML


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<p>Spotkanie w Krakowie</p>", "<p>Spotkanie w~Krakowie</p>"),
        ("<p>w <strong>Krakowie</strong></p>", "<p>w~<strong>Krakowie</strong></p>"),
        ("<p><em>w</em> Krakowie</p>", "<p><em>w</em>~Krakowie</p>"),
        ("<p>i\nw domu</p>", "<p>i~w~domu</p>"),
        ('<p>"<b>Ławka</b> dialogu"</p>', "<p>„<b>Ławka</b> dialogu”</p>"),
        ("<p>&quot;Ławka&quot;</p>", "<p>„Ławka”</p>"),
        ("<p>Koło O&#x27;Neila</p>", "<p>Koło O’Neila</p>"),
        ("<li>14.00-18.00</li>", "<li>14.00–18.00</li>"),
        ("<h2>Kraków - <i>miasto</i></h2>", "<h2>Kraków – <i>miasto</i></h2>"),
        ("<p>w <code>x - y</code> - tak</p>", "<p>w~<code>x - y</code> – tak</p>"),
        ("czytaj <a href='/w a'>o nas</a>", "czytaj <a href='/w a'>o~nas</a>"),
        ("<p>Q&A w domu & ogrodzie</p>", "<p>Q&A w~domu & ogrodzie</p>"),
    ],
)
def test_text_of_html_is_set_across_its_tags(html, expected):
    assert visible(typeset_html(html)) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://krakow.pl/a b" title="w domu - i &quot;tu&quot;">Kraków</a>',
        "<img alt='w domu > - i' src=x>",
        '<code>a - b w "c"</code>',
        "<pre>w domu\n  - i <b>w</b> domu</pre>",
        "<PRE class='w x'>w domu</PRE >",
        "<script>let w = 'a - b';</script>",
        '<style>p { content: "w x" }</style>',
        "<!-- w domu - i -->",
        "<p>zwykły&nbsp;tekst &lt;b&gt; &amp; &hellip;</p>",
        "<p>https://krakow.pl/14.00-18.00</p>",
        "",
    ],
)
def test_attributes_code_comments_and_addresses_in_html_stay(html):
    assert typeset_html(html) == html


def test_a_quote_does_not_reach_over_paragraphs():
    html = '<p>"Ławka</p><p>dialogu"</p>'

    assert typeset_html(html) == html


def test_an_odd_quote_spoils_only_its_own_paragraph():
    assert typeset_html('<p>5" ekran</p><p>"Ławka"</p>') == '<p>5" ekran</p><p>„Ławka”</p>'


def test_a_word_at_the_end_of_one_list_item_is_not_bound_to_the_next():
    html = "<ul><li>grupa a</li> <li>grupa b</li></ul>"

    assert typeset_html(html) == html


MARKUP = st.sampled_from(
    [
        *("<p>", "</p>", "<b>", "</b>", '<a href="w x - y">', "</a>", "<br>", "<code>w x</code>"),
        *("&nbsp;", "&quot;", "&amp;", "&lt;", "&#39;", "&bogus;", "<!-- w x -->"),
    ]
)
DOCUMENTS = st.lists(MARKUP | FRAGMENTS, max_size=25).map("".join)


@given(DOCUMENTS)
def test_setting_html_twice_changes_nothing(html):
    assert typeset_html(typeset_html(html)) == typeset_html(html)


@given(st.lists(MARKUP | TEXTS.filter(lambda text: "<" not in text), max_size=12).map("".join))
def test_setting_html_keeps_every_tag_and_attribute(html):
    # In a paragraph: the parser warns of text that is a bare address, as if it were a mistake.
    before, after = (
        BeautifulSoup(f"<p>{text}", "html.parser") for text in (html, typeset_html(html))
    )

    assert [(tag.name, tag.attrs) for tag in after.find_all()] == [
        (tag.name, tag.attrs) for tag in before.find_all()
    ]
    assert len(after.get_text()) == len(before.get_text())
