"""Whether the page that is open fits its screen, its reader's finger and its reader's settings."""

TARGET = 24  # CSS pixels: WCAG 2.2, 2.5.8

# What reaches beyond the right edge; a box that scrolls by itself may hold something wider.
WIDE = """
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (box) => box && box !== document.body && (
    getComputedStyle(box).overflowX !== 'visible' || scrolls(box.parentElement));
  return [...document.querySelectorAll('body *')]
    .filter((box) => box.getBoundingClientRect().right > width + 1 && !scrolls(box.parentElement))
    .slice(0, 5)
    .map((box) => `${box.tagName}.${box.className} ${box.textContent.trim().slice(0, 40)}`)
    .concat([`${document.documentElement.scrollWidth} px`]);
}
"""

# Links and controls smaller than they may be. A link among the words of a sentence is as high as
# its line (2.5.8, „Inline”); a control of the browser's own look is the browser's („User agent”).
SMALL = """
(least) => {
  const seen = (box) => box.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const inSentence = (link) => {
    if (!getComputedStyle(link).display.startsWith('inline')) return false;
    let around = link.parentElement;
    while (getComputedStyle(around).display === 'inline') around = around.parentElement;
    return around.textContent.replace(/[\\s,.;–|]/g, '').length
      > link.textContent.replace(/[\\s,.;–|]/g, '').length;
  };
  const labelled = (input) => [...(input.labels ?? [])].some((label) => {
    const area = label.getBoundingClientRect();
    return area.width >= least && area.height >= least;
  });
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((box) => box.type !== 'hidden' && seen(box) && !inSentence(box) && !labelled(box))
    .map((box) => [box, box.getBoundingClientRect()])
    .filter(([, area]) => area.width > 1 && (area.width < least - .5 || area.height < least - .5))
    .map(([box, area]) => `${box.tagName.toLowerCase()} „${box.textContent.trim().slice(0, 40)}” `
      + `${area.width.toFixed(1)} × ${area.height.toFixed(1)} px in ${box.parentElement.className
        || box.parentElement.tagName}`);
}
"""

# WCAG 2.1, 1.4.12, set as a reader's own style sheet would; the policy forbids inline styles.
SPACING = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}
"""
PLAIN = "() => { document.adoptedStyleSheets = []; }"

# Text that its own box cuts off: nothing in it can be scrolled to.
CUT = """
() => [...document.querySelectorAll('body *')]
  .filter((box) => {
    const style = getComputedStyle(box);
    const hides = (axis) => ['hidden', 'clip'].includes(axis);
    const area = box.getBoundingClientRect();
    return box.checkVisibility() && area.width > 1 && area.height > 1 && box.textContent.trim()
      && ((hides(style.overflowX) && box.scrollWidth > box.clientWidth + 1)
        || (hides(style.overflowY) && box.scrollHeight > box.clientHeight + 1));
  })
  .map((box) => `${box.tagName}.${box.className} ${box.textContent.trim().slice(0, 40)}`)
"""

# Whatever moves by itself or would, to a reader who asked for stillness.
MOVING = """
() => {
  const still = (times) => times.split(',').every((time) => parseFloat(time) <= 0.01);
  const moves = [...document.querySelectorAll('body *')].filter((box) => {
    const style = getComputedStyle(box);
    return box.checkVisibility() && (!still(style.transitionDuration)
      || (style.animationName !== 'none' && !still(style.animationDuration)));
  });
  return [...moves.map((box) => `${box.tagName.toLowerCase()}.${box.className}`),
    ...document.getAnimations().map((one) => `runs: ${one.animationName ?? one}`)];
}
"""

# Text whose colour is too near to what lies under it. For forced colours, where axe does not see
# what is drawn: it reads -webkit-text-fill-color, which keeps the colour that nobody sees.
FADED = """
() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue]
    .map((part) => part / 255)
    .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
  const under = (box) => {
    const colour = parts(getComputedStyle(box).backgroundColor);
    if (colour.length < 4 || colour[3] > .5) return colour;
    return box.parentElement ? under(box.parentElement)
      : matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0] : [255, 255, 255];
  };
  const ratio = (one, other) => (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
  return [...document.querySelectorAll('body *')]
    .filter((box) => box.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter((box) => [...box.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((box) => ratio(light(parts(getComputedStyle(box).color)), light(under(box))) < 4.5)
    .map((box) => `${box.tagName}.${box.className} ${box.textContent.trim().slice(0, 40)}`);
}
"""


def told(page, kind, found):
    width = page.viewport_size["width"]
    return [f"{page.url} at {width} px: {kind}: {one}" for one in found]


def sideways(page):
    return told(page, "scrolls sideways", page.evaluate(WIDE))


def small_targets(page):
    return told(page, "small target", page.evaluate(SMALL, TARGET))


def cut_by_spacing(page):
    """What a reader loses who spaces text wider; the page is left as it was."""
    before = set(page.evaluate(CUT))
    page.evaluate(SPACING)
    lost = [one for one in page.evaluate(CUT) if one not in before]
    found = told(page, "cut off when spaced", lost) + [
        f"{fault} (spaced)" for fault in sideways(page)
    ]
    page.evaluate(PLAIN)
    return found


def faded(page):
    return told(page, "faded", page.evaluate(FADED))


def moving(page):
    return told(page, "moves", page.evaluate(MOVING))
