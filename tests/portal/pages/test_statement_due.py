"""The desk's two lines about „Deklaracja dostępności”: what it lacks, and its yearly review."""

from datetime import UTC, date, datetime

import pytest

from portal.desk import Urgency, desk
from portal.models import AccessibilityStatement
from tests.factories import NOW, make_user
from tests.portal.desk_lines import of_kind, only
from tests.portal.statements import make_statement

pytestmark = pytest.mark.django_db

CHANGE = "/admin/portal/accessibilitystatement/1/change/"
LAST_YEAR = date(2026, 5, 20)


def noon(year, month, day):
    return datetime(year, month, day, 11, tzinfo=UTC)


@pytest.fixture
def publisher(db):
    return make_user("redakcja", "publikacja", username="jan")


def reviews(user, at):
    return [
        (line.urgency.name, line.why.replace("\xa0", " "))
        for line in of_kind(user, "statement_review", at)
    ]


class TestReview:
    @pytest.mark.parametrize(
        "at, told",
        [
            (noon(2027, 1, 1), []),
            (noon(2027, 2, 28), []),
            (noon(2027, 3, 1), [("LATER", "za 30 dni")]),
            (noon(2027, 3, 23), [("LATER", "za 8 dni")]),
            (noon(2027, 3, 24), [("WEEK", "za 7 dni")]),
            (noon(2027, 3, 30), [("WEEK", "jutro")]),
            (noon(2027, 3, 31), [("NOW", "dziś")]),
            (noon(2027, 4, 1), [("NOW", "termin minął wczoraj")]),
            (noon(2027, 12, 31), [("NOW", "termin minął 275 dni temu")]),
        ],
    )
    def test_is_asked_for_from_1_march_and_is_late_from_1_april(self, publisher, at, told):
        make_statement(prepared_on=LAST_YEAR)
        assert reviews(publisher, at) == told

    def test_a_leap_year_has_its_29_february(self, publisher):
        make_statement(prepared_on=date(2027, 5, 1))
        assert reviews(publisher, noon(2028, 2, 29)) == []
        assert reviews(publisher, noon(2028, 3, 1))

    def test_days_are_warsaws(self, publisher):
        make_statement(prepared_on=LAST_YEAR)
        assert reviews(publisher, datetime(2027, 2, 28, 22, 30, tzinfo=UTC)) == []
        assert reviews(publisher, datetime(2027, 2, 28, 23, 30, tzinfo=UTC))

    @pytest.mark.parametrize("field", ["prepared_on", "reviewed_on"])
    @pytest.mark.parametrize("day, asked", [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
    def test_one_since_new_year_is_enough(self, publisher, field, day, asked):
        make_statement(**{"prepared_on": LAST_YEAR, field: day})
        assert bool(reviews(publisher, noon(2027, 3, 15))) is asked

    def test_one_that_was_missed_is_not_forgotten_at_new_year(self, publisher):
        make_statement(prepared_on=LAST_YEAR)
        assert reviews(publisher, noon(2028, 1, 10)) == [("NOW", "termin minął 285 dni temu")]

    def test_leads_to_where_the_day_is_written(self, publisher):
        make_statement(prepared_on=LAST_YEAR)
        line = only(publisher, "statement_review", noon(2027, 3, 1))
        assert line.text.replace("\xa0", " ") == "Przejrzyj deklarację dostępności do 31 marca"
        assert line.url == f"{CHANGE}#id_reviewed_on"

    def test_what_nobody_has_prepared_lacks_more_than_a_review(self, publisher):
        make_statement(prepared_on=None)
        assert reviews(publisher, noon(2027, 3, 15)) == []
        assert of_kind(publisher, "statement", noon(2027, 3, 15))


class TestMissingData:
    def test_are_named_and_the_line_leads_to_the_first(self, publisher):
        make_statement(phone="", email="")
        line = only(publisher, "statement")
        assert line.text == "Uzupełnij deklarację dostępności"
        assert line.why == "brakuje: adresu e-mail, telefonu"
        assert line.url == f"{CHANGE}#id_email"
        assert line.urgency is Urgency.WEEK

    def test_are_all_there_before_anybody_has_filled_it_in(self, publisher):
        why = only(publisher, "statement").why
        assert why.startswith("brakuje: daty publikacji strony, daty ostatniej istotnej")
        assert why.endswith("opisu dostępności budynku, opisu tego, jak się z nami porozumieć")

    def test_a_whole_one_is_quiet(self, publisher):
        make_statement()
        kinds = {line.kind for line in desk(publisher, NOW).lines}
        assert not kinds & {"statement", "statement_review"}

    def test_a_lost_row_lacks_everything(self, publisher):
        AccessibilityStatement.objects.all().delete()
        assert only(publisher, "statement").url == "/admin/portal/accessibilitystatement/"


@pytest.mark.parametrize("roles", [[], ["redakcja"]])
def test_who_may_not_change_it_is_not_asked_to(db, roles):
    make_statement(prepared_on=LAST_YEAR, phone="")
    user = make_user(*roles)
    at = noon(2027, 4, 1)
    assert not of_kind(user, "statement", at)
    assert not of_kind(user, "statement_review", at)
