"""What a visitor must not see is made first, each with a word of its own, linked to public things;
then every public address is asked, and none of these words may come back.

Decided here: who hosts, supports or performs is public by that role, and so is a building that a
public venue stands in. The *name* of an organization or a building that is itself a draft,
scheduled or withdrawn therefore stands on the pages of public events and venues: as plain text,
without a link, and with nothing else of its page. A cycle has no such role: a cycle that is not
public is not named. An event keeps its place's name and address as facts of its own.
"""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from events.actions import approve_note
from events.models import Commitment, Count, EventChange, Presence, ProgrammeItem
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.actions import draft_report, publish_report
from reports.models import ReportLine
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_partnership,
    make_series,
    make_user,
    make_venue,
    make_when,
)
from venues.models import AccessFact, VenueAlias

MINUTE = timedelta(minutes=1)
STATES = ["draft", "scheduled", "withdrawn"]
PUBLISHED_AT = {"draft": None, "scheduled": NOW + MINUTE, "withdrawn": NOW - timedelta(days=9)}


class Words:
    """Hands out words that stand nowhere else, so that each leak names its source."""

    def __init__(self):
        self.given = {}

    def __call__(self, source):
        word = f"zakamarek{len(self.given):03}x"
        self.given[word] = source
        return word

    def leaked(self, response):
        # A calendar's lines are folded after 75 octets, in the middle of a word.
        text = response.content.decode(errors="replace").replace("\r\n ", "")
        text += str(dict(response.items()))
        return {source for word, source in self.given.items() if word in text.casefold()}


def in_state(state, record):
    if state == "withdrawn":
        record.withdraw(NOW - timedelta(days=1), "Połączono z innym wpisem.")
    return record


@pytest.fixture
def words():
    return Words()


def rich(word):
    return f"<p>{word}</p>"


def hidden_rows(state, site, words):
    """One of each kind in that state, hanging on everything public that it can hang on."""
    at = {"published_at": PUBLISHED_AT[state]}

    def word(what):
        return words(f"{state}: {what}")

    organization = make_organization(
        word("organization's name"),
        description=rich(word("description")),
        field=word("field"),
        **at,
    )
    organization.aliases.create(name=word("alias"))
    venue = make_venue(
        word("venue's name"),
        inside=site.palace,
        operator=site.organization,
        description=rich(word("venue's description")),
        entrance=word("entrance"),
        **at,
    )
    VenueAlias.objects.create(venue=venue, name=word("venue's alias"))
    series = make_series(
        word("series' name"),
        slug=word("series' slug"),
        lead=word("series' lead"),
        idea=rich(word("idea")),
        cadence=word("cadence"),
        **at,
    )
    series.organizers.add(site.organization)
    ahead = hidden_event(site, word, edition=20 + STATES.index(state), **at)
    past = hidden_event(
        site,
        word,
        edition=30 + STATES.index(state),
        when=When.on_day(date(2026, 3, 12)),
        outcome="held",
        **at,
    )
    make_note(past, ("exactly", 987, "people"), summary=word("note of a hidden event"))
    announcement = make_announcement(
        word("announcement's title"),
        lead=word("announcement's lead"),
        body=rich(word("announcement's body")),
        events=[site.upcoming, site.held],
        **at,
    )
    recap = make_announcement(word("recap's title"), kind="recap", events=[site.held], **at)
    rows = [organization, venue, series, ahead, past, announcement, recap]
    return [in_state(state, row) for row in rows]


def hidden_event(site, word, **fields):
    event = make_event(
        word("event's title"),
        series=site.series,
        venue=site.venue,
        lead=word("event's lead"),
        body=rich(word("event's body")),
        room=word("room"),
        **fields,
    )
    site.invitation.events.add(event)
    make_partnership(event, site.organization)
    return event


def secrets_of_public_rows(site, words):
    """What belongs to public records and is the office's own all the same."""
    writer = make_user("redakcja", username=words("user name"))
    type(writer).objects.filter(pk=writer.pk).update(
        first_name=words("first name"), email=f"{words('e-mail')}@krakow.example"
    )
    waiting = make_held("Spotkanie bez notatki", venue=site.venue)
    note = make_note(
        waiting,
        summary=words("summary of an unapproved note"),
        internal=words("internal text of an unapproved note"),
        approved_at=None,
    )
    Count.objects.create(note=note, value=986, source=words("source of an unapproved count"))
    Commitment.objects.create(
        note=note, text=words("commitment of an unapproved note"), owner="biuro", public=True
    )
    approved_note_with_secrets(site, words, writer)
    EventChange.objects.create(
        event=site.upcoming,
        kind="place",
        before=words("change before"),
        after=words("change after"),
        reason=words("change reason"),
        public=False,
        sequence=0,
        at=NOW,
    )


