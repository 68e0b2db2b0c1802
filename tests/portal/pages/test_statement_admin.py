"""The form of „Deklaracja dostępności”: one row, nothing that the page would have to deny."""

from datetime import date

import pytest

from portal.models import AccessibilityStatement
from portal.pages.statement_row import statement_row
from tests.desk import filled, told, words, write
from tests.factories import make_user
from tests.portal.statements import WHOLE, make_statement

pytestmark = pytest.mark.django_db

LIST = "/admin/portal/accessibilitystatement/"
PAGE = f"{LIST}1/change/"
AHEAD = "Ten dzień dopiero nadejdzie: dziś jest 8 maja 2026 r."


@pytest.fixture
def publisher(client, at_noon):
    client.force_login(make_user("redakcja", "publikacja", username="jan"))
    return client


def errors(response):
    found = response.context["adminform"].form.errors
    return {name: [" ".join(one.split()) for one in said] for name, said in found.items()}


def stored():
    return AccessibilityStatement.objects.get()


class TestOneRow:
    def test_the_list_leads_straight_to_it(self, publisher):
        assert publisher.get(LIST).headers["Location"] == PAGE

    def test_none_can_be_added_or_deleted(self, publisher):
        assert publisher.get(f"{LIST}add/").status_code == 403
        assert publisher.get(f"{LIST}1/delete/").status_code == 403
        page = publisher.get(PAGE).content.decode()
        assert "/delete/" not in page
        assert "_addanother" not in page

    def test_a_lost_row_is_told_in_words_and_made_by_no_visit(self, publisher):
        AccessibilityStatement.objects.all().delete()
        assert publisher.get(LIST).status_code == 404
        assert not AccessibilityStatement.objects.exists()

    @pytest.mark.parametrize(
        "roles, status",
        [
            (["redakcja"], 403),
            (["redakcja", "publikacja"], 200),
            (["redakcja", "publikacja", "administracja"], 200),
        ],
    )
    def test_only_who_may_publish_changes_what_is_public_at_once(
        self, client, at_noon, roles, status
    ):
        client.force_login(make_user(*roles))
        assert client.get(PAGE).status_code == status
        is_offered = f'href="{LIST}"' in client.get("/admin/").content.decode()
        assert is_offered is (status == 200)


class TestTheForm:
    def test_stands_in_the_order_of_the_page_and_leads_there(self, publisher):
        response = publisher.get(PAGE)
        page = response.content.decode()
        assert [fieldset.name for fieldset in response.context["adminform"]] == [
            "Strona internetowa",
            "Stan dostępności cyfrowej",
            "Niedostępne treści",
            "Przygotowanie deklaracji dostępności",
            "Udogodnienia, ograniczenia i inne informacje",
            "Informacje zwrotne i dane kontaktowe",
            "Pozostałe informacje",
        ]
        assert '<a href="/deklaracja-dostepnosci/">Zobacz na stronie</a>' in page

    def test_says_above_what_is_missing(self, publisher):
        make_statement(phone="", site_updated_on=None)
        said = words(publisher.get(PAGE))
        assert "Brakuje: daty ostatniej istotnej aktualizacji, telefonu." in said
        make_statement()
        assert "Niczego nie brakuje." in words(publisher.get(PAGE))

    def test_what_is_saved_is_on_the_page_at_once(self, publisher):
        make_statement()
        page = write(publisher, statement_row(), contact="Anna Nowak")
        assert told(page) == "Zapisano: deklaracja dostępności."
        assert "Anna Nowak" in publisher.get("/deklaracja-dostepnosci/").content.decode()

    def test_texts_are_tidied_as_the_page_reads_them(self, publisher):
        make_statement()
        write(
            publisher,
            statement_row(),
            failures="  - Film bez napisów \r\n\r\n • Mapa\r\n",
            basis="samooceny.",
            phone=" 12  000 00 00 ",
            entity=" Gmina Miejska Kraków ",
        )
        row = stored()
        assert row.failures == "Film bez napisów\nMapa"
        assert (row.basis, row.phone) == ("samooceny", "12 000 00 00")
        assert row.entity == "Gmina Miejska Kraków"


