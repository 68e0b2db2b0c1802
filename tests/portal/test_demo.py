import re
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import transaction

from events.models import (
    Announcement,
    AttendanceNote,
    Event,
    EventAccess,
    EventChange,
    Series,
)
from events.models.event import Outcome
from organizations.models import OfficeHolder, Organization
from portal.demo import examples
from portal.demo.load import load
from portal.demo.people import ACCOUNTS
from portal.kernel.months import day_of, midnight
from portal.kernel.names import fold
from portal.kernel.reading import read_when
from portal.kernel.when import Precision
from reports.models import Activity, Report
from venues.models import AccessFact, Venue

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
RECORDS = (Organization, OfficeHolder, Venue, Series, Event, Announcement, Activity, Report)
PUBLISHED = (Organization, Venue, Series, Event, Announcement, Report)


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    """The demo, loaded once for all tests of this file; what a test changes is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert load(now=NOW)
        yield
        transaction.set_rollback(True)


def only(model, **lookup):
    return model.objects.get(**lookup)


def held_note(title, month):
    return AttendanceNote.objects.get(event__title=title, event__starts_at__month=month).current


def spaced(text):
    """With plain spaces: where a line may break is not what these tests are about."""
    return text.replace("\u00a0", " ")


def report(slug):
    first, _, last = slug.partition("--")
    days = [date.fromisoformat(f"{month}-01") for month in (first, last or first)]
    found = Report.objects.get(first_month=days[0], last_month=days[1])
    return found.versions.get().content


def figure(content, key):
    """The figure's words, and how many meetings it leaves out."""
    row = next(row for row in content["figures"] if row["key"] == key)
    return spaced(row["text"]), row["missing"]


def lines(content):
    groups = [group for section in content["sections"] for group in section["groups"]]
    return [line["text"] for group in groups for line in group["lines"]]


## All of it, once


def test_it_holds_what_the_sources_hold():
    amounts = {model.__name__: model.objects.count() for model in RECORDS}
    assert amounts == {
        "Organization": 32,
        "OfficeHolder": 3,
        "Venue": 8,
        "Series": 3,
        "Event": 6 + 3,  # of the sources, and examples
        "Announcement": 4 + 1,
        "Activity": 55,
        "Report": 5,
    }


def test_loading_again_leaves_everything_alone():
    before = [model.objects.count() for model in RECORDS]
    Event.objects.filter(title="Ławka dialogu dla NGO").update(lead="Zmienione przez redakcję.")
    assert not load(now=NOW + timedelta(days=30))
    assert [model.objects.count() for model in RECORDS] == before
    assert only(Event, title="Ławka dialogu dla NGO").lead == "Zmienione przez redakcję."


@pytest.mark.parametrize("model", PUBLISHED)
def test_a_visitor_finds_every_record_of_the_demo(model):
    assert model.objects.public(NOW).count() == model.objects.count()


def test_each_text_carries_its_real_day():
    days = {
        text.title[:25]: day_of(text.published_at)
        for text in Announcement.objects.filter(is_example=False)
    }
    assert sorted(days.values()) == [
        date(2026, 2, 23),
        date(2026, 3, 6),
        date(2026, 3, 23),
        date(2026, 5, 5),
    ]


## What the sources leave open stays open


@pytest.mark.parametrize("day", [date(2026, 2, 27), date(2026, 5, 13)])
def test_nobody_has_said_that_the_meetings_missing_from_the_summary_took_place(day):
    start = midnight(day)
    event = Event.objects.get(starts_at__range=(start, start + timedelta(days=1)))
    assert event.is_unanswered(NOW)
    assert not AttendanceNote.objects.filter(event=event).exists()


def test_the_long_report_says_how_many_meetings_it_leaves_out():
    assert figure(report("2026-01--2026-05"), "spotkania") == ("3 spotkania", 2)


