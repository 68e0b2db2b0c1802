import itertools
from datetime import date

import pytest

from events.models import Event, Partnership, Series
from portal.kernel.months import Month
from portal.kernel.when import When
from reports import prose
from reports.models import Activity
from reports.period import Meeting
from venues.models import Venue

MARCH = Month(2026, 3)
Role = Partnership.Role


def meeting(title, series=None, edition=None, place="", city="Kraków"):
    event = Event(title=title, series=series, edition=edition, place_name=place)
    event.venue = Venue(name=place, city=city) if place else None
    event.when = When.in_month(MARCH)
    return Meeting(event, None)


def activity(title, place="", *, venue=None, away=False, day=None, position=0):
    row = Activity(title=title, place=place, outside_krakow=away, position=position)
    row.venue = venue
    row.when = When.on_day(date(2026, 3, day)) if day else When.in_month(MARCH)
    return row


@pytest.mark.parametrize(
    "row, words",
    [
        (activity("Festiwal Koreański", "Hala Cracovii"), "Festiwal Koreański (Hala Cracovii)"),
        (activity("piknik w parku Jordana", "park Jordana"), "piknik w parku Jordana"),
        (
            activity(
                "spotkanie w Centrum Wielokulturowym",
                venue=Venue(name="Centrum Wielokulturowe w Krakowie"),
            ),
            "spotkanie w Centrum Wielokulturowym",
        ),
        (
            activity("wykład o dialogu", venue=Venue(name="Społeczna Kaffka")),
            "wykład o dialogu (Społeczna Kaffka)",
        ),
        (
            activity("wykład o dialogu", venue=Venue(name="Dom Kultury", city="Skawina")),
            "wykład o dialogu (Dom Kultury, Skawina)",
        ),
        (
            activity("konferencja o dialogu", "Warszawa", away=True),
            "konferencja o dialogu (Warszawa)",
        ),
        (activity("konferencja w Warszawie", "Warszawa", away=True), "konferencja w Warszawie"),
        (activity("konferencja o dialogu", away=True), "konferencja o dialogu (poza Krakowem)"),
    ],
)
def test_a_place_is_said_once_and_outside_krakow_always(row, words):
    assert prose.activity_line(row) == words


def test_a_meeting_outside_krakow_says_its_town():
    said = prose.meeting_line(meeting("Piknik", place="Rynek", city="Wieliczka"))
    assert said == "„Piknik” (Rynek, Wieliczka)"


def test_neighbouring_meetings_begin_in_different_words():
    cycle = Series(name="Herbata", numbering=Series.Numbering.WORDS)
    other = Series(name="Kawa", numbering=Series.Numbering.WORDS)
    bench = Series(name="Ławka", numbering=Series.Numbering.NONE)
    rows = [
        *(meeting("Herbata", cycle, 2), meeting("Kawa", other, 2)),
        *(meeting("Ławka", bench), meeting("Ławka", bench), meeting("Ławka", bench)),
        *(meeting("Wspólny stół w parku"), meeting("Wspólny stół w parku")),
    ]
    said = []
    for row in rows:
        said.append(prose.meeting_line(row, said[-1] if said else ""))
    starts = [prose.beginning_of(text) for text in said]
    assert all(one != other for one, other in itertools.pairwise(starts))
    assert said[:2] == ["drugie spotkanie cyklu „Herbata”", "„Kawa”, drugie spotkanie"]


def titles(rows):
    return [row.title for row in prose.spread(rows)]


def test_activities_of_one_month_are_told_so_that_neighbours_differ():
    rows = [activity(f"wizyta w Fundacji {name}") for name in "AB"]
    rows += [activity("obchody Dnia Ziemi"), activity("otwarcie ogrodu")]
    assert titles(rows) == [
        "wizyta w Fundacji A",
        "obchody Dnia Ziemi",
        "wizyta w Fundacji B",
        "otwarcie ogrodu",
    ]


def test_a_known_day_and_a_persons_order_are_never_rearranged():
    dated = [activity("wizyta w Fundacji A", day=2), activity("wizyta w Fundacji B", day=3)]
    dated.append(activity("obchody Dnia Ziemi", day=4))
    assert titles(dated) == [row.title for row in dated]
    placed = [activity(f"wizyta w Fundacji {place}", position=place) for place in (1, 2)]
    placed.append(activity("obchody Dnia Ziemi", position=3))
    assert titles(placed) == [row.title for row in placed]


def test_partners_are_thanked_by_what_they_did():
    partners = {Role.HOST: ["Fundacja Faktor", "Fundacja Tytano"], Role.PATRON: ["Radio"]}
    partners |= {Role.SUPPORT: ["ECHO Miasta"], Role.ORGANIZER: ["Biuro"]}
    assert prose.thanks(partners) == (
        "<p>Dziękujemy za gościnę (Fundacja Faktor i Fundacja Tytano), za wsparcie "
        "(ECHO Miasta) i za patronat (Radio).</p>"
    )
    assert prose.thanks({Role.ORGANIZER: ["Biuro"]}) == ""


def test_many_partners_are_thanked_in_a_list():
    names = [f"Fundacja {number}" for number in range(9)]
    said = prose.thanks({Role.HOST: names, Role.PROGRAMME: ["Chór <b>X</b>"]})
    assert said.startswith("<p>Za te spotkania dziękujemy:</p><ul><li>za gościnę: Fundacja 0, ")
    assert "<li>za program: Chór &lt;b&gt;X&lt;/b&gt;</li></ul>" in said


class Promising:
    def __init__(self, *promises):
        self.promises = list(promises)


def promise(text, state="done", public=True, result=""):
    return {"text": text, "state": state, "public": public, "result": result}


def test_promises_that_were_kept_are_told_and_internal_or_open_ones_are_not():
    rows = Promising(
        promise("lista wolnych sal", result="Wisi na stronie <urzędu>"),
        promise("rozmowa o czynszu", public=False),
        promise("mapa miejsc", state="open"),
    )
    assert prose.kept_promises([rows]) == (
        "<p>Co zrobiliśmy po spotkaniu:</p><ul><li>Lista wolnych sal. Wisi na stronie "
        "&lt;urzędu&gt;.</li></ul>"
    )
    assert prose.kept_promises([Promising(), Promising(promise("X", state="dropped"))]) == ""
