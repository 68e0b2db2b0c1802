"""Which writings are the person for certain, which perhaps, and which are somebody else."""

import pytest

from portal.erasure.finding import hits
from portal.erasure.replacing import fitted, replaced
from portal.erasure.wanted import Wanted

GONE = "[usunięto dane osobowe]"


def after(text, *names):
    found = hits(text, Wanted.read(*(names or ("Jan Kowalski",))))
    return replaced(text, [hit for hit in found if hit.is_sure])


def sure(text, *names):
    found = hits(text, Wanted.read(*(names or ("Jan Kowalski",))))
    return [hit.is_sure for hit in found]


@pytest.mark.parametrize(
    "text, left",
    [
        ("Mówi Jan Kowalski.", f"Mówi {GONE}."),
        ("z Janem Kowalskim", f"z {GONE}"),
        ("JANA KOWALSKIEGO", GONE),
        ("Kowalskiemu Janowi", GONE),
        ("Kowalski, Jan", GONE),
        ("Jan\u00a0Kowalski", GONE),
        ("Jan  Kowalski, Jan\nKowalski", f"{GONE}, {GONE}"),
        ("Jan Kowal\u00adski", GONE),
        ("#JanKowalski", f"#{GONE}"),
        ("<p>Jan <strong>Kowalski</strong> mówi</p>", f"<p>{GONE} mówi</p>"),
        ("<p>Jan&nbsp;Kowal&shy;ski</p>", f"<p>{GONE}</p>"),
        ("<p><em>Ja</em>nem <strong>Kowal</strong>skim</p>", f"<p><em>{GONE}</em></p>"),
        ("<p><strong>Jan Kowalski</strong></p>", f"<p><strong>{GONE}</strong></p>"),
        ('<a href="https://x.pl/jan-kowalski">strona</a>', "<a>strona</a>"),
        ('<a href="/?q=Jan%20Kowalski">Jan Kowalski</a>', f"<a>{GONE}</a>"),
        ("<p>ok<!-- Jan Kowalski --></p>", "<p>ok</p>"),
        ("na https://x.pl/Jan%20Kowalski?a=1 jest", f"na {GONE} jest"),
        ("jan.kowalski@poczta.pl", GONE),
        ("/cykle/z-janem-kowalskim/", "/cykle/z-usunieto-dane-osobowe/"),
        ("kowalski_jan.jpg", "usunieto-dane-osobowe.jpg"),
    ],
)
def test_the_person_goes_and_the_rest_stays(text, left):
    assert after(text) == left


@pytest.mark.parametrize(
    "name, text",
    [
        ("Marek Nowak", "Markiem Nowakiem"),
        ("Paweł Gołąb", "Pawła Gołębia"),
        ("Paweł Gołąb", "Pawlem Golebiem"),
        ("Łukasz Żak", "ŁUKASZOWI ŻAKOWI"),
        ("Piotr Kwiecień", "Piotrze Kwietniu"),
        ("Robert Mróz", "Robercie Mrozie"),
        ("Kuba Zaręba", "Kubą Zarębą"),
        ("Jerzy Lipny", "Jerzemu Lipnemu"),
        ("Tadeusz Kościuszko", "Tadeusza Kościuszki"),
        ("Jerzy Linde", "Jerzego Lindego"),
        ("Bogdan Kozioł", "Bogdana Kozła"),
        ("Anna Wójcik", "Annie Wojcik"),
        ("Maja Sikora", "Mai Sikorze"),
        ("Kasia Zięba", "Kasi Ziębie"),
        ("Monika Kinga", "Monice Kindze"),
        ("Agnieszka Lis-Kowalska", "Agnieszce Lis-Kowalskiej"),
        ("Anna Maria Nowak", "Annę Marię Nowak"),
        ("J. Kowalski", "J. Kowalskiego"),
        ("J. Kowalski", "J.\u00a0Kowalski"),
    ],
)
def test_cases_of_a_name_are_found(name, text):
    assert sure(f"Od {text}, wczoraj", name) == [True]


@pytest.mark.parametrize(
    "name, text",
    [
        ("Jan Kowalski", "Jana Kowalska"),
        ("Marek Nowak", "Marta Nowak"),
        ("Stanisław Nowak", "Stanisława Nowak"),
        ("Aleksander Lis", "Aleksandra Lis"),
        ("Jan Kowalski", "Jan i Anna Kowalscy"),
        ("Jan Kowalski", "Jan K. Kowalski"),
        ("Jan Kowalski", "Jan Kowalski-Nowak"),
        ("Jan Kowalski", "Jan. Kowalski"),
    ],
)
def test_what_may_be_somebody_else_is_asked(name, text):
    assert sure(f"Mówi {text}.", name) == [False]
    assert after(f"Mówi {text}.", name) == f"Mówi {text}."


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kowalska",
        "Park Kowalskiego",
        "Kowalski",
        "Janina Kowalska",
        "Jan Kowal",
        "Janów, Kowale",
        "<p>Jan</p><p>Kowalski</p>",
        "<li>Jan</li><li>Kowalski</li>",
    ],
)
def test_what_merely_resembles_is_left(text):
    assert sure(text) == []


def test_a_surname_alone_goes_only_when_asked_and_never_as_a_common_word():
    assert (
        after("Lis i inni, o Lisie. Rudy lis śpi.", "Lis")
        == f"{GONE} i inni, o {GONE}. Rudy lis śpi."
    )
    assert after("Lis i inni", "Jan Lis") == "Lis i inni"


def test_addresses_and_telephones_go_however_they_are_grouped():
    names = ("Jan Kowalski", "biuro.jk@poczta.pl\n600 700 800")
    text = "biuro.jk@poczta.pl, +48 600-700-800, 600700800, (48) 600 700 800"
    assert after(text, *names) == ", ".join([GONE] * 4)
    kept = "inne-biuro.jk@poczta.pl, 1600700800, 600 700 8001"
    assert after(kept, *names) == kept


def test_a_replacement_that_is_too_long_ends_in_dots():
    assert fitted("Kawa z [usunięto dane osobowe]", 20) == "Kawa z [usunięto da…"
    assert len(fitted("Kawa z [usunięto dane osobowe]", 20)) == 20
    assert fitted("Kawa", 20) == "Kawa"


def test_markup_stays_in_pairs():
    left = after("<p><em>Pan Jan</em> <strong>Kowalski, prezes</strong></p>")
    assert left == f"<p><em>Pan {GONE}</em><strong>, prezes</strong></p>"


def test_an_excerpt_shows_what_stands_around():
    (hit,) = hits("Na początku głos zabrał Jan Kowalski, prezes.", Wanted.read("Jan Kowalski"))
    assert (hit.before, hit.said, hit.after) == (
        "Na początku głos zabrał ",
        "Jan Kowalski",
        ", prezes.",
    )