def approved_note_with_secrets(site, words, writer):
    """Approved, then written in again: only what was approved, and agreed to, is public."""
    note = site.held.note
    note.internal = words("internal text")
    note.written_by = writer
    note.save()
    quiet = make_organization(words("organization in the audience"), published_at=None)
    Presence.objects.create(note=note, organization=quiet)
    Commitment.objects.create(
        note=note, text=words("commitment kept inside"), owner=words("owner"), public=False
    )
    approve_note(note=note, by=writer, at=NOW)
    note.summary = words("summary written after approval")
    note.save()
    late = make_organization(words("organization added after approval"), published_at=None)
    Presence.objects.create(note=note, organization=late, public=True)


def hidden_reports(site, words):
    """A draft, and what the published one left out or was given afterwards."""
    april = MonthSpan(Month(2026, 4), Month(2026, 4))
    draft = draft_report(span=april, by=None, at=NOW)
    draft.title = words("draft report's title")
    draft.lead = words("draft report's lead")
    draft.save()
    report = site.report
    ReportLine.objects.create(
        report=report,
        month=date(2026, 3, 1),
        text=words("line left out"),
        included=False,
        omission_reason=words("reason of leaving out"),
    )
    publisher = make_user(username=words("publisher"))
    publish_report(report=report, by=publisher, at=NOW, note="Poprawiono.")
    report.refresh_from_db()
    report.lead = words("report's lead after publication")
    report.closing = rich(words("report's closing after publication"))
    report.save()


QUERIES = ["", "?podglad=1", "?szukaj=zakamarek", "?plakat=0"]


def test_no_public_address_tells_what_is_hidden(site, client, words):
    own = [hidden_rows(state, site, words) for state in STATES]
    secrets_of_public_rows(site, words)
    hidden_reports(site, words)
    found = {}
    for address in [f"{address}{query}" for address in site.addresses() for query in QUERIES]:
        if leaked := words.leaked(client.get(address)):
            found[address] = leaked
    assert found == {}
    assert len(words.given) > 60
    # They are there: the office sees them.
    assert all(type(row).objects.filter(pk=row.pk).exists() for rows in own for row in rows)


def test_the_search_for_staff_words_is_not_what_hid_them(site, client, words):
    """Published, the same rows are found: the test above would have seen them."""
    rows = hidden_rows("draft", site, words)
    for row in rows:
        row.publish(NOW)
    seen = set()
    for address in [*site.addresses(), "/organizacje/?szukaj=zakamarek"]:
        seen |= words.leaked(client.get(address))
    assert {f"draft: {what}" for what in SEEN_WHEN_PUBLIC} <= seen


SEEN_WHEN_PUBLIC = {
    "organization's name",
    "field",
    "venue's name",
    "series' name",
    "series' lead",
    "event's title",
    "announcement's title",
    "announcement's lead",
    "recap's title",
}


def own_addresses(row):
    """With its slug, without it, and from a poster."""
    address = row.get_absolute_url()
    found = [address]
    if getattr(row, "sequence", None) is not None:
        found.append(reverse("events:event_poster", args=[row.pk, 0]))
        found.append(f"{address.rstrip('/')}.ics")
    if str(row.pk) in address.split("/"):
        found.append(address.partition(f"/{row.pk}/")[0] + f"/{row.pk}/")
    return found


@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_a_draft_or_scheduled_item_is_not_at_its_own_address(site, client, words, state):
    for row in hidden_rows(state, site, words):
        for address in own_addresses(row):
            response = client.get(address)
            assert response.status_code == 404, address
            assert words.leaked(response) == set(), address


def test_a_withdrawn_address_says_title_day_and_reason_and_nothing_else(site, client, words):
    for row in hidden_rows("withdrawn", site, words):
        for address in own_addresses(row):
            response = client.get(address)
            assert response.status_code == 410, address
            text = response.content.decode()
            assert (getattr(row, "title", "") or row.name) in text
            assert "7\u00a0maja 2026\u00a0r." in text or "7\u00a0maja\u00a02026" in text
            assert "Połączono z innym wpisem." in text
            assert len(words.leaked(response)) == 1, address
            assert 'content="noindex"' in text


