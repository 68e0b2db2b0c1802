"""What is drawn is what is said: every number of a chart stands in its table and in its words."""

from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from reports.bars import WIDTH, Bar, drawn
from reports.charts import charts_of

SVG = "{http://www.w3.org/2000/svg}"


def month(label, meetings, people="", value=None, missing=""):
    return {
        "slug": "2026-03",
        "label": label,
        "meetings": meetings,
        "activities": 0,
        "people": people,
        "people_value": value,
        "missing_text": missing,
    }


def part(label, value):
    return {"label": label, "text": str(value), "value": value}


def content(months=(), parts=()):
    return {"months": list(months), "figures": [{"key": "dzialania", "parts": list(parts)}]}


SPRING = [
    month("marzec", 2, "około 140 osób", 141),
    month("kwiecień", 1, "brak danych", None, ""),
    month("maj", 0),
]


def charts(**given):
    return {chart.key: chart for chart in charts_of(content(**given))}


def tree(chart):
    return ElementTree.fromstring(chart.svg)


def texts(chart):
    return [element.text for element in tree(chart).iter(f"{SVG}text")]


def bars(chart):
    return list(tree(chart).iter(f"{SVG}path"))


def test_a_report_of_one_month_has_no_chart_by_month():
    assert charts(months=SPRING[:1]) == {}


def test_every_number_stands_in_the_drawing_in_the_table_and_in_the_words():
    for chart in charts(months=SPRING, parts=[part("wizyty", 4), part("inne", 9)]).values():
        for label, text in chart.rows:
            assert label in texts(chart)
            assert text in texts(chart)
            assert text in chart.description


def test_what_is_unknown_has_no_bar_and_is_not_called_zero():
    people = charts(months=SPRING)["frekwencja"]
    assert len(bars(people)) == 1
    assert dict(people.rows) == {
        "marzec": "około 140 osób",
        "kwiecień": "brak danych",
        "maj": "bez spotkań",
    }


def test_a_sum_that_leaves_a_meeting_out_says_so_in_the_drawing_too():
    rows = [month("marzec", 2, "41 osób", 41, "nie licząc 1 spotkania"), SPRING[2]]
    people = charts(months=rows)["frekwencja"]
    assert "nie licząc 1 spotkania" in texts(people)
    assert people.rows[0][1] == "41 osób, nie licząc 1 spotkania"


def test_an_approximate_number_has_a_ragged_end_and_an_exact_one_a_straight_end():
    rows = [month("marzec", 1, "około 140 osób", 140), month("maj", 1, "140 osób", 140)]
    about, exact = (bar.get("d") for bar in bars(charts(months=rows)["frekwencja"]))
    assert about.count("L") > exact.count("L") == 0


def test_kinds_stand_with_the_most_frequent_first():
    kinds = charts(parts=[part("wizyty", 4), part("inne", 9)])["rodzaje"]
    assert [label for label, _text in kinds.rows] == ["inne", "wizyty"]


def test_versions_frozen_before_there_were_charts_draw_what_they_can():
    old = [{key: value for key, value in row.items() if key != "people_value"} for row in SPRING]
    made = charts_of({"months": old, "figures": [{"key": "dzialania"}]})
    assert [chart.key for chart in made] == ["spotkania"]


def test_nothing_at_all_draws_nothing():
    assert charts(months=[month("marzec", 0), month("maj", 0)]) == {}
    assert "wykres" not in render_to_string("reports/_charts.html", {"charts": ()})


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40),
            st.none() | st.integers(0, 10**6),
            st.booleans(),
        ),
        min_size=1,
        max_size=24,
    )
)
def test_bars_stay_on_the_sheet_in_proportion_and_text_is_never_markup(rows):
    made = [Bar(label, value, f"{value}", exact) for label, value, exact in rows]
    root = ElementTree.fromstring(drawn(made, key="k", title="t", description="d"))
    height = int(root.get("viewBox").split()[3])
    assert [e.text or "" for e in root.iter(f"{SVG}text")][0:2] == [
        made[0].label,
        made[0].text,
    ] or (not made[0].label)
    assert len(list(root.iter(f"{SVG}path"))) == sum(1 for bar in made if bar.value)
    for element in root.iter(f"{SVG}text"):
        assert 0 <= float(element.get("x")) <= WIDTH
        assert 0 < float(element.get("y")) <= height


@pytest.mark.parametrize("kind", ["rodzaje", "spotkania", "frekwencja"])
def test_a_page_shows_each_chart_with_its_table_and_a_name(kind):
    made = charts_of(content(months=SPRING, parts=[part("wizyty <b>", 4), part("inne", 9)]))
    page = BeautifulSoup(render_to_string("reports/_charts.html", {"charts": made}), "html.parser")
    drawing = page.find("title", id=f"wykres-{kind}").parent
    assert drawing["role"] == "img"
    named = [page.find(id=each).text for each in drawing["aria-labelledby"].split()]
    chart = next(chart for chart in made if chart.key == kind)
    assert named == [chart.title, chart.description]
    cells = drawing.parent.find("tbody").find_all(["th", "td"])
    assert [cell.text for cell in cells] == [text for row in chart.rows for text in row]
