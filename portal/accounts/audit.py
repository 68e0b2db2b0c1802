"""Who did what: the histories of all records and the log of accounts as one list, newest first."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.db.models import Model
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from portal.models.account_event import AccountEvent

SIZE = 100
DEEDS = {"+": _("dodano"), "~": _("zmieniono"), "-": _("usunięto")}


@dataclass(frozen=True)
class Deed:
    """`who` is None for what the portal did by itself."""

    at: datetime
    who: Any
    what: str
    record: str
    kind: str
    url: str


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
    """At most SIZE deeds before that moment; one query for each kind of record."""
    found = account_deeds(before, by)
    for model in kept_models():
        found += history_deeds(model, before, by)
    found.sort(key=lambda deed: deed.at, reverse=True)
    shown = found[:SIZE]
    return Log(shown, shown[-1].at if len(found) > SIZE else None, by)


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


def history_deeds(model: Any, before: datetime, by: int | None) -> list[Deed]:
    rows = model.history.filter(history_date__lt=before)
    if by:
        rows = rows.filter(history_user_id=by)
    name = str(model._meta.verbose_name)
    newest = rows.select_related("history_user").order_by("-history_date", "-history_id")
    return [
        Deed(
            row.history_date,
            row.history_user,
            row.history_change_reason or DEEDS[row.history_type],
            label(row),
            name,
            address(model, row),
        )
        for row in newest[: SIZE + 1]
    ]


def label(row: Any) -> str:
    """The record as it was called then, from the row of the history alone."""
    for name in ("title", "name", "username", "text", "heading"):
        if said := getattr(row, name, ""):
            return str(said)
    return f"nr {row.pk if not hasattr(row, 'id') else row.id}"


def address(model: Any, row: Any) -> str:
    """Of the record's history at the desk, "" for what has no page of its own."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_history"
    try:
        return reverse(name, args=[row.id])
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
