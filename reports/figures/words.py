"""A frozen figure in the words of a page: what follows its number, and what it leaves out.

Said when a page is drawn, so that versions published long ago read as well as new ones.
"""

from typing import Any

from portal.kernel.counts import as_sentence, governs_genitive, in_case, left_out
from portal.kernel.polish import plural_category
from reports.figures.registry import BY_KEY

Row = dict[str, Any]


def beside(figure: Row) -> str:
    """„działań poza własnymi spotkaniami” after 55. The label itself, as it was frozen, where
    no bare number stands before it, or the figure is one that nobody counts any more."""
    definition = BY_KEY.get(figure["key"])
    short, value = figure.get("short"), figure.get("value")
    if not (short and definition and definition.after) or value is None:
        return str(figure["label"])
    case = in_case(value, genitive=governs_genitive(short))
    return str(getattr(definition.after, plural_category(case)))


def lacking(figure: Row) -> str:
    """„Nie wliczono 2 spotkań bez zapisanej liczby osób.”; of what is wholly unknown too."""
    return as_sentence(figure.get("missing_text") or left_out(figure.get("missing", 0)))
