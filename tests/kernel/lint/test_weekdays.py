from datetime import date, timedelta

import pytest

from portal.kernel.lint import Around, Weight, lint, of_text
from portal.kernel.lint.dates import WEEKDAY_FORMS, mentions
from portal.kernel.lint.weekdays import days_gone_by, impossible_days, unfitting_weekdays
from portal.kernel.polish import MONTHS, WEEKDAYS

DAYS = [date(2026, 1, 1) + timedelta(days=11 * number) for number in range(100)]


def near(day):
    return Around(day - timedelta(days=20))


def found(text, around=None, check=unfitting_weekdays):
    return list(check(of_text(text, around or Around(date(2026, 5, 5)))))


def spellings(day, weekday):
    """The ways in which the office writes a day with its weekday."""
    name, short = WEEKDAYS[weekday], WEEKDAYS[weekday].short
    month = MONTHS[day.month - 1].genitive
    return [
        f"Spotykamy się {name.accusative} {day.day} {month} {day.year} r. o godz. 17.30.",
        f"Odbędzie się {day.day} {month} {day.year} r. ({name.nominative}) w urzędzie.",
        f"Zapraszamy {day:%d.%m.%Y} ({short.rstrip('.')}), wstęp wolny.",
        f"{name.nominative.capitalize()} {day.day} {month} {day.year}, godz. 14.00",
        f"{short} {day.day} {month}, jak co miesiąc",
        f"{short} {day:%d.%m.%Y}",
    ]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_each_wrong_weekday_of_a_hundred_days_is_found_and_each_right_one_passes(day):
    for weekday in range(7):
        for text in spellings(day, weekday):
            told = found(text, near(day))
            assert bool(told) == (weekday != day.weekday()), text


@pytest.mark.parametrize(
    "text, instead",
    [
        ("w piątek 13 maja 2026 r. o 14.00", "w środę 13 maja 2026 r."),
        ("we wtorek 13 maja 2026", "w środę 13 maja 2026"),
        ("w środę 12 maja 2026", "we wtorek 12 maja 2026"),
        ("13.05.2026 (pt)", "13.05.2026 (śr.)"),
        ("We wtorek 13 maja 2026", "W środę 13 maja 2026"),
        ("Piątek, 13 maja 2026", "Środa, 13 maja 2026"),
        ("do piątku 13 maja 2026", "środy 13 maja 2026"),
        ("pt. 13 maja 2026", "śr. 13 maja 2026"),
    ],
)
def test_the_right_weekday_stands_in_the_same_case(text, instead):
    (problem,) = found(text)
    assert instead in problem.instead
    assert "13 maja 2026" in problem.sentence.replace("\xa0", " ") or "12" in problem.sentence
    assert problem.weight is Weight.WRONG


@pytest.mark.parametrize(
    "text",
    [
        "13 maja, w piątek 15 maja 2026",
        "w piątek i sobotę 15 i 16 maja 2026",
        "15–16 maja 2026 (pt.–sob.)",
        "w sobotę 15–16 maja 2026",
        "od środy 13 maja do piątku 15 maja 2026",
        "od środy do piątku 15 maja 2026",
        "od 13 maja 2026, środy i piątki",
        "w środę o 17.30, a 14 maja 2026 w czwartek",
        "w piątek o godz. 18 i 13 maja 2026",
        "w środę 17.30",
        "Wtorek. 13 maja 2026 spotykamy się znowu.",
        "30 maja – 2 czerwca 2026",
        "w każdy piątek od 13 maja 2026",
        "środa 13.05., godz. 14.00",
        "https://example.org/piatek-13-maja-2026",
    ],
)
def test_what_is_right_or_says_nothing_of_a_weekday_passes(text):
    assert found(text) == []


def test_without_a_year_the_day_is_of_the_events_year():
    around = Around(date(2025, 12, 20), years=(2026,))
    assert found("w środę 13 maja", around) == []
    (problem,) = found("w piątek 13 maja", around)
    assert problem.weight is Weight.WRONG


def test_without_a_year_and_an_event_the_nearest_is_meant_and_only_doubted():
    around = Around(date(2026, 12, 28))
    assert found("w środę 13 stycznia", around) == []
    (problem,) = found("w czwartek 13 stycznia", around)
    assert problem.weight is Weight.DOUBTFUL


@pytest.mark.parametrize(
    "text, why",
    [
        ("31 kwietnia 2026 r.", "kwiecień ma najwyżej 30 dni"),
        ("30 lutego", "luty ma najwyżej 29 dni"),
        ("29 lutego 2026", "w 2026 roku luty ma 28 dni"),
        ("31.06.2026", "czerwiec ma najwyżej 30 dni"),
        ("2026-02-30", "luty ma najwyżej 29 dni"),
        ("od 30 do 32 maja 2026", "maj ma najwyżej 31 dni"),
    ],
)
def test_a_day_that_no_calendar_has_is_wrong(text, why):
    (problem,) = found(f"Spotkanie {text} w urzędzie.", check=impossible_days)
    assert why in problem.sentence
    assert problem.weight is Weight.WRONG


@pytest.mark.parametrize(
    "text", ["29 lutego 2028", "29 lutego", "31.13.2026", "wersja 2.30.2026", "31 maja 2026"]
)
def test_real_days_and_other_numbers_pass(text):
    assert found(text, check=impossible_days) == []


def test_an_invitation_to_a_day_of_the_past_is_doubted():
    around = Around(date(2026, 5, 5), inviting=True)
    (problem,) = found("Zapraszamy 13 marca 2026 do kawiarni.", around, days_gone_by)
    assert "13 marca 2026" in problem.sentence
    assert found("Pierwsze spotkanie było 13 marca 2026.", around, days_gone_by) == []
    assert found("Zapraszamy 13 maja 2026.", around, days_gone_by) == []
    recap = Around(date(2026, 5, 5))
    assert found("Zapraszamy 13 marca 2026.", recap, days_gone_by) == []


@pytest.mark.parametrize(
    "text, days, month, year",
    [
        ("13 maja 2026 r.", (13,), 5, 2026),
        ("13-15 maja", (13, 15), 5, None),
        ("13 V 2026", (13,), 5, 2026),
        ("13/05/2026", (13,), 5, 2026),
        ("2026-05-13", (13,), 5, 2026),
        ("13.05.2026r.", (13,), 5, 2026),
        ("13. maja", (13,), 5, None),
    ],
)
def test_days_are_read_in_every_spelling(text, days, month, year):
    (mention,) = mentions(f"Spotkanie {text} u nas")
    assert (mention.days, mention.month, mention.year) == (days, month, year)


@pytest.mark.parametrize(
    "text", ["o godz. 13.05", "Zabłocie 20.22", "tel. 12 05 20 26", "1 x 2026", "art. 13 ust. 5"]
)
def test_what_is_no_day_is_not_read_as_one(text):
    assert mentions(text) == []


def test_every_weekday_has_five_forms():
    assert WEEKDAY_FORMS[2] == ("środa", "środę", "środy", "środą", "śr.")
    assert WEEKDAY_FORMS[4] == ("piątek", "piątek", "piątku", "piątkiem", "pt.")
    assert WEEKDAY_FORMS[3][3] == "czwartkiem"
    assert WEEKDAY_FORMS[0][3] == "poniedziałkiem"
    assert lint(of_text("między środą 13 a piątkiem 15 maja 2026", Around(date(2026, 5, 1)))) == []
