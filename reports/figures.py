"""Every figure of the site, defined once: what it counts, how, and what stands behind it.

Pages, reports and exports all read `figures_of`. Unknown is never zero, people are never added to
organizations, and every total says how many meetings it leaves out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Event
from portal.kernel.counts import Method, Unit, total
from portal.kernel.polish import NBSP, counted, form, number
from reports.period import Meeting, PeriodFacts
from reports.sources import Source, from_activity, from_event, from_meeting
from venues.districts import DISTRICTS


@dataclass(frozen=True)
class Answer:
    """What a definition computes; `missing` counts the meetings that it leaves out, and
    `missing_text` says so where „nie licząc 2 spotkań” would not do."""

    text: str
    value: int | None
    sources: tuple[Source, ...]
    missing: int = 0
    missing_text: str = ""


@dataclass(frozen=True)
class Definition:
    """A figure as an idea: its address, its name and its Polish sentence „jak liczymy”."""

    key: str
    label: Promise
    unit: str
    sentence: Promise
    compute: Callable[[PeriodFacts], Answer]


@dataclass(frozen=True)
class Figure:
    """A figure of one period. `value` is None when nothing is known."""

    key: str
    label: str
    unit: str
    text: str
    value: int | None
    definition: str
    sources: tuple[Source, ...]
    missing: int
    missing_text: str

    @property
    def short(self) -> str:
        """Without the noun, which a label says: „około 170”, „3 z 18”, „brak danych”."""
        return self.text.rpartition(NBSP)[0] or self.text

    @property
    def sentence(self) -> str:
        """„około 170 osób, nie licząc 1 spotkania”"""
        return f"{self.text}, {self.missing_text}" if self.missing else self.text


def left_out(meetings: int) -> str:
    """„nie licząc 1 spotkania”, „nie licząc 2 spotkań”; empty for none."""
    if not meetings:
        return ""
    # The genitive singular is the form that also follows a fraction.
    noun = form(1.5 if meetings == 1 else 5, "spotkanie")
    return f"nie licząc {number(meetings)}{NBSP}{noun}"


def figures_of(facts: PeriodFacts) -> tuple[Figure, ...]:
    """Every figure of the period, in the order in which pages show them. Asks no database."""
    return tuple(figure_of(definition, facts) for definition in DEFINITIONS)


def figure_of(definition: Definition, facts: PeriodFacts) -> Figure:
    answer = definition.compute(facts)
    return Figure(
        key=definition.key,
        label=str(definition.label),
        unit=definition.unit,
        text=answer.text,
        value=answer.value,
        definition=str(definition.sentence),
        sources=answer.sources,
        missing=answer.missing,
        missing_text=answer.missing_text or left_out(answer.missing),
    )


def meetings(facts: PeriodFacts) -> Answer:
    doubtful = tuple(
        from_event(event, counted=False, remark=_("Nikt jeszcze nie powiedział, czy się odbyło."))
        for event in facts.unanswered
    )
    sources = tuple(from_meeting(meeting) for meeting in facts.meetings)
    held = len(facts.meetings)
    missing = len(doubtful)
    return Answer(
        counted(held, "spotkanie"), held, sources + doubtful, missing, unanswered_text(missing)
    )


def unanswered_text(events: int) -> str:
    """„nie licząc 2, o których nie wiemy, czy się odbyły”; empty for none."""
    if not events:
        return ""
    one, more = "którym nie wiemy, czy się odbyło", "których nie wiemy, czy się odbyły"
    return f"nie licząc {number(events)}, o{NBSP}{one if events == 1 else more}"


def people(facts: PeriodFacts) -> Answer:
    return summed(facts, Unit.PEOPLE)


def organizations(facts: PeriodFacts) -> Answer:
    return summed(facts, Unit.ORGANIZATIONS)


def summed(facts: PeriodFacts, unit: Unit) -> Answer:
    """The kernel's honest sum of one unit over the meetings."""
    result = total((meeting.quantity(unit) for meeting in facts.meetings), unit)
    sources = tuple(counted_source(meeting, unit) for meeting in facts.meetings)
    value = result.quantity.value if result.quantity else None
    return Answer(result.text, value, sources, result.missing)


def counted_source(meeting: Meeting, unit: Unit) -> Source:
    """The count which the sum uses, how it was got and who says so; or why there is none."""
    quantity = meeting.quantity(unit)
    row = counted_row(meeting, unit)
    return from_meeting(
        meeting,
        counted=quantity is not None and quantity.value is not None,
        text=quantity.text if quantity else _("brak danych"),
        method=str(Method(row["method"]).label) if row else "",
        said_by=row["source"] if row else "",
        remark=_why_left_out(meeting, unit),
    )


