"""An event as cards, lists and the top of a page show it: one answer, computed once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from events.changes import told
from events.models import Event
from events.models.event import Outcome
from portal.kernel.months import day_of
from portal.kernel.phrases import until_day
from portal.kernel.polish import MONTHS, WEEKDAYS, roman
from portal.kernel.when import Precision, When


@dataclass(frozen=True)
class DateBlock:
    """A leaf of a calendar; a coarse date is drawn as one, never as a fake first of the month."""

    week: str
    big: str
    small: str
    year: str
    precise: bool
    iso: str

    @classmethod
    def of(cls, when: When, at: datetime, *, full: bool = False) -> "DateBlock":
        year = "" if when.first_day.year == day_of(at).year else str(when.first_day.year)
        if when.is_coarse:
            return cls(week=coarse_word(when), precise=False, **coarse_leaf(when, year))
        first, last = when.first_day, when.last_day
        weekday = WEEKDAYS[first.weekday()]
        week, big = weekday.nominative if full else weekday.short, str(first.day)
        if when.precision == Precision.DAY and first < last and not last_day(when):
            week, big = f"{weekday.short}–{WEEKDAYS[last.weekday()].short}", f"{big}–{last.day}"
        return cls(
            week=week,
            big=big,
            small=MONTHS[when.first_day.month - 1].genitive,
            year=year,
            precise=True,
            iso=when.iso_start,
        )


def coarse_word(when: When) -> str:
    if when.precision == Precision.PART_OF_MONTH:
        return {1: "początek", 2: "połowa", 3: "koniec"}[when.part]
    return "bez daty"


def coarse_leaf(when: When, year: str) -> dict[str, str]:
    """The month as a Roman numeral with its name below: „VI”, „czerwiec”; „I–V” for several."""
    first, last = when.first_day.month, when.last_day.month
    if when.precision == Precision.MONTHS:
        months = f"{roman(first)}–{roman(last)}"
        years = (when.first_day.year, when.last_day.year)
        known = "–".join(map(str, sorted(set(years))))
        return {"big": months, "small": known, "year": "", "iso": when.iso_start}
    name = MONTHS[first - 1]
    part = when.precision == Precision.PART_OF_MONTH
    return {
        "big": roman(first),
        "small": name.genitive if part else name.nominative,
        "year": year,
        "iso": when.iso_start,
    }


@dataclass(frozen=True)
class Chip:
    kind: str
    text: str


@dataclass(frozen=True)
class Card:
    title: str
    url: str
    block: DateBlock
    hours: str
    place: str
    chips: list[Chip]
    summary: str
    emblem: str
    hue: str
    off: bool
    name: str  # the accessible name of its link: a list of links must say when, and that it is off
    event: Event

    @property
    def heading(self) -> str:
        """„Herbata, 13 maja 2026 r., godz. 14.00–18.00”: where the state is said beside it."""
        return f"{self.title}, {self.event.when.short()}"

    @property
    def change_chips(self) -> list[Chip]:
        """What is new since it was announced, and that it goes on now."""
        return [chip for chip in self.chips if chip.kind in {"warn", "now", "off"}]


def card(event: Event, at: datetime, *, full: bool = False) -> Card:
    """Reads series, venue, note and changes: fetch them with `for_cards()`."""
    return Card(
        title=event.title,
        url=event.get_absolute_url(),
        block=DateBlock.of(event.when, at, full=full),
        hours=hours(event, at),
        place="" if is_all_to_come(event) else place(event, at),
        chips=chips(event, at),
        summary=outcome_line(event),
        emblem=event.series.emblem if event.series else "",
        hue=event.series.hue if event.series else "",
        off=event.is_off,
        name=spoken_name(event),
        event=event,
    )


def spoken_name(event: Event) -> str:
    """„Herbata, 13 maja 2026 r., godz. 14.00–18.00, odwołane”"""
    state = [event.get_outcome_display()] if event.is_off else []
    return ", ".join([event.title, event.when.short(), *state])


def cards(events: Iterable[Event], at: datetime) -> list[Card]:
    return [card(event, at) for event in events]


def place(event: Event, at: datetime) -> str:
    """„Zakręcony Pan Cogito, Pałac Krzysztofory, Stare Miasto”, or that it is to come."""
    district = event.venue.district_name if event.venue else ""
    # A venue in the palace has no district of its own: the building's counts.
    if event.venue and not district and event.venue.inside:
        district = event.venue.inside.district_name
    known = [part for part in (event.place_name, district) if part]
    return ", ".join(known) or ("miejsce podamy wkrótce" if event.is_ahead(at) else "")


def is_all_to_come(event: Event) -> bool:
    """Neither the day nor the place is known: one sentence says both (see `hours`)."""
    return event.when.is_coarse and not event.place_name


def hours(event: Event, at: datetime) -> str:
    """„14.00–18.00, można wejść w dowolnej chwili”, „godzina wkrótce”, „dzień podamy wkrótce”."""
    when, ahead = event.when, event.is_ahead(at)
    if when.precision == Precision.TIME:
        tail = ", można wejść w dowolnej chwili" if when.drop_in and ahead else ""
        return when.hours() + tail
    if when.precision == Precision.DAY:
        parts = (last_day(when), whole_days(when) if when.all_day else hours_wanted(when, ahead))
        return ", ".join(part for part in parts if part)
    what = "dzień i miejsce" if is_all_to_come(event) else "dzień"
    return f"{what} podamy wkrótce" if ahead else ""


def whole_days(when: When) -> str:
    return "cały dzień" if when.first_day == when.last_day else "całe dni"


def hours_wanted(when: When, ahead: bool) -> str:
    if not ahead:
        return ""
    return "godzina wkrótce" if when.first_day == when.last_day else "godziny wkrótce"


def last_day(when: When) -> str:
    """„do 3 grudnia”, where the leaf of the calendar has room for the first day alone."""
    first, last = when.first_day, when.last_day
    if (first.year, first.month) == (last.year, last.month):
        return ""
    return until_day(last, first)


def outcome_line(event: Event) -> str:
    """After it: what its approved note counted, „blisko 100 osób, około 70 organizacji”."""
    note = getattr(event, "note", None)
    if event.outcome != Outcome.HELD or not note or not note.current:
        return ""
    return ", ".join(row["text"] for row in note.current.counts() if row["counted"])


def chips(event: Event, at: datetime) -> list[Chip]:
    found = [Chip("example", "przykład")] if event.is_example else []
    return found + (ahead_chips(event, at) if event.is_ahead(at) else settled_chips(event))


def settled_chips(event: Event) -> list[Chip]:
    """What became of it: said by somebody, be it before its day, or still to be said."""
    if event.outcome == Outcome.EXPECTED:
        text = "terminu nie podano" if event.when.is_coarse else "nie wiemy, czy się odbyło"
        return [Chip("plan", text)]
    kind = "fine" if event.outcome == Outcome.HELD else "off"
    return [Chip(kind, event.get_outcome_display())]


def ahead_chips(event: Event, at: datetime) -> list[Chip]:
    found = change_chips(event)
    if running := event.when.running(at):
        found.append(Chip("now", running))
    elif not event.confirmed:
        found.append(Chip("plan", "planowane"))
    if event.sign_up == Event.SignUp.NONE:
        found.append(Chip("fine", "bez zapisów"))
    elif event.sign_up == Event.SignUp.REQUIRED:
        found.append(Chip("note", "zapisy"))
    return found


def change_chips(event: Event) -> list[Chip]:
    """„nowy termin”, „zmiana miejsca”, „jednak się odbędzie”; each kind once, by its net."""
    return [
        Chip("fine" if change.is_known else "warn", first_small(change.headline))
        for change in told(event)
    ]


def first_small(text: str) -> str:
    return text[:1].lower() + text[1:]
