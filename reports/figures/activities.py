"""What the proxy did besides the own meetings, by kind."""

from collections import Counter

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.kernel.polish import counted, number
from reports.figures.figure import Answer, Part
from reports.models import Activity
from reports.period import PeriodFacts
from reports.sources import from_activity

Kind = Activity.Kind

KINDS: dict[str, Promise] = {
    Kind.VISIT: _("wizyty w organizacjach"),
    Kind.MEETING: _("spotkania"),
    Kind.SITTING: _("posiedzenia"),
    Kind.CONFERENCE: _("konferencje i kongresy"),
    Kind.CONSULTATION: _("opinie i konsultacje"),
    Kind.CAMPAIGN: _("akcje i informowanie"),
    Kind.JUBILEE: _("jubileusze i urodziny"),
    Kind.OPENING: _("otwarcia i odsłonięcia"),
    Kind.FESTIVAL: _("festiwale, pikniki i targi"),
    Kind.COOPERATION: _("współpraca"),
    Kind.OTHER: _("inne"),
}


def activities(facts: PeriodFacts) -> Answer:
    sources = tuple(from_activity(activity) for activity in facts.activities)
    number_of = len(sources)
    return Answer(
        counted(number_of, "działanie"), number_of, sources, parts=by_kind(facts.activities)
    )


def by_kind(activities: tuple[Activity, ...]) -> tuple[Part, ...]:
    """The most frequent first; equal ones in the order of the kinds, „inne” last of all."""
    order = list(KINDS)
    found = Counter(activity.kind for activity in activities)
    ranked = sorted(found, key=lambda kind: (kind == Kind.OTHER, -found[kind], order.index(kind)))
    return tuple(Part(str(KINDS[kind]), number(found[kind]), found[kind]) for kind in ranked)
