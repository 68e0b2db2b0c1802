"""The desk's pages on which two records become one."""

import re
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from organizations.models import Alias, OfficeHolder, Organization
from portal.kernel.publishing import Status
from tests.desk import told, words
from tests.factories import (
    make_office_holder,
    make_organization,
    make_user,
)
from tests.organizations.merging.two import merge, page, sent_by, with_links

pytestmark = pytest.mark.django_db


def test_the_lost_one_is_read_only_and_leads_to_the_kept_one(publisher, kept, lost):
    merge(kept, lost)
    response = publisher.get(reverse("admin:organizations_organization_change", args=[lost.pk]))
    assert "Połączono z: Fundacja Ławka Dialogu." in words(response)
    assert "_save" not in response.content.decode()


def test_out_of_the_bin_it_comes_only_once_it_stands_for_itself(publisher, kept):
    lost = make_organization("Szkic", published_at=None)
    merge(kept, lost)
    take_back = reverse("admin:organizations_organization_take_back", args=[lost.pk])
    assert "Najpierw rozłącz" in told(publisher.post(take_back, follow=True))
    unmerge = reverse("admin:organizations_organization_unmerge", args=[lost.pk])
    assert publisher.get(unmerge).status_code == 405
    assert "Rozłączono: Szkic." in told(publisher.post(unmerge, follow=True))
    assert "Tego z niczym nie połączono." in told(publisher.post(unmerge, follow=True))
    assert "Wyjęto z kosza" in told(publisher.post(take_back, follow=True))


# The pages


def test_similar_names_are_offered_and_any_name_can_be_looked_for(publisher, kept, lost):
    Alias.objects.create(organization=make_organization("Zupełnie inna"), name="Świetlik")
    choose = reverse("admin:organizations_organization_merge", args=[kept.pk])
    assert [row.pk for row in publisher.get(choose).context["found"]] == [lost.pk]
    found = publisher.get(choose, {"szukaj": "swietlik"}).context["found"]
    assert [row.name for row in found] == ["Zupełnie inna"]
    assert "Nie ma takiego wpisu." in words(publisher.get(choose, {"szukaj": "„"}))


def test_the_page_says_what_differs_and_what_moves(publisher, kept, lost):
    with_links(lost)
    text = words(publisher.get(page(kept, lost)))
    assert "Partnerzy i ich role: 1 wpis" in text
    assert "Działania: 1 wpis" in text
    assert "Czy da się cofnąć?" in text
    assert "Czym się zajmuje" in text


def test_what_is_empty_is_filled_from_the_other_unless_told_otherwise(publisher, kept, lost):
    address = page(kept, lost)
    response = publisher.post(address, sent_by(publisher.get(address)), follow=True)
    assert "Połączono. Został wpis: Fundacja Ławka Dialogu." in told(response)
    kept.refresh_from_db()
    assert (kept.field, kept.website) == ("sąsiedztwo", "https://lawka.example")


def test_a_double_click_merges_once(publisher, kept, lost):
    address = page(kept, lost)
    sent = sent_by(publisher.get(address))
    publisher.post(address, sent)
    version = Organization.objects.get(pk=kept.pk).version
    assert "To już połączono." in told(publisher.post(address, sent, follow=True))
    assert Organization.objects.get(pk=kept.pk).version == version


def test_who_comes_after_another_save_looks_again(publisher, kept, lost):
    address = page(kept, lost)
    sent = sent_by(publisher.get(address))
    lost.field = "młodzież"
    lost.save()
    response = publisher.post(address, sent)
    assert "W tym czasie ktoś zmienił jeden z tych wpisów." in words(response)
    assert "młodzież" in words(response)
    lost.refresh_from_db()
    assert lost.merged_into is None
    publisher.post(address, sent_by(response))
    lost.refresh_from_db()
    assert lost.merged_into == kept


def test_a_missing_or_foreign_choice_is_asked_for(publisher, kept, lost):
    address = page(kept, lost)
    sent = {**sent_by(publisher.get(address)), "field_name": "obie"}
    response = publisher.post(address, sent)
    assert response.status_code == 200
    del sent["field_name"]
    assert "Wybierz, co ma zostać." in words(publisher.post(address, sent))
    lost.refresh_from_db()
    assert lost.merged_into is None


