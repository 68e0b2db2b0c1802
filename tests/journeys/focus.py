"""Walking through a page by the Tab key: what is reached, whether it is seen, in which order."""

from dataclasses import dataclass

STOP = """
() => {
  const box = document.activeElement;
  if (!box || box === document.body || box === document.documentElement) return null;
  const style = getComputedStyle(box), after = getComputedStyle(box, '::after');
  const drawn = (s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
  const area = box.getClientRects()[0] ?? box.getBoundingClientRect();
  const middle = area.top + area.height / 2;
  const points = [.1, .5, .9].map((part) => [area.left + area.width * part, middle]);
  const shows = ([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there && (box.contains(there) || there.contains(box)
      || [...(box.labels ?? [])].some((label) => label.contains(there)));
  };
  box.stops ??= window.stops = (window.stops ?? 0) + 1;
  return {
    number: box.stops,
    words: (box.getAttribute('aria-label') || box.labels?.[0]?.textContent || box.textContent
      || box.value || '').replace(/\\s+/g, ' ').trim(),
    tag: box.tagName.toLowerCase(),
    lit: drawn(style) || drawn(after),
    seen: area.bottom > 0 && area.top < innerHeight && area.right > 0 && area.left < innerWidth,
    covered: !points.some(shows),
    top: area.top + scrollY,
    bottom: area.bottom + scrollY,
    main: Boolean(box.closest('main')),
  };
}
"""
MOST = 400  # presses of Tab; a page that has more stops keeps its reader for ever


@dataclass(frozen=True)
class Stop:
    """One element that took the focus."""

    number: int
    words: str
    tag: str
    lit: bool
    seen: bool
    covered: bool
    top: float
    bottom: float
    main: bool

    def faults(self):
        name = f"{self.tag} „{self.words[:50]}”"
        if not self.lit:
            yield f"no focus ring on {name}"
        if not self.seen:
            yield f"focus out of sight on {name}"
        elif self.covered:
            yield f"focus covered on {name}"


def tab(page, key="Tab"):
    """The element that the key leads to; None at the end of the page."""
    page.keyboard.press(key)
    found = page.evaluate(STOP)
    return Stop(**found) if found else None


def stops(page):
    """Every stop of the page that is open, from its beginning."""
    page.evaluate("() => { document.activeElement?.blur?.(); scrollTo(0, 0); }")
    found = []
    for _ in range(MOST):
        stop = tab(page)
        if stop is None or stop.number in {one.number for one in found}:
            return found
        found.append(stop)
    raise AssertionError(f"{page.url}: more than {MOST} stops")


def tab_to(page, words, key="Tab"):
    """Go on with the key until the thing of these words has the focus."""
    for _ in range(MOST):
        stop = tab(page, key)
        if stop and words.casefold() in stop.words.replace("\u00a0", " ").casefold():
            assert not list(stop.faults()), list(stop.faults())
            return stop
    raise AssertionError(f"{page.url}: „{words}” is not reached by {key}")
