from datetime import date, time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup

from events.cycle import Life, cycle_cards, cycle_page, known, usual_length, usual_time, window
from events.models import Event, SeriesPause
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from tests.factories import NOW, make_event, make_held, make_series, make_when

pytestmark = pytest.mark.django_db

MIDDLE = {"window_first_day": 10, "window_last_day": 20}


def plain(text):
    return text.replace("\u00a0", " ")


def sentence(series, at=NOW):
    """What the cycle's page says first; the list of cycles says the same."""
    pulse = cycle_page(series, at).pulse
    (row,) = [row for row in cycle_cards(at) if row.series == series]
    assert row.pulse == pulse
    return plain(f"{pulse.lead} {pulse.text}".strip())


def pauses(series, at=NOW):
    return [plain(text) for text in cycle_page(series, at).pulse.pauses]


def pause(series, month, reason=""):
    return SeriesPause.objects.create(series=series, month=month, reason=reason)


## Is it alive?


def test_the_next_meeting_is_said_with_its_date():
    series = make_series(**MIDDLE)
    make_event(series=series)
    make_event(series=series, when=make_when(date(2026, 6, 10)))
    assert sentence(series) == "Następne spotkanie: w środę 13 maja 2026 r. w godz. 14.00–18.00"


def test_a_meeting_called_off_ahead_of_its_day_is_said_and_is_no_silence():
    series = make_series(**MIDDLE)
    make_held(series=series, month=Month(2025, 11), edition=1)
    make_event(series=series, edition=2, outcome="postponed", outcome_reason="Remont.")
    assert sentence(series) == (
        "Spotkanie zapowiedziane w maju 2026 r. przełożono bez nowej daty. "
        "Następne spotkanie: zwykle w połowie miesiąca, jeszcze bez daty."
    )
    make_event(series=series, edition=3, when=make_when(date(2026, 6, 10)))
    assert sentence(series).startswith("Następne spotkanie: w środę 10 czerwca")


def test_a_meeting_that_goes_on_is_said_to_go_on():
    series = make_series()
    event = make_event(series=series, when=make_when(drop_in=True))
    during = event.starts_at + timedelta(hours=1)
    assert sentence(series, during) == "Teraz: trwa, można wejść do 18.00"
    assert cycle_page(series, during).pulse.life == Life.RUNNING


def test_a_month_without_a_day_is_said_as_such():
    series = make_series()
    make_event(series=series, when=When.in_month(Month(2026, 6)))
    told = "Następne spotkanie: planowane w czerwcu 2026 r., jeszcze bez dnia"
    assert sentence(series) == told


def test_a_planned_day_is_said_to_be_planned():
    series = make_series()
    make_event(series=series, when=When.on_day(date(2026, 5, 13), confirmed=False))
    assert sentence(series) == "Następne spotkanie: planowane w środę 13 maja 2026 r."


def test_without_a_date_the_usual_part_of_the_month_is_said():
    series = make_series(**MIDDLE)
    make_held(series=series, month=Month(2026, 4))
    told = "Następne spotkanie: zwykle w połowie miesiąca, jeszcze bez daty"
    assert sentence(series) == told


def test_a_cycle_that_never_met_awaits_its_first_meeting():
    assert sentence(make_series()) == "Pierwsze spotkanie nie ma jeszcze daty."
    told = "Pierwsze spotkanie: raz na kwartał, jeszcze bez daty"
    assert sentence(make_series(cadence="raz na kwartał")) == told


def test_a_cancelled_or_hidden_meeting_is_not_the_next_one():
    series = make_series(**MIDDLE)
    make_event(series=series, outcome="cancelled", outcome_reason="Choroba.")
    make_event(series=series, published_at=None)
    make_event(series=make_series())
    assert sentence(series).startswith("Spotkanie zapowiedziane w maju 2026 r. odwołano. Następne")


