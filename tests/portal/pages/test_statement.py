"""„Deklaracja dostępności”: fixed headings, sentences and ids, whatever the row holds."""

import itertools
from collections import Counter
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse

from portal.models import AccessibilityStatement
from portal.pages.phone import tel
from portal.pages.statement import Statement, lines, missing
from portal.pages.statement_row import ROW, statement_row
from tests.portal.statements import WHOLE, make_statement

pytestmark = pytest.mark.django_db

ADDRESS = "/deklaracja-dostepnosci/"
MANDATORY = {
    *("a11y-wstep", "a11y-podmiot", "a11y-zakres", "a11y-url"),
    *("a11y-data-publikacja", "a11y-data-aktualizacja", "a11y-status", "a11y-data-sporzadzenie"),
    *("a11y-kontakt", "a11y-email", "a11y-telefon", "a11y-procedura"),
    *("a11y-architektura", "a11y-komunikacja"),
}
OLDER = {"a11y-deklaracja", "a11y-osoba"}
UNKNOWN = "tej informacji jeszcze nie podano"
LAW = (
    "załącznikiem do ustawy o dostępności cyfrowej z dnia 4 kwietnia 2019 r. o dostępności "
    "cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych"
)
# In the order of the published conditions, with what makes each appear.
HEADINGS = (
    ("h1", "Deklaracja dostępności", None),
    ("h2", "Stan dostępności cyfrowej", None),
    ("h2", "Niedostępne treści", "listed"),
    ("h3", "Niezgodność z załącznikiem", "failures"),
    ("h3", "Nadmierne koszty", "costs_url"),
    ("h3", "Treści nieobjęte przepisami", "excluded"),
    ("h2", "Przygotowanie deklaracji dostępności", None),
    ("h2", "Udogodnienia, ograniczenia i inne informacje", "extras"),
    ("h2", "Skróty klawiszowe", "shortcuts"),
    ("h2", "Informacje zwrotne i dane kontaktowe", None),
    ("h2", "Obsługa wniosków i skarg związanych z dostępnością", None),
    ("h2", "Pozostałe informacje", None),
    ("h3", "Aplikacje mobilne", "apps"),
    ("h3", "Dostępność architektoniczna", None),
    ("h3", "Dostępność komunikacyjno-informacyjna", None),
)
CONDITIONAL = {
    "costs_url": ("https://example.org/ocena.html", "a11y-ocena"),
    "reviewed_on": (date(2026, 3, 10), "a11y-data-przeglad"),
    "apps": ("Aplikacja „Blisko”", "a11y-aplikacje"),
    "architecture_url": ("https://example.org/budynek/", "a11y-architektura-url"),
}
OPTIONAL = {
    **{field: value for field, (value, _id) in CONDITIONAL.items()},
    "excluded": "Mapa dzielnic",
    "extras": "<p>Duży druk.</p>",
    "shortcuts": "Alt+1: treść",
}


@pytest.fixture
def read(client, at_noon):
    """The page's <main>, read as HTML; it answers whatever the row holds."""

    def main():
        response = client.get(ADDRESS)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser").main

    return main


def words(element):
    """As it is read aloud: one space where there is white space of any kind."""
    return " ".join(element.get_text().split())


def ids(page):
    return Counter(element["id"] for element in page.select("[id^=a11y-]"))


def headings(page):
    return [(element.name, words(element)) for element in page.select("h1, h2, h3, h4, h5, h6")]


def state(**fields):
    """What the parts of the page depend on."""
    given = {name for name, value in {**WHOLE, **fields}.items() if value}
    listed = given & {"failures", "costs_url", "excluded"}
    return given | ({"listed"} if listed else set())


## What is there in every state


def combinations():
    """No optional part, all of them, each alone, all but one; by a name."""
    texts = [name for name, value in OPTIONAL.items() if isinstance(value, str)]
    return {
        "none": {},
        "all": OPTIONAL,
        **{f"only {name}": {name: value} for name, value in OPTIONAL.items()},
        **{f"all but {name}": {**OPTIONAL, name: ""} for name in texts},
    }


