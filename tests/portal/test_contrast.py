"""Colours: every pair of tokens that meets on a page can be told apart, in each of four schemes."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parent.parent.parent / "static/css/tokens.css").read_text()
COLOUR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
PLAIN, MORE = (
    {name: shades for name, *shades in COLOUR.findall(part)}
    for part in TOKENS.partition("@supports")[0].split("@media (prefers-contrast: more)")
)
SCHEMES = {
    "light": {name: light for name, (light, _) in PLAIN.items()},
    "dark": {name: dark for name, (_, dark) in PLAIN.items()},
    "light, more": {name: light for name, (light, _) in {**PLAIN, **MORE}.items()},
    "dark, more": {name: dark for name, (_, dark) in {**PLAIN, **MORE}.items()},
}
WORDS = ("ink", "quiet", "blue", "brick", "moss", "brass")
ON_DEEP = ("on-deep", "on-deep-quiet", "sun")
TEXT = [
    *[(word, ground) for word in WORDS for ground in ("paper", "card", "tint")],
    *[(word, ground) for word in ON_DEEP for ground in ("deep", "deeper", "ground")],
    ("on-band", "band"),
    # What is full of colour carries the colour of the page.
    ("card", "blue"),
    ("card", "brick"),
    ("card", "moss"),
    ("paper", "ink"),
]
# Borders of controls, rings of focus: 3:1 (WCAG 1.4.11).
SHAPES = [
    *[(shape, ground) for shape in ("edge", "brick") for ground in ("paper", "card", "tint")],
    *[("sun", ground) for ground in ("deep", "deeper", "ground")],
]


def luminance(colour):
    """Relative luminance, as WCAG 2 defines it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_close(scheme, pairs, least):
    """The pairs that cannot be told apart, each with its contrast."""
    colours = SCHEMES[scheme]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    return {pair: ratio for pair, ratio in found.items() if ratio < least}


def test_black_on_white_is_21_to_1():
    assert round(contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_can_be_read_on_every_ground(scheme):
    assert too_close(scheme, TEXT, 4.5) == {}


@pytest.mark.parametrize("scheme", ["light, more", "dark, more"])
def test_who_asks_for_more_contrast_gets_it(scheme):
    assert too_close(scheme, TEXT, 7) == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_of_controls_and_rings_of_focus_are_seen(scheme):
    assert too_close(scheme, SHAPES, 3) == {}


def test_browsers_without_light_dark_get_the_same_light_colours():
    fallback = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", TOKENS.partition("@supports")[2]))
    spelled = {
        name: shade.replace("#fff", "#ffffff") if len(shade) == 4 else shade
        for name, shade in fallback.items()
    }
    light = SCHEMES["light"]
    assert spelled == {name: light[name] for name in light if name in fallback}
    assert set(light) == set(fallback)