@pytest.mark.parametrize(
    "outcome, told",
    [
        ("held", "Ostatnie spotkanie było w styczniu 2026 r."),
        ("expected", "Ostatnie zapowiedziane spotkanie przypadało w styczniu 2026 r."),
        ("cancelled", "Spotkanie zapowiedziane w styczniu 2026 r. odwołano"),
        ("postponed", "Spotkanie zapowiedziane w styczniu 2026 r. przełożono bez nowej daty"),
        ("not_held", "Spotkanie zapowiedziane w styczniu 2026 r. nie doszło do skutku"),
    ],
)
def test_a_long_silence_is_said_with_what_became_of_the_last_meeting(outcome, told):
    series = make_series(**MIDDLE)
    day = make_when(date(2026, 1, 14))
    make_event(series=series, when=day, outcome=outcome, outcome_reason="Powód.")
    assert sentence(series) == f"{told}; od tego czasu cisza."


def test_silence_begins_after_a_quarter():
    series = make_series(**MIDDLE)
    make_held(series=series, when=make_when(date(2026, 2, 5)))
    assert cycle_page(series, NOW).pulse.life == Life.OPEN
    assert cycle_page(series, NOW + timedelta(days=1)).pulse.life == Life.SILENT


def test_a_month_said_to_have_no_meeting_is_no_silence():
    series = make_series(**MIDDLE)
    make_held(series=series, month=Month(2026, 1))
    pause(series, date(2026, 3, 1))
    assert cycle_page(series, NOW).pulse.life == Life.OPEN


## Months without a meeting


def test_a_month_without_a_meeting_is_said_with_its_reason():
    series = make_series()
    pause(series, date(2026, 12, 1), "przerwa świąteczna")
    pause(series, date(2027, 1, 1))
    pause(series, date(2026, 4, 1), "minęło")
    assert pauses(series) == [
        "W grudniu bez spotkania: przerwa świąteczna.",
        "W styczniu 2027 bez spotkania.",
    ]


def test_a_meeting_announced_after_all_overtakes_the_pause():
    series = make_series()
    pause(series, date(2026, 5, 1))
    make_event(series=series)
    assert pauses(series) == []


## What is usual


@pytest.mark.parametrize(
    "first, last, phrase, usually",
    [
        (10, 20, "zwykle między 10. a 20. dniem miesiąca", "zwykle w połowie miesiąca"),
        (1, 10, "zwykle do 10. dnia miesiąca", "zwykle na początku miesiąca"),
        (21, 31, "zwykle od 21. dnia do końca miesiąca", "zwykle pod koniec miesiąca"),
        (5, 15, "zwykle między 5. a 15. dniem miesiąca", "zwykle między 5. a 15. dniem miesiąca"),
        (15, 15, "zwykle 15. dnia miesiąca", "zwykle w połowie miesiąca"),
        (1, 31, "", ""),
        (None, None, "", ""),
    ],
)
def test_the_usual_window_is_said_in_words(first, last, phrase, usually):
    series = make_series(window_first_day=first, window_last_day=last)
    assert plain(window(series)) == phrase
    assert plain(usual_time(series)) == usually


def test_the_usual_length_is_the_walls_and_may_cross_midnight():
    lengths = [
        usual_length(make_series(usual_start=start, usual_end=end))
        for start, end in [
            (time(14), time(18)),
            (time(22), time(1, 30)),
            (time(14), None),
            (None, None),
        ]
    ]
    assert lengths == [timedelta(hours=4), timedelta(hours=3.5), None, None]


def test_the_meetings_on_record_are_counted_by_what_became_of_them():
    series = make_series(edition_noun="odsłona")
    assert known([], series, NOW) == ""
    make_held(series=series)
    make_held(series=series)
    make_event(series=series, when=make_when(date(2026, 4, 1)))
    make_event(series=series)
    make_event(series=series, outcome="cancelled", outcome_reason="Burza.")
    told = plain(known(list(Event.objects.all()), series, NOW))
    assert told == "5 odsłon (odbyło się: 2, przed nami: 1, bez potwierdzenia: 1, odpadło: 1)"


## The pages


@pytest.fixture
def opened(client):
    def page(address, at=NOW):
        with time_machine.travel(at, tick=False):
            response = client.get(address)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser").main

    return page


def words(element):
    return " ".join(element.get_text(" ").replace("\u00a0", " ").split())


def names(page):
    """Of the links to editions, as they are drawn."""
    for aloud in page.select(".aloud"):
        aloud.decompose()
    return [words(link) for link in page.select(".events h3 a")]