def test_the_meeting_of_june_has_a_month_and_no_day():
    event = only(Event, title="Wspólnie do celu III")
    assert event.precision == Precision.MONTH
    assert spaced(event.when.sentence()) == "w czerwcu 2026 r."
    assert event.venue is None
    assert event.is_unanswered(NOW)


def test_april_is_held_on_an_unknown_day_at_a_known_place():
    event = only(Event, series__slug="spotkajmy-sie-w-3miejscu", edition=2)
    assert event.outcome == Outcome.HELD
    assert spaced(event.when.short()) == "kwiecień 2026 r."
    assert (event.place_name, event.place_address) == ("Społeczna Kaffka", "ul. Na Kozłówce 25")


def test_the_first_edition_of_wspolnie_do_celu_is_not_invented():
    numbers = Event.objects.filter(series__slug="wspolnie-do-celu", is_example=False)
    assert sorted(numbers.values_list("edition", flat=True)) == [2, 3]


def test_the_bench_carries_no_number_here():
    event = only(Event, title="Ławka dialogu dla NGO")
    assert event.edition is None
    assert event.edition_label == ""
    assert spaced(event.when.hours()) == "17.30 – ok. 19.30"


def test_access_is_unknown_until_somebody_checks():
    assert set(AccessFact.objects.values_list("answer", flat=True)) == {"unknown"}


def test_only_of_examples_is_access_answered_and_only_what_a_meeting_brings_along():
    found = EventAccess.objects.select_related("event")
    assert {fact.event.is_example for fact in found} == {True}
    assert {fact.key for fact in found} == {"sign_language", "captions", "loop"}
    assert {fact.answer for fact in found} == {"yes", "no", "unknown"}
    assert all("przykład" in fact.note for fact in found)
    days = {fact.checked_on for fact in found if fact.answer != "unknown"}
    assert all(1 <= (day_of(NOW) - day).days <= 14 for day in days)


def test_the_filter_of_access_can_be_tried(client):
    with time_machine.travel(NOW, tick=False):
        page = client.get("/wydarzenia/").content.decode()
        found = client.get("/wydarzenia/?dostepnosc=captions").content.decode()
    assert 'name="dostepnosc"' in page
    assert "Ławka dialogu dla młodych organizacji" in spaced(found)
    assert "Stolik, herbata" not in spaced(found)


def test_each_address_leads_to_a_map(client):
    for venue in Venue.objects.all():
        assert "openstreetmap.org" in client.get(venue.get_absolute_url()).content.decode()


def test_no_point_is_good_enough_for_a_pin():
    assert not any(venue.has_pin for venue in Venue.objects.all())


## Counts


def test_both_counts_of_organizations_stand_side_by_side_and_one_is_used():
    counts = held_note("Wspólnie do celu II", 3).counts()
    assert [(spaced(row["text"]), row["counted"]) for row in counts] == [
        ("blisko 70 organizacji", False),
        ("około 70 organizacji", True),
        ("blisko 100 osób", True),
    ]
    assert all(row["source"] for row in counts)


@pytest.mark.parametrize("month", [3, 4])
def test_where_nobody_gave_a_number_there_is_none(month):
    assert held_note("Spotkajmy się w 3miejscu", month).counts() == []


def test_an_unknown_number_is_said_to_be_unknown():
    assert figure(report("2026-04"), "osoby") == ("brak danych", 1)
    assert figure(report("2026-03"), "osoby") == ("blisko 100 osób", 1)


## Names


def test_the_place_is_found_by_its_other_name():
    assert only(Venue, aliases__folded=fold("echo miasta")).name == "Kapelanka 56"


@pytest.mark.parametrize("variant", ["3miejscu", "3. miejscu", "trzecie miejsce"])
def test_the_cycle_is_found_by_each_of_its_spellings(variant):
    assert only(Series, aliases__folded=fold(variant)).name == "Spotkajmy się w 3miejscu"