in_every_combination = pytest.mark.parametrize(
    "fields", list(combinations().values()), ids=list(combinations())
)


@in_every_combination
def test_headings_stand_in_the_fixed_order_each_where_it_applies(read, fields):
    make_statement(**fields)
    given = state(**fields)
    expected = [(level, text) for level, text, why in HEADINGS if why is None or why in given]
    assert headings(read()) == expected


@in_every_combination
def test_every_id_stands_once_and_a_conditional_one_only_where_it_applies(read, fields):
    make_statement(**fields)
    given = state(**fields)
    conditional = {own for field, (_, own) in CONDITIONAL.items() if field in given}
    assert ids(read()) == Counter(MANDATORY | OLDER | conditional)


@pytest.mark.parametrize("field", WHOLE)
def test_with_one_datum_missing_all_ids_stay_and_nothing_is_made_up(read, field):
    row = make_statement(**{field: None if field.endswith("_on") else ""})
    page = read()
    assert ids(page) == Counter(MANDATORY | OLDER)
    assert "jeszcze nie podano" in words(page)
    assert list(missing(row)) == [field]
    assert page.select_one(".notice strong").get_text() == "Ta deklaracja nie jest jeszcze pełna."


def test_what_lacks_nothing_says_nothing_of_what_is_missing(read):
    make_statement()
    assert "nie podano" not in words(read())
    assert not read().select(".notice")


@pytest.mark.parametrize("is_there", [True, False])
def test_before_anybody_has_filled_it_in_the_page_is_honest(read, is_there):
    if not is_there:
        AccessibilityStatement.objects.all().delete()
    page = read()
    assert ids(page) == Counter(MANDATORY | OLDER)
    assert page.select("time") == []
    assert words(page.select_one("#a11y-status")) == "jeszcze nie oceniono"
    assert f"Tego, czy ta strona internetowa jest zgodna z {LAW}, jeszcze nie oceniono." in words(
        page
    )
    assert "Deklarację sporządziliśmy" not in words(page)
    for own in ("data-publikacja", "data-aktualizacja", "data-sporzadzenie", "kontakt", "email"):
        assert words(page.select_one(f"#a11y-{own}")) == UNKNOWN
    assert [text for _, text in headings(page)] == [
        text for _, text, why in HEADINGS if why is None
    ]


## The fixed sentences


def test_the_page_is_read_aloud_as_the_conditions_have_it(read):
    make_statement()
    page = read()
    assert words(page.select_one("#a11y-wstep")) == (
        "Gmina Miejska Kraków zobowiązuje się zapewnić dostępność swojej strony internetowej "
        "zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i "
        "aplikacji mobilnych podmiotów publicznych. Deklaracja dostępności dotyczy strony "
        "internetowej Blisko organizacji."
    )
    said = words(page)
    for sentence in (
        "Data publikacji strony internetowej: 5 stycznia 2026 r.",
        "Data ostatniej istotnej aktualizacji: 2 marca 2026 r.",
        "Deklarację sporządzono: 3 lutego 2026 r.",
        "Deklarację sporządziliśmy na podstawie samooceny w oparciu o Listę kontrolną do badania "
        "dostępności cyfrowej strony internetowej v. 2.2.",
        "Wszystkie problemy z dostępnością cyfrową tej strony internetowej możesz zgłosić do: "
        "biuro Pełnomocnika, e-mail: biuro@example.org, telefon: 12 000 00 00.",
        "Każdy ma prawo wystąpić z żądaniem zapewnienia dostępności cyfrowej tej strony "
        "internetowej lub jej elementów. Zgłaszając takie żądanie, podaj: swoje imię i nazwisko, "
        "dane kontaktowe, dokładny adres strony lub opis elementu, opis problemu i – jeśli chcesz "
        "– dogodny dla Ciebie sposób jego rozwiązania.",
        "Na żądanie odpowiemy niezwłocznie, nie później niż w ciągu 7 dni od otrzymania. Jeżeli "
        "ten termin będzie dla nas zbyt krótki, poinformujemy Cię o tym i podamy nowy termin, nie "
        "dłuższy niż 2 miesiące od otrzymania żądania.",
        "Jeśli nie będziemy w stanie zapewnić dostępności cyfrowej, zaproponujemy dostęp "
        "alternatywny.",
        "Jeżeli odmówimy lub nie odpowiemy, możesz złożyć skargę do Prezydenta Miasta Krakowa, a "
        "po wyczerpaniu tej drogi zawiadomić Rzecznika Praw Obywatelskich.",
    ):
        assert sentence in said