@pytest.mark.parametrize(
    "numbering, drawn",
    [
        ("words", ["Trzecia odsłona", "Druga odsłona"]),
        ("roman_before", ["III odsłona", "II odsłona"]),
        ("arabic", ["3. odsłona", "2. odsłona"]),
        ("roman_after", ["Wspólnie do celu III", "Wspólnie do celu II"]),
        ("none", ["Wspólnie do celu", "Wspólnie do celu"]),
    ],
)
def test_editions_carry_their_number_in_the_cycles_own_style(opened, numbering, drawn):
    series = make_series("Wspólnie do celu", numbering=numbering, edition_noun="odsłona")
    make_event(series.title_of(3), series=series, edition=3)
    make_held(series.title_of(2), series=series, edition=2)
    assert names(opened(series.get_absolute_url())) == drawn


def test_an_editions_name_read_aloud_holds_the_cycle_and_the_date(opened):
    series = make_series("Ławka dialogu", edition_noun="odsłona")
    make_event("Ławka dialogu", series=series, edition=3)
    link = opened(series.get_absolute_url()).select_one(".events h3 a")
    assert words(link) == ("Trzecia odsłona , Ławka dialogu , 13 maja 2026 r., godz. 14.00–18.00")


def test_the_page_says_a_pause_its_usual_window_and_how_many_meetings_are_known(opened):
    series = make_series(cadence="raz w miesiącu", **MIDDLE)
    make_held(series=series, month=Month(2026, 4))
    pause(series, date(2026, 6, 1), "sprzątamy salę")
    page = words(opened(series.get_absolute_url()))
    assert "Następne spotkanie: zwykle w połowie miesiąca, jeszcze bez daty" in page
    assert "W czerwcu bez spotkania: sprzątamy salę." in page
    assert "zwykle między 10. a 20. dniem miesiąca" in page
    assert "1 spotkanie (odbyło się: 1)" in page


def test_the_list_of_cycles_says_a_pause_too(opened):
    series = make_series()
    make_event(series=series)
    make_event(series=series, when=make_when(date(2026, 7, 8)), edition=2)
    pause(series, date(2026, 6, 1), "sprzątamy salę")
    pause(series, date(2026, 7, 1), "wakacje")  # and yet one was announced
    card = opened("/cykle/").select_one(".cycle")
    assert "Następne spotkanie: 13 maja 2026 r., godz. 14.00–18.00" in words(card)
    assert "W czerwcu bez spotkania: sprzątamy salę." in words(card)
    assert "wakacje" not in words(card)
    assert card.time["datetime"] == "2026-05-13T14:00+02:00"


def test_an_edition_can_be_read_as_an_h_event(opened):
    series = make_series("Ławka dialogu")
    event = make_event("Ławka dialogu", series=series, edition=3)
    link = opened(series.get_absolute_url()).select_one(".h-event .p-name.u-url")
    assert link["href"] == event.get_absolute_url()


def test_a_cycle_given_another_address_is_found_by_the_old_one(client):
    series = make_series(slug="hrebata")
    series.slug = "herbata"
    series.save()
    for old, new in (
        ("/cykle/hrebata/?od=plakat", "/cykle/herbata/?od=plakat"),
        ("/cykle/hrebata.ics", "/cykle/herbata.ics"),
    ):
        response = client.get(old)
        assert (response.status_code, response.get("Location")) == (301, new)
    assert "/cykle/herbata.ics" in client.get("/kalendarz/subskrypcja/?cykl=hrebata").text
    draft = make_series(slug="szkic", published_at=None)
    draft.slug = "inny-szkic"
    draft.save()
    assert client.get("/cykle/szkic/").status_code == 404


def test_a_span_of_months_leaves_a_pause_within_it_to_stand():
    series = make_series()
    make_event(series=series, when=When.in_months(MonthSpan(Month(2026, 6), Month(2026, 8))))
    pause(series, date(2026, 6, 1))
    pause(series, date(2026, 7, 1))
    assert pauses(series) == ["W czerwcu bez spotkania.", "W lipcu bez spotkania."]
