"""Of each text: its title, day, lead and body, and what was mended, in words."""

import pytest

from events.importing.encodings import UnreadableError
from events.importing.files import read
from events.importing.parts import parts_of
from portal.kernel.months import day_of
from tests.events.importing.conftest import markdown, parts


def told(found):
    return "\n".join(found.remarks)


def html(text, name="strona.html"):
    return parts_of(read(name, text.encode()))


TITLES = {
    "2026-01-12-dyzur-w-bibliotece.txt": "Biuro na wynos – rozmowy w miejscach, które lubicie",
    "2026-02-02-rozmowa-na-schodach.md": "Zapytaj prezydentkę – Schody rozmów dla stowarzyszeń",
    "2026-03-30-po-targach.txt": "„Razem na rynku III” – ponad 40 organizacji przyszło do Hali "
    "Rybnej",
    "2026-04-20-piata-odslona.html": "Biuro na wynos wraca",
    "2026-05-29-co-zrobilismy.txt": "Pierwsze pięć miesięcy – co zrobiliśmy razem",
    "warsztaty-z-ofert.txt": "Warsztaty z pisania ofert",
    "dwie-daty.md": "Piknik na Skwerze Wspólnym",
}


@pytest.mark.parametrize("name, title", TITLES.items())
def test_the_title_is_found_wherever_it_stands(name, title):
    assert parts(name).title == title


@pytest.mark.parametrize(
    "name, day",
    [
        ("2026-01-12-dyzur-w-bibliotece.txt", "2026-01-12"),
        ("2026-04-20-piata-odslona.html", "2026-04-20"),
        ("warsztaty-z-ofert.txt", "2026-06-03"),
        ("dwie-daty.md", "2026-06-01"),
    ],
)
def test_the_day_of_publication_is_found(name, day):
    assert str(day_of(parts(name).published_at)) == day


def test_the_lead_is_the_first_paragraph_bold_or_not():
    assert parts("2026-02-02-rozmowa-na-schodach.md").lead.startswith("12 lutego 2026 r.")
    assert parts("2026-03-30-po-targach.txt").lead.startswith("Ponad 40 organizacji")
    assert parts("2026-04-20-piata-odslona.html").lead.startswith("Bez kolejki")


def test_a_heading_that_goes_on_with_the_title_is_the_lead():
    lead = parts("2026-05-29-co-zrobilismy.txt").lead
    assert lead == "Zestawienie pracy Biura ds. Współpracy Urzędu Miasta Gdyni"


@pytest.mark.parametrize(
    "name",
    [
        "2026-01-12-dyzur-w-bibliotece.txt",
        "2026-02-02-rozmowa-na-schodach.md",
        "2026-05-29-co-zrobilismy.txt",
    ],
)
def test_a_stray_logo_goes_and_is_told_of(name):
    found = parts(name)
    assert "Morska" not in found.title + found.lead + found.body
    assert "Usunięto zabłąkane logo: „Gdynia Morska”." in found.remarks


def test_a_signature_below_a_text_is_no_logo():
    found = markdown("# Tytuł\n\nZapraszamy do sali.\n\n**Jan Kowalski  \nkierownik**\n")
    assert "Jan Kowalski" in found.body


def test_a_list_cut_by_a_logo_is_one_list_again_and_its_numbers_are_words():
    body = parts("2026-05-29-co-zrobilismy.txt").body
    assert body.count("<ul>") == 1
    assert "<li>5. urodziny Przystani Społecznej,</li>" in body
    assert "<ol" not in body


def test_a_real_numbered_list_stays_one():
    assert "<ol><li>wejdź</li><li>usiądź</li></ol>" in markdown("# T\n\n1. wejdź\n2. usiądź").body


def test_a_gap_in_the_middle_of_a_paragraph_is_closed_and_told_of():
    found = parts("2026-05-29-co-zrobilismy.txt")
    assert "zadania publiczne oraz o tym" in found.body
    assert "Sklejono akapit" in told(found)


def test_paragraphs_that_are_whole_stay_apart():
    found = markdown("# T\n\nSpotykamy się co tydzień o tej samej porze.\n\nkawa czeka\n\nkoc też")
    assert "<p>kawa czeka</p><p>koc też</p>" in found.body