def test_partners_of_march_stand_by_their_roles():
    event = only(Event, title="Wspólnie do celu II")
    roles = event.partnerships.values_list("organization__name", "role")
    assert ("Fundacja Tytano", "host") in roles
    assert ("Fundacja Tytano", "support") in roles
    assert ("ECHO Miasta", "support") in roles
    assert ("Krakowskie Towarzystwo Przyjaciół Dzieci", "programme") in roles


def test_the_mayors_name_is_spelled_right():
    assert only(OfficeHolder, office="mayor").name == "Aleksander Miszalski"


def test_whose_birthday_it_was_is_nobodys_business():
    assert "jubileusz setnych urodzin" in lines(report("2026-02"))


def stored_texts():
    """Every text that people wrote, wherever it is stored."""
    fields = {
        Organization: ("name", "field", "description"),
        Venue: ("name", "description", "entrance"),
        Series: ("name", "lead", "idea", "cadence", "audience"),
        Event: ("title", "lead", "body", "room", "audience", "access_contact", "date_reason"),
        Announcement: ("title", "body"),
        Activity: ("title", "place"),
        Report: ("title",),
    }
    for model, names in fields.items():
        for row in model.objects.values_list(*names):
            yield from row


def test_texts_are_typed_as_polish_is_and_hold_no_glued_spaces():
    for text in stored_texts():
        prose = re.sub(r"<[^>]+>", " ", text)
        assert "\u00a0" not in text
        assert '"' not in prose
        assert " - " not in prose
        assert prose.count("„") == prose.count("”")


@pytest.mark.parametrize("slip", ["Miszańsk", "Kłast", "mieszkank i", "trzech miejsc"])
def test_slips_of_the_sources_are_put_right(slip):
    assert not any(slip in text for text in stored_texts())


## Examples


def test_examples_say_what_they_are_once():
    events = list(Event.objects.filter(is_example=True))
    texts = [*events, only(Announcement, is_example=True)]
    assert [text.body.count("To przykład, który pokazuje") for text in texts] == [1, 1, 1, 1]
    assert all(event.edition is None for event in events)


def test_only_an_example_was_changed_after_publication():
    change = only(EventChange)
    assert change.event.is_example
    assert "to przykład" in change.reason
    assert change.event.sequence == 1


def test_monthly_reports_are_examples_and_the_long_one_is_the_offices():
    published = {row.span.slug: row.is_example for row in Report.objects.all()}
    assert published.pop("2026-01--2026-05") is False
    assert published == dict.fromkeys(["2026-01", "2026-02", "2026-03", "2026-04"], True)


def day_of_example(now):
    """When the first of the examples would be, had the demo been loaded then."""
    return read_when(examples.meetings(now)[0].starts).first_day


def test_whatever_the_day_the_next_meeting_is_two_to_four_weeks_ahead():
    for passed in range(800):
        now = NOW + timedelta(days=passed)
        day = day_of_example(now)
        assert 14 <= (day - day_of(now)).days <= 28
        assert day.weekday() == examples.WEDNESDAY
        assert (day.month, day.day) not in examples.HOLIDAYS


def test_the_next_meeting_can_be_walked_into():
    event = Event.objects.public(NOW).upcoming(NOW).first()
    assert event.title == "Spotkajmy się w 3miejscu"
    assert event.drop_in
    assert event.sign_up == Event.SignUp.NONE


## Accounts and the command


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.username)
def test_each_role_can_log_in_with_the_printed_passphrase(account):
    user = authenticate(username=account.username, password=account.password)
    assert user.is_staff
    assert not user.is_superuser
    assert account.username in user.groups.values_list("name", flat=True)
    assert len(account.password) >= 15


def test_a_second_run_says_the_accounts_and_nothing_else():
    out = StringIO()
    call_command("demo", stdout=out)
    said = out.getvalue()
    assert all(account.password in said for account in ACCOUNTS)
    assert "Wczytano" not in said


def test_production_refuses(settings):
    settings.MODE = "production"
    with pytest.raises(CommandError, match="jawne hasła"):
        call_command("demo")
