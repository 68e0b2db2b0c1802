"""Where it was: the places that received us, and what lay outside Kraków."""

from collections.abc import Iterable

from portal.kernel.inflection import same_word
from portal.kernel.months import Month
from portal.kernel.polish import NBSP, agree, form
from reports.models import Activity
from reports.period import Meeting
from reports.prose.numerals import in_words, so_many, took_place
from reports.prose.words import listed, sentence, turn
from venues.models import Venue

HOME = "Kraków"
NAMED = 5  # places; more of them are only counted
SIGNIFICANT = 3  # letters; shorter words are prepositions


def hosts(meetings: Iterable[Meeting]) -> list[str]:
    """„Gościły nas trzy miejsca: …”: their names stay in the nominative. Nothing when unknown."""
    rows = list(meetings)
    names = list(dict.fromkeys(row.event.place_name for row in rows if row.event.place_name))
    if not names:
        return []
    if len(rows) == 1:
        return [sentence(f"Miejsce spotkania: {names[0]}")]
    verb = agree(len(names), "Gościło", "Gościły", "Gościło")
    said = f"{verb} nas {so_many(len(names), 'miejsce')}"
    return [sentence(f"{said}: {listed(names)}" if len(names) <= NAMED else said)]


def away_of(activity: Activity) -> bool:
    return activity.outside_krakow or outside(activity.venue)


def outside(venue: Venue | None) -> bool:
    return venue is not None and venue.city != HOME


def place_of(activity: Activity) -> str:
    """In the nominative, as it was written: „Hala Cracovii”, „Dom Kultury, Skawina”."""
    venue = activity.venue
    if activity.place or venue is None:
        return activity.place
    return f"{venue.name}, {venue.city}" if outside(venue) else venue.name


def is_said(place: str, title: str) -> bool:
    """Whether the title names the place in whatever case: „w Centrum Wielokulturowym”.

    Every word of either half of the place's name must be there.
    """
    if not place or place in title:
        return True
    words = [word for word in title.replace("„", " ").replace("”", " ").split() if word]
    named = [word for word in place.split(" w ")[0].split() if len(word) >= SIGNIFICANT]
    return bool(named) and all(any(same_word(word, one) for one in words) for word in named)


def elsewhere(month: Month, activities: Iterable[Activity]) -> list[str]:
    """What took place outside Kraków, in one sentence."""
    away = [row for row in activities if away_of(row)]
    if not away:
        return []
    names = list(dict.fromkeys(city_of(row) for row in away if city_of(row)))
    where = f" ({listed(names)})" if 1 <= len(names) <= NAMED else ""
    number = len(away)
    what = f"{in_words(number)}{NBSP}{form(number, 'działanie')}"
    choices = (
        f"Poza Krakowem {took_place(number)} {what}{where}.",
        f"Poza Kraków {agree(number, 'wyprowadziło', 'wyprowadziły', 'wyprowadziło')} nas "
        f"{what}{where}.",
    )
    return [choices[turn(month, len(choices))]]


def city_of(activity: Activity) -> str:
    if activity.venue is not None and outside(activity.venue):
        return str(activity.venue.city)
    return str(activity.place)