def test_dead_links_leave_their_words_and_live_ones_stay():
    found = parts("2026-01-12-dyzur-w-bibliotece.txt")
    assert "<a" not in found.body
    assert "w Klubokawiarni Falochron (miejscu prowadzonym przez Fundacja Bliski Brzeg)" in (
        found.body
    )
    assert "Odnośnik „Klubokawiarni Falochron” prowadził donikąd (#): zostały słowa." in (
        found.remarks
    )
    live = markdown("# T\n\nWstęp do tego.\n\nSzczegóły [tutaj](https://przyklad.invalid/a?b=1).")
    assert '<a href="https://przyklad.invalid/a?b=1">tutaj</a>' in live.body


def test_where_a_relative_link_led_is_told():
    found = parts("2026-04-20-piata-odslona.html")
    assert "Mapa dojazdu" in found.body
    assert "„/mapa?id=4”" in told(found)


def test_headings_that_leap_are_evened_and_told_of():
    body = parts("2026-05-29-co-zrobilismy.txt").body
    assert body.count("<h2>") == 5
    assert "<h3>" not in body
    found = markdown("# T\n\n## A\n\nTekst.\n\n##### B\n\nTekst.\n\n## C\n\nTekst.")
    assert "<h2>A</h2><p>Tekst.</p><h3>B</h3><p>Tekst.</p><h2>C</h2>" in found.body
    assert "przeskakiwały" in told(found)


def test_ten_levels_of_headings_become_two():
    text = "".join(f"{'#' * level} Poziom {level}\n\nTekst.\n\n" for level in range(1, 11))
    found = markdown(text)
    assert found.title == "Poziom 1"
    assert found.body.count("<h2>") == 1
    assert found.body.count("<h3>") == 4
    assert "####### Poziom 7" in found.body


def test_headings_that_are_right_are_not_told_of():
    found = markdown("# T\n2026-01-02\n\n## A\n\nTekst.\n\n### B\n\nTekst.\n\n## C\n\nTekst.")
    assert found.remarks == ()


def test_a_heading_loses_its_full_stop_and_keeps_the_one_of_a_short_form():
    found = markdown("# T\n\n## Po co wychodzimy.\n\nTekst.\n\n## Plan na 2026 r.\n\nTekst.")
    assert "<h2>Po co wychodzimy</h2>" in found.body
    assert "<h2>Plan na 2026 r.</h2>" in found.body


def test_hyphens_and_quotes_become_polish_ones():
    found = parts("warsztaty-z-ofert.txt")
    assert "„krok po kroku”" in found.lead
    assert "błędach – najlepiej" in found.lead
    assert "„na zaproszenie”" in found.body
    assert "10.00–13.30" in parts("2026-01-12-dyzur-w-bibliotece.txt").body


def test_a_bold_line_is_a_heading_where_there_are_none():
    found = markdown("# T\n\nWstęp jest tu po to, żeby nie był pusty.\n\n**Kto**\n\nKażdy.")
    assert "<h2>Kto</h2><p>Każdy.</p>" in found.body
    assert "jest teraz nagłówkiem" in told(found)


def test_scripts_frames_and_pictures_are_left_out_and_told_of():
    found = parts("2026-04-20-piata-odslona.html")
    assert "2030" not in found.title + found.lead + found.body
    assert {"Usunięto: skrypt.", "Usunięto: ramkę z innej strony."} <= set(found.remarks)
    assert "Stolik przed klubokawiarnią" in told(found)


def test_menus_and_footers_of_a_page_are_no_text():
    found = parts("2026-04-20-piata-odslona.html")
    assert "Sport" not in found.body
    assert "©" not in found.body
    assert "Wszystkie wiadomości" not in found.body + found.lead


def test_cells_of_a_table_stay_readable():
    body = parts("2026-04-20-piata-odslona.html").body
    assert "telefon – 58 000 00 00" in body
    assert "pokój – 204" in body


