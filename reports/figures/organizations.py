"""Organizations by their names, each once: on the lists of meetings, beside activities.

A public figure never says which of them were present: names are told only of those that agreed,
and of those with a public role at that meeting. The rest are a number.
"""

from collections import Counter
from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organizations.models import Organization
from portal.kernel.counts import Qualifier, Quantity, Unit
from portal.kernel.polish import NBSP, counted, number
from reports.contacts import Contacts
from reports.figures.figure import Answer, Part, unknown
from reports.models import Activity
from reports.period import Meeting, PeriodFacts
from reports.sources import Source, from_activity, from_meeting

Kind = Organization.Kind
Ids = frozenset[int]

KINDS: dict[str, Promise] = {
    Kind.NGO: gettext_lazy("organizacje pozarządowe"),
    Kind.INFORMAL: gettext_lazy("grupy nieformalne"),
    Kind.CITY: gettext_lazy("jednostki miejskie"),
    Kind.INSTITUTION: gettext_lazy("instytucje"),
    Kind.COMPANY: gettext_lazy("firmy"),
    Kind.BODY: gettext_lazy("rady i komisje"),
    Kind.OTHER: gettext_lazy("rodzaj jeszcze nieznany"),
}


# The three figures


def from_lists(facts: PeriodFacts) -> Answer:
    found = on_lists(facts)
    sources = tuple(_list_source(meeting, facts.contacts) for meeting in facts.meetings)
    missing = without_list(facts)
    if not found and not nobody_came(facts):
        return unknown(sources, missing)
    whole = all(is_whole(meeting, facts.contacts) for meeting in facts.meetings)
    return Answer(at_least(len(found), whole).text, len(found), sources, missing)


def met(facts: PeriodFacts) -> Answer:
    found = all_met(facts)
    missing = without_list(facts)
    sources = met_sources(facts)
    if not found and not nobody_came(facts):
        return unknown(sources, missing)
    return Answer(
        at_least(len(found), names_all(facts)).text,
        len(found),
        sources,
        missing,
        parts=by_kind(found, facts.contacts),
    )


def first_met(facts: PeriodFacts) -> Answer:
    """Nothing can be said of a period in which the records begin: all in it is new to them."""
    found, since = all_met(facts), facts.contacts.since
    missing = without_list(facts)
    sources = met_sources(facts, new_in(facts))
    if not found or since is None:
        return unknown(sources, missing)
    if since >= facts.span.first:
        starts = _("zapisy zaczynają się dopiero w tym okresie, nie ma z czym porównać")
        return unknown(sources, missing, starts)
    new = len(found & new_in(facts))
    text = f"{'co najmniej ' if new else ''}{number(new)} z{NBSP}{number(len(found))}"
    said = f"{text}{NBSP}zapisanych, od {since.genitive}{NBSP}r."
    return Answer(said, new, sources, missing, short=text)


# Who they are


def on_lists(facts: PeriodFacts) -> Ids:
    lists = (facts.contacts.listed(meeting.organizations) for meeting in facts.meetings)
    return frozenset[int]().union(*lists)


def in_activities(facts: PeriodFacts) -> Ids:
    return facts.contacts.ids(pk for named in facts.named.values() for pk in named)


def all_met(facts: PeriodFacts) -> Ids:
    return on_lists(facts) | in_activities(facts)


def new_in(facts: PeriodFacts) -> Ids:
    """Those whose earliest record lies in the period or later, out of all on record."""
    first = facts.contacts.first
    return frozenset(pk for pk, began in first.items() if began >= facts.span.start)


def by_kind(found: Ids, contacts: Contacts) -> tuple[Part, ...]:
    amounts = Counter(contacts.kinds[pk] for pk in found)
    return tuple(
        Part(str(label), number(amounts[kind]), amounts[kind])
        for kind, label in KINDS.items()
        if amounts[kind]
    )


# How much is known


def at_least(value: int, whole: bool) -> Quantity:
    exact = whole or not value
    qualifier = Qualifier.EXACTLY if exact else Qualifier.AT_LEAST
    return Quantity(qualifier, value, Unit.ORGANIZATIONS)


