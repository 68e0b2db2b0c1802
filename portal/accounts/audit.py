"""Who did what: the histories of all records and the log of accounts as one list, newest first."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.db.models import Model
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from events.models import Event, EventChange
from portal.accounts.told_rows import Mark, Told, saves
from portal.models.account_event import AccountEvent
from portal.models.erasure import Erasure
from reports.models import Report, ReportVersion

SIZE = 100


@dataclass(frozen=True)
class Deed:
    """`who` is None for what the portal did by itself."""

    at: datetime
    who: Any
    what: str
    record: str
    kind: str
    url: str
    reason: str = ""


@dataclass(frozen=True)
class Log:
    deeds: list[Deed]
    earlier: datetime | None  # where the next page begins
    by: int | None = None

    @property
    def earlier_query(self) -> str:
        """Of the address of the next page; "" on the last."""
        if self.earlier is None:
            return ""
        who = {"kto": self.by} if self.by else {}
        return urlencode({"przed": self.earlier.isoformat(), **who})


def log(before: datetime, *, by: int | None = None) -> Log:
    """At most SIZE deeds before that moment; one query for each kind of record, and to name it."""
    found: list[Deed | Mark] = []
    for source in (account_deeds, erasures, editions, last_moments):
        found += source(before, by)
    for model in kept_models():
        found += marks(model, before, by)
    found.sort(key=lambda one: one.at, reverse=True)
    shown = found[:SIZE]
    return Log(told(shown), shown[-1].at if len(found) > SIZE else None, by)


def told(shown: list[Deed | Mark]) -> list[Deed]:
    words = Told(one for one in shown if isinstance(one, Mark))
    return [one if isinstance(one, Deed) else deed_of(one, words) for one in shown]


def read_moment(text: str, at: datetime) -> datetime:
    """Where a page begins; just after the present for what no page of ours wrote."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = at.replace(tzinfo=None)
    return found if found.tzinfo else at + timedelta(seconds=1)


def kept_models() -> list[type[Model]]:
    return [
        model
        for model in apps.get_models()
        if hasattr(model._meta, "simple_history_manager_attribute")
    ]


def marks(model: Any, before: datetime, by: int | None) -> list[Mark]:
    rows = saves(model).filter(history_date__lt=before)
    if by:
        rows = rows.filter(history_user_id=by)
    newest = rows.select_related("history_user").order_by("-history_date", "-history_id")
    return [Mark(model, row) for row in newest[: SIZE + 1]]


def deed_of(mark: Mark, words: Told) -> Deed:
    return Deed(
        mark.at,
        mark.row.history_user,
        words.what(mark),
        words.record(mark),
        str(mark.model._meta.verbose_name),
        address(mark.model, mark.row.id),
        mark.reason,
    )


def address(model: Any, pk: Any) -> str:
    """Of the record's history at the desk, "" for what has no page of its own."""
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_history", args=[pk])
    except NoReverseMatch:
        return ""


def account_deeds(before: datetime, by: int | None) -> list[Deed]:
    rows = AccountEvent.objects.filter(at__lt=before).select_related("account", "by")
    if by:
        rows = rows.filter(account_id=by)
    return [
        Deed(row.at, row.by, row.get_kind_display(), str(row.account), _("konto"), "")
        for row in rows[: SIZE + 1]
    ]


def erasures(before: datetime, by: int | None) -> list[Deed]:
    """That personal data were removed, and on what grounds; what they were nobody keeps."""
    rows = Erasure.objects.filter(at__lt=before).select_related("by")
    if by:
        rows = rows.filter(by_id=by)
    return [
        Deed(
            row.at,
            row.by,
            _("usunięto dane osobowe"),
            row.reason,
            _("podstawa:"),
            reverse("admin:erasure_done", args=[row.pk]),
        )
        for row in rows[: SIZE + 1]
    ]


def editions(before: datetime, by: int | None) -> list[Deed]:
    """Reports that went out: of the report itself only the first changes anything."""
    rows = ReportVersion.objects.filter(published_at__lt=before).defer("content")
    if by:
        rows = rows.filter(published_by_id=by)
    newest = rows.select_related("report", "published_by").order_by("-published_at", "-pk")
    return [
        Deed(
            row.published_at,
            row.published_by,
            _("opublikowano wydanie %d") % row.number,
            str(row.report),
            str(Report._meta.verbose_name),
            address(Report, row.report_id),
        )
        for row in newest[: SIZE + 1]
    ]


def last_moments(before: datetime, by: int | None) -> list[Deed]:
    """What was changed after publication, in the words that visitors read."""
    rows = EventChange.objects.filter(at__lt=before).select_related("event", "by")
    if by:
        rows = rows.filter(by_id=by)
    return [
        Deed(
            row.at,
            row.by,
            row.get_kind_display().lower(),
            str(row.event),
            str(Event._meta.verbose_name),
            address(Event, row.event_id),
            row.reason,
        )
        for row in rows[: SIZE + 1]
    ]