def test_entities_written_twice_become_signs_and_unknown_ones_are_told_of():
    assert "wszystko – lokal" in parts("2026-04-20-piata-odslona.html").body
    found = html("<!DOCTYPE x [<!ENTITY plik SYSTEM 'file:///etc/passwd'>]><h1>T</h1><p>A &plik; b")
    assert "&amp;plik;" in found.body + found.lead
    assert "root" not in found.body
    assert "Nieznany znak „&plik;”" in told(found)


def test_a_billion_laughs_are_not_laughed():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    found = html(f"<!DOCTYPE x [{entities}]><h1>Tytuł</h1><p>&l9;</p>")
    assert len(found.body + found.lead) < 1000


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100_000,
        "<div><p>" * 60_000,
        "<b><i>" * 60_000,
        "<table><tr><td>" * 30_000,
    ],
)
@pytest.mark.drill
def test_a_labyrinth_of_tags_is_refused(text):
    with pytest.raises(UnreadableError, match="zagnieżdżony"):
        html(text + "tekst")


@pytest.mark.parametrize("text", ["[" * 250_000, "*a **a " * 35_000, "`" * 250_000])
@pytest.mark.drill
def test_markdown_made_to_be_slow_is_refused(text):
    with pytest.raises(UnreadableError, match="tysiące"):
        markdown(text + "a")


def test_what_looks_like_a_tag_and_is_none_does_not_vanish():
    found = markdown("# T\n\nPrzyjdzie <Wielka Orkiestra> i 3 < 4, a nie <script>x</script>.\n\nA.")
    assert "Wielka Orkiestra" in found.lead
    assert "script" not in found.lead


def test_two_days_of_publication_are_told_of_and_both_kept():
    found = parts("dwie-daty.md")
    assert "8 czerwca 2026" in found.body
    assert "Dwie daty publikacji" in told(found)


def test_what_front_matter_says_besides_stays_in_the_text():
    assert "autor: biuro" in parts("dwie-daty.md").body


def test_a_text_without_a_title_gets_its_first_sentence_for_a_while():
    found = parts("bez-tytulu.txt")
    assert found.title == "Spotykamy się 31 czerwca, a jeśli nie, to w lipcu"
    assert found.lead.startswith("Spotykamy się 31 czerwca")
    assert "Nie znaleziono tytułu" in told(found)


def test_a_day_that_does_not_exist_is_told_of_and_stays():
    found = markdown("# Tytuł\n\n2026-02-30\n\nZapraszamy wszystkich na herbatę, kawę i rozmowy.")
    assert found.published_at is None
    assert "2026-02-30" in found.body + found.lead
    assert "nie istnieje" in told(found)


def test_the_day_is_taken_from_the_name_when_the_text_is_silent():
    found = markdown("# Tytuł\n\nTekst.", name="2026-03-04-tytul.md")
    assert str(day_of(found.published_at)) == "2026-03-04"
    assert "z nazwy pliku" in told(found)


def test_a_title_beyond_two_hundred_letters_is_shortened_and_kept_whole_in_the_text():
    long = "Bardzo długi tytuł " * 15
    found = markdown(f"# {long}\n\nTekst tej wiadomości jest krótki.")
    assert len(found.title) <= 200
    assert found.title.endswith("…")
    assert long.strip() in found.body + found.lead


def test_a_long_first_paragraph_stays_in_the_body():
    found = markdown(f"# T\n\n{'Zdanie o niczym. ' * 50}\n\nKoniec.")
    assert found.lead == ""
    assert "Zdanie o niczym." in found.body


@pytest.mark.parametrize("text", ["<script>1</script>", "![](x.png)", "---\n\n***", "<!-- x -->"])
def test_a_file_without_a_word_is_refused(text):
    with pytest.raises(UnreadableError, match="nie ma żadnego tekstu"):
        markdown(text)


def test_another_encoding_or_layout_of_a_text_is_the_same_text():
    text = "# Święto\n\n2026-05-01\n\nZapraszamy - w sobotę - na łąkę."
    other = text.replace("\n\n", "\n\n\n").replace(" - ", " – ")
    one = parts_of(read("a.md", text.encode("cp1250")))
    assert one.digest == parts_of(read("b.txt", other.encode("utf-16"))).digest
    assert one.digest != parts_of(read("a.md", text.replace("sobotę", "niedzielę").encode())).digest
