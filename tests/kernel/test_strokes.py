"""SVG paths as points: those of the emblems, and how they bend."""

import math

import pytest

from portal.kernel.strokes import outlines


def test_lines_go_where_the_path_says():
    assert outlines("M5 13v30M5 30h8.5v13M36.5 17.5L43.5 24l-7 6.5") == [
        [(5, 13), (5, 43)],
        [(5, 30), (13.5, 30), (13.5, 43)],
        [(36.5, 17.5), (43.5, 24), (36.5, 30.5)],
    ]


def test_a_closed_shape_ends_where_it_began():
    (shape,) = outlines("M1 1H9V9H1z")
    assert shape[-1] == shape[0]


def test_an_arc_lies_on_its_circle():
    (circle,) = outlines("M24 19a5 5 0 1 1 0 10 5 5 0 0 1 0-10z")
    assert all(math.isclose(math.dist(point, (24, 24)), 5, abs_tol=1e-9) for point in circle)
    assert {round(math.atan2(y - 24, x - 24) / math.pi, 2) for x, y in circle} >= {0.0, 0.5, 1.0}


def test_an_arc_turns_to_the_side_that_its_flag_says():
    (right,) = outlines("M0 0a5 5 0 0 1 5 5")
    (left,) = outlines("M0 0a5 5 0 0 0 5 5")
    assert max(x - y for x, y in right) > 1 > max(x - y for x, y in left)


def test_a_curve_begins_and_ends_at_its_points():
    (curve,) = outlines("M4 7c10 1 13 6 17.5 13.5")
    assert curve[0] == (4, 7)
    assert curve[-1] == pytest.approx((21.5, 20.5))


def test_what_is_not_drawn_here_is_refused():
    with pytest.raises(ValueError, match="Q"):
        outlines("M0 0Q1 1 2 2")
