import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel.polish import NBSP
from portal.kernel.rich_reading import headings, plain_text
from portal.kernel.richtext import TAGS, clean
from tests.pasted import WORD_PASTE


def test_a_paste_from_word_comes_out_as_plain_structure():
    assert clean(WORD_PASTE) == (
        "<h2>Ławka dialogu</h2><p><strong>Spotykamy się</strong> w parku.</p>"
        "<ul><li>kawa<ol><li>z&nbsp;mlekiem</li></ol></li></ul><h3>Kto</h3><p>Każdy.</p>"
    )


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ('<b style="font-weight:normal"><p>tekst</p></b>', "<p>tekst</p>"),
        ('<p><span style="font-weight:700">Ważne</span></p>', "<p><strong>Ważne</strong></p>"),
        ('<div style="color:red">raz<div>dwa</div></div>', "<p>raz</p><p>dwa</p>"),
        ("raz<br><br>dwa<br>trzy", "<p>raz</p><p>dwa<br>trzy</p>"),
        ("<p>&nbsp;</p><p>\u200b</p><p>tekst&nbsp; dalej&nbsp;</p>", "<p>tekst dalej</p>"),
        ("<h5>Dział</h5><h1>Część</h1><h6>A</h6>", "<h2>Dział</h2><h2>Część</h2><h3>A</h3>"),
        ("<p>• raz<br>• dwa</p><p>·  trzy</p>", "<ul><li>raz</li><li>dwa</li><li>trzy</li></ul>"),
        ("<p>– Dzień dobry.</p>", "<p>– Dzień dobry.</p>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<table><tr><td>10.00</td><td>kawa</td></tr></table>", "<p>10.00 – kawa</p>"),
        ("<table><tr><td><ul><li>a</li></ul><td>b</table>", "<ul><li>a</li></ul><p>b</p>"),
        ('<p>ala<img src="x.png" alt="kot"> ma</p>', "<p>ala ma</p>"),
        ("<p>14<sup>00</sup>, 5 m<sup>2</sup></p>", "<p>14.00, 5 m²</p>"),
        ("<ol start='3' type='a'><li>c</li></ol>", '<ol start="3"><li>c</li></ol>'),
        ("<a href='https://a.pl'><h3>T</h3></a>", '<h2><a href="https://a.pl">T</a></h2>'),
        ("<strong>a </strong><strong>b</strong>", "<p><strong>a b</strong></p>"),
        ("<blockquote>cytat<h2>w nim</h2></blockquote>",
         "<blockquote><p>cytat</p><p><strong>w nim</strong></p></blockquote>"),
        ("<xml>o:x</xml><title>t</title><style>p{}</style>tekst", "<p>tekst</p>"),
        ("luźny tekst", "<p>luźny tekst</p>"),
    ],
)  # fmt: skip
def test_what_is_pasted_keeps_its_structure_and_loses_its_looks(pasted, kept):
    assert clean(pasted) == kept


@pytest.mark.parametrize(
    ("written", "code"),
    [("uk", "uk"), ("EN_us", "en-US"), ("sr-latn-RS", "sr-Latn-RS"), ("szl", "szl")],
)
def test_a_part_in_another_language_is_marked_with_a_valid_code(written, code):
    expected = f'<p>a <span lang="{code}">b</span></p>'
    assert clean(f'<p>a <span lang="{written}">b</span></p>') == expected


@pytest.mark.parametrize("written", ["pl", "pl-PL", "xx", "angielski", '"><script>', ""])
def test_polish_and_what_is_no_language_are_not_marked(written):
    assert clean(f"<p>a <span lang='{written}'>b</span></p>") == "<p>a b</p>"


def test_a_language_of_a_whole_paragraph_is_that_of_its_words():
    assert clean('<p lang="uk">Привіт</p>') == '<p><span lang="uk">Привіт</span></p>'


def test_a_heading_of_the_third_level_stands_below_one_of_the_second():
    html = clean("<h3>Raz</h3><p>x</p><h3>Dwa</h3><h2></h2><h4>Trzy</h4>")
    assert headings(html) == [(2, "Raz"), (3, "Dwa"), (3, "Trzy")]


def test_a_text_nested_a_thousand_deep_is_read_without_a_failure():
    for tag in ("div", "blockquote", "ul><li", "b"):
        html = clean(f"<{tag}>" * 1000 + "słowo")
        assert plain_text(html) == "słowo"
        assert clean(html) == html


## Anything that can be pasted

WORDS = st.sampled_from(["Ławka", "dialogu", "13", "maja", "kawa", "&amp;", "«x»", "привіт", "a·b"])
SPACES = st.sampled_from([" ", "&nbsp;", "\n", "\u200b ", "  ", "<br>", "<br><br>"])
INLINE = ["b", "em", "span", "font", "u", 'a href="https://krakow.pl/?gclid=x"', "label",
          'span style="font-weight:bold"', 'span lang="uk"', 'a href="#"', "o:p"]  # fmt: skip
BLOCK = ["p", "div", "h1", "h3", "h5", "ul", "ol", "li", "blockquote", "section", "pre",
         "table", "td", 'p class="MsoNormal"', 'p style="mso-list:l0 level3 lfo1"']  # fmt: skip

texts = st.lists(st.one_of(WORDS, SPACES), min_size=1, max_size=5).map(" ".join)
trees = st.recursive(
    texts,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(INLINE + BLOCK),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)
tags = st.sampled_from([f"<{tag}>" for tag in INLINE + BLOCK] + ["</b>", "</p>", "</ul>", "</a>"])
soups = st.lists(
    st.one_of(texts, tags, st.text(max_size=8), st.sampled_from(["• ", "<tr>", "<svg>", "<!--"])),
    max_size=25,
).map("".join)


def read(html):
    return re.split(r"\s+", plain_text(html).replace(NBSP, " ").strip())


@given(st.one_of(trees, soups))
def test_tidying_twice_changes_nothing_more(html):
    once = clean(html)
    assert clean(once) == once


@given(trees)
def test_no_word_is_lost_and_none_changes_its_place(html):
    written = re.findall(r"[\w«»&]+(?:·b)?", " ".join(read(html)))
    kept = re.findall(r"[\w«»&]+(?:·b)?", " ".join(read(clean(html))))
    assert kept == written


@given(st.one_of(trees, soups))
def test_what_is_stored_is_what_the_editor_knows(html):
    kept = clean(html)
    names = set(re.findall(r"</?([a-z0-9]+)", kept))
    assert names <= TAGS
    assert not re.search(r"<(p|h2|h3|li|ul|ol|strong|em|a|span|blockquote)[^>]*>\s*</\1>", kept)
    levels = [level for level, _ in headings(kept)]
    assert levels[:1] in ([], [2])
