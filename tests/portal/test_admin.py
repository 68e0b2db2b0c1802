from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from portal.models import User
from tests.factories import NOW, make_event, make_user, make_when

pytestmark = pytest.mark.django_db

LISTS = [
    "events_event",
    "events_series",
    "events_announcement",
    "events_attendancenote",
    "venues_venue",
    "organizations_organization",
    "organizations_officeholder",
    "reports_report",
    "reports_activity",
    "reports_reportversion",
    "portal_user",
]
ENGLISH = ("Select ", " to change", "Add ", "Save", "Delete", "History", "Search", "Today", "Home")


@pytest.fixture
def administrator(client):
    client.force_login(make_user("redakcja", "publikacja", "administracja", username="admin1"))
    return client


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_in_polish(administrator, name):
    page = administrator.get(reverse(f"admin:{name}_changelist"))
    assert page.status_code == 200
    assert not [word for word in ENGLISH if f">{word}" in page.content.decode()]


@pytest.mark.parametrize(
    "name", [n for n in LISTS if n not in {"reports_report", "reports_reportversion"}]
)
def test_every_empty_form_opens_in_polish(administrator, name):
    page = administrator.get(reverse(f"admin:{name}_add"))
    assert page.status_code == 200
    assert not [word for word in ENGLISH if f">{word}" in page.content.decode()]


def test_the_lists_stand_on_every_page_in_the_order_of_use(administrator):
    for address in ("/admin/", "/admin/venues/venue/", "/admin/events/event/add/"):
        page = administrator.get(address)
        labels = [place.label for place in page.context["desk_places"]]
        assert labels[:4] == ["Wydarzenia", "Notatki", "Ustalenia", "Aktualności"]
        assert labels[-1] == "Konta"
        html = page.content.decode()
        assert 'aria-label="Spisy"' in html
        assert 'href="/admin/reports/report/"' in html


def test_the_navigation_says_where_one_is(administrator):
    def here(address):
        places = administrator.get(address).context["desk_places"]
        return [(place.label, place.current) for place in places if place.current]

    assert here("/admin/") == []
    assert here("/admin/venues/venue/") == [("Miejsca", "page")]
    assert here("/admin/venues/venue/add/") == [("Miejsca", "true")]


def test_a_writer_is_led_to_no_list_that_is_closed_to_them(client):
    client.force_login(make_user("redakcja"))
    labels = [place.label for place in client.get("/admin/").context["desk_places"]]
    assert "Wydarzenia" in labels
    assert "Konta" not in labels


def test_a_folder_of_lists_is_the_desk(administrator):
    assert administrator.get("/admin/events/").headers["Location"] == "/admin/"


def test_the_admin_runs_no_inline_script_without_this_answers_nonce(administrator):
    page = administrator.get(reverse("admin:events_announcement_add"))
    policy = page.headers["Content-Security-Policy"]
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert "unsafe" not in policy
    assert f'<script type="importmap" nonce="{nonce}">' in page.content.decode()


class TestAccounts:
    def test_an_administrator_gives_roles_and_no_single_permission(self, administrator):
        colleague = make_user("redakcja")
        page = administrator.get(reverse("admin:portal_user_change", args=[colleague.pk]))
        fields = page.context["adminform"].form.fields
        assert "groups" in fields
        assert not {"is_superuser", "user_permissions"} & set(fields)

    def test_an_administrator_cannot_touch_a_superuser(self, administrator):
        root = User.objects.create_superuser("root", password="x")
        url = reverse("admin:portal_user_change", args=[root.pk])
        assert administrator.post(url, {"username": "moje"}).status_code == 403
        root.refresh_from_db()
        assert root.username == "root"

    def test_an_account_is_switched_off_and_never_deleted(self, administrator):
        colleague = make_user("redakcja")
        url = reverse("admin:portal_user_delete", args=[colleague.pk])
        assert administrator.post(url, {"post": "yes"}).status_code == 403

    def test_a_writer_sees_no_accounts(self, client):
        client.force_login(make_user("redakcja"))
        assert client.get(reverse("admin:portal_user_changelist")).status_code == 403


class TestHistory:
    def test_says_in_words_who_changed_what(self, administrator):
        event = make_event("Ławka", published_at=None)
        url = reverse("admin:events_event_change", args=[event.pk])
        event.title = "Ławka dialogu"
        event.when = make_when(date(2027, 5, 13))
        event.publish(NOW)
        page = administrator.get(url.replace("change", "history")).content.decode()
        read = " ".join(strip_tags(page).split())
        assert "Tytuł Teraz: Ławka dialogu Poprzednio: Ławka" in read
        assert "Termin Teraz: 13 maja 2027 r., godz. 14.00–18.00 Poprzednio: 13 maja 2026" in read
        assert "Stan Teraz: opublikowane Poprzednio: szkic" in read
        assert "Folded" not in page
        assert "style=" not in page


@pytest.mark.parametrize("number, sentence", [(1, "1 pozycja"), (3, "3 pozycje"), (5, "5 pozycji")])
def test_a_list_counts_its_rows_in_polish(administrator, number, sentence):
    for _ in range(number):
        make_event()
    page = administrator.get(reverse("admin:events_event_changelist")).content.decode()
    assert sentence in page.replace("\xa0", " ")
