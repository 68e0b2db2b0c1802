"""What a filtered list offers."""

from portal.kernel.facets import Facet, FacetValue, offered


def test_a_facet_narrows_when_some_value_would_shorten_the_list():
    two, all_of_them = FacetValue("a", "A", 2), FacetValue("b", "B", 3)
    assert Facet("x", "X", (two, all_of_them)).narrows(3)
    assert not Facet("x", "X", (all_of_them,)).narrows(3)
    assert Facet("x", "X", (FacetValue("b", "B", 3, is_on=True),)).narrows(3)


def test_values_that_find_nothing_are_left_out_unless_they_are_on():
    empty, chosen = FacetValue("a", "A", 0), FacetValue("b", "B", 0, is_on=True)
    assert offered([empty, chosen, FacetValue("c", "C", 1)]) == (chosen, FacetValue("c", "C", 1))
