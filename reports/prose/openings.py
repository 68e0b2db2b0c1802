"""The sentences that open a month: its numbers, what began in it, what there was most of.

Each of the six phrasings exists for every sort of month, so that any six months in a row begin
in six ways.
"""

from events.models import Series
from portal.kernel import phrases
from portal.kernel.months import Month
from portal.kernel.polish import NBSP, agree, form
from reports.prose import kinds
from reports.prose.month import MonthFacts
from reports.prose.numerals import in_words, other_activities, own_meetings
from reports.prose.places import elsewhere
from reports.prose.words import about, capital, listed, quoted, sentence, turn, within

PHRASINGS = 6


def opening(facts: MonthFacts, before: MonthFacts | None = None) -> str:
    """`before` is the month above it, whose words about kinds are not said again."""
    said = [*first_sentences(facts), *begun(facts), *most(facts, before)]
    said += elsewhere(facts.month, facts.activities)
    said = said or [look(facts.month)]
    return " ".join([*said, *cut_short(facts)])


def first_sentences(facts: MonthFacts) -> list[str]:
    """How many; in the report of one month its lead says that already."""
    if facts.meetings or facts.activities:
        return [] if facts.is_alone else [numbers(facts)]
    return [only_standing(facts.month) if facts.running else nothing(facts.month)]


def numbers(facts: MonthFacts) -> str:
    meetings, activities = len(facts.meetings), len(facts.activities)
    things, first = amounts(meetings, activities), meetings or activities
    month = facts.month
    name = month.name
    found = agree(first, "znalazło się", "znalazły się", "znalazło się")
    fell = agree(first, "przypadło", "przypadły", "przypadło")
    return (
        f"{capital(name.nominative)} przyniósł {things}.",
        f"{capital(within(month))} w{NBSP}naszym kalendarzu {found} {things}.",
        f"Za nami {name.nominative}, a{NBSP}w{NBSP}nim {things}.",
        f"Bilans {name.genitive} to {things}.",
        f"Tak upłynął {name.nominative}: {things}.",
        f"Na{NBSP}{name.nominative} {fell} {things}.",
    )[turn(month, PHRASINGS)]


def amounts(meetings: int, activities: int) -> str:
    """„dwa nasze spotkania i 11 innych działań”: the same in the nominative and accusative."""
    if not meetings:
        return f"{in_words(activities)}{NBSP}{form(activities, 'działanie')}"
    parts = [own_meetings(meetings)]
    parts += [other_activities(activities)] if activities else []
    return listed(parts)


def only_standing(month: Month) -> str:
    """Nothing took place in it, but something went on through it."""
    name = month.name
    return (
        f"{capital(name.nominative)} upłynął na{NBSP}działaniach rozłożonych na{NBSP}kilka "
        "miesięcy.",
        f"{capital(within(month))} trwały działania, które objęły kilka miesięcy.",
        f"Za nami {name.nominative}, a{NBSP}w{NBSP}nim dalsza praca nad tym, co trwa dłużej niż "
        "miesiąc.",
        f"Bilans {name.genitive} to działania ciągłe, bez pojedynczych wydarzeń.",
        f"Tak upłynął {name.nominative}: na{NBSP}tym, co trwa dłużej niż miesiąc.",
        f"Na{NBSP}{name.nominative} przypadły same działania ciągłe.",
    )[turn(month, PHRASINGS)]


def nothing(month: Month) -> str:
    name = month.name
    return (
        f"{capital(name.nominative)} nie ma zapisanych spotkań ani działań.",
        f"{capital(within(month))} nie zapisano żadnego spotkania ani działania.",
        f"Za nami {name.nominative} bez zapisanych spotkań i{NBSP}działań.",
        f"Bilans {name.genitive} jest pusty: nie ma w{NBSP}nim spotkań ani działań.",
        f"{capital(about(month))} zapisy milczą: nie ma w{NBSP}nich spotkań ani działań.",
        f"Na{NBSP}{name.nominative} nie przypadło żadne zapisane spotkanie ani działanie.",
    )[turn(month, PHRASINGS)]


def look(month: Month) -> str:
    """Before a list that nothing more can be said of, in the report of one month."""
    name = month.name
    return (
        f"Oto, co przyniósł {name.nominative}.",
        f"Tak wyglądał {name.nominative}.",
        f"A{NBSP}oto {name.nominative} z{NBSP}bliska.",
    )[turn(month, 3)]


def begun(facts: MonthFacts) -> list[str]:
    """A sentence or two for each cycle whose first edition is among the meetings.

    The first meeting on record proves no beginning: a cycle without numbers may be older than
    this portal (as „Ławka dialogu” is).
    """
    firsts = [row.event.series for row in facts.meetings if row.event.edition == 1]
    cycles = [series for series in firsts if series is not None]
    return [beginning(facts.month, series, place) for place, series in enumerate(cycles)]


def beginning(month: Month, series: Series, place: int = 0) -> str:
    """`place` counts the cycles of one month, each of which begins in words of its own."""
    name = quoted(series.name)
    choices = (
        f"Ruszył cykl {name}.",
        f"Zaczął się nowy cykl: {name}.",
        f"Nowością był cykl {name}.",
    )
    said = choices[(turn(month, len(choices)) + place) % len(choices)]
    return f"{said} {sentence(capital(series.lead))}" if series.lead else said


def most(facts: MonthFacts, before: MonthFacts | None = None) -> list[str]:
    """One sentence about the kinds that stand out, or none."""
    found = kinds.foremost(facts.activities)
    if not found or (before and kinds.foremost(before.activities) == found):
        return []
    if facts.is_alone:
        return [f"{capital(within(facts.month))} najwięcej było {kinds.genitive(found)}."]
    choices = (
        f"Najwięcej było {kinds.genitive(found)}.",
        f"Wśród działań najczęstsze były {kinds.nominative(found)}.",
        f"Częściej niż inne wracały {kinds.nominative(found)}.",
    )
    return [choices[turn(facts.month, len(choices))]]


def cut_short(facts: MonthFacts) -> list[str]:
    """„To stan na 15 maja.”, where the data end before the month does."""
    if not facts.is_cut_short:
        return []
    return [f"To stan na{NBSP}{phrases.day_and_month(facts.through)}."]
