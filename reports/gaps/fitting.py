"""Whether two counts can both be true: „ponad 40 osób” and „41 osób” can, 70 and 100 cannot."""

from portal.kernel.counts import Qualifier

# How far from the number that was said the true one may lie, as parts of it.
ROOM = {
    Qualifier.EXACTLY: (1.0, 1.0),
    Qualifier.ABOUT: (0.9, 1.1),
    Qualifier.NEARLY: (0.85, 1.0),
    Qualifier.OVER: (1.0, 1.2),
    Qualifier.AT_LEAST: (1.0, 1.5),
    Qualifier.UP_TO: (0.5, 1.0),
}
WITHOUT_NUMBER = {Qualifier.A_FEW: (3.0, 10.0), Qualifier.DOZENS: (20.0, 100.0)}

Said = tuple[Qualifier, int | None]


def range_of(said: Said) -> tuple[float, float]:
    """The least and the most that the words may mean."""
    qualifier, value = said
    if value is None:
        return WITHOUT_NUMBER[qualifier]
    least, most = ROOM[qualifier]
    return value * least, value * most


def fits(one: Said, other: Said) -> bool:
    """Whether some number is meant by both, and at least one of them only rounds."""
    (least, most), (other_least, other_most) = range_of(one), range_of(other)
    return least <= other_most and other_least <= most
