"""axe-core in the page that is open: the rules of WCAG 2.0 to 2.2, levels A and AA."""

from axe_playwright_python.base import AXE_SCRIPT

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
RUN = "(levels) => axe.run({runOnly: levels, resultTypes: ['violations'], preload: false})"


def described(violation):
    """A violation as a person reads it: the rule, then each place and what is wrong there."""
    lines = [f"{violation['id']} ({violation['impact']}): {violation['help']}"]
    for node in violation["nodes"]:
        reasons = (node["failureSummary"] or "").splitlines()[1:]
        lines.append(f"  {' '.join(map(str, node['target']))}")
        lines.extend(f"   {reason}" for reason in reasons)
    return "\n".join(lines)


def assert_accessible(page):
    """Fails with a list of what axe found on the page as it stands now.

    The script comes in by the debugger's way, so the page's own policy stays as strict as it is.
    """
    page.evaluate(AXE_SCRIPT)
    violations = page.evaluate(RUN, LEVELS)["violations"]
    found = "\n".join(described(violation) for violation in violations)
    assert not violations, f"{page.url} at {page.viewport_size['width']} px\n{found}"
