"""A pasted list read row by row: titles, kinds, roles, dates, places, names; nothing written."""

from datetime import date
from pathlib import Path

import pytest

from events.importing.names import Registry
from organizations.models import Alias
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import Precision
from reports.activity_twins import Twins
from reports.models import Activity
from reports.pasted_activities import pasted
from reports.pasted_lines import lines_of
from tests.factories import (
    make_activity,
    make_event,
    make_held,
    make_organization,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db
MARCH = MonthSpan.of(Month(2026, 3))
SPRING = MonthSpan(Month(2026, 1), Month(2026, 5))
SUMMARY = Path(__file__).parents[3] / "shared/sources/2026-05-15-sprawozdanie-styczen-maj.txt"


def read(text, span=MARCH, role="participant"):
    return pasted(text, span=span, role=role, registry=Registry.load())


def one(text, span=MARCH):
    (row,) = read(text, span)
    return row


## Rows


@pytest.mark.parametrize(
    "pasted_row, title",
    [
        ("- wizyta w Fundacji X,", "wizyta w Fundacji X"),
        ("– wizyta w Fundacji X;", "wizyta w Fundacji X"),
        ("• wizyta w Fundacji X.", "wizyta w Fundacji X"),
        ("-wizyta w Fundacji X", "wizyta w Fundacji X"),
        ("  *  wizyta   w Fundacji X , ", "wizyta w Fundacji X"),
        ("3) wizyta w Fundacji X", "wizyta w Fundacji X"),
        ("a) wizyta w Fundacji X", "wizyta w Fundacji X"),
        ("- **wizyta w Fundacji X**,", "wizyta w Fundacji X"),
        ("\u200bwizyta\u00a0w\tFundacji X", "wizyta w Fundacji X"),
        ("6. urodziny Centrum Sąsiedzkiego", "6. urodziny Centrum Sąsiedzkiego"),
        ("- 6. urodziny Centrum Sąsiedzkiego,", "6. urodziny Centrum Sąsiedzkiego"),
        ("gala w Domu Kultury im.", "gala w Domu Kultury im."),
        ("- <b>wizyta</b> & {{ x }}", "<b>wizyta</b> & {{ x }}"),
        ("- =HYPERLINK(1)", "=HYPERLINK(1)"),
    ],
)
def test_marks_around_a_row_go_and_its_words_stay(pasted_row, title):
    assert one(pasted_row).title == title


def test_a_numbered_list_loses_its_numbers_and_keeps_ordinals():
    rows = read("1. wizyta w A\n2. 6. urodziny B\n3. spotkanie z C")
    assert [row.title for row in rows] == ["wizyta w A", "6. urodziny B", "spotkanie z C"]


def test_empty_lines_and_headings_are_no_rows():
    text = (
        "Luty\n\n- wizyta w A\n\nMarzec 2026:\n\n- wizyta w B\n## Kwiecień – różnie\n- wizyta w C"
    )
    rows = read(text, SPRING)
    assert [(row.title, row.when_text) for row in rows] == [
        ("wizyta w A", "luty 2026 r."),
        ("wizyta w B", "marzec 2026 r."),
        ("wizyta w C", "kwiecień 2026 r."),
    ]


def test_words_that_introduce_a_list_give_its_month_and_role():
    text = (
        "Wśród najważniejszych wydarzeń marca znalazły się także:\n- piknik,\n"
        "W kwietniu Pełnomocnik zorganizował:\n- festyn"
    )
    rows = read(text, SPRING)
    assert [(row.title, row.when_text, row.role) for row in rows] == [
        ("piknik", "marzec 2026 r.", "participant"),
        ("festyn", "kwiecień 2026 r.", "organizer"),
    ]


def test_paragraphs_among_bullets_are_marked_and_not_lost():
    rows = read("- wizyta w A,\n- wizyta w B.\n\nLuty był pracowity. Działo się wiele.")
    assert [row.is_prose for row in rows] == [False, False, True]
    assert rows[2].doubts[0] == "To wygląda na akapit, a nie na jedno działanie."


def test_a_broken_line_goes_on_in_the_next():
    rows = read("- spotkanie o zdrowiu\npsychicznym młodzieży,\n- wizyta w B")
    assert [row.title for row in rows] == [
        "spotkanie o zdrowiu psychicznym młodzieży",
        "wizyta w B",
    ]


def test_one_line_with_semicolons_or_bullets_is_many_rows():
    assert [row.title for row in read("wizyta w A; spotkanie z B;")] == [
        "wizyta w A",
        "spotkanie z B",
    ]
    assert [row.title for row in read("• wizyta w A • spotkanie z B")] == [
        "wizyta w A",
        "spotkanie z B",
    ]


def test_what_is_too_long_is_told_and_not_cut():
    row = one("wizyta " + "x" * 400)
    assert len(row.title) == 407
    assert row.doubts[0].startswith("Za długie: 407 znaków")


def test_a_year_that_never_was_is_no_year():
    assert one("Luty 9999:\n- wizyta w A").when_text == "marzec 2026 r."


## Kinds and roles


@pytest.mark.parametrize(
    "title, kind",
    [
        ("wizyty w organizacjach terapeutycznych", "visit"),
        ("wizytach w Środowiskowym Domu", "visit"),
        ("spotkaniu z okazji Dnia Sąsiada", "meeting"),
        ("rozmowa z zarządem", "meeting"),
        ("VII posiedzeniu Forum Lokalnego", "sitting"),
        ("Ogólnopolskim Kongresie „Spotkanie z dostępnością”", "conference"),
        ("udział w konferencji o wolontariacie", "conference"),
        ("konsultacje programu współpracy", "consultation"),
        ("opinia do uchwały", "consultation"),
        ("kampania 1,5% podatku", "campaign"),
        ("działania informacyjne o podatku", "campaign"),
        ("jubileuszu 10-lecia Klubu", "jubilee"),
        ("10-lecie Klubu", "jubilee"),
        ("stulecie Towarzystwa", "jubilee"),
        ("6. urodziny Centrum", "jubilee"),
        ("otwarciu XIII Festiwalu Teatru", "opening"),
        ("odsłonięcia tablicy", "opening"),
        ("Targi Pracy", "festival"),
        ("pikniku rodzinnym", "festival"),
        ("rozpoczęcie współpracy z Fundacją", "cooperation"),
        ("gala plebiscytu", "other"),
        ("finał zbiórki", "campaign"),
        ("premiera „Spotkanie na moście”", "meeting"),
    ],
)
def test_the_first_telling_word_says_the_kind(title, kind):
    assert one(title).kind == kind


def test_a_word_inside_a_known_name_says_nothing_of_the_kind():
    make_organization("Fundacja Festiwal Kultury")
    assert one("gala Fundacji Festiwal Kultury").kind == "other"


@pytest.mark.parametrize(
    "text, role, title",
    [
        ("piknik (gość)", "guest", "piknik"),
        ("piknik – patronat", "patron", "piknik"),
        ("piknik pod patronatem Prezydenta", "patron", "piknik pod patronatem Prezydenta"),
        ("organizacja pikniku", "organizer", "organizacja pikniku"),
        ("piknik (organizacja)", "organizer", "piknik"),
        ("konferencja jako gość specjalny", "guest", "konferencja jako gość specjalny"),
        ("udział w gali", "participant", "udział w gali"),
        ("organizacja pozarządowa na targach", "organizer-default", ""),
    ],
)
def test_words_say_the_role(text, role, title):
    (row,) = read(text, role="organizer" if role == "organizer-default" else "participant")
    assert row.role == role.removesuffix("-default")
    assert row.title == (title or text)


## Dates


@pytest.mark.parametrize(
    "text, when, title",
    [
        ("13 marca – wizyta w A", "13 marca 2026 r.", "wizyta w A"),
        ("13.03: wizyta w A", "13 marca 2026 r.", "wizyta w A"),
        ("13.03.2026 wizyta w A", "13 marca 2026 r.", "wizyta w A"),
        ("12–13.03 wizyta w A", "12–13 marca 2026 r.", "wizyta w A"),
        ("wizyta w A (13 marca)", "13 marca 2026 r.", "wizyta w A"),
        ("wizyta w A, 13 marca 2026 r.", "13 marca 2026 r.", "wizyta w A"),
        ("w piątek 13 marca wizyta w A", "13 marca 2026 r.", "wizyta w A"),
        ("wizyta w A 13 marca w południe", "13 marca 2026 r.", "wizyta w A 13 marca w południe"),
        ("obchody 8 marca", "8 marca 2026 r.", "obchody 8 marca"),
        ("27–28 lutego: targi", "27–28 lutego 2026 r.", "targi"),
        ("27 lutego – 2 marca: targi", "27 lutego – 2 marca 2026 r.", "targi"),
        ("w marcu wizyta w A", "marzec 2026 r.", "wizyta w A"),
        ("wizyta w A w marcu", "marzec 2026 r.", "wizyta w A"),
        ("wizyta w A, marzec 2026", "marzec 2026 r.", "wizyta w A"),
        ("marzec: wizyta w A", "marzec 2026 r.", "wizyta w A"),
        ("w połowie marca wizyta w A", "połowa marca 2026 r.", "wizyta w A"),
        ("od stycznia do kwietnia: kampania", "styczeń–kwiecień 2026 r.", "kampania"),
        ("od listopada do stycznia: kampania", "listopad 2025 r. – styczeń 2026 r.", "kampania"),
        ("kampania (styczeń–kwiecień 2026)", "styczeń–kwiecień 2026 r.", "kampania"),
        ("w styczniu i lutym: kampania", "styczeń–luty 2026 r.", "kampania"),
        ("wizyta w A", "styczeń–maj 2026 r.", "wizyta w A"),
        ("akcja 1,5% podatku", "styczeń–maj 2026 r.", "akcja 1,5% podatku"),
        ("zbiórka do 30 kwietnia", "styczeń–maj 2026 r.", "zbiórka do 30 kwietnia"),
        ("spotkanie o godz. 17.30", "styczeń–maj 2026 r.", "spotkanie o godz. 17.30"),
    ],
)
def test_a_row_says_its_date_as_exactly_as_it_knows(text, when, title):
    row = one(text, SPRING)
    assert (row.when_text, row.title) == (when, title)


@pytest.mark.parametrize(
    "text, words",
    [
        ("30 lutego wizyta w A", "30 lutego nie istnieje"),
        ("wizyta w A, 13 marca 2026 (sobota)", "13 marca 2026 to piątek"),
        ("13 sierpnia 2025 wizyta w A", "Data spoza wybranego okresu: 13 sierpnia 2025 r."),
    ],
)
def test_a_date_that_cannot_be_meant_is_doubted(text, words):
    assert words in " ".join(one(text, SPRING).doubts).replace("\xa0", " ")


def test_a_date_in_a_row_beats_the_heading_and_the_heading_the_period():
    rows = read("Luty:\n- wizyta w A,\n- 13 marca wizyta w B", SPRING)
    assert [row.when.precision for row in rows] == [Precision.MONTH, Precision.DAY]
    assert rows[1].when.first_day == date(2026, 3, 13)


## Names and places


def test_organizations_are_found_by_name_alias_and_case():
    music = make_organization("Fundacja Muzyka w Centrum")
    kidneys = make_organization("Ogólnopolskie Stowarzyszenie Moje Nerki")
    Alias.objects.create(organization=kidneys, name="Nerki Razem")
    row = one("spotkanie z Fundacją Muzyka w Centrum i Nerkami Razem")
    assert [known.pk for known in row.organizations] == [music.pk, kidneys.pk]


def test_an_organization_that_no_list_has_is_told_and_a_like_one_named():
    make_organization("Fundacja Hamlet")
    assert one("wizyta w Fundacji Zupełnie Nowa").doubts == (
        "„Fundacja Zupełnie Nowa”: tej organizacji nie ma w spisie.",
    )
    assert "w spisie jest podobna „Fundacja Hamlet”" in " ".join(
        one("wizyta w Fundacji Hamllet").doubts
    )


def test_a_venue_of_the_list_a_town_and_other_words_say_the_place():
    venue = make_venue("Społeczna Kaffka")
    found = one("spotkanie w Społecznej Kaffce")
    assert (found.venue.pk, found.place, found.outside_krakow) == (
        venue.pk,
        "Społeczna Kaffka",
        False,
    )
    away = one("udział w kongresie w Warszawie")
    assert (away.place, away.outside_krakow) == ("Warszawa", True)
    assert one("Festiwal Koreański w Hali Cracovii").place == "w Hali Cracovii"
    assert one("otwarcie pracowni przy ul. Garbarskiej").place == "przy ul. Garbarskiej"
    assert one("premiera „W Warszawie”").outside_krakow is False


## What stands on record


def twin(text, span=SPRING):
    (row,) = read(text, span)
    return Twins.around([row.when]).of(row.title, row.when, row.seen)


def test_the_same_activity_is_known_again_and_a_like_one_too():
    make_activity("wizyta w Fundacji Hamlet")
    assert twin("wizyta w Fundacji Hamlet", MARCH).is_same
    alike = twin("wizyty w Fundacji Hamlet, 13 marca")
    assert (alike.title, alike.is_same) == ("wizyta w Fundacji Hamlet", False)
    assert twin("wizyta w Fundacji Hamlet", MonthSpan.of(Month(2026, 4))) is None
    assert twin("wizyta w Fundacji Zustricz", MARCH) is None


def test_our_own_meeting_is_known_by_its_cycle_number_and_place():
    series = make_series("Spotkajmy się w 3miejscu")
    kaffka = make_venue("Społeczna Kaffka")
    make_held("Pierwsze", series=series, edition=1, month=Month(2026, 3))
    second = make_held("Drugie", series=series, edition=2, month=Month(2026, 4), venue=kaffka)
    found = twin("drugie spotkanie z cyklu „Spotkajmy się w 3miejscu” w Społecznej Kaffce")
    assert (found.pk, found.is_event) == (second.pk, True)
    assert twin("spotkanie z cyklu „Spotkajmy się w 3miejscu” w Społecznej Kaffce").pk == second.pk


def test_our_own_meeting_is_known_by_its_title_and_none_that_was_off():
    event = make_event("Piknik nad Wisłą", when=make_when(date(2026, 3, 13)))
    assert twin("piknik nad Wisłą").pk == event.pk
    type(event).objects.filter(pk=event.pk).update(outcome="not_held")
    assert twin("piknik nad Wisłą") is None


def test_asking_about_many_rows_asks_the_database_twice(django_assert_num_queries):
    for number in range(3):
        make_activity(f"wizyta w Fundacji {number}")
    rows = read("\n".join(f"wizyta w Fundacji {number}" for number in range(30)))
    with django_assert_num_queries(2):
        twins = Twins.around([row.when for row in rows])
        found = [twins.of(row.title, row.when, row.seen) for row in rows]
    assert sum(row is not None and row.is_same for row in found) == 3


def test_nothing_is_written():
    read("wizyta w A\nwizyta w B")
    assert not Activity.objects.exists()
    assert len(lines_of("wizyta w A", MARCH)) == 1


## The summary of 15 May, where it is at hand: kinds and months as its lines say them

EXPECTED = {
    "styczeń 2026 r.": "meeting festival meeting opening cooperation other other sitting meeting",
    "luty 2026 r.": "meeting cooperation jubilee meeting",
    "marzec 2026 r.": (
        "conference meeting festival sitting jubilee conference other other cooperation other"
    ),
    "kwiecień 2026 r.": (
        "festival festival meeting jubilee meeting conference sitting visit meeting opening "
        "festival opening opening meeting opening visit"
    ),
    "maj 2026 r.": "conference meeting other meeting",
}


@pytest.mark.parametrize("path", [path for path in [SUMMARY] if path.exists()])
def test_the_summary_of_the_office_is_read_line_by_line(path):
    rows = [row for row in read(path.read_text(), SPRING) if not row.is_prose]
    found = {}
    for row in rows:
        found.setdefault(row.when_text, []).append(row.kind.value)
    assert {when: " ".join(kinds) for when, kinds in found.items()} == EXPECTED


def test_a_name_of_nobody_s_office_is_doubted_and_an_office_is_no_organization():
    make_organization("Prezydent Miasta Krakowa")
    row = one("gala z Pełnomocniczką Prezydenta Miasta Krakowa Anną Nowak")
    assert row.organizations == ()
    assert "„Anną Nowak” wygląda na imię i nazwisko" in row.doubts[0]
    (found,) = one("gala z Prezydentem Miasta Krakowa").organizations
    assert found.label == "Prezydent Miasta Krakowa"


def test_of_a_paragraph_nothing_is_cut():
    (row,) = read("W marcu odbyła się gala. Przyszło na nią wielu sąsiadów.", SPRING)
    assert row.title == "W marcu odbyła się gala. Przyszło na nią wielu sąsiadów"
    assert (row.is_prose, row.when_text) == (True, "marzec 2026 r.")
