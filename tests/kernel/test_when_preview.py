from datetime import datetime

import pytest

from portal.kernel.months import WARSAW
from portal.kernel.when_preview import Preview

NOW = datetime(2026, 5, 8, 12, 0, tzinfo=WARSAW)


def typed(start, end="", at=NOW, **boxes):
    return Preview.typed({"when_from": start, "when_to": end, "confirmed": "on"} | boxes, at)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "start, end, boxes, short, accuracy",
    [
        (
            "13.05.2026 14.00",
            "18.00",
            {},
            "13 maja 2026 r., godz. 14.00–18.00",
            "dzień i godzina",
        ),
        (
            "13.05.2026 14.00",
            "",
            {},
            "13 maja 2026 r., godz. 14.00",
            "dzień i godzina początku, końca nie podano",
        ),
        (
            "27.02.2027 17.30",
            "19.30",
            {"planned_end": "on"},
            "27 lutego 2027 r., godz. 17.30 – ok. 19.30",
            "dzień i godzina, koniec orientacyjny",
        ),
        ("13 V 2026", "", {}, "13 maja 2026 r.", "dzień, bez godziny"),
        ("13 V 2026", "", {"all_day": "on"}, "13 maja 2026 r.", "cały dzień"),
        ("w połowie maja 2026", "", {}, "połowa maja 2026 r.", "część miesiąca, bez dnia"),
        ("05.2026", "", {}, "maj 2026 r.", "miesiąc, bez dnia"),
        ("styczeń–maj 2026", "", {}, "styczeń–maj 2026 r.", "kilka miesięcy, bez dnia"),
    ],
)
def test_a_date_shows_how_it_will_read_and_how_exactly_it_is_known(
    start, end, boxes, short, accuracy
):
    preview = typed(start, end, **boxes)
    assert (plain(preview.short), preview.accuracy) == (short, accuracy)
    assert preview.errors == ()


def test_its_sentence_names_the_weekday():
    assert plain(typed("13.05.2026").sentence) == "w środę 13 maja 2026 r."


@pytest.mark.parametrize(
    "start, confirmed, remark",
    [
        ("13.05.2026", "on", "Termin potwierdzony."),
        ("13.05.2026", "", "Termin planowany."),
        ("czerwiec 2026", "on", "Termin planowany."),  # a month is never certain
        ("7.05.2026", "on", "Uwaga: ten termin już minął."),
    ],
)
def test_it_says_whether_the_date_is_certain_and_whether_it_is_over(start, confirmed, remark):
    assert typed(start, confirmed=confirmed).remark == remark


def test_a_form_that_records_the_past_is_not_warned_of_it():
    assert Preview.typed({"when_from": "7.05.2025"}, NOW).remark == ""


def test_a_date_that_cannot_be_says_why_for_each_field():
    preview = typed("30.02.2026", "25.00")
    assert preview.short == ""
    assert preview.errors == (
        "30 lutego nie istnieje: luty 2026 ma 28 dni.",
        "Nie ma godziny 25.00: doba trwa od 0.00 do 24.00.",
    )


@pytest.mark.parametrize("start", ["", "   ", "\u00a0"])
def test_nothing_typed_is_no_mistake_yet(start):
    assert typed(start, "18.00") == Preview()
