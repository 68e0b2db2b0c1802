"""What is sent about a published report: its frozen text, and nothing of what is still a draft."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from events.sending import texts
from reports.texts import newest_version, report_story
from tests.desk import told, words
from tests.factories import NOW, make_user
from tests.portal.site import make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return make_site().report


def test_the_texts_say_what_was_frozen(report):
    version = newest_version(report, NOW)
    found = {row.key: row.value for row in texts(report_story(version))}
    soup = BeautifulSoup(found["html"], "html.parser")
    assert [h.text for h in soup.find_all("h2")]
    assert {name for tag in soup.find_all() for name in tag.attrs} <= {"href", "lang"}
    assert soup.find_all("a")[-1]["href"].endswith(f"/podsumowania/{report.span.slug}/")
    assert len(found["sms"]) <= 160
    assert len(found["post"]) <= 280
    for figure in version.content["figures"]:
        assert figure["label"] in found["newsletter"]


def test_staff_find_them_on_the_reports_page(client, report):
    client.force_login(make_user("redakcja"))
    page = reverse("admin:reports_report_sending", args=[report.pk])
    assert (
        page
        in client.get(reverse("admin:reports_report_change", args=[report.pk])).content.decode()
    )
    assert "Tekst do newslettera" in words(client.get(page))
    square = client.get(reverse("admin:reports_report_square", args=[report.pk]))
    assert f"podsumowanie-{report.span.slug}-kwadrat.png" in square["Content-Disposition"]


def test_what_is_not_public_is_not_sent(client, report):
    client.force_login(make_user("redakcja"))
    report.withdraw(NOW, "Pomyłka.")
    page = reverse("admin:reports_report_sending", args=[report.pk])
    assert "Najpierw opublikuj to podsumowanie" in told(client.get(page, follow=True))
