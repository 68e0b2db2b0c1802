"""Files over HTTP: the frozen versions for everybody, the draft for the office alone."""

import logging
from datetime import UTC, datetime, timedelta
from io import BytesIO
from unittest import mock

import docx as word
import pypdf
import pytest
import time_machine
import typst
from bs4 import BeautifulSoup
from django.urls import reverse

from events.actions import approve_note
from portal.kernel.months import Month, MonthSpan
from reports import files
from reports.actions import draft_report, publish_report
from reports.document import document_of
from reports.downloads import downloads_of
from reports.files import FORMATS, forget, tag
from reports.models import Report, ReportVersion
from tests.factories import make_user
from tests.reports import papers

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
SPRING = MonthSpan(Month(2026, 3), Month(2026, 5))
ADDRESS = "/podsumowania/2026-03--2026-05"
SUFFIXES = tuple(FORMATS)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_june():
    forget()
    with time_machine.travel(datetime(2026, 6, 1, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def published(spring):
    return publish_report(
        report=draft_report(span=SPRING, by=None, at=MID_MAY), by=None, at=MID_MAY
    )


def again(spring, at=MID_MAY + timedelta(hours=1)):
    """A second version, with one more note behind its figures."""
    approve_note(note=spring["third"].note, by=None, at=at)
    report = Report.objects.get()
    return publish_report(report=report, by=None, at=at, note="Doszła notatka.")


def words(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").main.get_text(" ").split())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_format_has_its_type_its_name_and_its_page(client, published, suffix):
    response = client.get(f"{ADDRESS}.{suffix}")
    assert response.status_code == 200
    assert response["Content-Type"] == FORMATS[suffix].media_type
    name = f"podsumowanie-2026-03--2026-05-wydanie-1.{suffix}"
    assert f'filename="{name}"' in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Link"].endswith(f'{ADDRESS}/>; rel="canonical"')
    assert "X-Robots-Tag" not in response
    assert not response.cookies
    assert client.get(f"{ADDRESS}/wydanie/1.{suffix}").content == response.content


def test_the_second_version_comes_at_the_plain_address_and_the_first_stays(
    client, spring, published
):
    before = client.get(f"{ADDRESS}.csv").content
    again(spring)
    assert client.get(f"{ADDRESS}.csv").content != before
    old = client.get(f"{ADDRESS}/wydanie/1.csv")
    assert old.content == before
    assert old["X-Robots-Tag"] == "noindex"
    assert "wydanie-2.csv" in client.get(f"{ADDRESS}.csv")["Content-Disposition"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_who_has_the_file_is_not_sent_it_again_and_nothing_is_made(client, published, suffix):
    etag = client.get(f"{ADDRESS}.{suffix}")["ETag"]
    forget()
    with mock.patch.object(files.shelf, "get", side_effect=AssertionError("made")):
        response = client.get(f"{ADDRESS}.{suffix}", headers={"if-none-match": etag})
    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == etag
    assert client.get(f"{ADDRESS}.{suffix}", headers={"if-none-match": '"x"'}).status_code == 200


def test_head_says_how_long_the_file_is(client, published):
    whole, head = client.get(f"{ADDRESS}.json"), client.head(f"{ADDRESS}.json")
    assert head.status_code == 200
    assert head["Content-Length"] == str(len(whole.content))
    assert client.post(f"{ADDRESS}.json").status_code == 405


def test_a_file_is_made_once(client, published):
    with mock.patch.dict(files.FORMATS, {"csv": counting(FORMATS["csv"])}):
        for _time in range(3):
            client.get(f"{ADDRESS}.csv")
        assert files.FORMATS["csv"].make.call_count == 1


def counting(row):
    return files.Format(
        row.suffix, row.media_type, row.name, row.remark, mock.Mock(side_effect=row.make)
    )


@pytest.mark.parametrize(
    "path, sentence",
    [
        ("/podsumowania/2026-02.pdf", "Nie opublikowano podsumowania za ten okres: luty 2026."),
        ("/podsumowania/2026-13.pdf", "Nie ma miesiąca 13"),
        (f"{ADDRESS}/wydanie/7.pdf", "Takiego wydania nie ma."),
        (f"{ADDRESS}/wydanie/0.pdf", "Takiego wydania nie ma."),
        (f"{ADDRESS}/wydanie/{10**30}.pdf", "Takiego wydania nie ma."),
        (f"{ADDRESS}.exe", ""),
        (f"{ADDRESS}.pdf/", ""),
    ],
)
def test_what_does_not_exist_is_said_in_polish(client, published, path, sentence):
    response = client.get(path)
    assert response.status_code == 404
    assert sentence in words(response)


def test_one_month_has_one_address(client, spring):
    march = MonthSpan.of(Month(2026, 3))
    publish_report(report=draft_report(span=march, by=None, at=MID_MAY), by=None, at=MID_MAY)
    response = client.get("/podsumowania/2026-03--2026-03.pdf")
    assert (response.status_code, response["Location"]) == (301, "/podsumowania/2026-03.pdf")


@pytest.mark.parametrize("path", [f"{ADDRESS}.pdf", f"{ADDRESS}/wydanie/1.csv"])
def test_a_withdrawn_report_has_no_files(client, published, path):
    Report.objects.get().withdraw(MID_MAY, "sprawdzamy dane")
    response = client.get(path)
    assert response.status_code == 410
    assert "sprawdzamy dane" in words(response)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_draft_has_no_public_file(client, spring, suffix):
    draft_report(span=SPRING, by=None, at=MID_MAY)
    assert client.get(f"{ADDRESS}.{suffix}").status_code == 404


@pytest.mark.parametrize("fault", [typst.TypstError("no font"), OSError("no folder")])
def test_a_file_that_cannot_be_made_is_said_and_logged_and_the_page_still_stands(
    client, published, fault, caplog
):
    broken = files.Format("pdf", "application/pdf", "PDF", "", mock.Mock(side_effect=fault))
    caplog.set_level(logging.ERROR)
    with mock.patch.dict(files.FORMATS, {"pdf": broken}):
        response = client.get(f"{ADDRESS}.pdf")
        assert client.get(f"{ADDRESS}/").status_code == 200
    assert response.status_code == 503
    assert "nie da się teraz przygotować" in words(response)
    assert response["Retry-After"] == "60"
    assert "no-store" in response["Cache-Control"]
    assert "could not be made" in caplog.text
    assert client.get(f"{ADDRESS}.pdf").content.startswith(b"%PDF")


def test_after_an_erasure_the_old_bytes_are_served_nowhere(client, published):
    before = client.get(f"{ADDRESS}.csv")
    made = {**published.content, "lead": "Tu było nazwisko."}
    ReportVersion.objects.update(
        content=made, checksum=papers.checksum(made), erased_at=datetime(2026, 5, 30, tzinfo=UTC)
    )
    after = client.get(f"{ADDRESS}.csv", headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert after.content != before.content
    pdf = pypdf.PdfReader(BytesIO(client.get(f"{ADDRESS}.pdf").content))
    assert "usunięto dane osobowe" in " ".join(pdf.pages[0].extract_text().split())


## The draft, for the office


@pytest.fixture
def draft(spring):
    return draft_report(span=SPRING, by=None, at=MID_MAY)


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_the_office_takes_a_draft_that_says_so_on_every_page(client, draft, suffix):
    client.force_login(make_user("redakcja"))
    response = client.get(reverse(f"admin:reports_report_draft_{suffix}", args=[draft.pk]))
    assert response.status_code == 200
    assert "podsumowanie-2026-03--2026-05-projekt" in response["Content-Disposition"]
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
    assert files.shelf.files == {}
    if suffix == "pdf":
        pages = pypdf.PdfReader(BytesIO(response.content)).pages
        assert all("PROJEKT" in page.extract_text() for page in pages)
    else:
        [section] = word.Document(BytesIO(response.content)).sections
        assert "PROJEKT" in [row.text for row in section.header.paragraphs]


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_nobody_else_takes_a_draft(client, draft, suffix):
    address = reverse(f"admin:reports_report_draft_{suffix}", args=[draft.pk])
    assert client.get(address).status_code == 302
    client.force_login(make_user())
    assert client.get(address).status_code in (302, 403)
    client.force_login(make_user("redakcja"))
    unknown = reverse(f"admin:reports_report_draft_{suffix}", args=[draft.pk + 1])
    assert client.get(unknown).status_code == 404


def test_the_form_leads_to_both(client, draft):
    client.force_login(make_user("redakcja"))
    form = client.get(reverse("admin:reports_report_change", args=[draft.pk])).content.decode()
    for suffix in ("pdf", "docx"):
        assert reverse(f"admin:reports_report_draft_{suffix}", args=[draft.pk]) in form


## The list of files, and where they are kept


def test_the_list_says_each_type_in_words(published):
    found = downloads_of(document_of(published))
    assert [row.url for row in found] == [f"{ADDRESS}/wydanie/1.{suffix}" for suffix in SUFFIXES]
    assert found[0].text == "PDF, dostępny cyfrowo (PDF/UA)"


def test_the_page_offers_every_format_of_its_own_version(client, spring, published):
    again(spring)
    for number, path in ((2, f"{ADDRESS}/"), (1, f"{ADDRESS}/wydanie/1/")):
        soup = BeautifulSoup(client.get(path).content, "html.parser")
        offered = [link["href"] for link in soup.select(".downloads a")]
        assert offered == [f"{ADDRESS}/wydanie/{number}.{suffix}" for suffix in SUFFIXES]
        assert all(client.get(address).status_code == 200 for address in offered)


def test_the_tag_changes_with_whatever_changes_the_file():
    document = papers.document()
    tags = {tag(document, suffix) for suffix in SUFFIXES}
    tags.add(tag(papers.document(number=2), "pdf"))
    tags.add(tag(papers.document(papers.corrected()), "pdf"))
    tags.add(tag(papers.document(erased_at=MID_MAY), "pdf"))
    with mock.patch("reports.files.renderer", return_value="another"):
        tags.add(tag(document, "pdf"))
    assert len(tags) == len(SUFFIXES) + 4
