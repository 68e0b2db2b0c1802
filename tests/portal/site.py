"""A small public site with something at every public address, for the tests that walk them all.

The addresses are generated from the URLconf: an address that nobody has given an example fails
`test_every_public_address_has_an_example`, so that no new page escapes these tests.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.urls import URLPattern, get_resolver, reverse

from events.models import (
    Announcement,
    Commitment,
    Event,
    EventPicture,
    ProgrammeItem,
    Series,
)
from organizations.models import Alias, Organization
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.actions import draft_report, publish_report
from reports.models import Report
from tests.factories import (
    make_activity,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_office_holder,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
)
from tests.films import show_film
from tests.pictures import make_picture
from venues.models import AccessFact, Venue

LONG_AGO = datetime(2026, 1, 5, 9, tzinfo=UTC)
IN_APRIL = datetime(2026, 4, 2, 9, tzinfo=UTC)
MARCH = MonthSpan(Month(2026, 3), Month(2026, 3))


def public_patterns(resolver=None, namespace=()):
    """(name with namespace, pattern) of each address outside the staff's desk."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield ":".join([*namespace, pattern.name or "?"]), pattern
        elif pattern.app_name != "admin":
            inner = (*namespace, pattern.namespace) if pattern.namespace else namespace
            yield from public_patterns(pattern, inner)


@dataclass(frozen=True)
class Site:
    """One public row of each kind; `upcoming` and `held` are editions of the same cycle."""

    organization: Organization
    palace: Venue
    venue: Venue
    series: Series
    upcoming: Event
    held: Event
    invitation: Announcement
    recap: Announcement
    report: Report
    picture: EventPicture
    film: str

    def examples(self):
        """The arguments of each address, by its name."""
        march = {"period": MARCH.slug}
        version = {**march, "number": 1}
        key = {"key": "osoby"}
        return {
            "home": [{}],
            "search": [{}],
            "healthz": [{}],
            "readyz": [{}],
            "robots": [{}],
            "sitemap": [{}],
            "speculation_rules": [{}],
            "site_share_picture": [{}],
            "media_picture": [{"file": f"{self.picture.name}-480.webp"}],
            "media_film": [{"file": self.film}],
            **{name: [{}] for name in OFFICE_PAGES},
            **{f"events:{name}": [{}] for name in LISTS},
            "events:event_short": [{"pk": self.upcoming.pk}],
            "events:event_detail": [slugged(self.upcoming), slugged(self.held)],
            "events:event_share_picture": [{"pk": self.upcoming.pk}, {"pk": self.held.pk}],
            "events:event_poster_file": [{"pk": self.upcoming.pk}],
            "events:event_ics": [slugged(self.upcoming), slugged(self.held)],
            "events:event_poster": [{"pk": self.upcoming.pk, "sequence": 0}],
            "events:event_month": [
                {"year": "2026", "month": month} for month in ("03", "04", "05", "06")
            ],
            "events:series_detail": [{"slug": self.series.slug}],
            "events:series_ics": [{"slug": self.series.slug}],
            "events:venue_ics": [{"pk": self.venue.pk}, {"pk": self.palace.pk}],
            "events:organization_ics": [{"pk": self.organization.pk}],
            "events:announcement_feed": [{}],
            "events:announcement_short": [{"pk": self.invitation.pk}],
            "events:announcement_detail": [slugged(self.invitation), slugged(self.recap)],
            "venues:venue_list": [{}],
            "venues:venue_short": [{"pk": self.venue.pk}],
            "venues:venue_detail": [slugged(self.venue), slugged(self.palace)],
            "organizations:organization_list": [{}],
            "organizations:organization_short": [{"pk": self.organization.pk}],
            "organizations:organization_detail": [slugged(self.organization)],
            "reports:report_list": [{}],
            "reports:correction_list": [{}],
            "reports:figure_list": [{}],
            "reports:report_file": [{**march, "suffix": suffix} for suffix in SUFFIXES],
            "reports:version_file": [{**version, "suffix": "csv"}],
            "reports:report_detail": [march],
            "reports:report_figure": [{**march, **key}],
            "reports:report_version": [version],
            "reports:version_figure": [{**version, **key}],
        }

    def addresses(self):
        """Every public address, written out."""
        examples = self.examples()
        return [
            reverse(name, kwargs=kwargs)
            for name, _ in public_patterns()
            for kwargs in examples[name]
        ]

    def pages(self):
        """Those that answer with a page: no redirects, no answers for machines."""
        machines = {"/healthz", "/readyz", "/robots.txt", "/sitemap.xml", "/speculation-rules.json"}
        shorts = {"short", "poster", "picture", "feed", "ics", "file", "film"}
        examples = self.examples()
        return [
            reverse(name, kwargs=kwargs)
            for name, _ in public_patterns()
            for kwargs in examples[name]
            if name.rpartition("_")[2] not in shorts
            and reverse(name, kwargs=kwargs) not in machines
        ]