FOUND = {
    "failures": "Film bez napisów",
    "costs_url": "https://example.org/ocena.html",
    "excluded": "Mapa dzielnic",
}
WORDS_OF_STATUS = {
    "full": "w pełni zgodna",
    "partial": "częściowo zgodna",
    "none": "niezgodna",
}


def said_why(named):
    found = ["niezgodności"] if "failures" in named else []
    found += ["wyłączeń"] if set(named) & {"costs_url", "excluded"} else []
    return f" z powodu {' i '.join(found)} wymienionych poniżej" if found else ""


@pytest.mark.parametrize("status", WORDS_OF_STATUS)
@pytest.mark.parametrize(
    "named", [row for n in range(4) for row in itertools.combinations(FOUND, n)], ids="+".join
)
def test_the_status_says_why_only_when_that_is_listed_below(read, status, named):
    make_statement(status=status, **{f: v if f in named else "" for f, v in FOUND.items()})
    page = read()
    why = "" if status == "full" else said_why(named)
    assert words(page.select_one("#a11y-status")) == WORDS_OF_STATUS[status]
    expected = f"Ta strona internetowa jest {WORDS_OF_STATUS[status]} z {LAW}{why}."
    assert expected in words(page)
    is_there = ("h2", "Niedostępne treści") in headings(page)
    assert is_there is (status != "full")
    unlisted = "Listy niedostępnych treści jeszcze nie podano." in words(page)
    assert unlisted is (status != "full" and not named)


def test_a_status_that_nobody_has_assessed_is_not_claimed(read):
    """„Częściowo zgodna” is only what the field begins with."""
    make_statement(failures="", prepared_on=None)
    assert words(read().select_one("#a11y-status")) == "jeszcze nie oceniono"
    make_statement(prepared_on=None)
    assert words(read().select_one("#a11y-status")) == "częściowo zgodna"


def test_without_an_addressee_the_complaint_goes_to_us(read):
    make_statement(complaints_to="")
    assert "możesz złożyć skargę do nas, a po wyczerpaniu tej drogi" in words(read())


## Dates and links


def test_dates_are_for_checkers_and_for_readers_alike(read):
    make_statement(reviewed_on=date(2026, 3, 10))
    found = {one["id"]: (one["datetime"], words(one)) for one in read().select("time")}
    assert found == {
        "a11y-data-publikacja": ("2026-01-05", "5 stycznia 2026 r."),
        "a11y-data-aktualizacja": ("2026-03-02", "2 marca 2026 r."),
        "a11y-data-sporzadzenie": ("2026-02-03", "3 lutego 2026 r."),
        "a11y-data-przeglad": ("2026-03-10", "10 marca 2026 r."),
    }


def test_links_stand_alone_and_lead_where_they_say(read, settings):
    make_statement(**OPTIONAL)
    found = {words(link): link["href"] for link in read().select(".prose a")}
    assert found == {
        "Blisko organizacji": f"{settings.SITE_URL.rstrip('/')}/",
        "Ocena (analiza) nadmiernych kosztów": "https://example.org/ocena.html",
        "biuro@example.org": "mailto:biuro@example.org",
        "12 000 00 00": "tel:+48120000000",
        "Rzecznika Praw Obywatelskich": "https://bip.brpo.gov.pl/",
        "Więcej o dostępności budynku": "https://example.org/budynek/",
    }


