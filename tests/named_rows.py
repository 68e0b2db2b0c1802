"""A site that says one person's name in every column of every table that can hold words.

By introspection, so that a model that somebody adds later is named too, or fails the test.
"""

import re
from datetime import timedelta

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, models

from events.models import (
    AnnouncementChange,
    Commitment,
    Count,
    EventAccess,
    Presence,
    SeriesAlias,
    SeriesPause,
)
from portal.erasure.columns import columns, is_history, is_session, walked
from portal.kernel.names import sort_key
from portal.models import Erasure, OutgoingMail, SentForm, WorkingCopy
from portal.search.index import rebuild
from reports.models import Correction, ReportVersion, ReportWaiver
from tests.factories import NOW, make_user
from tests.portal.site import make_site
from venues.models import VenueAlias

NAME = "Zbysława Grzegżółka"
WORDS = ("zbyslaw", "grzegzol")  # how all its cases begin, without diacritics
SHORT = "Zbysława Grzegżółka"
TEXT = "Dziękujemy Zbysławie Grzegżółce."
RICH = (
    "<p>Prowadzi Zbysława <strong>Grzegżółka</strong>, pisz do ZBYSŁAWY&nbsp;GRZEGŻÓŁKI.</p>"
    '<ul><li>ze Zbysławą Grzeg\u00adżółką i <a href="https://x.pl/zbyslawa-grzegzolka">'
    "Zbyslawa Grzegzolka</a></li></ul>"
)
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
# Keys of JSON whose texts people write.
SAID = {"title", "text", "lead", "closing", "heading", "opening", "summary", "name", "event"}


def make_named_site():
    """Public site and desk; every text that a person could have typed says the name."""
    site = make_site()
    fill_the_desk(site)
    rebuild()
    for model in walked():
        for row in model._base_manager.all():
            if not is_history(model):
                name_it(row)
    for model in walked():
        if is_history(model):
            model._base_manager.update(
                **{f.attname: named(f, 0) for f in columns(model) if named(f, 0)}
            )
    rebuild()
    return site


def fill_the_desk(site):
    """A row of each kind that the public site has none of."""
    staff = make_user("redakcja", username="autorka")
    SeriesAlias.objects.create(series=site.series, name="Stolik")
    SeriesPause.objects.create(series=site.series, month=NOW.date(), reason="Wakacje")
    VenueAlias.objects.create(venue=site.venue, name="U Sąsiadów")
    EventAccess.objects.create(event=site.upcoming, key="captions", note="pisze Ktoś")
    AnnouncementChange.objects.create(announcement=site.recap, note="Poprawka", at=NOW)
    site.upcoming.changes.create(
        kind="title", before="a", after="b", reason="c", sequence=1, at=NOW
    )
    note = site.held.note
    Presence.objects.create(note=note, organization=site.organization, public=True)
    Count.objects.create(note=note, value=3, source="lista", counted=False)
    Commitment.objects.create(note=note, text="Lista", owner="biuro")
    corrected(site.report.versions.get())
    ReportWaiver.objects.create(report=site.report, key="a", finding="b", reason="c", at=NOW)
    WorkingCopy.objects.create(
        owner=staff, place="/admin/events/event/add/", data={"title": ["x"]}, kept_at=NOW
    )
    OutgoingMail.objects.create(to="a@b.pl", subject="x", body="y", written_at=NOW)
    SentForm.objects.create(key="0" * 32, by=staff, address="/", at=NOW)
    Erasure.objects.create(reason="wniosek", by=staff, at=NOW - timedelta(days=1))
    LogEntry.objects.create(
        user=staff,
        content_type=ContentType.objects.get_for_model(type(site.upcoming)),
        object_id="1",
        object_repr="x",
        action_flag=2,
        change_message="y",
    )
    session = SessionStore()
    session["_messages"] = [f"Zapisano: {TEXT}"]
    session.save()


def corrected(version):
    """As a version that puts something right is frozen."""
    said = {"number": 1, "text": "Było", "before": "3", "after": "4", "figure": ""}
    Correction.objects.create(version=version, at=NOW, **said)
    frozen = {**said, "label": "spotkania", "at": NOW.isoformat()}
    content = {**version.content, "corrections": [frozen]}
    ReportVersion.objects.filter(pk=version.pk).update(content=content)


def name_it(row):
    """In the row and, by its own save where it has one, in its history and what follows from it."""
    if is_session(type(row)):
        return
    found = {field.attname: named_value(field, row) for field in columns(type(row))}
    found = {name: value for name, value in found.items() if value is not None}
    if not found:
        return
    type(row)._base_manager.filter(pk=row.pk).update(**found)
    fresh = type(row)._base_manager.get(pk=row.pk)
    if not isinstance(row, ReportVersion):
        fresh.save()


def named_value(field, row):
    """The column's new value; None where a name has no room."""
    if isinstance(field, models.JSONField):
        return in_json(getattr(row, field.attname))
    return named(field, row.pk) or None


def named(field, pk):
    if isinstance(field, models.JSONField):
        return {"osoba": NAME}
    if isinstance(field, models.EmailField):
        return "zbyslawa.grzegzolka@poczta.pl"
    if isinstance(field, models.URLField):
        return "https://zbyslawa-grzegzolka.pl/"
    if isinstance(field, models.SlugField):
        return f"u-zbyslawy-grzegzolki-{pk}"
    if field.name in {"address", "place", "url"} and field.max_length == 300:
        return "/cykle/u-zbyslawy-grzegzolki/"
    if type(field).__name__ == "RichTextField" or field.name.endswith("closing"):
        return RICH
    room = field.max_length or 1000
    return next((text for text in (TEXT, SHORT) if len(text) <= room), "")


def in_json(value):
    """With the name in what people write, and the code's own words left."""
    if isinstance(value, dict):
        found = {key: said(key, item) for key, item in value.items()}
        return {**found, "osoba": TEXT}
    if isinstance(value, list):
        return [in_json(item) for item in value]
    return value


def said(key, item):
    if isinstance(item, str) and key in SAID:
        return RICH if key == "closing" else TEXT
    if isinstance(item, list) and item and all(isinstance(one, str) for one in item):
        return [TEXT for _ in item]
    return in_json(item)


def dumped():
    """(table, text) of every cell of every table, whatever wrote it; sessions unpacked."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield table, "\x00".join(as_text(cell, table) for cell in row)


def as_text(cell, table):
    if isinstance(cell, (bytes, memoryview)):
        return bytes(cell).decode("utf-8", "replace")
    # JSON is stored with escapes.
    text = ESCAPE.sub(lambda found: chr(int(found[1], 16)), str(cell))
    return f"{text} {SessionStore().decode(text)}" if table == "django_session" else text


def tells(text):
    """Whether somebody who reads it could learn the name, or a column sorts by it."""
    from portal.erasure.letters import skimmed

    plain = skimmed(text)
    keys = [sort_key("grzegżó"), sort_key("zbysław")]
    return any(word in plain for word in WORDS) or any(key in text for key in keys)
