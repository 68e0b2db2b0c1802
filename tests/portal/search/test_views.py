"""The page of search: what was found, why, how to narrow it, and where to go when nothing is."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import NOW, make_event, make_organization, make_series, make_when

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]


def page(client, query=""):
    response = client.get(f"/szukaj/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


def hits(soup):
    return [words(link) for link in soup.select(".hit h2 a")]


def filters(soup, label):
    nav = soup.find("nav", attrs={"aria-label": label})
    return {words(a): a["href"] for a in nav.find_all("a")} if nav else {}


@pytest.fixture
def szarotki():
    make_series("Szarotka")
    make_event("Szarotka w maju")
    make_event("Szarotka w marcu", when=make_when(NOW.date().replace(month=3)))
    make_organization("Fundacja Szarotka", description="<p>Pomaga szarotkom rosnąć.</p>")


def test_before_anything_is_asked_it_says_what_can_be(client):
    soup = page(client)
    assert "Można wpisać na przykład" in words(soup.main)
    assert not soup.select(".hit")


def test_one_ranked_list_over_all_kinds(client, szarotki):
    soup = page(client, "?q=szarotki")
    assert hits(soup) == ["Szarotka", "Szarotka w maju", "Fundacja Szarotka", "Szarotka w marcu"]
    assert "Znaleziono: 4 wyniki" in words(soup.main).replace("\u00a0", " ")
    assert soup.find("input", id="q")["value"] == "szarotki"
    assert "„szarotki”, wyniki szukania" in soup.title.text


def test_what_was_asked_for_is_marked_in_the_title_and_in_the_text(client, szarotki):
    row = page(client, "?q=szarotk").find_all("li", class_="hit")[2]
    assert [mark.text for mark in row.find_all("mark")] == ["Szarotka", "szarotkom"]


def test_what_is_called_off_says_so_in_its_row(client):
    event = make_event("Szarotka")
    event.outcome, event.outcome_reason = "cancelled", "Choroba."
    event.save()
    assert "Odwołane: 13" in words(page(client, "?q=szarotka").find("li", class_="hit"))


def test_markup_in_what_is_found_and_asked_stays_text(client):
    make_event("Szarotka <script>alert(1)</script>")
    soup = page(client, "?q=<script>szarotka</script>")
    assert not soup.main.find("script")
    assert hits(page(client, "?q=szarotka")) == ["Szarotka <script>alert(1)</script>"]


def test_filters_by_kind_say_how_many_and_come_off_one_by_one(client, szarotki):
    soup = page(client, "?q=szarotka")
    assert list(filters(soup, "Rodzaj")) == [
        "wszystko 4",
        "cykle 1",
        "wydarzenia 2",
        "organizacje 1",
    ]
    narrowed = page(client, filters(soup, "Rodzaj")["wydarzenia 2"])
    assert hits(narrowed) == ["Szarotka w maju", "Szarotka w marcu"]
    assert list(filters(narrowed, "Kiedy")) == ["kiedykolwiek 2", "nadchodzące 1", "minione 1"]
    past = page(client, filters(narrowed, "Kiedy")["minione 1"])
    assert hits(past) == ["Szarotka w marcu"]
    assert hits(page(client, filters(past, "Rodzaj")["wszystko 4"])) == hits(soup)


def test_pages_of_results_go_on_where_the_last_one_ended(client):
    for number in range(25):
        make_organization(f"Szarotka {number:02}")
    soup = page(client, "?q=szarotka")
    first, second = hits(soup), hits(page(client, "?q=szarotka&strona=2"))
    assert (len(first), len(second)) == (20, 5)
    assert len({*first, *second}) == 25
    assert "Znaleziono: 25 wyników" in words(soup.main).replace("\u00a0", " ")


def test_a_filter_survives_the_next_question(client, szarotki):
    soup = page(client, "?q=szarotka&rodzaj=organizacje")
    assert soup.find("input", attrs={"name": "rodzaj"})["value"] == "organizacje"


def test_when_no_page_has_all_the_words_each_is_offered_alone(client, szarotki):
    soup = page(client, "?q=szarotka+zeppelin")
    assert "Nic nie ma wszystkich tych słów naraz" in words(soup.main)
    offered = {words(a): a["href"] for a in soup.main.find_all("a") if "„" in a.text}
    assert list(offered) == ["„szarotka”"]
    assert len(hits(page(client, offered["„szarotka”"]))) == 4


def test_when_nothing_is_found_it_says_where_else_to_look(client):
    soup = page(client, "?q=zeppelin")
    links = {a["href"] for a in soup.main.find_all("a")}
    assert {"/wydarzenia/", "/organizacje/", "/miejsca/"} <= links


@pytest.mark.parametrize(
    "query",
    ["?q=%ED%A0%80", "?q=x&rodzaj=zly&kiedy=zle", "?q=" + "ą" * 5000, "?rodzaj=x"],
)
def test_odd_addresses_are_answered(client, query):
    assert page(client, query).h1.text == "Szukaj"


def test_a_page_of_results_that_does_not_exist_is_not_found(client, szarotki):
    assert client.get("/szukaj/?q=szarotka&strona=9").status_code == 404


def test_results_are_not_for_search_engines_and_set_no_cookie(client, szarotki):
    response = client.get("/szukaj/?q=szarotka")
    assert b'<meta name="robots" content="noindex">' in response.content
    assert not response.cookies


def test_every_page_leads_to_search(client):
    header = BeautifulSoup(client.get("/").content, "html.parser").header
    assert header.find("a", href="/szukaj/")


def test_one_word_that_is_nowhere_is_not_called_several(client, szarotki):
    soup = page(client, "?q=zeppelin")
    assert "Nigdzie nie ma tego słowa" in words(soup.main)
    assert "naraz" not in words(soup.main)
    assert "Może chodzi o" not in words(soup.main)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("szarotak", "Szarotka"),
        ("szarrotka", "Szarotka"),
        ("fundacja szarodka", "fundacja Szarotka"),
    ],
)
def test_a_misspelled_name_is_offered_as_it_is_spelled(client, szarotki, typed, meant):
    link = page(client, f"?q={typed}").main.find("a", string=f"„{meant}”")
    assert "Fundacja Szarotka" in hits(page(client, link["href"]))


def test_what_a_filter_hides_is_said_and_led_to(client, szarotki):
    soup = page(client, "?q=rosnąć&rodzaj=cykle")
    said = words(soup.main).replace("\u00a0", " ")
    assert "Poza cyklami: 1 wynik ." in said
    assert "naraz" not in said
    link = soup.main.find(id="nic").parent.find("a", string="1\u00a0wynik")
    assert hits(page(client, link["href"])) == ["Fundacja Szarotka"]
    assert "Bez zawężania: 4 wyniki" in words(
        page(client, "?q=szarotka&rodzaj=organizacje&kiedy=minione").main
    ).replace("\u00a0", " ")


def test_small_words_are_not_offered_alone(client, szarotki):
    make_event("Co w tym jest", body="<p>W tym jest tego i tych.</p>")
    assert "„tym”" not in words(page(client, "?q=w+tym+tygodniu").main)


def marks(client, query):
    return [mark.text for mark in page(client, query).select(".hit mark")]


def test_numbers_and_short_words_are_marked_whole(client):
    make_organization("Klub", description="<p>Os. Zgody 20, od 2026 dla osoby.</p>")
    assert marks(client, "?q=os.+zgody") == ["Os", "Zgody"]
    assert marks(client, "?q=zgody+20") == ["Zgody", "20"]


def test_the_line_with_the_day_is_marked_too(client):
    make_event("Herbata")
    assert marks(client, "?q=13+maja") == ["13", "maja"]


def test_a_row_says_nothing_twice_and_keeps_the_parts_of_a_text_apart(client):
    lead = "Rozmowy przy herbacie."
    make_series(
        "Szarotka", lead=lead, idea="<h3>Jak</h3><p>Przy stole.</p>", audience="dla sąsiadów"
    )
    row = words(page(client, "?q=szarotka").find("li", class_="hit").find("h2").parent)
    assert row.count(lead) == 1
    assert "Jak · Przy stole. · dla sąsiadów" in row
