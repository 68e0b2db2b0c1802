"""The main pages as readers with their own settings see them, and those who have no mouse."""

from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from tests.factories import make_announcement, make_event, make_series, make_venue, make_when
from tests.journeys.axe import CONTRAST, described, findings
from tests.journeys.fit import cut_by_spacing, faded, sideways
from tests.journeys.focus import stops
from tests.journeys.test_public_pages import visitor  # noqa: F401 -- the fixture
from tests.portal import states
from tests.portal.conftest import at_noon  # noqa: F401 -- the fixture

pytestmark = pytest.mark.drill

ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %: WCAG 1.4.10
JUST = {"type": "rule", "values": [CONTRAST]}


def each(page, shown):
    for address in shown.pages:
        page.goto(shown.url(address))
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_text_fades_where_more_contrast_is_asked(visitor, scheme):  # noqa: F811
    page, shown = visitor(states.one)
    page.emulate_media(color_scheme=scheme, contrast="more")
    found = []
    for address in each(page, shown):
        found += [f"{address}\n{described(one)}" for one in findings(page, JUST)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_text_fades_in_the_colours_of_the_reader_s_system(visitor, scheme):  # noqa: F811
    page, shown = visitor(states.one)
    page.emulate_media(color_scheme=scheme, forced_colors="active")
    found = [fault for _ in each(page, shown) for fault in faded(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("state", [states.one, states.long], ids=lambda state: state.__name__)
def test_at_400_per_cent_nothing_is_lost(visitor, state):  # noqa: F811
    """One column, no second scroll bar; what has the focus is in sight, ring and all."""
    page, shown = visitor(state)
    page.set_viewport_size(ZOOMED)
    found = []
    for address in each(page, shown):
        found += sideways(page) + cut_by_spacing(page)
        found += [f"{address}: {fault}" for stop in stops(page) for fault in stop.faults()]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_the_tab_key_is_seen(visitor, width):  # noqa: F811
    page, shown = visitor(states.one)
    page.set_viewport_size({"width": width, "height": 700})
    found = []
    for address in each(page, shown):
        reached = stops(page)
        assert reached[0].words == "Przejdź do treści", address
        found += [f"{address}: {fault}" for stop in reached for fault in stop.faults()]
    assert not found, "\n".join(found)


def test_on_a_phone_the_focus_goes_down_the_page_as_the_eye_does(visitor):  # noqa: F811
    page, shown = visitor(states.one)
    page.set_viewport_size({"width": 320, "height": 640})
    found = []
    for address in each(page, shown):
        inside = [stop for stop in stops(page) if stop.main]
        for above, below in pairwise(inside):
            if below.bottom < above.top:
                found.append(f"{address}: „{above.words[:40]}” before „{below.words[:40]}”")
    assert not found, "\n".join(found)


# Paper


def invited(client):
    """An example like those of the demo: all facts, a short story and the edition before it."""
    series = make_series("Ławka dialogu", lead="Rozmowa z Prezydentem, na ławce.")
    make_event("Ławka dialogu dla NGO", series=series, when=make_when(start=10, hours=1))
    event = make_event(
        "Ławka dialogu dla młodych organizacji",
        series=series,
        is_example=True,
        venue=make_venue("Klaster Innowacji", street="Zabłocie", number="20.22", district=13),
        lead="Otwarta rozmowa z tymi, którzy dopiero zaczynają.",
        body="<p>To przykład. Takiego terminu urząd nie ogłosił.</p>" * 3,
        audience="organizacje i grupy nieformalne, które działają od niedawna",
        languages="po polsku, a w razie potrzeby po angielsku",
        access_contact="biuro Pełnomocnika, najpóźniej trzy dni robocze wcześniej",
    )
    make_announcement("Przyjdź porozmawiać", events=[event])
    return states.answers(client, [event.get_absolute_url()])


def test_a_printed_invitation_is_one_sheet_fit_to_be_pinned_up(visitor):  # noqa: F811
    page, shown = visitor(invited)
    (address,) = each(page, shown)
    [sheet] = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    words = sheet.extract_text()
    assert "Ławka dialogu dla" in words
    assert "Biuro Pełnomocnika" in words
    assert address in words.replace("\n", "")
    for of_the_screen in ("za 5 dni", "Plakat do druku", "Napisz do nas", "Pokaż na mapie"):
        assert of_the_screen in page.content()
        assert of_the_screen not in words


def test_short_words_leave_no_blank_column_beside_their_facts(visitor):  # noqa: F811
    page, shown = visitor(invited)
    page.set_viewport_size({"width": 1280, "height": 900})
    for _ in each(page, shown):
        tops = [box.bounding_box()["y"] for box in page.locator("article .aside").all()]
        assert len(tops) > 1
        assert len(set(tops)) == 1


def test_paper_offers_no_files_to_take(visitor):  # noqa: F811
    page, shown = visitor(states.one)
    offering = [address for address, html in shown.html().items() if 'class="downloads"' in html]
    assert offering
    page.emulate_media(media="print")
    for address in offering:
        page.goto(shown.url(address))
        assert page.locator(".downloads:visible").count() == 0, address
