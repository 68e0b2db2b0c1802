"""„W lipcu bez spotkania” beside a choice: of the chosen cycles and months, or of none."""

from datetime import datetime

from django.db.models import QuerySet

from events.filters.choice import Choice
from events.models import SeriesPause
from portal.kernel.months import Month


def pauses_of(choice: Choice, at: datetime) -> QuerySet[SeriesPause]:
    """Those from this month on; a choice of anything but cycle and days hides them all.

    Whether the meeting that does not take place would have met the rest, nobody can say.
    """
    found = SeriesPause.objects.since(Month.of(at))
    if not choice.without("days").without("series").is_empty:
        return found.none()
    if choice.series:
        found = found.filter(series=choice.series)
    if choice.days.since:
        found = found.filter(month__gte=Month.of(choice.days.since).first_day)
    if choice.days.until:
        found = found.filter(month__lte=choice.days.until)
    return found
