"""Last month's account, and figures that no longer say what was published."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Event
from portal.desk.figures_changed import Changed, changed_figures
from portal.desk.line import Line, Other, Urgency
from portal.desk.reach import form_of, list_of
from portal.kernel.months import Month, day_of
from reports.models import Activity, Report

HABIT = 10  # days into a month by which the last one is accounted for


def reports_due(user: Any, at: datetime) -> Iterator[Line]:
    """Seven queries at most."""
    yield from not_begun(user, at)
    yield from no_longer_true(user, at)


def not_begun(user: Any, at: datetime) -> Iterator[Line]:
    month = Month.of(at).previous()
    if user.has_perm("reports.add_report") and not is_begun(month) and has_matter(month, at):
        yield Line(
            kind="report",
            text=_("Nie ma jeszcze podsumowania: %s") % month.nominative,
            why=_("zapisy z tego miesiąca już są"),
            url=list_of(Report) + "#id_first",
            action=_("Utwórz projekt"),
            other=Other(_("Wklej listę działań"), reverse("admin:reports_activity_paste")),
            urgency=Urgency.NOW if day_of(at).day > HABIT else Urgency.WEEK,
        )


def is_begun(month: Month) -> bool:
    """A report of several months accounts for each of them."""
    day = month.first_day
    return Report.objects.kept().filter(first_month__lte=day, last_month__gte=day).exists()


def has_matter(month: Month, at: datetime) -> bool:
    """A month of which nothing is on record owes no account."""
    events = Event.objects.public(at).filter(is_example=False).in_month(month)
    return events.exists() or Activity.objects.kept().in_month(month).exists()


def no_longer_true(user: Any, at: datetime) -> Iterator[Line]:
    """Publishing again makes a correction, so only whoever may publish is told."""
    if not user.has_perms(["reports.change_report", "reports.publish_report"]):
        return
    for row in changed_figures(at):
        yield Line(
            kind="figure",
            text=_("Zmieniła się liczba „%(label)s”: %(title)s") % vars(row),
            why=told_of(row),
            url=form_of(Report, row.report),
            action=_("Sprawdź i sprostuj"),
            all_url=list_of(Report, status__exact="published"),
        )


def told_of(row: Changed) -> str:
    """Without a full stop, as all that says why."""
    words = {"before": row.before, "after": row.after}
    return _("w podsumowaniu: %(before)s, teraz: %(after)s") % words