OFFICE_PAGES = (
    "accessibility_statement",
    "about",
    "about_easy",
    "privacy",
    "reuse",
    "cookies",
    "contact",
)
SUFFIXES = ("pdf", "docx", "csv", "json")
LISTS = (
    "event_list",
    "event_archive",
    "calendar",
    "calendar_ics",
    "calendar_subscribe",
    "series_list",
    "announcement_list",
)


def slugged(record):
    return {"pk": record.pk, "slug": record.slug}


def make_site():
    """As seen at NOW (8 May 2026): a meeting ahead, one in March that was held, its report."""
    make_office_holder()
    organization = make_organization(
        "Fundacja Otwarte Drzwi",
        description="<p>Prowadzi świetlicę.</p>",
        field="sąsiedztwo",
        website="https://fundacja.example/",
        published_at=LONG_AGO,
    )
    Alias.objects.create(organization=organization, name="FOD")
    palace = make_venue("Pałac Krzysztofory", published_at=LONG_AGO)
    venue = make_venue(
        "Kawiarnia Sąsiedzka",
        operator=organization,
        inside=palace,
        entrance="wejście od podwórza",
        stop="Plac Centralny",
        description="<p>Kawiarnia społeczna.</p>",
        published_at=LONG_AGO,
    )
    AccessFact.objects.create(
        venue=venue, key="step_free", answer="yes", checked_on=date(2026, 2, 1), note="rampa"
    )
    series = make_series(
        "Spotkajmy się w 3miejscu",
        lead="Rozmowy przy stole.",
        idea="<p>Nie dom i nie praca.</p>",
        cadence="raz w miesiącu",
        audience="wszyscy chętni",
        host_label="Pełnomocnik",
        usual_start=time(14),
        usual_end=time(18),
        published_at=LONG_AGO,
    )
    series.organizers.add(organization)
    held = make_held(
        series.name,
        series=series,
        edition=1,
        venue=venue,
        when=When.on_day(date(2026, 3, 13)),
        lead="Pierwsza rozmowa.",
        body="<p>Zapraszamy.</p>",
    )
    note = make_note(
        held, ("about", 40, "people"), summary="Powstała lista potrzeb.", approved_at=IN_APRIL
    )
    Commitment.objects.create(note=note, text="Lista potrzeb", owner="Pełnomocnik", public=True)
    make_activity("wizyta w Fundacji Otwarte Drzwi", when=When.in_month(Month(2026, 3)))
    upcoming = make_event(
        series.name,
        series=series,
        edition=2,
        venue=venue,
        lead="Druga rozmowa.",
        audience="wszyscy chętni",
        sign_up="none",
        is_free=True,
        access_contact="telefonicznie do 11 maja",
    )
    ProgrammeItem.objects.create(event=upcoming, title="Powitanie", performer=organization)
    for event in (held, upcoming):
        make_partnership(event, organization)
    return Site(
        organization=organization,
        palace=palace,
        venue=venue,
        series=series,
        upcoming=upcoming,
        held=held,
        invitation=make_announcement(
            "Zaproszenie na maj", events=[upcoming], lead="Przyjdź.", body="<p>Kawa jest.</p>"
        ),
        recap=make_announcement("Po marcowym spotkaniu", events=[held], kind="recap"),
        report=published_report(),
        picture=make_picture(upcoming),
        film=show_film(),
    )


def published_report(at=IN_APRIL):
    report = draft_report(span=MARCH, by=None, at=at)
    publish_report(report=report, by=None, at=at)
    report.refresh_from_db()
    return report
