"""What would take half of the site's words away is refused with a sentence."""

import pytest

from portal.erasure.forms import ConfirmForm, WantedForm


def errors(name, others="", form=WantedForm, **more):
    return " ".join(
        said
        for row in form({"name": name, "others": others, **more}).errors.values()
        for said in row
    )


@pytest.mark.parametrize("name", ["Jan Kowalski", "Adam Stary", "J. Kowalski", "Anna Lis-Nowak"])
def test_a_name_is_taken(name):
    assert errors(name) == ""


@pytest.mark.parametrize(
    "name, said",
    [
        ("J. K.", "za krótkie"),
        ("Jan", "nosi wiele osób"),
        ("Lis", "za krótkie"),
        ("Nowa Huta", "zwykłe słowa"),
        ("Prezydent Miasta", "zwykłe słowa"),
        ("maja", "zwykłe słowa"),
        ("…", "za krótkie"),
        ("a b c d e f ghi", "za dużo słów"),
        ("", "wymagane"),
    ],
)
def test_what_is_too_short_or_too_common_is_refused(name, said):
    assert said in errors(name)


@pytest.mark.parametrize(
    "others, said",
    [("@poczta.pl", "nie jest całym adresem"), ("12 34 56", "za mało cyfr"), ("maj", "zwykłe")],
)
def test_so_are_other_writings(others, said):
    assert said in errors("Jan Kowalski", others)


def test_other_writings_are_read_line_by_line():
    form = WantedForm({"name": "Jan Kowalski", "others": "J. Kowalski\n\njan@x.pl\n600 700 800"})
    assert form.is_valid()
    assert [one.text for one in form.wanted.variants] == [
        "Jan Kowalski",
        "J. Kowalski",
        "jan@x.pl",
        "600 700 800",
    ]


def test_the_grounds_must_not_repeat_it():
    said = errors("Jan Kowalski", form=ConfirmForm, reason="prośba Jana Kowalskiego", sure="on")
    assert said == "Podstawa zostaje w aktach: napisz ją bez tych danych."
    assert errors("Jan Kowalski", form=ConfirmForm, reason="wniosek OR.1", sure="on") == ""


def test_without_a_yes_nothing_is_meant():
    assert "na zawsze" in errors("Jan Kowalski", form=ConfirmForm, reason="wniosek")
