"""The heart of it: after an erasure nobody finds the name, wherever they look."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse

from portal.erasure.columns import columns, is_history, walked
from portal.erasure.erase import erase
from portal.erasure.places import Choice, find
from portal.erasure.wanted import Wanted
from portal.models import Erasure
from reports.frozen import checksum
from reports.models import ReportVersion
from tests.factories import NOW
from tests.named_rows import NAME, dumped, make_named_site, named, tells
from tests.pictures import make_picture
from tests.portal.site import public_patterns

pytestmark = pytest.mark.django_db
WANTED = Wanted.read(NAME, "zbyslawa.grzegzolka@poczta.pl")
ALL = Choice(office_holders=True)


def erase_all(wanted=WANTED, choice=ALL, **options):
    places = find(wanted)
    given = {"reason": "wniosek z 3 maja 2026", "by": None, "at": NOW, **options}
    return erase(wanted=wanted, places=places, choice=choice, **given)


@pytest.fixture
def named_site(db, at_noon):
    return make_named_site()


def test_every_table_with_words_is_filled_before(named_site):
    empty = [
        model._meta.label
        for model in walked()
        if any(named(field, 0) for field in columns(model)) and not model._base_manager.exists()
    ]
    assert empty == [], "give it a row in tests/named_rows.py"
    said = {table for table, text in dumped() if tells(text)}
    tables = {
        model._meta.db_table
        for model in walked()
        if any(named(field, 0) for field in columns(model))
    }
    assert tables <= said


def test_no_cell_of_the_database_tells_the_name_afterwards(named_site):
    before = sum(tells(text) for _, text in dumped())
    erase_all()
    assert before > 100
    assert sorted({table for table, text in dumped() if tells(text)}) == []


def test_no_file_and_no_public_page_tells_it(named_site, client):
    named_site.series.refresh_from_db()
    before = addresses(named_site)
    told = [address for address in before if tells(words_at(client, address))]
    assert len(told) > 20
    erase_all()
    named_site.series.refresh_from_db()
    for address in addresses(named_site):
        response = client.get(address, follow=True)
        assert response.status_code == 200, address
        assert not tells(words_at(client, address)), address
        assert not tells(str(response.redirect_chain)), address
    files = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert not [path for path in files if tells(path.name) or b"grzeg" in path.read_bytes()]


def addresses(site):
    examples = site.examples()
    known = [(name, kwargs) for name, _ in public_patterns() for kwargs in examples.get(name, [])]
    return [reverse(name, kwargs=kwargs) for name, kwargs in known]


def words_at(client, address):
    return b"".join(client.get(address, follow=True)).decode("utf-8", "replace")


def test_the_place_reads_what_happened(named_site, client):
    erase_all()
    named_site.upcoming.refresh_from_db()
    assert named_site.upcoming.lead == "Dziękujemy [usunięto dane osobowe]."
    assert named_site.upcoming.body == (
        "<p>Prowadzi [usunięto dane osobowe], pisz do [usunięto dane osobowe].</p>"
        "<ul><li>ze [usunięto dane osobowe] i <a>[usunięto dane osobowe]</a></li></ul>"
    )
    page = BeautifulSoup(client.get(named_site.upcoming.get_absolute_url()).content, "html.parser")
    assert "usunięto dane osobowe" in page.find("main").get_text().replace("\u00a0", " ")


def test_a_frozen_version_gets_a_new_checksum_and_says_when(named_site):
    version = ReportVersion.objects.get()
    ReportVersion.objects.update(checksum=checksum(version.content))
    erase_all()
    after = ReportVersion.objects.get()
    assert after.checksum == checksum(after.content) != checksum(version.content)
    assert after.erased_at == NOW
    assert after.content["span"]["slug"] == version.content["span"]["slug"]


def test_a_version_that_did_not_say_it_is_left_as_it_was(named_site):
    erase_all()
    before = ReportVersion.objects.values().get()
    erase_all()
    assert ReportVersion.objects.values().get() == before


def test_what_was_done_is_counted_and_never_kept(named_site):
    done = erase_all()
    assert done == Erasure.objects.latest("at")
    assert done.found["reports.ReportVersion"] == 1
    assert done.found["events.HistoricalEvent"] > 1
    assert not tells(f"{done.reason} {done.found}")


def test_a_second_time_there_is_nothing_left(named_site):
    erase_all()
    assert find(WANTED) == []
    assert erase_all().found == {}


def test_histories_are_rewritten_and_not_added_to(named_site):
    counts = {m: m._base_manager.count() for m in walked() if is_history(m)}
    erase_all()
    assert {m: m._base_manager.count() for m in counts} == counts


def test_a_form_opened_before_meets_the_conflict(named_site):
    before = named_site.upcoming.version
    named_site.upcoming.refresh_from_db()
    stored = named_site.upcoming.version
    erase_all()
    named_site.upcoming.refresh_from_db()
    assert named_site.upcoming.version == stored + 1 > before


def test_search_and_lists_follow(named_site):
    erase_all()
    named_site.organization.refresh_from_db()
    row = named_site.organization
    assert row.name == "Dziękujemy [usunięto dane osobowe]."
    assert row.folded == "dziekujemy [usunieto dane osobowe]."
    folded, key = row.folded, row.sort_key
    row.save()
    assert (row.folded, row.sort_key) == (folded, key)


def test_an_office_holder_stays_unless_somebody_says_so(named_site):
    erase_all(choice=Choice())
    left = {place.model._meta.label for place in find(WANTED)}
    assert left == {"organizations.OfficeHolder", "organizations.HistoricalOfficeHolder"}


def test_the_picture_of_the_person_goes_with_every_file(named_site):
    from portal.erasure.pictures import candidates
    from portal.kernel.pictures import shelf

    picture = make_picture(named_site.upcoming, alt=f"{NAME} przy stole")
    other = make_picture(named_site.upcoming, alt="Grupa przy stole", people="detail")
    hidden = make_picture(named_site.upcoming, alt="Pusty stół", people="none")
    offered = {one.picture.pk: one.named for one in candidates(find(WANTED), ALL)}
    assert offered[picture.pk] is True
    assert offered[other.pk] is False
    assert hidden.pk not in offered
    assert shelf.master(picture.name).is_file()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_files_of_a_ticked_picture_are_gone(at_noon):
    from portal.kernel.pictures import shelf
    from tests.factories import make_event

    event = make_event("Spotkanie", published_at=NOW)
    picture = make_picture(event, alt=f"{NAME} przy stole")
    kept = make_picture(event, alt=f"Stół, za nim {NAME}")
    done = erase_all(pictures=[picture])
    assert not shelf.master(picture.name).exists()
    assert list(shelf.files_of(picture.name)) == []
    assert shelf.master(kept.name).is_file()
    kept.refresh_from_db()
    assert kept.alt == "Stół, za nim [usunięto dane osobowe]"
    assert done.found["pictures"] == 1
    assert not any(tells(text) for _, text in dumped())
