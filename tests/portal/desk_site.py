"""Every address of the staff's desk, generated from the URLconf, with records to open there.

An address without an example, or without a rule in test_matrix.py, fails a test: none is forgotten.
"""

from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from events.models import EventChange
from portal.kernel.when import When
from portal.models import Erasure, OfficeContact, SitePage, WorkingCopy
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_office_holder,
    make_user,
    make_when,
)
from tests.pictures import make_picture
from tests.portal.site import make_site
from tests.portal.statements import make_statement


def desk_patterns(resolver=None, inside=False):
    """(name, pattern) of each address of the desk that has a name of its own."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            # Nameless: what Django redirects from old addresses, and its catch-all.
            if inside and pattern.name:
                yield pattern.name, pattern
        elif inside or pattern.app_name == "admin":
            yield from desk_patterns(pattern, inside=True)


@dataclass(frozen=True)
class DeskSite:
    """The public site, and behind it a record in each state; by name as in the addresses."""

    records: dict
    others: dict

    def kwargs(self, name):
        """What fills the address of that name; KeyError for one that nobody knows."""
        if name in self.others:
            return self.others[name]
        model, _, verb = name.partition("_")[2].partition("_")
        record = self.records[f"{name.partition('_')[0]}_{model}"]
        if verb in {"changelist", "add"}:
            return {}
        if verb == "simple_history":
            return (record.pk, record.history.first().pk)
        if verb == "put_back":
            return {"pk": record.pk, "rows": "partnership", "version": 1}
        return {"pk": record.pk} if reversible(name, pk=record.pk) else {"object_id": record.pk}

    def address(self, name):
        given = self.kwargs(name)
        if isinstance(given, tuple):
            return reverse(f"admin:{name}", args=given)
        return reverse(f"admin:{name}", kwargs=given)


def reversible(name, **kwargs):
    try:
        reverse(f"admin:{name}", kwargs=kwargs)
    except NoReverseMatch:
        return False
    return True


def make_desk_site():
    """As at NOW, 8 May 2026: beside the public site a draft of each kind, a note, a change."""
    site = make_site()
    make_event("Szkic spotkania", series=site.series, edition=9, published_at=None)
    tomorrow = make_event("Jutro", when=make_when(date(2026, 5, 9)))
    copy = WorkingCopy.objects.create(
        owner=make_user("redakcja", username="autorka"),
        place=reverse("admin:events_announcement_add"),
        data={"title": ["Niezapisane"]},
        kept_at=NOW,
    )
    waiting = make_held("Spotkanie z notatką", when=When.on_day(date(2026, 4, 14)))
    note = make_note(waiting, ("about", 30, "people"), approved_at=None)
    promise = note.commitments.create(text="Sprawdzimy windę", owner="Pełnomocnik")
    waiting_picture = make_picture(waiting, waits=True)
    EventChange.objects.create(
        event=site.upcoming,
        kind="place",
        before="Pałac",
        after="Kawiarnia",
        reason="Remont.",
        sequence=0,
        at=NOW,
    )
    statement = make_statement()
    # Made by `migrate`, by the machine's own clock: it would be the newest version or the oldest.
    statement.history.filter(prepared_on=None).delete()
    erasure = Erasure.objects.create(reason="Wniosek z 5 maja 2026", at=NOW)
    records = {
        "organizations_organization": site.organization,
        "organizations_officeholder": make_office_holder("Jan Przykładowy", office="mayor"),
        "venues_venue": site.venue,
        "events_announcement": make_announcement("Szkic wiadomości", published_at=None),
        "events_attendancenote": note,
        "events_commitment": promise,
        "events_event": site.upcoming,
        "events_series": site.series,
        "reports_activity": site.report.lines.filter(activity__isnull=False)[0].activity,
        "reports_report": site.report,
        "reports_reportversion": site.report.versions.get(),
        "portal_accessibilitystatement": statement,
        "portal_officecontact": OfficeContact.objects.get(),
        "portal_sitepage": SitePage.objects.get(key=SitePage.Key.PRIVACY),
        "portal_user": make_user("redakcja", username="kolezanka"),
    }
    others = {
        **{name: {} for name in ("index", "login", "logout", "jsi18n", "when_preview")},
        **{name: {} for name in ("password_change", "password_change_done", "autocomplete")},
        "app_list": {"app_label": "events"},
        "view_on_site": {"content_type_id": 1, "object_id": site.venue.pk},
        "auth_user_password_change": {"id": records["portal_user"].pk},
        "events_event_happened": {"pk": site.upcoming.pk, "slug": "miejsce"},
        **{name: {} for name in ("last_moment", "keep", "send_mail")},
        **{f"events_event_note{page}": {"pk": waiting.pk} for page in ("", "_organizations")},
        "events_event_note_picture": {"pk": waiting.pk, "picture": waiting_picture.pk},
        "erasure": {},
        "erasure_done": {"pk": erasure.pk},
        "reports_activity_paste": {},
        "last_moment_change": {"pk": tomorrow.pk, "slug": "miejsce"},
        **{name: {"pk": copy.pk} for name in ("copy", "drop_copy")},
        **{name: {} for name in ("second_factor", "second_factor_phone", "recovery_codes")},
        **{name: {} for name in ("my_account", "audit", "password_reset", "password_reset_done")},
        "password_reset_confirm": {"uidb64": "MQ", "token": "zmyslony"},
        **{name: {} for name in ("events_announcement_import", "organizations_organization_sheet")},
        "reports_report_draft": {},
    }
    return DeskSite(records, others)
