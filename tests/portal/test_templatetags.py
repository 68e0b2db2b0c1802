from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.forms import Media
from django.template import Context, Template

from tests.factories import NOW, make_event, make_when

NBSP = "\u00a0"


def shown(text, **context):
    return Template(text).render(Context(context))


def test_the_library_is_a_builtin_of_every_template():
    assert shown("{{ 5|counted:'spotkanie' }}") == f"5{NBSP}spotkań"


def test_plain_text_gets_typography_and_keeps_its_escaping():
    assert shown("{{ x|typeset }}", x='Kawa i "ciasto" <b>') == f"Kawa i{NBSP}„ciasto” &lt;b&gt;"


@pytest.mark.parametrize("nothing", ["", None])
def test_nothing_stays_nothing(nothing):
    assert shown("{{ x|typeset }}|{{ x|rich }}|{{ x|day }}", x=nothing) == "||"


def test_rich_text_is_cleaned_on_its_way_out():
    html = '<p onclick="x()">w domu</p><script>alert(1)</script>'
    assert shown("{{ x|rich }}", x=html) == f"<p>w{NBSP}domu</p>"


@pytest.mark.parametrize(
    "n, words", [(1, "1 osoba"), (2, "2 osoby"), (12, "12 osób"), (22, "22 osoby")]
)
def test_counting_is_polish(n, words):
    assert shown("{{ n|counted:'osoba' }}", n=n).replace(NBSP, " ") == words


def test_a_day_is_that_of_warsaw():
    late = datetime(2026, 5, 12, 22, 30, tzinfo=UTC)
    assert shown("{{ x|day }}", x=late).replace(NBSP, " ") == "13 maja 2026 r."
    assert shown("{{ x|iso_day }}", x=late) == "2026-05-13"
    assert shown("{{ x|day }} {{ x|iso_day }}", x=date(2026, 9, 1)).replace(NBSP, " ") == (
        "1 września 2026 r. 2026-09-01"
    )


@pytest.mark.parametrize(
    "text, capital", [("łąka i NGO", "Łąka i NGO"), ("", ""), ("3miejsce", "3miejsce")]
)
def test_only_the_first_letter_is_made_capital(text, capital):
    assert shown("{{ x|capfirst_pl }}", x=text) == capital


def test_events_become_cards_at_a_moment(db):
    event = make_event("Herbata", when=make_when(drop_in=True))
    text = "{% for card in events|cards_at:at %}{{ card.title }}, {{ card.hours }}{% endfor %}"
    assert (
        shown(text, events=[event], at=NOW) == "Herbata, 14.00–18.00, można wejść w dowolnej chwili"
    )


def test_scripts_of_a_form_carry_the_answers_nonce():
    request = SimpleNamespace(csp_nonce="jednorazowe")
    media = Media(js=["a.js"], css={"all": ["a.css"]})
    html = shown("{% media_nonce media %}", request=request, media=media)
    assert 'nonce="jednorazowe"' in html
    assert "a.css" in html
