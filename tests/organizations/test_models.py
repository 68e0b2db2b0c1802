from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from organizations.models import OfficeHolder, Organization
from tests.factories import NOW, make_office_holder, make_organization, make_venue

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


## Organizations


def test_an_address_holds_the_number_and_a_readable_name():
    organization = make_organization("Stowarzyszenie „Łączymy” i Wspieramy")
    assert organization.get_absolute_url() == (
        f"/organizacje/{organization.pk}/stowarzyszenie-laczymy-i-wspieramy/"
    )


@pytest.mark.parametrize("name", ["!!!", "2026", "Київ"])
def test_an_address_always_holds_a_letter(name):
    assert make_organization(name).slug == "organizacja"


def test_a_link_leads_only_where_a_visitor_finds_something():
    organization = make_organization(published_at=NOW)
    assert organization.public_url(NOW) == organization.get_absolute_url()
    assert organization.public_url(NOW - DAY) == ""
    organization.withdraw(NOW, "Prośba organizacji.")
    assert organization.public_url(NOW + DAY) == ""


def test_the_database_refuses_an_organization_without_a_name():
    with pytest.raises(IntegrityError, match="named"), transaction.atomic():
        Organization.objects.filter(pk=make_organization().pk).update(name="")


@pytest.mark.parametrize(
    "change, rule",
    [
        ({"published_at": None}, "published_has_date"),
        ({"status": "withdrawn"}, "withdrawn_has_reason"),
        ({"status": "withdrawn", "withdrawn_at": NOW}, "withdrawn_has_reason"),
        ({"status": "withdrawn", "withdrawal_reason": "tak"}, "withdrawn_has_reason"),
        ({"status": "public"}, "status_known"),
    ],
)
def test_the_database_refuses_a_state_that_contradicts_itself(change, rule):
    organization = make_organization()
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Organization.objects.filter(pk=organization.pk).update(**change)


def test_a_description_is_cleaned_before_it_is_stored():
    organization = make_organization(description='<p onclick="x()">Tak</p><script>1</script>')
    organization.refresh_from_db()
    assert organization.description == "<p>Tak</p>"


def test_what_somebody_points_at_cannot_be_deleted():

    organization = make_organization()
    make_venue(operator=organization)
    with pytest.raises(ProtectedError):
        organization.delete()


## Office-holders


def test_each_day_has_its_office_holder():
    until_may = make_office_holder("Pierwsza", until=date(2026, 5, 7))
    from_may = make_office_holder("Druga", since=date(2026, 5, 8))
    for day, holder in (
        (date(2026, 1, 1), until_may),
        (date(2026, 5, 7), until_may),
        (date(2026, 5, 8), from_may),
        (date(2030, 1, 1), from_may),
    ):
        assert OfficeHolder.objects.on(day).get() == holder
    assert not OfficeHolder.objects.on(date(2025, 12, 31)).exists()


def test_a_term_of_one_day_is_a_term_and_a_shorter_one_is_refused():
    make_office_holder(since=date(2026, 5, 8), until=date(2026, 5, 8))
    with pytest.raises(IntegrityError, match="until_after_since"), transaction.atomic():
        make_office_holder(since=date(2026, 5, 8), until=date(2026, 5, 7))


def test_an_office_holder_is_named_with_the_function_in_its_own_form():
    holder = make_office_holder("Anna Przykładowa", title="Pełnomocniczka Prezydenta")
    assert str(holder) == "Anna Przykładowa, Pełnomocniczka Prezydenta"
