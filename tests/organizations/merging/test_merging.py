"""Two organizations that turn out to be one: nothing that leads to the lost one leads nowhere."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from events.actions import approve_note
from events.models import Partnership, Presence
from organizations.models import Alias, Organization
from portal.kernel.links import links_to
from portal.kernel.months import Month, MonthSpan
from portal.kernel.publishing import Status
from reports.actions import draft_report, publish_report
from reports.figures import figures_of
from reports.period import load_period
from tests.desk import words
from tests.factories import (
    NOW,
    make_activity,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_partnership,
    make_series,
    make_user,
    make_venue,
)
from tests.organizations.merging.two import merge, with_links

pytestmark = pytest.mark.django_db

# Links


def test_everything_that_led_to_the_lost_one_leads_to_the_kept_one(kept, lost):
    event, note, series, activity, venue, earlier = with_links(lost)
    merge(kept, lost)
    assert [row.organization for row in event.partnerships.all()] == [kept]
    assert [row.organization for row in note.presences.all()] == [kept]
    assert [item.performer for item in event.programme.all()] == [kept]
    assert list(series.organizers.all()) == [kept]
    assert list(activity.organizations.all()) == [kept]
    for record in (venue, earlier):
        record.refresh_from_db()
    assert venue.operator == kept
    assert earlier.merged_into == kept


def test_no_kind_of_link_is_forgotten(kept, lost):
    """A new table that points to an organization must get an example in `with_links`."""
    with_links(lost)
    assert [links.label for links in links_to(Organization) if not links.count(lost)] == []
    merge(kept, lost)
    left = {links.label for links in links_to(Organization) if links.count(lost)}
    assert left == set()


def test_a_role_that_both_had_stays_once(kept, lost):
    event = make_event()
    for organization in (kept, lost):
        make_partnership(event, organization, "host")
    make_partnership(event, lost, "patron")
    merge(kept, lost)
    assert [row.role for row in event.partnerships.all()] == ["host", "patron"]


def test_of_two_notes_on_one_role_the_chosen_one_stays(kept, lost):
    event = make_event()
    mine, theirs = (make_partnership(event, row, "host") for row in (kept, lost))
    Partnership.objects.filter(pk=theirs.pk).update(note="przestrzeń i technika")
    merge(kept, lost, rows=[f"row_partnership_{theirs.pk}"])
    mine.refresh_from_db()
    assert mine.note == "przestrzeń i technika"
    assert event.partnerships.count() == 1


def test_an_agreement_to_be_named_is_not_made_up(kept, lost):
    note = make_note(make_held())
    Presence.objects.create(note=note, organization=kept, public=False)
    Presence.objects.create(note=note, organization=lost, public=True)
    merge(kept, lost)
    assert [row.public for row in note.presences.all()] == [False]


def test_both_in_one_cycle_and_one_activity_stand_there_once(kept, lost):
    series, activity = make_series(), make_activity()
    series.organizers.add(kept, lost)
    activity.organizations.add(kept, lost)
    merge(kept, lost)
    assert list(series.organizers.all()) == [kept]
    assert list(activity.organizations.all()) == [kept]


def test_whoever_has_the_events_form_open_learns_that_it_changed(kept, lost):
    event = make_event()
    make_partnership(event, lost)
    before = event.version
    merge(kept, lost)
    event.refresh_from_db()
    assert event.version == before + 1


def test_a_past_event_keeps_the_place_that_it_had(kept, lost):
    venue = make_venue("Dawny lokal", operator=lost)
    event = make_held(venue=venue)
    place = event.place_name
    merge(kept, lost)
    event.refresh_from_db()
    assert event.place_name == place


# Names


def test_the_one_is_found_by_every_name_of_both(kept, lost):
    Alias.objects.create(organization=lost, name="Ławeczka")
    merge(kept, lost)
    assert [alias.name for alias in kept.aliases.all()] == ["Ławeczka", "Ławka dialogu"]


def test_when_the_other_name_stays_the_first_becomes_another_name(kept, lost):
    merge(kept, lost, values=["name"])
    assert kept.name == "Ławka dialogu"
    assert [alias.name for alias in kept.aliases.all()] == ["Fundacja Ławka Dialogu"]


def test_a_name_that_both_know_stands_once(kept, lost):
    for organization, name in ((kept, "ŁAWECZKA"), (lost, "Ławeczka")):
        Alias.objects.create(organization=organization, name=name)
    merge(kept, lost)
    assert [alias.name for alias in kept.aliases.all()] == ["ŁAWECZKA", "Ławka dialogu"]


# Addresses


def test_the_old_address_leads_on_for_good(client, at_noon, kept, lost):
    old = lost.get_absolute_url()
    merge(kept, lost)
    for address in (old, f"/organizacje/{lost.pk}/", f"/organizacje/{lost.pk}/inaczej/"):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (301, kept.get_absolute_url())


def test_so_does_the_old_calendar(client, at_noon, kept, lost):
    merge(kept, lost)
    feeds = [reverse("events:organization_ics", args=[row.pk]) for row in (lost, kept)]
    response = client.get(feeds[0])
    assert (response.status_code, response["Location"]) == (301, feeds[1])
    subscribe = reverse("events:calendar_subscribe")
    response = client.get(subscribe, {"organizacja": lost.pk})
    assert (response.status_code, response["Location"]) == (
        301,
        f"{subscribe}?organizacja={kept.pk}",
    )


def test_what_was_never_public_has_no_address_to_lead_on(client, at_noon):
    kept, lost = (make_organization(published_at=None) for _ in range(2))
    merge(kept, lost)
    assert client.get(lost.get_absolute_url()).status_code == 404


def test_the_name_of_what_waits_for_its_hour_is_not_given_away(client, at_noon, lost):
    lost.withdraw(NOW, "Pomyłka.")
    waiting = make_organization("Tajna do jutra", published_at=NOW + timedelta(days=1))
    merge(waiting, lost)
    response = client.get(lost.get_absolute_url())
    assert (response.status_code, "Tajna" in words(response)) == (410, False)


def test_a_withdrawn_one_leads_to_the_kept_one_too(client, at_noon, kept, lost):
    lost.withdraw(NOW, "Pomyłka.")
    merge(kept, lost)
    assert client.get(lost.get_absolute_url())["Location"] == kept.get_absolute_url()


def test_two_mergings_one_after_another_make_one_step(client, at_noon, kept, lost):
    last = make_organization("Ostatnia")
    merge(kept, lost)
    merge(last, kept)
    assert client.get(lost.get_absolute_url())["Location"] == last.get_absolute_url()


def test_the_lost_one_is_in_no_list_nor_choice(publisher, kept, lost):
    merge(kept, lost)
    assert lost not in Organization.objects.kept()
    assert lost.name not in words(publisher.get("/organizacje/"))
    listed = publisher.get(reverse("admin:organizations_organization_changelist"))
    assert lost not in listed.context["cl"].queryset


# What stays true


def test_figures_do_not_change(kept, lost):
    span = MonthSpan(Month(2026, 3), Month(2026, 3))
    note = make_note(make_held(), ("about", 30, "people"), ("exactly", 2, "organizations"))
    for organization in (kept, lost):
        Presence.objects.create(note=note, organization=organization)
    make_activity().organizations.add(lost)

    def figures():
        return figures_of(load_period(span, through=date(2026, 3, 31), at=NOW))

    before = [(row.key, row.text) for row in figures()]
    merge(kept, lost)
    assert [(row.key, row.text) for row in figures()] == before


def test_distinct_organizations_are_counted_once(kept, lost):
    for organization in (kept, lost):
        make_partnership(make_event(), organization)
    distinct = Partnership.objects.values("organization").distinct()
    assert distinct.count() == 2
    merge(kept, lost)
    assert distinct.count() == 1


def test_what_was_approved_and_published_says_what_it_said(kept, lost):
    event = make_held()
    note = make_note(event, ("exactly", 2, "organizations"), approved_at=None)
    Presence.objects.create(note=note, organization=lost, public=True)
    version = approve_note(note=note, by=None, at=NOW)
    user = make_user("publikacja")
    report = draft_report(span=MonthSpan(Month(2026, 3), Month(2026, 3)), by=user, at=NOW)
    published = publish_report(report=report, by=user, at=NOW)
    for frozen in (version, published):
        frozen.refresh_from_db()
    before = (version.data, published.content)
    merge(kept, lost)
    version.refresh_from_db()
    published.refresh_from_db()
    assert (version.data, published.content) == before
    assert version.data["organizations"][0]["name"] == "Ławka dialogu"


def test_the_history_says_who_merged_what(kept, lost):
    user = make_user("publikacja")
    event = make_event()
    row = make_partnership(event, lost)
    merge(kept, lost, by=user)
    reason = "Połączono: „Ławka dialogu” z „Fundacja Ławka Dialogu”"
    for record in (kept, lost, row):
        entry = record.history.first()
        assert (entry.history_change_reason, entry.history_user) == (reason, user)


# What cannot be


def refused(kept, lost):
    with pytest.raises(ValidationError) as caught:
        merge(kept, lost)
    return caught.value.messages[0]


def test_not_into_itself(kept):
    assert refused(kept, kept) == "To jeden i ten sam wpis: wybierz inny."


def test_not_what_was_merged_already_and_in_no_circle(kept, lost):
    merge(kept, lost)
    assert "połączono już z: Fundacja Ławka Dialogu" in refused(kept, lost)
    assert "połączono już z: Fundacja Ławka Dialogu" in refused(lost, kept)
    assert "połączono już z" in refused(make_organization(), lost)


def test_not_what_lies_in_the_bin(kept):
    thrown = make_organization("Wyrzucona", published_at=None)
    thrown.discard(NOW)
    assert refused(kept, thrown) == "„Wyrzucona” leży w koszu: najpierw wyjmij."


def test_a_public_address_never_leads_to_a_draft(lost):
    draft = make_organization("Szkic", published_at=None)
    assert "niech zostanie ten ze strony" in refused(draft, lost)


def test_a_value_that_does_not_fit_leaves_everything_as_it_was(kept, lost):
    event = make_event()
    make_partnership(event, lost)
    Organization.objects.filter(pk=lost.pk).update(website="to nie adres")
    lost.refresh_from_db()
    with pytest.raises(ValidationError):
        merge(kept, lost, values=["website"])
    assert event.partnerships.get().organization == lost
    lost.refresh_from_db()
    assert lost.merged_into is None


# What becomes of the lost one


@pytest.mark.parametrize(
    "published_at, status",
    [
        (NOW, Status.WITHDRAWN),
        (None, Status.DRAFT),
        (NOW + timedelta(days=3), Status.DRAFT),
    ],
    ids=["public", "draft", "waiting"],
)
def test_the_lost_row_remains(kept, published_at, status):
    lost = make_organization(published_at=published_at)
    merge(kept, lost)
    assert (lost.merged_into, lost.status) == (kept, status)
    assert lost.is_discarded == (status == Status.DRAFT)
