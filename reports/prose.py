"""The sentences of a draft, varied by rule: neighbouring months never share a phrasing.

Sentences of Polish grammar, not catalogue entries: another language needs a module of its own.
"""

from collections import Counter
from collections.abc import Iterable

from events.models import Event, Series
from portal.kernel import phrases
from portal.kernel.counts import Unit, total
from portal.kernel.months import Month, MonthSpan
from portal.kernel.polish import NBSP, agree, counted, form, number
from portal.kernel.when import Precision, When
from reports.figures import left_out
from reports.models import Activity
from reports.period import Meeting, PeriodFacts

Kind = Activity.Kind

# In the nominative plural; the other kinds say too little to be named.
KINDS = {
    Kind.VISIT: "wizyty w organizacjach",
    Kind.SITTING: "posiedzenia",
    Kind.CONFERENCE: "konferencje i kongresy",
    Kind.CONSULTATION: "konsultacje",
    Kind.JUBILEE: "jubileusze",
    Kind.OPENING: "otwarcia i odsłonięcia",
    Kind.FESTIVAL: "festiwale, pikniki i targi",
}


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(words: Iterable[str]) -> str:
    """„A, B i C”"""
    *most, last = words
    return f"{', '.join(most)} i{NBSP}{last}" if most else last


def quoted(title: str) -> str:
    """In Polish quotes; quotes inside it become the second pair."""
    return f"„{title.replace('„', '«').replace('”', '»')}”"


def sentence(text: str) -> str:
    """With a full stop, unless it ends with a mark of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def turn(month: Month, choices: int) -> int:
    """Which of the phrasings a month takes; the next month takes the next one."""
    return (month.year * 12 + month.number) % choices


## Titles and dates


def title(span: MonthSpan) -> str:
    """„Marzec 2026”, „Rok 2026”, „Od stycznia do maja 2026 r.”"""
    if len(span) == 1 or span.is_year:
        return capital(span.nominative)
    return capital(span.sentence)


def heading(month: Month, span: MonthSpan) -> str:
    """„Marzec”; with its year in a span that crosses one."""
    one_year = span.first.year == span.last.year
    return capital(month.name.nominative if one_year else month.nominative)


def brief(when: When) -> str:
    """A date beside a line, under a heading that says the year: „13 maja”, „w kwietniu”."""
    if when.precision == Precision.MONTHS:
        first, last = when.months.first, when.months.last
        same = first.year == last.year
        return f"{first.name.nominative}–{last.name.nominative}" if same else when.months.nominative
    if when.precision == Precision.MONTH:
        return when.months.first.name.locative.replace(" ", NBSP)
    if when.precision == Precision.PART_OF_MONTH:
        return f"{phrases.PARTS_IN_A_SENTENCE[when.part]} {when.months.first.name.genitive}"
    return brief_days(when)


def brief_days(when: When) -> str:
    first, last = when.first_day, when.last_day
    if first == last:
        return phrases.day_and_month(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{phrases.day_and_month(last)}"
    return f"{phrases.day_and_month(first)} – {phrases.day_and_month(last)}"


## Lines


def meeting_line(meeting: Meeting) -> str:
    """„pierwsza odsłona cyklu „Spotkajmy się w 3miejscu” (Cafe NOWA Księgarnia) – 41 osób”"""
    place = f" ({meeting.event.place_name})" if meeting.event.place_name else ""
    counts = [meeting.quantity(unit) for unit in (Unit.PEOPLE, Unit.ORGANIZATIONS)]
    known = ", ".join(quantity.text for quantity in counts if quantity)
    return meeting_name(meeting.event) + place + (f" – {known}" if known else "")


def meeting_name(event: Event) -> str:
    """The title, which edition it was, and of which cycle, each said once."""
    series, edition = event.series, event.edition_label
    if series is None:
        return quoted(event.title)
    of_cycle = f"{edition or 'spotkanie z'} cyklu {quoted(series.name)}"
    if event.title == series.name:
        return of_cycle
    if series.name in event.title:
        return quoted(event.title) + (f", {edition}" if edition else "")
    return f"{quoted(event.title)}, {of_cycle}"


def activity_line(activity: Activity) -> str:
    """The title is the line; a place in words follows when the title does not say it."""
    place = activity.place
    said = not place or place in activity.title
    return activity.title if said else f"{activity.title} ({place})"


def list_intro(month: Month, part: str, lines: int, omitted: int) -> str:
    """What stands before a list; „m.in.” only when something really was left out."""
    if part == "meeting":
        return "Wśród naszych spotkań m.in.:" if omitted else "Nasze spotkania:"
    if part == "standing":
        return "Działania ciągłe, m.in.:" if omitted else "Działania ciągłe:"
    if omitted:
        return SOME[turn(month, len(SOME))]
    return ALL[turn(month, len(ALL))] if lines > 1 else "Jedno działanie:"


ALL = ("W tym czasie odbyły się:", "Działania tego miesiąca:", "W kalendarzu znalazły się:")
SOME = (
    "W tym czasie odbyły się m.in.:",
    "Działania tego miesiąca to m.in.:",
    "W kalendarzu znalazły się m.in.:",
)


## Openings


def opening(month: Month, facts: PeriodFacts) -> str:
    """The month's numbers, the cycles that began in it, and what there was most of."""
    meetings, activities = facts.meetings_in(month), facts.activities_in(month)
    if not meetings and not activities:
        return nothing(month)
    said = [numbers(month, amounts(len(meetings), len(activities)))]
    said += [beginning(month, series) for series in begun(meetings)]
    return " ".join([*said, *most_of(month, activities)])