def refused(publisher, **changes):
    """What the form says against these, with nothing saved."""
    make_statement()
    before = stored().version
    page = write(publisher, statement_row(), **changes)
    assert stored().version == before
    return errors(page)


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        "field", ["site_published_on", "site_updated_on", "prepared_on", "reviewed_on"]
    )
    def test_a_day_that_has_not_come(self, publisher, field):
        assert refused(publisher, **{field: "09.05.2026"})[field] == [AHEAD]

    def test_today_has_come(self, publisher):
        make_statement()
        write(publisher, statement_row(), reviewed_on="08.05.2026")
        assert stored().reviewed_on == date(2026, 5, 8)

    def test_a_year_that_is_a_slip(self, publisher):
        assert refused(publisher, prepared_on="03.02.0226") == {"prepared_on": ["Sprawdź rok."]}

    def test_a_review_before_there_was_anything_to_review(self, publisher):
        early = refused(publisher, reviewed_on="02.02.2026")
        assert early == {"reviewed_on": ["Deklaracji nie przejrzano, zanim ją sporządzono."]}
        of_nothing = refused(publisher, prepared_on="", reviewed_on="02.02.2026")
        assert of_nothing == {"reviewed_on": ["Najpierw podaj, kiedy deklarację sporządzono."]}

    def test_a_change_of_a_site_that_was_not_there(self, publisher):
        found = refused(publisher, site_updated_on="04.01.2026")
        assert found == {"site_updated_on": ["Strony nie zmieniono, zanim ją opublikowano."]}

    @pytest.mark.parametrize(
        "listed",
        [
            {"failures": "Film"},
            {"failures": "", "excluded": "Mapa"},
            {"failures": "", "costs_url": "https://example.org/ocena"},
        ],
    )
    def test_a_full_conformity_with_something_listed(self, publisher, listed):
        found = refused(publisher, status="full", **listed)
        [[field, [sentence]]] = found.items()
        assert listed[field]
        assert sentence.startswith("Strona „w pełni zgodna” nie ma czego tu wymieniać.")

    @pytest.mark.parametrize("status", ["partial", "none"])
    @pytest.mark.parametrize("nothing", ["", "  \n - \n"])
    def test_a_lesser_conformity_with_nothing_listed(self, publisher, status, nothing):
        [sentence] = refused(publisher, status=status, failures=nothing)["failures"]
        assert sentence.startswith("Wypisz, co jest niezgodne")

    @pytest.mark.parametrize(
        "phone", ["12 000 00 00 wew. 5", "tel. 12 000 00 00", "12 000", "zadzwoń"]
    )
    def test_a_phone_that_cannot_be_dialled(self, publisher, phone):
        assert refused(publisher, phone=phone) == {
            "phone": ["Podaj sam numer, np. „12 000 00 00” albo „+48 12 000 00 00”."]
        }

    def test_keeps_what_was_typed(self, publisher):
        make_statement()
        page = write(publisher, statement_row(), phone="zadzwoń", contact="Anna Nowak")
        form = page.context["adminform"].form
        assert (form["phone"].value(), form["contact"].value()) == ("zadzwoń", "Anna Nowak")


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "full", "failures": ""},
        {"status": "partial", "failures": "", "excluded": "Mapa"},
        {"status": "partial", "failures": "", "costs_url": "https://example.org/ocena"},
        {"status": "none", "failures": "Film"},
        {"phone": "", "email": "", "prepared_on": ""},
    ],
    ids=str,
)
def test_what_is_true_or_only_unfinished_is_saved(publisher, fields):
    make_statement()
    before = stored().version
    page = write(publisher, statement_row(), **fields)
    assert "adminform" not in page.context or not errors(page)
    assert stored().version == before + 1


class TestLikeEveryRecord:
    def test_every_save_is_in_the_history_and_can_be_restored(self, publisher):
        make_statement()
        write(publisher, statement_row(), contact="Anna Nowak")
        assert "Anna Nowak" in words(publisher.get(f"{LIST}1/history/"))
        former = stored().history.filter(contact=WHOLE["contact"]).latest()
        publisher.post(f"{LIST}1/history/{former.history_id}/")
        assert stored().contact == WHOLE["contact"]

    def test_two_people_who_change_different_things_both_keep_them(self, publisher):
        make_statement()
        opened = filled(publisher.get(PAGE))
        write(publisher, statement_row(), contact="Anna Nowak")
        page = publisher.post(PAGE, {**opened, "phone": "12 000 00 01"}, follow=True)
        assert "Dwie osoby zmieniły to samo" in words(page)
        assert stored().contact == "Anna Nowak"

    def test_what_is_put_aside_is_seen_by_no_visitor(self, publisher):
        make_statement()
        sent = filled(publisher.get(PAGE), contact="Szkic")
        del sent["_save"]
        publisher.post(PAGE, {**sent, "_keep": "1"})
        assert stored().contact == WHOLE["contact"]
        assert "Szkic" in publisher.get(f"{PAGE}?kopia=1").content.decode()
