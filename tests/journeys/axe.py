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

# What axe leaves to a person, and a person has looked at: (rule, part of the place): why it is
# fine. An „incomplete” that stands here nowhere fails as a violation does.
REVIEWED: dict[tuple[str, str], str] = {}


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
    left = [node for node in finding["nodes"] if not any(part in place(node) for part in parts)]
    return {**finding, "nodes": left} if left else None


def findings(page, levels):
    """Violations, and what axe could not decide and nobody has looked at.

    The script comes in by the debugger's way, so the page's own policy stays as strict as it is.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = ran(page, levels)
    over_gradient = [node for finding in found for node in finding["nodes"] if is_gradient(node)]
    left = [without_gradients(finding) for finding in found]
    return [finding for finding in left if finding] + (on_gradients(page) if over_gradient else [])


def ran(page, rules):
    result = page.evaluate(RUN, rules)
    return result["violations"] + [f for found in result["incomplete"] if (f := unreviewed(found))]


def is_gradient(node):
    return any((check["data"] or {}).get("messageKey") == "bgGradient" for check in node["any"])


def without_gradients(finding):
    if finding["id"] != CONTRAST:
        return finding
    nodes = [node for node in finding["nodes"] if not is_gradient(node)]
    return {**finding, "nodes": nodes} if nodes else None


def on_gradients(page):
    """The contrast that axe leaves open: it judges one colour, so each is painted in turn."""
    found, turn = {}, 0
    while page.evaluate(PAINT, turn):
        found |= {described(one): one for one in ran(page, {"type": "rule", "values": [CONTRAST]})}
        turn += 1
    page.evaluate(UNPAINT)
    return list(found.values())


def assert_accessible(page, *, practice=False):
    """Fails with a list of what axe found on the page as it stands now."""
    found = findings(page, [*LEVELS, PRACTICE] if practice else LEVELS)
    told = "\n".join(described(finding) for finding in found)
    assert not found, f"{page.url} at {page.viewport_size['width']} px\n{told}"
