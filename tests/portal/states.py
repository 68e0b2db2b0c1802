"""The public site in the states that every page must bear: empty, one, many, long text, error.

Each function makes its rows and returns {address: answer}, as Django's test client got them.
"""

from datetime import date, timedelta
from itertools import chain

from django.core.exceptions import PermissionDenied
from django.db import models
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from events.models import Commitment, EventAccess, EventChange, ProgrammeItem
from portal import views
from portal.kernel.preview import token
from portal.kernel.when import When
from reports.document import document_of
from reports.file_views import unavailable
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)
from tests.pictures import make_picture
from tests.portal.site import make_site, public_patterns

MANY = 100
DAY = timedelta(days=1)
WORD = "Konstantynopolitańczykowianeczkówna"  # 35 letters and nowhere to break
# What is asked of a list or of search, right and wrong; a page must bear each.
QUESTIONS = (
    "/szukaj/?q=spotkanie",
    "/szukaj/?q=zzzzqqq",
    f"/szukaj/?q={WORD * 3}",
    "/organizacje/?szukaj=zzzzqqq",
    "/wydarzenia/?szukaj=zzzzqqq",
    "/wydarzenia/?dzielnica=999&od=kiedyś",
    "/wydarzenia/archiwum/?strona=99",
)


def answers(client, addresses):
    """{address: answer}; a question that the site has not learned may lead elsewhere."""
    found = {address: client.get(address) for address in dict.fromkeys(addresses)}
    return {address: answer for address, answer in found.items() if answer.status_code < 300}


def one(client):
    """Something at every address, and what search and filters answer to good and bad questions."""
    site = make_site()
    found = answers(client, site.pages())
    assert list(found) == list(dict.fromkeys(site.pages()))
    return found | answers(client, QUESTIONS)


def empty(client):
    """A site without a single row: every page that needs none."""
    addresses = []
    for name, _ in public_patterns():
        try:
            addresses.append(reverse(name))
        except NoReverseMatch:
            continue
    pages = answers(client, [*addresses, *QUESTIONS, reverse_month()])
    return {
        address: answer
        for address, answer in pages.items()
        if answer["Content-Type"].startswith("text/html")
    }


def reverse_month():
    return reverse("events:event_month", kwargs={"year": "2026", "month": "05"})


def many(client):
    """A hundred of everything that stands in a list; lists of several pages, both ends."""
    site = make_site()
    for number in range(MANY):
        add_one_more(site, number)
    for key in EventAccess.Key.values:
        EventAccess.objects.update_or_create(event=site.upcoming, key=key)
    pages = [*site.pages(), "/wydarzenia/?strona=2", "/wydarzenia/archiwum/?strona=2"]
    return answers(client, [*pages, "/szukaj/?q=spotkanie"])


def add_one_more(site, number):
    """One more row of each kind, hanging on the site's own."""
    organization = make_organization(f"Stowarzyszenie Sąsiedzi {number}")
    venue = make_venue(f"Klub Osiedlowy {number}", inside=site.palace, operator=site.organization)
    make_series(f"Spotkanie przy stole {number}").organizers.add(site.organization)
    ahead = make_event(
        f"Spotkanie {number}",
        when=make_when(date(2026, 5, 9) + DAY * (number // 3)),
        venue=site.venue,
        series=site.series if number % 2 else None,
        edition=number + 100 if number % 2 else None,
    )
    past = make_held(
        f"Spotkanie dawne {number}", when=When.on_day(date(2026, 3, 1) - DAY * number), venue=venue
    )
    make_partnership(site.upcoming, organization, "support")
    for event in (ahead, past):
        make_partnership(event, site.organization)
    ProgrammeItem.objects.create(event=site.upcoming, title=f"Punkt {number}")
    Commitment.objects.create(
        note=site.held.note, text=f"Obietnica {number}", owner="Pełnomocnik", public=True
    )
    make_announcement(f"Wiadomość {number}", events=[site.upcoming])


def long(client):
    """Every text as long as its field lets it be, up to 120 signs, with a word of 35 letters."""
    site = make_site()
    change = {"before": sentence(60), "after": sentence(60), "reason": sentence(120)}
    EventChange.objects.create(event=site.upcoming, kind="place", sequence=1, at=NOW, **change)
    for record in rows_of(site):
        stretch(record)
    make_picture(site.upcoming, alt=sentence(120), author=sentence(60))
    make_note(
        make_held(sentence(120), venue=site.venue, series=site.series, edition=28),
        ("nearly", 12345, "organizations"),
        ("about", 98765, "people"),
        summary=sentence(300),
    )
    for found in (site.upcoming, site.held, site.series, site.venue, site.organization):
        found.refresh_from_db()
    return answers(client, [*site.pages(), f"/szukaj/?q={WORD}"])


def rows_of(site):
    own = [record for record in vars(site).values() if isinstance(record, models.Model)]
    hanging = (
        site.venue.access_facts.all(),
        site.upcoming.programme.all(),
        site.organization.aliases.all(),
        site.held.note.commitments.all(),
    )
    return [*(record for record in own if record is not site.report), *chain(*hanging)]


def sentence(length):
    """That many signs at most, a long word first."""
    text = f"{WORD} spotyka się z sąsiadkami i sąsiadami przy wspólnym stole na Kazimierzu"
    return (text + " i w Nowej Hucie" * (length // 10))[:length].strip()


def stretch(record):
    """Fill the texts that people write; not what is chosen from a list, an address or a code."""
    for field in record._meta.fields:
        kind = type(field)
        if kind is models.CharField and field.editable and not field.choices and free(field):
            setattr(record, field.attname, sentence(min(field.max_length, 120)))
        elif kind is models.TextField and field.editable and free(field):
            setattr(record, field.attname, sentence(300))
    record.save()


def free(field):
    codes = {"number", "postal_code", "city", "day_phone", "name", "slug", "outcome_reason"}
    return field.name not in codes or (field.name == "name" and (field.max_length or 0) > 60)


def error(client):
    """Every page that says what went wrong, by a name that stands for its address."""
    site = make_site()
    ask = RequestFactory().get("/")
    site.recap.withdraw(NOW - DAY, "Połączono z innym wpisem.")
    hidden = make_announcement("Szkic", published_at=None)
    expired = f"{hidden.get_absolute_url()}?podglad={token(hidden, NOW - DAY)}"
    return {
        "/blad/400/": client.get("/?a=%00"),
        "/blad/403/": views.permission_denied(ask, PermissionDenied()),
        "/blad/403-csrf/": views.csrf_failure(ask),
        "/blad/404/": client.get("/nie-ma/"),
        "/blad/404-powod/": client.get("/wydarzenia/99999/"),
        "/blad/405/": client.post("/"),
        "/blad/410/": client.get(site.recap.get_absolute_url()),
        "/blad/410-podglad/": client.get(expired),
        "/blad/500/": views.server_error(ask),
        "/blad/503/": unavailable(ask, document_of(site.report.versions.get())),
    }