def is_whole(meeting: Meeting, contacts: Contacts) -> bool:
    """Whether nothing in the note says that there were more than its list names."""
    quantity = meeting.quantity(Unit.ORGANIZATIONS)
    if quantity is None or not meeting.organizations:
        return True
    listed = len(contacts.listed(meeting.organizations))
    return quantity.qualifier == Qualifier.EXACTLY and (quantity.value or 0) <= listed


def names_all(facts: PeriodFacts) -> bool:
    """Whether every list is whole, and every activity says with whom."""
    lists = all(is_whole(meeting, facts.contacts) for meeting in facts.meetings)
    return lists and all(activity.pk in facts.named for activity in facts.activities)


def nobody_came(facts: PeriodFacts) -> bool:
    return any(is_empty(meeting) for meeting in facts.meetings)


def is_empty(meeting: Meeting) -> bool:
    """Whether the note says that no organization was there, which is no missing list."""
    quantity = meeting.quantity(Unit.ORGANIZATIONS)
    return not meeting.organizations and quantity is not None and quantity.value == 0


def has_list(meeting: Meeting) -> bool:
    return bool(meeting.organizations) or is_empty(meeting)


def without_list(facts: PeriodFacts) -> int:
    return sum(not has_list(meeting) for meeting in facts.meetings)


# What stands behind them


def met_sources(facts: PeriodFacts, new: Ids | None = None) -> tuple[Source, ...]:
    """With `new`: how many of each row are recorded for the first time."""
    meetings = [_list_source(meeting, facts.contacts, new) for meeting in facts.meetings]
    named = [row for row in facts.activities if facts.contacts.ids(facts.named.get(row.pk, ()))]
    return (*meetings, *(_activity_source(activity, facts, new) for activity in named))


def _list_source(meeting: Meeting, contacts: Contacts, new: Ids | None = None) -> Source:
    listed = contacts.listed(meeting.organizations)
    return from_meeting(
        meeting,
        counted=has_list(meeting),
        text=_amount(listed, new) if has_list(meeting) else _("brak danych"),
        remark=" ".join(_remarks(meeting, contacts)),
    )


def _activity_source(activity: Activity, facts: PeriodFacts, new: Ids | None) -> Source:
    """Only how many: what may be read about an activity is its title."""
    return from_activity(
        activity, text=_amount(facts.contacts.ids(facts.named.get(activity.pk, ())), new)
    )


def _amount(found: Ids, new: Ids | None) -> str:
    said = counted(len(found), "organizacja")
    return said if new is None else f"{said}, {_('w tym nowe')}: {number(len(found & new))}"


def _remarks(meeting: Meeting, contacts: Contacts) -> Iterable[str]:
    if not meeting.note:
        yield _("Nie ma zatwierdzonej notatki.")
    elif not has_list(meeting):
        yield _("Notatka nie ma listy organizacji.")
    elif meeting.organizations:
        yield from _names(meeting, contacts)
        yield from _shortfall(meeting, contacts)


def _names(meeting: Meeting, contacts: Contacts) -> Iterable[str]:
    """Names of those that may be told; of the others only how many they are."""
    listed = contacts.listed(meeting.organizations)
    told = told_by_name(meeting, contacts)
    if told:
        yield f"{_('Wśród nich')}: {', '.join(told.values())}."
    if others := len(listed - told.keys()):
        yield f"{_('Bez zgody na podanie nazwy')}: {number(others)}."


def told_by_name(meeting: Meeting, contacts: Contacts) -> dict[int, str]:
    """By id, as the approved note calls them: they agreed, or their role there is public."""
    roles = contacts.ids(public_roles(meeting))
    found: dict[int, str] = {}
    for row in meeting.organizations:
        for pk in contacts.listed([row]):
            if row["public"] or pk in roles:
                found.setdefault(pk, row["name"])
    return found


def public_roles(meeting: Meeting) -> Iterable[int]:
    """Hosts, partners and performers, whom the page of the meeting names."""
    for partnership in meeting.event.partnerships.all():
        yield partnership.organization_id
    for item in meeting.event.programme.all():
        if item.performer_id:
            yield item.performer_id


def _shortfall(meeting: Meeting, contacts: Contacts) -> Iterable[str]:
    quantity = meeting.quantity(Unit.ORGANIZATIONS)
    if quantity and not is_whole(meeting, contacts):
        yield _("Lista jest niepełna; według notatki: %s.") % quantity.text