def nothing(month: Month) -> str:
    if turn(month, 2):
        return f"{capital(where(month))} nie zapisano żadnego spotkania ani działania."
    return f"{capital(month.name.nominative)} nie ma zapisanych spotkań ani działań."


def where(month: Month) -> str:
    """„w marcu”, with its no-break space"""
    return month.name.locative.replace(" ", NBSP)


def amounts(meetings: int, activities: int) -> str:
    """„2 własne spotkania i 9 działań”: the same in the nominative and the accusative."""
    own = agree(meetings, "własne", "własne", "własnych")
    parts = [f"{number(meetings)}{NBSP}{own} {form(meetings, 'spotkanie')}"] if meetings else []
    parts += [counted(activities, "działanie")] if activities else []
    return listed(parts)


def numbers(month: Month, things: str) -> str:
    name = month.name
    choices = (
        f"{capital(name.nominative)} przyniósł {things}.",
        f"{capital(where(month))} zapisaliśmy {things}.",
        f"Za nami {name.nominative}: {things}.",
        f"Bilans {name.genitive} to {things}.",
    )
    return choices[turn(month, len(choices))]


def begun(meetings: Iterable[Meeting]) -> list[Series]:
    """Cycles whose first edition is among the meetings.

    The first meeting on record proves no beginning: a cycle without numbers may be older than
    this portal (as „Ławka dialogu” is).
    """
    return [m.event.series for m in meetings if m.event.series and m.event.edition == 1]


def beginning(month: Month, series: Series) -> str:
    name = quoted(series.name)
    choices = (
        f"Ruszył cykl {name}.",
        f"Zaczął się nowy cykl: {name}.",
        f"Nowością był cykl {name}.",
    )
    said = choices[turn(month, len(choices))]
    return f"{said} {sentence(capital(series.lead))}" if series.lead else said


def most_of(month: Month, activities: Iterable[Activity]) -> list[str]:
    """One sentence about the kind that stands out, or none."""
    ranked = Counter(Kind(activity.kind) for activity in activities).most_common(2)
    if not ranked or ranked[0][0] not in KINDS or ranked[0][1] < 2:
        return []
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return []
    kind, times = ranked[0]
    said = ("Wśród działań najczęstsze były", "Najwięcej działań to", "Liczbą wyróżniły się")
    return [f"{said[turn(month, len(said))]} {KINDS[kind]} ({times})."]


## Lead and thanks


def lead(facts: PeriodFacts) -> str:
    """The period in three sentences at most: what there was, how many came, where."""
    said = [] if len(facts.span) == 1 and facts.meetings else [period_numbers(facts)]
    if facts.meetings:
        said += [attendance(facts), *places(facts)]
    return " ".join(said)


def period_numbers(facts: PeriodFacts) -> str:
    when = capital(facts.span.sentence)
    if not facts.meetings and not facts.activities:
        return f"{when} nie zapisano żadnego spotkania ani działania."
    return f"{when} zapisaliśmy {amounts(len(facts.meetings), len(facts.activities))}."


def attendance(facts: PeriodFacts) -> str:
    people = total((meeting.quantity(Unit.PEOPLE) for meeting in facts.meetings), Unit.PEOPLE)
    missing = f", {left_out(people.missing)}" if people.quantity and people.missing else ""
    if len(facts.meetings) == 1:
        return f"Frekwencja na spotkaniu: {people.text}."
    twice = "; jedna osoba mogła przyjść kilka razy" if people.parts > 1 else ""
    return f"Łączna frekwencja na spotkaniach: {people.text}{missing}{twice}."


def places(facts: PeriodFacts) -> list[str]:
    """Where we met, when the places fit in a sentence."""
    names = list(dict.fromkeys(m.event.place_name for m in facts.meetings if m.event.place_name))
    if not 1 <= len(names) <= 5:
        return []
    where = "Miejsce" if len(names) == 1 else "Miejsca"
    what = "spotkania" if len(facts.meetings) == 1 else "spotkań"
    return [sentence(f"{where} {what}: {listed(names)}")]


def thanks(names: list[str]) -> str:
    """To those who helped with the meetings; empty when nobody is on record."""
    if not names:
        return ""
    if len(names) == 1:
        return f"W naszych spotkaniach pomogła organizacja {names[0]}. Dziękujemy."
    return f"Nasze spotkania współtworzyły: {listed(names)}. Dziękujemy."
