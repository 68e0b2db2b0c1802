from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from portal.kernel.months import WARSAW, Month, MonthSpan
from portal.kernel.reading import read_when
from portal.kernel.when import EndKind, When


def at(text):
    """A moment on Warsaw's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


def hours(start, end=None, **facts):
    return When.at_time(at(start), at(end) if end else None, **facts)


def refusal(start, end="", **boxes):
    with pytest.raises(ValidationError) as refused:
        read_when(start, end, **boxes)
    return {field: " ".join(told) for field, told in refused.value.message_dict.items()}


MAY_13 = date(2026, 5, 13)
TWO_O_CLOCK = hours("2026-05-13T14:00")
TWO_TO_SIX = hours("2026-05-13T14:00", "2026-05-13T18:00")
MAY = Month(2026, 5)


## What people write


@pytest.mark.parametrize(
    "text",
    [
        "13.05.2026 14.00",
        "13.5.2026 14:00",
        "13.05.2026, godz. 14:00",
        "13.05.2026 godz. 14",
        "13/05/2026 14:00",
        "13 maja 2026 14.00",
        "13 maja 2026 o 14",
        "13 maja 2026 r., godz. 14.00",
        "13 MAJA 2026 R. GODZ. 14.00",
        "13\u00a0maja 2026\u00a0r., godz.\u00a014.00",
        "13 V 2026 14.00",
        "2026-05-13 14:00",
        "2026-05-13T14:00",
        "2026-05-13T14:00:00",
        "śr. 13 maja 2026, 14.00",
        "w środę 13 maja 2026 r. o godz. 14.00",
        "13 maja 2026 r. (środa) o godz. 14.00",
        "13.05.2026 (śr.) 14.00",
        "sroda, 13 maja 2026, godzina 14.00",
        "  13.05.2026\t14.00\n",
        "\ufeff13.05.2026 14.00\u200b",
    ],
)
def test_an_hour_of_a_day_is_read_however_it_is_written(text):
    assert read_when(text) == TWO_O_CLOCK


@pytest.mark.parametrize(
    "text",
    [
        "13.05.2026 14.00–18.00",
        "13.05.2026 14:00-18:00",
        "13.05.2026 14.00 − 18.00",
        "13 maja 2026 r., godz. 14.00–18.00",
        "13 maja 2026 godz. 14-18",
        "13 maja 2026 godz. od 14 do 18",
        "w środę 13 maja 2026 r. w godz. 14.00–18.00",
        "13 maja 2026, w godzinach od 14.00 do 18.00",
        "13.05.2026 14.00 – 13.05.2026 18.00",
    ],
)
def test_both_hours_may_stand_in_the_first_field(text):
    assert read_when(text) == TWO_TO_SIX


@pytest.mark.parametrize(
    "text", ["13.05.2026", "13 maja 2026 r.", "śr. 13 maja 2026", "2026-05-13", "dnia 13.05.2026r."]
)
def test_a_day_without_an_hour_is_known_to_the_day(text):
    assert read_when(text) == When.on_day(MAY_13)


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("13–15 maja 2026", MAY_13, date(2026, 5, 15)),
        ("od 13 do 15 maja 2026 r.", MAY_13, date(2026, 5, 15)),
        ("13-15.05.2026", MAY_13, date(2026, 5, 15)),
        ("13.05–15.05.2026", MAY_13, date(2026, 5, 15)),
        ("13.05.2026 – 15.05.2026", MAY_13, date(2026, 5, 15)),
        ("28 lutego – 2 marca 2026", date(2026, 2, 28), date(2026, 3, 2)),
        ("30 grudnia 2026 r. – 2 stycznia 2027 r.", date(2026, 12, 30), date(2027, 1, 2)),
    ],
)
def test_several_days_may_stand_in_the_first_field(text, first, last):
    assert read_when(text) == When.on_day(first, last)


@pytest.mark.parametrize(
    "text, part",
    [
        ("początek maja 2026", 1),
        ("na początku maja 2026 r.", 1),
        ("połowa maja 2026", 2),
        ("w połowie maja 2026", 2),
        ("polowa 05.2026", 2),
        ("koniec maja 2026", 3),
        ("pod koniec maja 2026 r.", 3),
    ],
)
def test_a_part_of_a_month_is_read(text, part):
    assert read_when(text) == When.in_part(MAY, part)


@pytest.mark.parametrize(
    "text", ["maj 2026", "Maj 2026 r.", "w maju 2026", "V 2026", "2026-05", "05.2026", "5/2026"]
)
def test_a_month_is_read(text):
    assert read_when(text) == When.in_month(MAY)


@pytest.mark.parametrize(
    "text, slug",
    [
        ("styczeń–maj 2026", "2026-01--2026-05"),
        ("od stycznia do maja 2026", "2026-01--2026-05"),
        ("01.2026 – 05.2026", "2026-01--2026-05"),
        ("2026-01--2026-05", "2026-01--2026-05"),
        ("grudzień 2025 – styczeń 2026", "2025-12--2026-01"),
        ("I–IV 2026", "2026-01--2026-04"),
        ("XII 2025 – I 2026", "2025-12--2026-01"),
        ("2026", "2026-01--2026-12"),
        ("w 2026 r.", "2026-01--2026-12"),
        ("rok 2026", "2026-01--2026-12"),
    ],
)
def test_several_months_are_read(text, slug):
    assert read_when(text) == When.in_months(MonthSpan.parse(slug))


## The second field


@pytest.mark.parametrize(
    "end, until",
    [
        ("18.00", "2026-05-13T18:00"),
        ("18:00", "2026-05-13T18:00"),
        ("do 18.00", "2026-05-13T18:00"),
        ("godz. 18", "2026-05-13T18:00"),
        ("24.00", "2026-05-14T00:00"),
        ("13.05.2026 18.00", "2026-05-13T18:00"),
        ("14.05.2026 1.00", "2026-05-14T01:00"),
        ("14 maja 1.00", "2026-05-14T01:00"),
        ("31 maja 2026, 24.00", "2026-06-01T00:00"),
    ],
)
def test_an_end_is_an_hour_of_the_same_day_or_of_another(end, until):
    assert read_when("13.05.2026 14.00", end) == hours("2026-05-13T14:00", until)


@pytest.mark.parametrize("end", ["15.05.2026", "15 maja 2026", "15 maja", "pt. 15 maja 2026"])
def test_a_day_ends_on_another_day(end):
    assert read_when("13.05.2026", end) == When.on_day(MAY_13, date(2026, 5, 15))


def test_a_month_ends_with_another_month():
    span = MonthSpan.parse("2026-05--2026-07")
    assert read_when("maj 2026", "lipiec 2026") == When.in_months(span)


@pytest.mark.parametrize("end", ["", "   ", "\u00a0"])
def test_an_empty_end_is_unknown_and_assumed_two_hours_later(end):
    when = read_when("13.05.2026 14.00", end)
    assert when.end_kind == EndKind.UNKNOWN
    assert when.duration == timedelta(hours=2)


def test_a_cycle_s_usual_length_may_be_assumed_instead():
    when = read_when("13.05.2026 14.00", assumed=timedelta(hours=4))
    assert when.ends_at == at("2026-05-13T18:00")


@pytest.mark.parametrize(
    "start, end, planned",
    [
        ("27.02.2026 17.30", "19.30", True),
        ("27.02.2026 17.30", "ok. 19.30", False),
        ("27.02.2026 17.30 – ok. 19.30", "", False),
    ],
)
def test_an_end_is_planned_when_the_box_or_the_text_says_about(start, end, planned):
    when = read_when(start, end, planned_end=planned)
    assert when == hours("2026-02-27T17:30", "2026-02-27T19:30", planned_end=True)


def test_the_boxes_reach_the_date():
    drop_in = read_when("13.05.2026 14.00", "18.00", drop_in=True, confirmed=False)
    assert (drop_in.drop_in, drop_in.confirmed) == (True, False)
    assert read_when("13.05.2026", all_day=True).all_day


def test_a_plan_without_a_day_is_never_confirmed():
    assert not read_when("czerwiec 2026", confirmed=True).confirmed


## The nights on which clocks change


def test_the_hour_that_march_leaves_out_is_refused_with_the_reason():
    assert refusal("29.03.2026 02:30") == {
        "when_from": "29 marca 2026 o 2.30 nie ma takiej godziny: "
        "zegary przeskakują z 2.00 na 3.00."
    }
    assert "when_to" in refusal("28.03.2026 22.00", "29.03.2026 2.00")


@pytest.mark.parametrize("hour", ["2.00", "2.30", "2.59"])
def test_the_hour_that_october_has_twice_is_refused_with_a_way_out(hour):
    assert refusal(f"25.10.2026 {hour}") == {
        "when_from": f"25 października 2026 godzina {hour} wypada dwa razy: zegary cofają się "
        "z 3.00 na 2.00. Podaj godzinę przed 2.00 albo od 3.00."
    }


@pytest.mark.parametrize(
    "text, utc", [("29.03.2026 1.59", 0), ("29.03.2026 3.00", 1), ("25.10.2026 3.00", 2)]
)
def test_the_hours_around_the_change_are_read(text, utc):
    assert read_when(text).starts_at.hour == utc


def test_a_meeting_over_the_long_night_takes_nine_hours():
    assert read_when("24.10.2026 22.00", "25.10.2026 6.00").duration == timedelta(hours=9)


## What is refused, and in which words


FORMS = "Napisz np. 13.05.2026 14.00, 13 maja 2026, połowa maja 2026 albo maj 2026."
WHOLE = "Podaj pełną datę, z rokiem, np. 13.05.2026 albo 13 maja 2026."


@pytest.mark.parametrize(
    "text, told",
    [
        ("", "Podaj datę: dzień z godziną, dzień, część miesiąca albo miesiąc."),
        ("wkrótce", f"Nie rozumiem daty „wkrótce”. {FORMS}"),
        ("13.05.2026 14", f"Nie rozumiem daty „13.05.2026 14”. {FORMS}"),
        ("x", f"Nie rozumiem daty „x”. {FORMS}"),
        ("13 maja", WHOLE),
        ("13 maja 14.00", WHOLE),
        ("14.00", WHOLE),
        ("maj", "Podaj też rok, np. maj 2026."),
        ("30.02.2026", "30 lutego nie istnieje: luty 2026 ma 28 dni."),
        ("29 lutego 2026", "29 lutego nie istnieje: luty 2026 ma 28 dni."),
        ("31.04.2026", "31 kwietnia nie istnieje: kwiecień 2026 ma 30 dni."),
        ("13.13.2026", "Nie ma miesiąca 13: miesiące mają numery 1–12."),
        ("13.05.26", "Napisz rok czterema cyframi: 2026 zamiast 26."),
        ("maj 05", "Napisz rok czterema cyframi: 2005 zamiast 05."),
        ("13.05.202", "Rok 202 jest poza zakresem 2000–2100."),
        ("13.05.20266", "Rok 20266 jest poza zakresem 2000–2100."),
        ("maj 1999", "Rok 1999 jest poza zakresem 2000–2100."),
        ("czw. 13 maja 2026", "13 maja 2026 to środa, a nie czwartek."),
        ("13.05.2026 (wtorek)", "13 maja 2026 to środa, a nie wtorek."),
        ("13.05.2026 25.00", "Nie ma godziny 25.00: doba trwa od 0.00 do 24.00."),
        ("13.05.2026 24.01", "Nie ma godziny 24.01: doba trwa od 0.00 do 24.00."),
        ("13.05.2026 14.75", "Nie ma godziny 14.75: minuty mają numery od 00 do 59."),
        (
            "13.05.2026 24.00",
            "Początek o północy zapisz jako 0.00 następnego dnia: 14.05.2026 0.00.",
        ),
        (
            "13.05.2026 ok. 14.00",
            "Początek nie może być „około”: podaj godzinę albo sam dzień.",
        ),
        ("15–13 maja 2026", "Koniec (13 maja 2026) jest przed początkiem (15 maja 2026)."),
        ("13.05.2026 14.00–12.00", "Koniec (12.00) jest przed początkiem (14.00)."),
        ("maj–styczeń 2026", "Okres kończy się (styczeń 2026) przed początkiem (maj 2026)."),
        ("1999", "Rok 1999 jest poza zakresem 2000–2100."),
    ],
)
def test_a_start_that_cannot_be_is_refused_with_what_to_do(text, told):
    assert refusal(text) == {"when_from": told}


@pytest.mark.parametrize(
    "start, end, told",
    [
        ("13.05.2026 14.00", "12.00", "Koniec (12.00) jest przed początkiem (14.00)."),
        ("13.05.2026 14.00", "14.00", "Koniec (14.00) jest taki sam jak początek."),
        (
            "13.05.2026 20.00",
            "1.00",
            "Koniec (1.00) jest przed początkiem (20.00). "
            "Jeśli to już następny dzień, napisz 14.05.2026 1.00.",
        ),
        (
            "13.05.2026 20.00",
            "0.00",
            "Koniec (0.00) jest przed początkiem (20.00). Północ na końcu dnia zapisz jako 24.00.",
        ),
        (
            "13.05.2026 14.00",
            "12.05.2026 18.00",
            "Koniec (12 maja 2026, 18.00) jest przed początkiem (13 maja 2026, 14.00).",
        ),
        (
            "13.05.2026",
            "12.05.2026",
            "Koniec (12 maja 2026) jest przed początkiem (13 maja 2026).",
        ),
        (
            "13.05.2026 14.00",
            "18",
            "Nie rozumiem końca „18”. Napisz np. 18.00, 24.00, 15.05.2026 albo 15.05.2026 18.00.",
        ),
        ("13.05.2026 14.00", "25.00", "Nie ma godziny 25.00: doba trwa od 0.00 do 24.00."),
        ("13.05.2026 14.00", "31.06.2026", "31 czerwca nie istnieje: czerwiec 2026 ma 30 dni."),
        (
            "13.05.2026 14.00",
            "15.05.2026",
            "Początek ma godzinę, więc koniec też: np. 15.05.2026 18.00.",
        ),
        (
            "13.05.2026 14.00–18.00",
            "18.00",
            "Koniec podano już przy początku: zostaw go w jednym miejscu.",
        ),
        ("maj 2026", "18.00", "Początek to miesiąc, więc koniec też: np. czerwiec 2026."),
        ("połowa maja 2026", "18.00", "Przy części miesiąca zostaw koniec pusty."),
        ("13.05.2026", "maj 2026", "Początek to dzień, więc podaj dzień albo godzinę końca."),
    ],
)
def test_an_end_that_cannot_be_is_refused_beside_its_own_field(start, end, told):
    assert refusal(start, end) == {"when_to": told}


def test_an_end_with_an_hour_asks_for_the_hour_of_the_start():
    assert refusal("13.05.2026", "18.00") == {
        "when_from": "Koniec ma godzinę, więc początek też: np. 13.05.2026 14.00."
    }


@pytest.mark.parametrize(
    "start, box, field",
    [
        ("13.05.2026 14.00", "all_day", "when_from"),
        ("maj 2026", "all_day", "when_from"),
        ("13.05.2026", "drop_in", "when_from"),
        ("maj 2026", "drop_in", "when_from"),
        ("13.05.2026 14.00", "planned_end", "when_to"),
        ("13.05.2026", "planned_end", "when_to"),
        ("połowa maja 2026", "planned_end", "when_to"),
    ],
)
def test_a_box_that_does_not_fit_the_text_is_refused(start, box, field):
    assert list(refusal(start, **{box: True})) == [field]


def test_mistakes_in_both_fields_are_told_at_once():
    assert list(refusal("30.02.2026", "25.00")) == ["when_from", "when_to"]


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "13.05.2026\x0014.00",
        "9" * 10_000,
        "13." * 4_000,
        " " * 10_000 + "x",
        "\u0663.05.2026",
        "\U00010a40.05.2026",
        "\ud800",
        "ﷺ" * 150,
        "²",
        "--------",
        "13..05..2026",
        "0000-00-00",
        "999999.999999.999999",
        "31.12.2100 23.00",
    ],
)
def test_nonsense_of_any_kind_is_refused_and_nothing_else_happens(text):
    told = refusal(text)["when_from"]
    assert len(told) < 200
    assert "\x00" not in told
    if text != "31.12.2100 23.00":
        refusal("13.05.2026 14.00", text)