def test_what_was_withdrawn_before_its_hour_was_never_public(site, client):
    event = make_event("Nigdy nieogłoszone", published_at=NOW + MINUTE)
    event.withdraw(NOW, "Zmiana planów.")
    assert client.get(event.get_absolute_url()).status_code == 404


def test_a_scheduled_item_appears_at_its_minute(site, client, words, at_noon):
    rows = hidden_rows("scheduled", site, words)
    at_noon.move_to(NOW + MINUTE - timedelta(seconds=1))
    assert {client.get(row.get_absolute_url()).status_code for row in rows} == {404}
    at_noon.move_to(NOW + MINUTE)
    assert {client.get(row.get_absolute_url()).status_code for row in rows} == {200}
    seen = set()
    for address in site.addresses():
        seen |= words.leaked(client.get(address))
    assert {f"scheduled: {what}" for what in SEEN_WHEN_PUBLIC} <= seen


@pytest.mark.parametrize("state", STATES)
def test_partners_are_named_by_their_role_without_a_link(site, client, state):
    def hidden(name):
        made = make_organization(name, description=rich("Tajny opis"), **at)
        return in_state(state, made)

    at = {"published_at": PUBLISHED_AT[state]}
    host, performer = hidden("Stowarzyszenie Gospodarz"), hidden("Fundacja Scena")
    operator, organizer = hidden("Spółdzielnia Operator"), hidden("Fundacja Współtworząca")
    building = in_state(state, make_venue("Kamienica", **at))
    make_partnership(site.upcoming, host)
    ProgrammeItem.objects.create(event=site.upcoming, title="Koncert", performer=performer)
    type(site.venue).objects.filter(pk=site.venue.pk).update(operator=operator, inside=building)
    site.series.organizers.add(organizer)
    event = client.get(site.upcoming.get_absolute_url()).content.decode()
    venue = client.get(site.venue.get_absolute_url()).content.decode()
    series = client.get(site.series.get_absolute_url()).content.decode()
    assert all(row.name in event for row in (host, performer))
    assert all(row.name in venue for row in (operator, building))
    assert organizer.name in series
    for row in (host, performer, operator, building, organizer):
        assert row.get_absolute_url() not in event + venue + series
    assert "Tajny opis" not in event + venue + series


@pytest.mark.parametrize("state", STATES)
def test_an_event_in_a_hidden_place_says_where_and_quotes_no_passport(site, client, state):
    at = {"published_at": PUBLISHED_AT[state]}
    venue = make_venue("Dom Sąsiedzki", entrance="od podwórza", stop="Rondo", **at)
    AccessFact.objects.create(
        venue=venue, key="toilet", answer="no", checked_on=date(2026, 2, 1), note="na piętrze"
    )
    event = make_event("Herbata", venue=venue, when=make_when())
    in_state(state, venue)
    html = client.get(event.get_absolute_url()).content.decode()
    assert "Dom Sąsiedzki" in html
    for secret in (venue.get_absolute_url(), "od podwórza", "Rondo", "na piętrze"):
        assert secret not in html


@pytest.mark.parametrize("state", STATES)
def test_a_cycle_that_is_not_public_is_not_named_by_its_editions(site, client, state):
    series = make_series("Cykl w przygotowaniu", published_at=PUBLISHED_AT[state])
    in_state(state, series)
    event = make_event("Pierwsze spotkanie", series=series, edition=1)
    for address in (event.get_absolute_url(), "/", "/wydarzenia/", "/kalendarz/2026/05/"):
        html = client.get(address).content.decode()
        assert "Cykl w przygotowaniu" not in html, address
        assert series.slug not in html, address
    assert "Pierwsze spotkanie" in client.get("/wydarzenia/").content.decode()


def test_previous_and_next_pass_over_what_is_hidden(site, client, words):
    for state in STATES:
        hidden_rows(state, site, words)
    html = client.get(site.upcoming.get_absolute_url()).content.decode()
    assert f'rel="prev" href="{site.held.get_absolute_url()}"' in html
    assert 'rel="next"' not in html


def test_a_session_of_staff_changes_nothing_that_visitors_get(site, client, words):
    hidden_rows("draft", site, words)
    client.force_login(make_user("publikacja"))
    for address in site.addresses():
        assert words.leaked(client.get(address)) == set(), address
