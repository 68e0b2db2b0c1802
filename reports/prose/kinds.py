"""What there was most of, by kinds of activities."""

from collections import Counter
from collections.abc import Iterable

from reports.models import Activity

Kind = Activity.Kind

# Nominative and genitive plural. „Inne” is no kind: it says only that there was none.
KINDS = {
    Kind.VISIT: ("wizyty w organizacjach", "wizyt w organizacjach"),
    Kind.MEETING: ("spotkania i rozmowy", "spotkań i rozmów"),
    Kind.SITTING: ("posiedzenia", "posiedzeń"),
    Kind.CONFERENCE: ("konferencje i kongresy", "konferencji i kongresów"),
    Kind.CONSULTATION: ("opinie i konsultacje", "opinii i konsultacji"),
    Kind.CAMPAIGN: ("akcje informacyjne", "akcji informacyjnych"),
    Kind.JUBILEE: ("jubileusze i urodziny", "jubileuszy i urodzin"),
    Kind.OPENING: ("otwarcia i odsłonięcia", "otwarć i odsłonięć"),
    Kind.FESTIVAL: ("festiwale, pikniki i targi", "festiwali, pikników i targów"),
    Kind.COOPERATION: ("wspólne przedsięwzięcia", "wspólnych przedsięwzięć"),
}
MANY = 3  # fewer of a kind are not „most”
AT_ONCE = 2  # kinds; three that came equally often say nothing


def foremost(activities: Iterable[Activity]) -> list[Activity.Kind]:
    """The kind, or the two, that came more often than all others; none when it is a draw."""
    counts = Counter(Kind(activity.kind) for activity in activities)
    counts.pop(Kind.OTHER, None)
    most = max(counts.values(), default=0)
    if most < MANY:
        return []
    found = [kind for kind in Kind if counts[kind] == most]
    return found if len(found) <= AT_ONCE else []


def nominative(kinds: Iterable[Activity.Kind]) -> str:
    """„wizyty w organizacjach oraz konferencje i kongresy”"""
    return " oraz ".join(KINDS[kind][0] for kind in kinds)


def genitive(kinds: Iterable[Activity.Kind]) -> str:
    return " oraz ".join(KINDS[kind][1] for kind in kinds)
