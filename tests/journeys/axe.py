"""axe-core in the page that is open: WCAG 2.0 to 2.2, levels A and AA, and best practice."""

from axe_playwright_python.base import AXE_SCRIPT

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
PRACTICE = "best-practice"
RUN = """
(levels) => axe.run({
  runOnly: levels,
  resultTypes: ['violations', 'incomplete'],
  preload: false,
  // One sign alone (a count, a cross) is text as well: judged, not left open.
  checks: {'color-contrast': {options: {ignoreUnicode: false, ignoreLength: true}}},
})
"""

# Paints each gradient with its colour of that turn; says whether any has so many. A text is read
# over every colour between two, so it must be read over each of both.
PAINT = """
(turn) => {
  const colours = /(?:rgb|hsl|oklch|oklab|lch|lab|color)a?\\([^()]*\\)/g;
  window.painted ??= [...document.querySelectorAll('*')]
    .map((box) => [box, getComputedStyle(box).backgroundImage])
    .filter(([, image]) => image.includes('gradient('))
    .map(([box, image]) => [box, image.match(colours), box.style.cssText]);
  for (const [box, stops] of window.painted) {
    box.style.backgroundImage = 'none';
    box.style.backgroundColor = stops[Math.min(turn, stops.length - 1)];
  }
  return window.painted.some(([, stops]) => turn < stops.length);
}
"""
UNPAINT = """
() => {
  for (const [box, , before] of window.painted) box.style.cssText = before;
  delete window.painted;
}
"""
CONTRAST = "color-contrast"

# What axe leaves to a person, and a person has looked at: (rule, part of the place or of the HTML
# there): why it is fine. An „incomplete” that stands here nowhere fails as a violation does.
REVIEWED: dict[tuple[str, str], str] = {
    (CONTRAST, "<text "): (
        "Words of a chart: ink and quiet ink on the page itself, as in the text around, where axe "
        "judges them; no bar lies under them."
    ),
    (CONTRAST, "> td:nth-child("): (
        "A cell that the edge of its scrolling table cuts: axe takes the edge for a cover. The "
        "cells beside it have the same colours, and axe judges them."
    ),
    (CONTRAST, "addlink"): "Django's cross stands before the words, on the page's one colour.",
    (CONTRAST, "viewlink"): "Django's eye, likewise.",
    (CONTRAST, "viewsitelink"): "Django's arrow, likewise, behind the words.",
    (CONTRAST, "id_events"): "Options of a list that scrolls by itself; black and white of a form.",
    (CONTRAST, "<code"): "The phone's secret, broken over lines; ink on the page's one colour.",
    ("aria-valid-attr-value", "_helptext"): (
        "Django names the help of a group of boxes and of a password that nobody types, and gives "
        "that help no identifier; it stands in the same fieldset, right below."
    ),
}


def described(finding):
    """A finding as a person reads it: the rule, then each place and what is wrong there."""
    lines = [f"{finding['id']} ({finding['impact']}): {finding['help']}"]
    for node in finding["nodes"]:
        reasons = (node["failureSummary"] or "").splitlines()[1:]
        lines.append(f"  {place(node)}")
        lines.extend(f"   {reason}" for reason in reasons)
    return "\n".join(lines)


def place(node):
    return " ".join(map(str, node["target"]))


def unreviewed(finding):
    """The finding without the places that somebody has looked at; None when none is left."""
    parts = [part for rule, part in REVIEWED if rule == finding["id"]]
    left = [
        node
        for node in finding["nodes"]
        if not any(part in place(node) + node["html"] for part in parts)
    ]
    return {**finding, "nodes": left} if left else None


def findings(page, levels, *, closely=True):
    """Violations; `closely`, also what axe could not decide and nobody has looked at.

    The script comes in by the debugger's way, so the page's own policy stays as strict as it is.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    result = page.evaluate(RUN, levels)
    if not closely:
        return result["violations"]
    undecided = [left for finding in result["incomplete"] if (left := unreviewed(finding))]
    others = [finding for finding in undecided if finding["id"] != CONTRAST]
    closer = looked_closer(page) if len(others) < len(undecided) else []
    return result["violations"] + others + closer


def looked_closer(page):
    """The contrast that axe left open.

    In a window as tall as the page, where no bar that sticks to an edge lies over a text; and over
    each colour of a gradient in turn, since axe judges a text over one.
    """
    before = page.viewport_size
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": before["width"], "height": max(height, before["height"])})
    found, turn = {}, 0
    while page.evaluate(PAINT, turn) or not turn:
        found |= {described(finding): finding for finding in contrast(page)}
        turn += 1
    page.evaluate(UNPAINT)
    page.set_viewport_size(before)
    return list(found.values())


def contrast(page):
    result = page.evaluate(RUN, {"type": "rule", "values": [CONTRAST]})
    undecided = [left for finding in result["incomplete"] if (left := unreviewed(finding))]
    return result["violations"] + undecided


def assert_accessible(page, *, practice=False, closely=True):
    """Fails with a list of what axe found on the page as it stands now.

    Not `closely` in the middle of work at the desk: looking closer changes the window's height.
    """
    found = findings(page, [*LEVELS, PRACTICE] if practice else LEVELS, closely=closely)
    told = "\n".join(described(finding) for finding in found)
    assert not found, f"{page.url} at {page.viewport_size['width']} px\n{told}"
