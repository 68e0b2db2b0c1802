"""Editorial lint: what is wrong or doubtful in a text, before others read it.

`CHECKS` is the one list of all checks. To add one:

- a slip that one pattern catches is a `Rule` (see signs.py, wording.py): the pattern, a Polish
  sentence in which „%s” is what was found, and maybe what could stand instead;
- anything else is a function `Writing -> Iterator[Problem]` in the file of its subject;
- put it into `CHECKS`, and its examples into tests/kernel/lint/: texts it must find, and texts
  it must leave alone. `Weight.WRONG` stops publishing: only for what nobody can have meant.

The checks know nothing of the database. Names that the office knows are compared by
`portal.kernel.lookalikes`.
"""

from portal.kernel.lint import hours, links, privacy, signs, structure, weekdays, wording
from portal.kernel.lint.problem import Check, Problem, Weight
from portal.kernel.lint.writing import Around, Writing, of_html, of_text, of_title

__all__ = [
    "CHECKS",
    "Around",
    "Problem",
    "Weight",
    "Writing",
    "lint",
    "of_html",
    "of_text",
    "of_title",
]

CHECKS: tuple[Check, ...] = (
    weekdays.unfitting_weekdays,
    weekdays.impossible_days,
    weekdays.days_gone_by,
    hours.HYPHENS,
    hours.BARE_HYPHENS,
    hours.MIXED,
    hours.AT_A_RANGE,
    hours.NO_SUCH,
    hours.COLONS,
    hours.backward,
    links.dead_links,
    links.doubtful_links,
    structure.headings_with_a_stop,
    structure.leaping_headings,
    structure.empty_headings,
    structure.broken_paragraphs,
    signs.ORDINALS,
    signs.ROMAN_ORDINALS,
    signs.DAY_WITH_A_DOT,
    signs.ROMAN_WITH_A_DOT,
    signs.GLUED_YEAR,
    signs.GLUED_ABBREVIATION,
    signs.SPACE_BEFORE,
    signs.NO_SPACE_AFTER,
    signs.SPACE_INSIDE,
    signs.TWO_STOPS,
    signs.SPACED_HYPHEN,
    signs.STRAIGHT_QUOTES,
    signs.MIXED_QUOTES,
    signs.DOUBLE_SPACES,
    wording.DOUBLED,
    wording.CUT_SHORT,
    wording.THREE_PLACES,
    wording.CITY_LOGO,
    wording.STREET_UNDECLINED,
    wording.LEFTOVERS,
    wording.ROW_OF_X,
    wording.undeclined_names,
    wording.shouted_titles,
    privacy.numbers_of_people,
)


def lint(writing: Writing) -> list[Problem]:
    """All that the checks find: the gravest first, then as the text goes."""
    found = [problem for check in CHECKS for problem in check(writing)]
    return sorted(found, key=lambda row: (row.weight, row.block, row.start))