def test_a_phone_that_cannot_be_dialled_is_words_and_no_link(read):
    make_statement(phone="centrala")
    phone = read().select_one("#a11y-telefon")
    assert (phone.name, words(phone)) == ("span", "centrala")


@pytest.mark.parametrize(
    "written, dialled",
    [
        ("12 000 00 00", "+48120000000"),
        ("(12) 000-00-00", "+48120000000"),
        ("+48 12 000 00 00", "+48120000000"),
        ("0048 12 000 00 00", "+48120000000"),
        ("+44 20 7946 0000", "+442079460000"),
    ],
)
def test_a_number_is_dialled_from_anywhere(written, dialled):
    assert tel(written) == dialled


@pytest.mark.parametrize("written", ["", "12", "12 000 00 00 wew. 5", "12 000 00 0", "٣" * 9])
def test_what_no_telephone_can_dial_is_no_number(written):
    with pytest.raises(ValueError):
        tel(written)


## Texts of the office


def test_lines_are_trimmed_and_lose_the_bullets_that_people_type():
    assert lines(" - Film\n\n• Mapa \n–  Plik\n-5 stopni\n   \n") == (
        "Film",
        "Mapa",
        "Plik",
        "-5 stopni",
    )


def test_each_failure_is_an_item_and_a_text_is_shown_as_text(read):
    make_statement(failures="Film <b>bez</b> napisów\n\n  Mapa & plan ", entity="A & <b>B</b>")
    page = read()
    heading = page.find("h3", string="Niezgodność z załącznikiem")
    items = heading.find_next("ul").find_all("li")
    assert [words(item) for item in items] == ["Film <b>bez</b> napisów", "Mapa & plan"]
    assert words(page.select_one("#a11y-podmiot")) == "A & <b>B</b>"


@pytest.mark.parametrize("own", ["<h2>Wejście</h2>", "<h3>Wejście</h3>"])
def test_headings_of_the_office_come_below_those_of_the_page(read, own):
    make_statement(
        extras=f"{own}<p>a</p>", architecture=f"{own}<p>b</p>", communication=f"{own}<p>c</p>"
    )
    found = [level for level, text in headings(read()) if text == "Wejście"]
    assert found == ["h3", "h4", "h4"]


def test_two_levels_of_the_office_stay_two():
    row = AccessibilityStatement(architecture="<h2>Wejście</h2><h3>Winda</h3><p>h2</p>")
    assert Statement.of(row).architecture == "<h4>Wejście</h4><h5>Winda</h5><p>h2</p>"


def test_rich_text_is_sanitised_again(read):
    row = make_statement()
    hostile = '<p id="a11y-email">x</p><script>1</script>'
    AccessibilityStatement.objects.filter(pk=row.pk).update(architecture=hostile)
    page = read()
    assert ids(page)["a11y-email"] == 1
    assert not page.select("script")


## The frame


def test_the_title_and_the_description_say_what_it_is(client, at_noon):
    page = BeautifulSoup(client.get(ADDRESS).content, "html.parser")
    assert page.title.get_text().startswith("Deklaracja dostępności")
    assert "komu zgłosić problem" in page.select_one("meta[name=description]")["content"]
    assert reverse("accessibility_statement") == ADDRESS


def test_it_sets_no_cookie(client, at_noon):
    make_statement(**OPTIONAL)
    assert not client.get(ADDRESS).cookies


## The row


def test_there_is_one_row_from_the_start_with_a_history():
    row = AccessibilityStatement.objects.get()
    assert (row.pk, row.history.count()) == (ROW, 1)


def test_migrating_again_keeps_what_people_wrote():
    make_statement(contact="Anna")
    call_command("migrate", verbosity=0)
    assert AccessibilityStatement.objects.get().contact == "Anna"


def test_a_lost_row_comes_back_with_the_next_migration():
    AccessibilityStatement.objects.all().delete()
    assert statement_row().pk is None
    call_command("migrate", verbosity=0)
    assert statement_row().pk == ROW