def test_more_than_asked_for_changes_nothing(publisher, kept, lost):
    address = page(kept, lost)
    more = {
        "status": "draft",
        "merged_into": "1",
        "id": "99",
        "is_example": "on",
        "published_at": "",
    }
    publisher.post(address, {**sent_by(publisher.get(address)), **more})
    kept.refresh_from_db()
    assert (kept.status, kept.merged_into, kept.is_example) == (Status.PUBLISHED, None, False)


def test_refusals_are_read_on_the_page(publisher, kept, lost):
    assert "To jeden i ten sam wpis" in words(publisher.get(page(kept, kept)))
    assert "To jeden i ten sam wpis" in words(publisher.post(page(kept, kept)))
    merge(kept, lost)
    other = make_organization("Inna")
    assert "połączono już z" in words(publisher.post(page(other, lost)))
    response = publisher.get(page(lost, other), follow=True)
    assert "Połączono z: Fundacja Ławka Dialogu." in told(response)


@pytest.mark.parametrize("key", ["", "abc", "-1", "9999999999999", "1e3", "²", "12'"])
def test_any_number_in_the_address_is_answered(publisher, kept, key):
    address = reverse("admin:organizations_organization_merge", args=[kept.pk])
    assert publisher.get(address, {"z": key}).status_code == 200
    assert publisher.get(address, {"z": "99999"}).status_code == 404


# Who may


def test_drafts_are_merged_by_whoever_writes(client, at_noon):
    client.force_login(make_user("redakcja"))
    kept, lost = (make_organization(name, published_at=None) for name in ("Jedna", "Jedynka"))
    client.post(page(kept, lost), sent_by(client.get(page(kept, lost))))
    lost.refresh_from_db()
    assert lost.merged_into == kept


def test_what_is_public_takes_the_right_to_publish(client, at_noon, lost):
    client.force_login(make_user("redakcja"))
    draft = make_organization("Szkic", published_at=None)
    assert client.get(page(lost, draft)).status_code == 403
    seen = client.get(page(draft, lost))
    assert not BeautifulSoup(seen.content, "html.parser").select("[value='Połącz te dwa wpisy']")
    assert client.post(page(draft, lost), sent_by(seen)).status_code == 403
    lost.refresh_from_db()
    assert lost.merged_into is None


def test_nobody_else_may(client, at_noon, kept, lost):
    client.force_login(make_user())
    assert client.get(page(kept, lost)).status_code == 403
    unmerge = reverse("admin:organizations_organization_unmerge", args=[lost.pk])
    assert client.post(unmerge).status_code == 403


# People


def test_two_records_of_one_person_in_office_become_one(publisher):
    kept = make_office_holder("Anna Przykładowa")
    lost = make_office_holder("Anna Przykladowa", until=date(2026, 12, 31))
    choose = reverse("admin:organizations_officeholder_merge", args=[kept.pk])
    assert [row.pk for row in publisher.get(choose).context["found"]] == [lost.pk]
    assert publisher.get(choose, {"szukaj": "przykladowa"}).context["found"] == [lost]
    address = f"{choose}?z={lost.pk}"
    sent = {**sent_by(publisher.get(address)), "field_since": "lost"}
    publisher.post(address, sent)
    kept.refresh_from_db()
    assert (kept.name, kept.until) == ("Anna Przykładowa", date(2026, 12, 31))
    assert list(OfficeHolder.objects.on(date(2026, 6, 1))) == [kept]


def test_a_day_that_is_not_there_says_so(publisher, kept, lost):
    """Of two texts that differ each is shown in words, an empty one as a dash."""
    text = words(publisher.get(page(kept, lost)))
    assert re.search(r"Strona https://lawka\.example .* – ", text)


def test_the_clock_of_a_merging_is_that_of_the_request(publisher, kept, lost):
    publisher.post(page(kept, lost), sent_by(publisher.get(page(kept, lost))))
    lost.refresh_from_db()
    assert lost.withdrawn_at == datetime(2026, 5, 8, 10, 0, tzinfo=UTC)
