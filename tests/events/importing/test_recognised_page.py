"""The page where a person confirms, one by one, what a draft's words seem to say."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from events.importing.intake import bring, look
from events.models import Announcement, Event, Series
from portal.kernel.when import When
from tests.desk import told, words
from tests.events.importing.conftest import source
from tests.factories import NOW, make_announcement, make_event, make_series, make_user
from venues.models import Venue

pytestmark = pytest.mark.django_db
NAME = "2026-02-02-rozmowa-na-schodach.md"


@pytest.fixture
def writer(client):
    client.force_login(make_user("redakcja"))
    return client


@pytest.fixture
def draft(gdynia):
    return brought(NAME, gdynia)


def brought(name, registry):
    return bring(look(source(name), registry), by=None).draft


def page_of(draft):
    return f"/admin/events/announcement/{draft.pk}/rozpoznane/"


def form_of(response, button):
    """The values that a browser would send with that button, as they stand on the page."""
    soup = BeautifulSoup(response.content, "html.parser")
    pressed = soup.select_one(f"[name={button}]")
    form = pressed.find_parent("form")
    data = {button: pressed.get("value", "")}
    for field in form.select("input:not([type=submit]), select, textarea"):
        if field.name == "select":
            chosen = field.select_one("option[selected]")
            data[field["name"]] = chosen["value"] if chosen else field.select_one("option")["value"]
        elif field.get("type") != "checkbox" or field.has_attr("checked"):
            box = field.get("type") == "checkbox"
            data[field["name"]] = "on" if box else field.get("value", "")
    data.pop("csrfmiddlewaretoken", None)
    return data


def press(client, draft, button, **changes):
    data = form_of(client.get(page_of(draft)), button)
    named = {next(key for key in data if key.split("-")[-1] == k): v for k, v in changes.items()}
    return client.post(page_of(draft), {**data, **named}, follow=True)


def test_it_shows_what_the_text_says_with_its_sentences(writer, draft):
    page = words(writer.get(page_of(draft)))
    assert "12 lutego 2026 r., godz. 18.15 – ok. 19.45" in page.replace("\xa0", " ")
    assert "Przystań Społeczna, sala 12" in page
    assert "Spotkanie odbędzie się 12 lutego 2026 r. (czwartek)" in page
    assert "„Żurawka” wygląda na „Żurawska”." in page


def test_looking_changes_nothing(writer, draft):
    before = (draft.version, Event.objects.count(), draft.history.count())
    writer.get(page_of(draft))
    draft.refresh_from_db()
    assert (draft.version, Event.objects.count(), draft.history.count()) == before


def test_an_event_that_stands_is_linked_by_one_button(writer, draft):
    event = make_event("Schody", when=When.on_day(date(2026, 2, 12)), series=steps())
    done = press(writer, draft, "_link")
    assert "Połączono z wydarzeniem" in told(done)
    assert list(draft.events.all()) == [event]
    assert "Połączono:" in words(done)


def steps():
    return Series.objects.get(name="Schody rozmów")


def test_a_new_event_is_made_as_a_draft_with_all_that_was_recognised(writer, draft):
    press(writer, draft, "_make")
    event = draft.events.get()
    assert event.status == "draft"
    assert event.when.short() == "12\xa0lutego 2026\xa0r., godz.\xa018.15\xa0– ok.\xa019.45"
    assert (event.venue.name, event.room) == ("Przystań Społeczna", "sala 12")
    assert event.series == steps()
    assert event.history.first().history_user.groups.get().name == "redakcja"


def test_a_person_may_change_each_field_before_it_is_made(writer, draft):
    press(writer, draft, "_make", when_from="13.02.2026 17.00", when_to="18.30", title="Inaczej")
    event = draft.events.get()
    assert (event.title, str(event.when.first_day)) == ("Inaczej", "2026-02-13")


def test_pressing_twice_makes_one_event(writer, draft):
    data = form_of(writer.get(page_of(draft)), "_make")
    writer.post(page_of(draft), data)
    again = writer.post(page_of(draft), data, follow=True)
    assert "już połączono" in told(again)
    assert Event.objects.count() == 1


def test_a_mistake_is_told_beside_its_field_and_makes_nothing(writer, draft):
    done = press(writer, draft, "_make", when_from="30 lutego 2026")
    assert "30 lutego nie istnieje" in words(done)
    assert "30 lutego 2026" in done.content.decode()
    assert not Event.objects.exists()
    assert draft.events.count() == 0


def test_a_number_that_is_taken_is_told_and_makes_nothing(writer, gdynia):
    draft = brought("2026-04-20-piata-odslona.html", gdynia)
    series = Series.objects.get(name="Biuro na wynos")
    make_event("Piąte", series=series, edition=5, when=When.on_day(date(2025, 1, 2)))
    done = press(writer, draft, "_make")
    assert "Ten cykl ma już odsłonę o tym numerze." in words(done)
    assert Event.objects.count() == 1


def test_an_edition_without_a_day_asks_for_it(writer, gdynia):
    draft = brought("2026-03-30-po-targach.txt", gdynia)
    done = press(writer, draft, "_make", when_from="")
    assert "To pole jest wymagane." in words(done)
    press(writer, draft, "_make", when_from="28.03.2026")
    assert draft.events.get().title == "Razem na rynku III"


def test_organizations_are_added_in_the_role_that_a_person_confirms(writer, gdynia):
    draft = brought("2026-01-12-dyzur-w-bibliotece.txt", gdynia)
    press(writer, draft, "_make")
    page = writer.get(page_of(draft))
    data = form_of(page, "_partners")
    boxes = BeautifulSoup(page.content, "html.parser").select("input[name^=org-]")
    assert len(boxes) == 2
    data |= {box["name"]: "on" for box in boxes}
    done = writer.post(page_of(draft), data, follow=True)
    assert "2\xa0organizacje" in told(done)
    roles = draft.events.get().partnerships.values_list("organization__name", "role")
    assert set(roles) == {("Fundacja Bliski Brzeg", "host"), ("Gmina Gdynia", "funder")}
    writer.post(page_of(draft), data)
    assert draft.events.get().partnerships.count() == 2


def test_a_ticked_organization_without_a_role_adds_none(writer, gdynia):
    draft = brought("2026-01-12-dyzur-w-bibliotece.txt", gdynia)
    press(writer, draft, "_make")
    page = writer.get(page_of(draft))
    data = form_of(page, "_partners")
    boxes = BeautifulSoup(page.content, "html.parser").select("input[name^=org-]")
    data |= {box["name"]: "on" for box in boxes}
    data[boxes[0]["name"].replace("org", "role")] = ""
    assert "Wybierz rolę tej organizacji." in words(writer.post(page_of(draft), data))
    assert draft.events.get().partnerships.count() == 0


def test_a_public_event_gets_partners_from_who_publishes_alone(client, gdynia):
    draft = brought("2026-01-12-dyzur-w-bibliotece.txt", gdynia)
    event = make_event("Biuro", when=When.on_day(date(2026, 1, 23)), published_at=NOW)
    draft.events.add(event)
    for roles, count in ((["redakcja"], 0), (["redakcja", "publikacja"], 1)):
        client.force_login(make_user(*roles))
        page = client.get(page_of(draft))
        data = form_of(page, "_partners")
        box = BeautifulSoup(page.content, "html.parser").select_one("input[name^=org-]")
        client.post(page_of(draft), {**data, box["name"]: "on"})
        assert event.partnerships.count() == count


def test_names_that_no_list_has_lead_to_where_they_are_added(writer, gdynia):
    draft = brought("2026-05-29-co-zrobilismy.txt", gdynia)
    soup = BeautifulSoup(writer.get(page_of(draft)).content, "html.parser")
    [link] = soup.select("a[href^='/admin/organizations/organization/add/']")
    form = BeautifulSoup(writer.get(link["href"]).content, "html.parser")
    assert form.select_one("input[name=name]")["value"] == "Fundacja Latarnia Sąsiedzka"


def test_the_day_of_publication_can_be_set_cleared_and_mistaken(writer, draft):
    press(writer, draft, "_day", day="3.02.2026")
    draft.refresh_from_db()
    assert f"{draft.published_at:%Y-%m-%d}" == "2026-02-03"
    assert "Podaj jeden dzień" in words(press(writer, draft, "_day", day="luty 2026"))
    press(writer, draft, "_day", day="")
    draft.refresh_from_db()
    assert draft.published_at is None


def test_a_draft_goes_out_with_the_day_it_brought(client, draft):
    client.force_login(make_user("redakcja", "publikacja"))
    url = f"/admin/events/announcement/{draft.pk}/publikacja/"
    data = form_of(client.get(url), "_now")
    soup = BeautifulSoup(client.get(url).content, "html.parser")
    form = soup.select_one("[name=_now]").find_parent("form")
    data |= {box["name"]: "on" for box in form.select("input[type=checkbox]")}
    done = client.post(url, data, follow=True)
    assert "Opublikowano z datą 2\xa0lutego 2026" in told(done)
    draft.refresh_from_db()
    assert draft.is_public(draft.published_at)
    assert f"{draft.published_at:%Y-%m-%d}" == "2026-02-02"


def test_a_draft_without_a_day_of_its_own_goes_out_today(client):
    client.force_login(make_user("redakcja", "publikacja"))
    draft = make_announcement("Świeże", body="<p>Tekst.</p>", published_at=None)
    page = words(client.get(f"/admin/events/announcement/{draft.pk}/change/"))
    assert "Wyjdzie z datą" not in page


def test_what_is_public_is_only_looked_at(writer):
    public = make_announcement("Spotkanie 5 maja 2026 o godz. 17.00")
    page = writer.get(page_of(public))
    assert "Tu można tylko patrzeć" in words(page)
    assert writer.post(page_of(public), {"_day": "1", "day": ""}).status_code == 403


def test_who_may_not_read_the_desk_sees_nothing(client, draft):
    client.force_login(make_user())
    assert client.get(page_of(draft)).status_code == 403
    assert client.post(page_of(draft), {"_day": "1"}).status_code == 403
    assert client.get("/admin/events/announcement/999999/rozpoznane/").status_code in (403, 404)


@pytest.mark.parametrize(
    "data", [{"_link": "999"}, {"_link": "x"}, {"_make": "x"}, {"_partners": ""}]
)
def test_an_answer_to_a_page_that_changed_meanwhile_does_nothing(writer, draft, data):
    done = writer.post(page_of(draft), data, follow=True)
    assert "już połączono" in told(done)
    assert draft.events.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_more_venues_and_cycles_cost_no_more_queries(
    writer, draft, count, django_assert_max_num_queries
):
    Venue.objects.bulk_create(Venue(name=f"Miejsce {n}", sort_key=str(n)) for n in range(count))
    for _ in range(count):
        make_series()
    with django_assert_max_num_queries(40):
        writer.get(page_of(draft))


def test_the_draft_leads_there_and_says_its_day(writer, draft):
    page = writer.get(f"/admin/events/announcement/{draft.pk}/change/")
    assert page_of(draft) in page.content.decode()
    assert "Wyjdzie z datą 2 lutego 2026 r." in words(page).replace("\xa0", " ")
    assert Announcement.objects.count() == 1