def counted_row(meeting: Meeting, unit: Unit) -> dict[str, Any] | None:
    rows = meeting.note.data["counts"] if meeting.note else []
    return next((row for row in rows if row["unit"] == unit and row["counted"]), None)


def _why_left_out(meeting: Meeting, unit: Unit) -> str:
    quantity = meeting.quantity(unit)
    if not meeting.note:
        return _("Nie ma zatwierdzonej notatki.")
    if not quantity:
        return _("Notatka nie podaje tej liczby.")
    return "" if quantity.value is not None else _("Określenie bez liczby: nie da się go dodać.")


def activities(facts: PeriodFacts) -> Answer:
    sources = tuple(from_activity(activity) for activity in facts.activities)
    return Answer(counted(len(sources), "działanie"), len(sources), sources)


def districts(facts: PeriodFacts) -> Answer:
    visited = {district_of(meeting.event) for meeting in facts.meetings} - {None}
    unknown = [meeting for meeting in facts.meetings if _district_unknown(meeting.event)]
    sources = tuple(_district_source(meeting) for meeting in facts.meetings)
    if not visited and (unknown or not facts.meetings):
        return Answer(_("brak danych"), None, sources, len(unknown))
    text = f"{len(visited)} z{NBSP}{len(DISTRICTS)}{NBSP}dzielnic"
    return Answer(text, len(visited), sources, len(unknown))


def district_of(event: Event) -> int | None:
    """The venue's district, else that of the building around it."""
    venue = event.venue
    if venue and venue.district is None and venue.inside:
        return venue.inside.district
    return venue.district if venue else None


def _outside_krakow(event: Event) -> bool:
    return event.venue is not None and event.venue.city != "Kraków"


def _district_unknown(event: Event) -> bool:
    return district_of(event) is None and not _outside_krakow(event)


def _district_source(meeting: Meeting) -> Source:
    number = district_of(meeting.event)
    if number:
        return from_meeting(meeting, text=DISTRICTS[number])
    away = _outside_krakow(meeting.event)
    text = _("poza Krakowem") if away else _("brak danych")
    remark = "" if away else _("Nie zapisano, w której dzielnicy leży to miejsce.")
    return from_meeting(meeting, counted=False, text=text, remark=remark)


def without_note(facts: PeriodFacts) -> Answer:
    sources = tuple(from_meeting(meeting) for meeting in facts.meetings if not meeting.note)
    return Answer(counted(len(sources), "spotkanie"), len(sources), sources)


DEFINITIONS = (
    Definition(
        "spotkania",
        gettext_lazy("nasze spotkania, które się odbyły"),
        "spotkanie",
        gettext_lazy(
            "Liczymy opublikowane wydarzenia biura z tego okresu, o których ktoś powiedział, "
            "że się odbyły; sama zapowiedź niczego nie dowodzi."
        ),
        meetings,
    ),
    Definition(
        "osoby",
        gettext_lazy("łączna frekwencja; jedna osoba mogła przyjść kilka razy"),
        "osoba",
        gettext_lazy(
            "Dodajemy liczby osób z zatwierdzonych notatek i zaokrąglamy raz, na końcu; gdy choć "
            "jedna liczba jest przybliżona, suma też jest przybliżona."
        ),
        people,
    ),
    Definition(
        "organizacje-na-spotkaniach",
        gettext_lazy("obecności organizacji; jedna mogła być na kilku spotkaniach"),
        "organizacja",
        gettext_lazy(
            "Dodajemy liczby organizacji z zatwierdzonych notatek ze spotkań; osób nigdy nie "
            "dodajemy do organizacji."
        ),
        organizations,
    ),
    Definition(
        "dzialania",
        gettext_lazy("działania poza własnymi spotkaniami"),
        "działanie",
        gettext_lazy(
            "Liczymy wizyty, posiedzenia, konferencje i inne zapisane działania Pełnomocnika; "
            "działanie, które trwało kilka miesięcy, liczy się raz."
        ),
        activities,
    ),
    Definition(
        "dzielnice",
        gettext_lazy("dzielnice, w których się spotkaliśmy"),
        "dzielnica",
        gettext_lazy("Liczymy różne dzielnice Krakowa, w których odbyły się nasze spotkania."),
        districts,
    ),
    Definition(
        "bez-notatki",
        gettext_lazy("spotkania bez zatwierdzonej notatki"),
        "spotkanie",
        gettext_lazy(
            "Liczymy spotkania, które się odbyły, ale nie mają jeszcze zatwierdzonej notatki; "
            "nie wchodzą do sum osób i organizacji."
        ),
        without_note,
    ),
)
