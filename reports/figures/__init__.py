"""Every figure of the site, defined once: what it counts, how, and what stands behind it.

Pages, reports and exports all read `figures_of`. Unknown is never zero, people are never added to
organizations, and every total says how many meetings it leaves out.
"""

from portal.kernel.counts import left_out

from .figure import Answer, Definition, Figure, Group, Part
from .registry import DEFINITIONS, figure_of, figures_of, the_figure
from .words import beside, lacking

__all__ = [
    "DEFINITIONS",
    "Answer",
    "Definition",
    "Figure",
    "Group",
    "Part",
    "beside",
    "figure_of",
    "figures_of",
    "lacking",
    "left_out",
    "the_figure",
]
