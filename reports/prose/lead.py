"""The lead: what there was, how many came, where."""

from portal.kernel.polish import NBSP, agree, form
from reports.period import PeriodFacts, is_standing
from reports.prose import kinds
from reports.prose.counts import attendance
from reports.prose.numerals import in_words, other_activities, own_meetings, took_place
from reports.prose.places import hosts
from reports.prose.words import capital


def lead(facts: PeriodFacts) -> str:
    """A few sentences on the whole period; a month's own are left to its opening."""
    said = [numbers(facts)]
    if len(facts.span) > 1:
        said += most(facts)
    if facts.meetings:
        said += [attendance(facts.meetings), *hosts(facts.meetings)]
    return " ".join(said)


def numbers(facts: PeriodFacts) -> str:
    """„Od stycznia do maja 2026 r. odbyły się trzy nasze spotkania i 55 innych działań, …”"""
    when, meetings = capital(facts.span.sentence), len(facts.meetings)
    activities = len(facts.activities)
    if not meetings and not activities:
        return f"{when} nie zapisano żadnego spotkania ani działania."
    if not meetings:
        what = f"{in_words(activities)}{NBSP}{form(activities, 'działanie')}"
        return f"{when} zapisaliśmy {what}{lasting(facts)}."
    held = f"{when} {took_place(meetings)} {own_meetings(meetings)}"
    if not activities:
        return f"{held}."
    return f"{held}. Zapisaliśmy też {other_activities(activities)}{lasting(facts)}."


def lasting(facts: PeriodFacts) -> str:
    """„, w tym dziewięć takich, które trwały kilka miesięcy”"""
    standing = sum(1 for activity in facts.activities if is_standing(activity))
    if not standing:
        return ""
    if standing == len(facts.activities):
        return agree(standing, ", które trwało", ", które trwały", ", które trwały") + (
            f"{NBSP}kilka miesięcy"
        )
    which = agree(standing, "takie, które trwało", "takie, które trwały", "takich, które trwały")
    return f", w{NBSP}tym {in_words(standing)} {which} kilka miesięcy"


def most(facts: PeriodFacts) -> list[str]:
    """By kind, of what took place; a campaign of months is one thing among many days."""
    found = kinds.foremost(row for row in facts.activities if not is_standing(row))
    return [f"Wśród nich najwięcej było {kinds.genitive(found)}."] if found else []
