import pytest

from portal.kernel.polish import NBSP
from portal.kernel.richtext import clean, render


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">tekst</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
        '<img src=x onerror="alert(1)">',
        "<svg><script>alert(1)</script></svg>",
        '<iframe src="https://example.org"></iframe>',
        '<p style="position:fixed">x</p>',
        "<math><mtext></p><script>alert(1)</script>",
        "<!--<img src=x onerror=alert(1)>-->",
        '<form action="/x"><input></form>',
    ],
)
def test_nothing_that_runs_or_loads_survives(hostile):
    for html in (clean(hostile), render(hostile)):
        lowered = html.lower()
        for word in (
            "script",
            "onclick",
            "onerror",
            "javascript:",
            "data:",
            "<img",
            "<svg",
            "<iframe",
            "style=",
            "<form",
            "<input",
            "<!--",
        ):
            assert word not in lowered


def test_what_the_editor_writes_survives():
    text = (
        "<h2>Dla kogo</h2><p><strong>Każdy</strong>, <em>kto chce</em> "
        '<a href="https://krakow.pl/">przyjść</a></p><ul><li>raz</li></ul>'
        "<ol><li>dwa</li></ol><blockquote><p>cytat</p></blockquote><h3>Gdzie</h3>"
        '<p>Strategic <span lang="en">Foresight</span></p>'
    )
    assert clean(text) == text


@pytest.mark.parametrize("empty", ["", "<p></p>", "<p><br></p>", "  ", "<!-- x -->"])
def test_an_empty_editor_is_an_empty_text(empty):
    assert clean(empty) == ""


def test_typography_comes_at_output_and_is_not_stored():
    source = '<p>Spotkanie w "3miejscu" 13 maja</p>'
    assert clean(source) == source
    assert f"w{NBSP}„3miejscu” 13{NBSP}maja" in render(source)


def test_cleaning_twice_changes_nothing_more():
    once = clean('<h1>Za duży</h1><p>a &amp; b < c <a href="x" target="_blank">l</a></p>')
    assert clean(once) == once
    assert "<h1>" not in once
