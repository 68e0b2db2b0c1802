"""The next edition of a cycle, or a meeting once more: what its form starts with.

Never the date, status, attendance, publication, changes or outcome of the one before
(events-domain.md, 2.15): a text that names a day stays behind too. Nor the meeting's own answers
about access: an interpreter who was booked once is not booked again. The venue's come along with
the venue.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import F, Max

from events.cycle import usual_time
from events.models import Commitment, Event, Partnership, Series
from events.tense import stopped
from portal.kernel import phrases
from portal.kernel.months import Month, day_of
from portal.kernel.polish import MONTHS, WEEKDAYS

Role = Partnership.Role
Rows = list[dict[str, Any]]
ORGANIZERS = (Role.ORGANIZER, Role.CO_ORGANIZER)
MANNER = ("audience", "addressed_to", "languages", "access_contact", "is_free")
AGAIN = ("title", "lead", "body", "venue", "room", "sign_up", "sign_up_details", "day_phone")
YEAR = 12  # months in which a window is looked for
NAMES = "|".join([month.genitive for month in MONTHS] + [day.genitive for day in WEEKDAYS])
A_DAY = re.compile(rf"(?i)\b(?:{NAMES})\b|\b\d\d?\.(?:0?[1-9]|1[0-2])\b|\b20\d\d\b")


def next_number(series: Series) -> int | None:
    """After the highest that is in use; what was thrown away frees its number."""
    if series.numbering == Series.Numbering.NONE:
        return None
    last: int = series.events.kept().aggregate(last=Max("edition"))["last"] or 0
    return last + 1


def last_edition(series: Series) -> Event | None:
    return series.events.kept().order_by("-sort_at", "-pk").first()


def next_edition(series: Series, model: Event | None) -> dict[str, Any]:
    """The fields of the form; `model` is the edition whose manner is kept."""
    number = next_number(series)
    return {
        **(manner_of(model) if model else {}),
        "series": series.pk,
        "edition": number,
        "title": series.title_of(number),
        "lead": series.lead,
        "audience": (model and model.audience) or series.audience,
        "addressed_to": (model and model.addressed_to) or series.addressed_to,
        "drop_in": series.usually_drop_in,
        "sign_up": sign_up(series, model),
        "usual_hours": usual_hours(series),
    }


def manner_of(event: Event) -> dict[str, Any]:
    """How one comes to it: for whom, in which language, whom to tell of one's needs."""
    found = {name: getattr(event, name) for name in MANNER}
    return {name: undated(value) for name, value in found.items()}


def undated(value: Any) -> Any:
    """Nothing of a text that names a day: „do 10 maja” was said of the meeting before."""
    return "" if isinstance(value, str) and A_DAY.search(value) else value


def sign_up(series: Series, model: Event | None) -> str:
    if model and model.sign_up != Event.SignUp.UNKNOWN:
        return model.sign_up
    return Event.SignUp.NONE if series.usually_drop_in else Event.SignUp.UNKNOWN


def usual_hours(series: Series) -> str:
    """„14.00–18.00” as a date's text takes them; "" when there are none."""
    return series.usual_hours.removeprefix("od ")


def organizers(series: Series, model: Event | None) -> Rows:
    """Who organizes, as rows of the form: as the last time, else those of the cycle."""
    if model:
        rows = [row for row in model.partnerships.all() if row.role in ORGANIZERS]
        if rows:
            return list(map(partner_row, rows))
    return [
        {"organization": row.pk, "role": Role.ORGANIZER, "note": ""}
        for row in series.organizers.all()
    ]


def partner_row(row: Partnership) -> dict[str, Any]:
    return {"organization": row.organization_id, "role": row.role, "note": undated(row.note)}


## Once more, outside a cycle


def once_more(event: Event) -> dict[str, Any]:
    """All that was said of it, but when, and what became of it."""
    again = {name: getattr(event, name) for name in AGAIN if name not in {"venue", "lead", "body"}}
    found = {name: undated(value) for name, value in again.items()}
    return {
        **manner_of(event),
        **found,
        "title": event.title,
        # What people wrote is theirs to look through; the checks find a day that no longer fits.
        "lead": event.lead,
        "body": event.body,
        "venue": event.venue_id,
        "drop_in": event.drop_in,
        "planned_end": event.end_kind == "planned",
    }


def partners(event: Event) -> Rows:
    return [partner_row(row) for row in event.partnerships.all()]


def programme(event: Event) -> Rows:
    return [
        {
            "position": row.position,
            "starts": row.starts,
            "title": row.title,
            "description": row.description,
            "performer": row.performer_id,
        }
        for row in event.programme.all()
    ]


## What the one who plans should know


def habit(series: Series, at: datetime) -> str:
    """„zwykle w połowie miesiąca, 14.00–18.00; najbliższe okno: 10–20 czerwca 2026 r.”

    A whole sentence's end; "" for a cycle without habits.
    """
    usual = [part for part in (usual_time(series), series.usual_hours) if part]
    days = next_window(series, at)
    window = f"najbliższe okno: {phrases.days(*days)}" if days else ""
    said = "; ".join(part for part in (", ".join(usual), window) if part)
    return stopped(said) if said else ""


def next_window(series: Series, at: datetime) -> tuple[date, date] | None:
    """The days in which the next meeting is usual: not over, nor taken, nor said to have none."""
    if not series.window_first_day or not series.window_last_day:
        return None
    today = day_of(at)
    for month in open_months(series, at):
        last = min(series.window_last_day, month.last_day.day)
        days = [month.first_day.replace(day=min(n, last)) for n in (series.window_first_day, last)]
        if days[1] >= today:
            return max(days[0], today), days[1]
    return None


def open_months(series: Series, at: datetime) -> Iterator[Month]:
    """From this month on, a year ahead, without those that have a meeting or a pause."""
    now = Month.of(at)
    met = {
        Month.of(row.when.first_day) for row in series.events.kept().filter(ends_at__gt=now.start)
    }
    paused = {Month.of(row.month) for row in series.pauses.since(now)}
    for steps in range(YEAR):
        if (month := now.shifted(steps)) not in met | paused:
            yield month


def open_promises(series: Series, before: Event | None = None) -> list[Commitment]:
    """What was promised at the meetings of the cycle and is not done, the soonest due first.

    `before`: only of meetings that began before this one.
    """
    rows = Commitment.objects.filter(
        note__event__series=series,
        note__event__discarded_at__isnull=True,
        state=Commitment.State.OPEN,
    )
    if before:
        rows = rows.exclude(note__event=before.pk)
        rows = rows.filter(note__event__starts_at__lt=before.ends_at)
    soonest = (F("due").asc(nulls_last=True), "pk")
    return list(rows.select_related("note__event").order_by(*soonest))
