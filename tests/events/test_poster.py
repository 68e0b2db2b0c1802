"""`/w/<id>/<sequence>`: a poster that cannot lie."""

from datetime import date, timedelta
from io import BytesIO
from urllib.parse import urlsplit

import pypdf
import pytest
import time_machine
from bs4 import BeautifulSoup

from events.actions import change_event
from events.facts import Facts
from events.models import Event
from events.models.event import Outcome
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import NOW, make_event, make_venue, make_when

pytestmark = pytest.mark.django_db
LATER = make_when(date(2026, 5, 20))
JUNE = date(2026, 6, 17)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW + timedelta(hours=9), tick=False):
        yield


def change(event, reason="Zalana sala.", minor=False, **facts):
    event = Event.objects.get(pk=event.pk)
    before = Facts.of(event)
    for name, value in facts.items():
        setattr(event, name, value)
    change_event(event=event, before=before, by=None, at=NOW, reason=reason, minor=minor)
    return event


def scanned(client, event, sequence):
    """The part of the page that speaks of the poster; None when the poster holds."""
    response = client.get(f"/w/{event.pk}/{sequence}", follow=True)
    assert response.status_code == 200
    page = BeautifulSoup(response.content, "html.parser")
    said = page.select_one('[aria-labelledby="od-wydruku"]')
    if said is None:
        return None
    assert page.main.select_one(".notice, .next") is said, "it comes before the facts"
    return " ".join(said.get_text(" ").replace("\u00a0", " ").split())


def test_a_poster_that_holds_leads_plainly_to_the_page(client):
    event = make_event()
    for sequence in (0, 1, 10**9, 10**30):
        response = client.get(f"/w/{event.pk}/{sequence}")
        assert (response.status_code, response["Location"]) == (302, event.get_absolute_url())


def test_no_cache_keeps_where_a_poster_led_yesterday(client):
    response = client.get(f"/w/{make_event().pk}/0")
    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]


def test_an_old_poster_says_first_what_has_changed_new_value_first(client):
    event = make_event(venue=make_venue("Kaffka"))
    change(event, when=LATER)
    change(event, venue=make_venue("Arteteka"))
    said = scanned(client, event, 0)
    assert "Od wydruku zmieniło się:" in said
    assert said.index("Teraz: 20 maja") < said.index("Poprzednio: 13 maja")
    assert said.index("Teraz: Arteteka") < said.index("Poprzednio: Kaffka")


def test_only_what_changed_since_that_printing_is_said(client):
    event = make_event(venue=make_venue("Kaffka"))
    change(event, when=LATER)
    change(event, venue=make_venue("Arteteka"))
    said = scanned(client, event, 1)
    assert "Arteteka" in said
    assert "13 maja" not in said
    assert scanned(client, event, 2) is None


def test_what_a_poster_learns_is_not_said_twice(client):
    event = change(make_event(), when=LATER)
    page = BeautifulSoup(client.get(f"{event.get_absolute_url()}?plakat=0").content, "html.parser")
    assert len(page.select(".notice")) == 1


def test_a_poster_of_what_is_off_says_so(client):
    event = make_event()
    change(event, "Choroba.", outcome="cancelled", outcome_reason="Choroba.")
    assert "Odwołane." in scanned(client, event, 0)


def test_there_and_back_again_leaves_the_first_poster_true(client):
    event = make_event()
    change(event, when=LATER)
    change(event, when=make_when())
    change(event, "Choroba.", outcome="cancelled", outcome_reason="Choroba.")
    change(event, "Wyzdrowiała.", outcome=Outcome.EXPECTED)
    assert scanned(client, event, 0) is None
    assert "13 maja" in scanned(client, event, 1)
    assert "Jednak się odbędzie." in scanned(client, event, 3)


def test_a_slip_of_the_pen_makes_no_poster_old(client):
    event = change(make_event("Hrebata"), reason="", minor=True, title="Herbata")
    assert scanned(client, event, 0) is None


def test_another_title_is_said_with_the_one_on_the_poster(client):
    event = change(make_event("Herbata"), title="Kawa i ciasto")
    said = scanned(client, event, 0)
    assert said.index("Zmiana tytułu. Teraz: Kawa i ciasto.") < said.index("Poprzednio: Herbata.")


def test_a_poster_that_said_off_is_told_that_it_will_be(client):
    event = make_event()
    change(event, "Choroba.", outcome="cancelled", outcome_reason="Choroba.")
    change(event, "Wyzdrowiała.", outcome=Outcome.EXPECTED)
    said = scanned(client, event, 1)
    assert said.startswith("Plakat, z którego tu trafiasz, jest nieaktualny.")
    assert "Jednak się odbędzie." in said


def test_a_poster_that_only_says_less_is_not_called_wrong(client):
    event = change(make_event(when=When.in_month(Month(2026, 6))), when=make_when(JUNE))
    said = scanned(client, event, 0)
    assert said.startswith("Odkąd wydrukowano plakat, z którego tu trafiasz, wiadomo więcej:")
    assert "Termin już znany. Teraz: 17 czerwca 2026 r." in said
    change(event, venue=make_venue("Kaffka"))
    change(event, venue=make_venue("Arteteka"))
    assert scanned(client, event, 0).startswith("Plakat, z którego tu trafiasz, jest nieaktualny.")


def test_each_kind_of_change_is_said_and_what_is_off_first(client):
    event = make_event("Herbata", venue=make_venue("Kaffka"))
    change(event, title="Kawa", when=LATER, venue=make_venue("Arteteka"))
    change(event, "Choroba.", outcome="cancelled", outcome_reason="Choroba.")
    said = scanned(client, event, 0)
    order = ["Odwołane.", "Nowy termin.", "Zmiana miejsca.", "Zmiana tytułu."]
    assert all(said.count(one) == 1 for one in order)
    assert min(order, key=said.index) == "Odwołane."


def test_from_the_wall_to_the_page_and_to_a_new_poster(client):
    """Print, move the meeting, scan the old one, print anew, scan the new one."""
    event = make_event("Herbata", venue=make_venue("Kaffka"))
    old = printed(client, event)
    assert client.get(old, follow=True).redirect_chain[-1][0] == event.get_absolute_url()
    change(event, venue=make_venue("Arteteka"))
    page = client.get(old, follow=True).content.decode()
    assert "jest nieaktualny" in page
    assert f'href="/wydarzenia/{event.pk}/plakat.pdf"' in page
    new = printed(client, event)
    assert new != old
    assert "jest nieaktualny" not in client.get(new, follow=True).content.decode()


def printed(client, event):
    """The path to which the link of the poster leads."""
    response = client.get(f"/wydarzenia/{event.pk}/plakat.pdf")
    [page] = pypdf.PdfReader(BytesIO(response.content)).pages
    [link] = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]
    return urlsplit(link).path


def test_a_withdrawn_event_answers_gone_and_unknown_ones_not_found(client):
    event = make_event()
    event.withdraw(NOW, "Pomyłka.")
    gone = client.get(f"/w/{event.pk}/0")
    assert gone.status_code == 410
    assert "Pomyłka." in gone.content.decode()
    draft = make_event(published_at=None)
    for address in (
        f"/w/{draft.pk}/0",
        "/w/999999/0",
        f"/w/{10**30}/0",
        f"/w/{'9' * 5000}/0",
        f"/w/{event.pk}/x",
        f"/w/{event.pk}/-1",
    ):
        assert client.get(address).status_code == 404, address[:40]
