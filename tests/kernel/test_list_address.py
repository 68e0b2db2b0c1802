"""Addresses of filtered lists."""

import pytest
from django.test import RequestFactory

from portal.kernel.list_address import before_number, list_address, without_empties


def test_an_address_without_a_choice_is_the_path_alone():
    assert list_address("/miejsca/", []) == "/miejsca/"
    assert list_address("/miejsca/", [("szukaj", "dom & sad")]) == "/miejsca/?szukaj=dom+%26+sad"
    assert before_number([]) == "?"
    assert before_number([("cykl", "lawka")]) == "?cykl=lawka&"


@pytest.mark.parametrize(
    "query, address",
    [
        ("", ""),
        ("a=1", ""),
        ("a=&b=", "/lista/"),
        ("a=1&b=", "/lista/?a=1"),
        ("a=1&a=&a=2", "/lista/?a=1&a=2"),
        ("a=+&b=x", "/lista/?b=x"),
        ("obce=", ""),
        ("obce=&a=", "/lista/?obce="),
    ],
)
def test_empty_fields_of_the_form_are_dropped_and_nothing_else(query, address):
    request = RequestFactory().get(f"/lista/?{query}")
    assert without_empties(request, ("a", "b")) == address
