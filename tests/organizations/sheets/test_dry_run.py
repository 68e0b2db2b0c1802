"""Before anything is written, a person sees what would be; then all of it is, once."""

import pytest

from organizations.models import Alias, Organization
from organizations.sheets.saving import prepared
from portal.kernel.publishing import Status
from tests.desk import told, words
from tests.factories import NOW, make_organization, make_user
from tests.organizations.sheets.conftest import Desk, sent_by
from tests.organizations.sheets.files import HEADERS, csv, row, upload, xlsx

pytestmark = pytest.mark.django_db


def groups(response):
    return {
        kind: [outcome.name for outcome in rows]
        for kind, rows in response.context["groups"].items()
        if rows
    }


def test_each_row_is_new_changed_doubtful_unchanged_or_wrong(desk):
    known, other = make_organization("Ławka dialogu", field="sąsiedzi"), make_organization("Inna")
    seen = desk.look(
        xlsx(
            row("Zupełnie nowa"),
            row("Ławka dialogu", known.pk, field="sąsiedztwo"),
            row("Fundacja Lawka Dialogu"),
            row("Inna", other.pk),
            row("Zła", kind="kółko"),
        )
    )
    assert groups(seen) == {
        "new": ["Zupełnie nowa"],
        "changed": ["Ławka dialogu"],
        "doubtful": ["Fundacja Lawka Dialogu"],
        "unchanged": ["Inna"],
        "wrong": ["Zła"],
    }
    text = words(seen)
    assert "czym się zajmuje: sąsiedzi → sąsiedztwo" in text
    assert f"podobna do: Ławka dialogu, nr {known.pk}" in text
    assert "Wiersz 6 (Zła) rodzaj: „kółko” nie jest rodzajem organizacji." in text


def test_looking_writes_nothing(desk):
    known = make_organization("Ławka")
    desk.look(xlsx(row("Nowa"), row("Ławka 2", known.pk)))
    assert [row.name for row in Organization.objects.all()] == ["Ławka"]
    assert known.history.count() == Organization.objects.get().history.count()


def test_the_button_says_how_many_changes_and_makes_them(desk):
    known = make_organization("Ławka", website="https://stara.example")
    seen = desk.look(
        xlsx(
            row("Nowa", aliases="Nówka; Nowość", kind="firma", website="nowa.example"),
            row("Ławka", known.pk, aliases="Ławeczka", website="https://nowa.example"),
        )
    )
    assert seen.context["label"] == "Wczytaj 2\u00a0zmiany"
    done = desk.load(seen)
    assert told(done) == "Wczytano arkusz: 1 nowa, 1 zmieniona. Nowe są szkicami."
    known.refresh_from_db()
    assert known.website == "https://nowa.example"
    assert [alias.name for alias in known.aliases.all()] == ["Ławeczka"]
    made = Organization.objects.get(name="Nowa")
    assert (made.status, made.kind, made.website) == ("draft", "company", "https://nowa.example")
    assert [alias.name for alias in made.aliases.all()] == ["Nówka", "Nowość"]


def test_what_a_sheet_makes_is_like_what_a_form_makes(desk):
    known = make_organization("Ławka")
    desk.load(desk.look(xlsx(row("Żółta Łódź"), row("Ławka Ósma", known.pk, aliases="Ósemka"))))
    for made in Organization.objects.all():
        stored = (made.folded, made.sort_key)
        made.save()
        assert stored == (made.folded, made.sort_key)
    assert Alias.objects.get().folded == "osemka"
    assert prepared(Organization(name="x")).version == 1


def test_the_history_says_from_which_file_and_who(desk):
    known = make_organization("Ławka")
    Alias.objects.create(organization=known, name="Stara nazwa")
    version = known.version
    seen = desk.look(xlsx(row("Nowa"), row("Ławka", known.pk, aliases="Nowa nazwa")), "maj.xlsx")
    desk.load(seen)
    known.refresh_from_db()
    assert known.version == version + 1
    rows = [
        known.history.first(),
        Organization.objects.get(name="Nowa").history.get(),
        Alias.objects.get(organization=known).history.get(),
        Alias.history.filter(name="Stara nazwa", history_type="-").get(),
    ]
    for entry in rows:
        assert (entry.history_change_reason, entry.history_user) == (
            "Arkusz z pliku „maj.xlsx”",
            desk.user,
        )


def test_a_column_that_is_missing_changes_nothing(desk):
    known = make_organization("Ławka", field="sąsiedzi", website="https://lawka.example")
    Alias.objects.create(organization=known, name="Ławeczka")
    seen = desk.look(xlsx([known.pk, "Ławka 2"], headers=["id", "nazwa"]))
    assert "Tych kolumn nie ma, więc nic się w nich nie zmieni: „inne nazwy”" in words(seen)
    desk.load(seen)
    known.refresh_from_db()
    assert (known.name, known.field, known.website) == (
        "Ławka 2",
        "sąsiedzi",
        "https://lawka.example",
    )
    assert known.aliases.count() == 1


def test_an_empty_cell_empties(desk):
    known = make_organization("Ławka", field="sąsiedzi")
    Alias.objects.create(organization=known, name="Ławeczka")
    seen = desk.look(xlsx(row("Ławka", known.pk)))
    assert "czym się zajmuje: sąsiedzi → (pusto)" in words(seen)
    desk.load(seen)
    known.refresh_from_db()
    assert (known.field, known.aliases.count()) == ("", 0)


def test_an_other_name_spelled_anew_stays_one_row(desk):
    known = make_organization("Ławka")
    alias = Alias.objects.create(organization=known, name="laweczka")
    desk.load(desk.look(xlsx(row("Ławka", known.pk, aliases="Ławeczka"))))
    assert Alias.objects.get().pk == alias.pk
    assert Alias.objects.get().name == "Ławeczka"


def test_the_state_is_only_read(desk):
    known = make_organization("Ławka", published_at=None)
    line = [*row("Ławka", known.pk)[:-1], "opublikowane"]
    seen = desk.look(xlsx(line))
    assert "Kolumna „stan” jest tylko do wiadomości" in words(seen)
    assert groups(seen) == {"unchanged": ["Ławka"]}
    assert "nie ma czego wczytywać" in words(seen)


# Doubles


def doubtful(desk, name="Lawka dialogu", **more):
    known = make_organization("Fundacja Ławka Dialogu", website="https://lawka.example")
    return known, desk.look(xlsx(row(name, **more)))


def test_to_samo_adds_a_name_and_fills_what_is_empty(desk):
    known, seen = doubtful(desk, field="sąsiedzi", website="https://inna.example")
    assert "inne nazwy: (pusto) → Lawka dialogu" in words(seen)
    desk.load(seen, **{"row-2": f"same:{known.pk}"})
    known.refresh_from_db()
    assert (known.name, known.field) == ("Fundacja Ławka Dialogu", "sąsiedzi")
    assert known.website == "https://lawka.example"
    assert [alias.name for alias in known.aliases.all()] == ["Lawka dialogu"]


def test_nowa_makes_a_draft_and_pomin_nothing(desk):
    _known, seen = doubtful(desk)
    assert seen.context["label"] == "Wczytaj to, co wybrano"
    desk.load(seen)
    assert Organization.objects.count() == 1
    seen = desk.look(xlsx(row("Lawka dialogu")))
    desk.load(seen, **{"row-2": "new"})
    assert Organization.objects.get(name="Lawka dialogu").status == Status.DRAFT


@pytest.mark.parametrize("choice", ["", "same", "same:999999", "same:x", "usuń", "new'"])
def test_a_choice_that_was_not_offered_is_asked_for_again(desk, choice):
    _known, seen = doubtful(desk)
    again = desk.load(seen, **{"row-2": choice})
    assert "Wybierz, co zrobić z tym wierszem." in words(again)
    assert Organization.objects.count() == 1
    desk.load(again, **{"row-2": "new"})
    assert Organization.objects.count() == 2


def test_a_double_is_found_by_its_other_names(desk):
    known = make_organization("Stowarzyszenie Alfa")
    Alias.objects.create(organization=known, name="Świetlik Nocny")
    seen = desk.look(xlsx(row("Beta", aliases="SWIETLIK NOCNY")))
    assert f"podobna do: Stowarzyszenie Alfa, nr {known.pk} (inna nazwa: Świetlik Nocny)" in words(
        seen
    )


def test_the_same_name_twice_in_the_sheet_is_doubtful(desk):
    seen = desk.look(xlsx(row("Nowa"), row("NOWA")))
    assert "Ta sama nazwa stoi już w wierszu 2." in words(seen)
    desk.load(seen)
    assert [row.name for row in Organization.objects.all()] == ["Nowa"]


def test_two_rows_may_be_the_same_one(desk):
    known = make_organization("Fundacja Ławka Dialogu")
    seen = desk.look(xlsx(row("Lawka dialogu"), row("Ławka dialogó", field="sąsiedzi")))
    same = f"same:{known.pk}"
    desk.load(seen, **{"row-2": same, "row-3": same})
    known.refresh_from_db()
    assert known.field == "sąsiedzi"
    assert {alias.name for alias in known.aliases.all()} == {"Lawka dialogu", "Ławka dialogó"}


def test_a_new_name_that_another_bears_is_noted(desk):
    first, second = make_organization("Ławka"), make_organization("Ogródek")
    text = words(desk.look(xlsx(row("Ławka", second.pk))))
    assert f"Uwaga: tak samo nazywa się: Ławka, nr {first.pk}" in text


# Once, and only as it was shown


def test_a_double_click_loads_once(desk):
    seen = desk.look(xlsx(row("Nowa")))
    desk.load(seen)
    assert "Ten arkusz już wczytano." in told(desk.load(seen))
    assert Organization.objects.count() == 1


def test_a_row_that_changed_meanwhile_is_shown_again(desk):
    known = make_organization("Ławka", field="sąsiedzi")
    seen = desk.look(xlsx(row("Nowa"), row("Ławka", known.pk, field="ogrody")))
    known.field = "muzyka"
    known.save()
    again = desk.load(seen)
    assert "W tym czasie ktoś zmienił organizacje z tego arkusza." in told(again)
    assert "muzyka → ogrody" in words(again)
    assert Organization.objects.count() == 1
    desk.load(again)
    known.refresh_from_db()
    assert (known.field, Organization.objects.count()) == ("ogrody", 2)


def test_a_double_that_came_meanwhile_is_asked_about(desk):
    seen = desk.look(xlsx(row("Nowa nazwa")))
    make_organization("Nowa Nazwa")
    again = desk.load(seen)
    assert groups(again) == {"doubtful": ["Nowa nazwa"]}
    assert Organization.objects.count() == 1


def test_one_wrong_row_holds_back_all(desk):
    seen = desk.look(xlsx(row("Dobra"), row("")))
    assert "packed" not in seen.context
    assert "Nic nie wczytano." in words(seen)


def test_what_was_shown_to_another_or_written_by_hand_is_refused(desk, client):
    sent = sent_by(desk.look(xlsx(row("Nowa"))))
    for sheet in ("", "x", sent["sheet"][:-3] + "abc", sent["sheet"] * 2):
        answer = client.post(desk.address, {**sent, "sheet": sheet, "_load": "1"})
        assert "Wybierz plik jeszcze raz." in words(answer)
    other = Desk(client, "publikacja")
    answer = client.post(other.address, sent)
    assert "Wybierz plik jeszcze raz." in words(answer)
    assert Organization.objects.count() == 0


def test_more_than_asked_for_changes_nothing(desk):
    known = make_organization("Ławka", published_at=None)
    headers = [*HEADERS, "status", "is_example", "published_at", "merged_into"]
    line = [*row("Ławka 2", known.pk), "published", "1", "2026-01-01", known.pk]
    seen = desk.look(xlsx(line, headers=headers))
    assert "Pominięto kolumny, których portal nie zna: „status”" in words(seen)
    desk.load(seen, status="published", id="77", author="1")
    known.refresh_from_db()
    assert (known.name, known.status, known.is_example) == ("Ławka 2", Status.DRAFT, False)
    assert known.merged_into is None


# Who may


def test_a_writer_adds_and_changes_drafts(writer):
    draft = make_organization("Szkic", published_at=None)
    writer.load(writer.look(xlsx(row("Nowa"), row("Szkic 2", draft.pk))))
    draft.refresh_from_db()
    assert draft.name == "Szkic 2"
    assert Organization.objects.filter(name="Nowa", status=Status.DRAFT).exists()


def test_what_is_public_is_changed_by_whoever_publishes(writer):
    known = make_organization("Ławka")
    seen = writer.look(xlsx(row("Ławka 2", known.pk)))
    assert "„Ławka” była lub jest na stronie: zmieni ją osoba, która publikuje." in words(seen)
    assert groups(seen) == {"wrong": ["Ławka 2"]}
    assert groups(writer.look(xlsx(row("Ławka", known.pk)))) == {"unchanged": ["Ławka"]}


def test_nor_by_way_of_a_double(writer):
    known = make_organization("Fundacja Ławka Dialogu")
    seen = writer.look(xlsx(row("Lawka dialogu")))
    assert "zmieni ją osoba, która publikuje" in words(seen)
    again = writer.load(seen, **{"row-2": f"same:{known.pk}"})
    assert "Wybierz, co zrobić z tym wierszem." in words(again)
    assert known.aliases.count() == 0


def test_a_right_that_went_meanwhile_stops_it(writer):
    seen = writer.look(xlsx(row("Nowa")))
    writer.user.groups.clear()
    assert writer.client.post(writer.address, sent_by(seen)).status_code == 403
    assert Organization.objects.count() == 0


def test_others_see_nothing(client):
    client.force_login(make_user())
    assert client.get("/admin/organizations/organization/arkusz/").status_code == 403
    client.logout()
    file = {"file": upload(csv(row()), "o.csv")}
    answer = client.post("/admin/organizations/organization/arkusz/", file)
    assert answer["Location"].startswith("/admin/login/")


# Ids


def test_every_strange_number_is_told_by_its_row(desk):
    thrown = make_organization("Wyrzucona", published_at=None)
    thrown.discard(NOW)
    kept, merged = make_organization("Ławka"), make_organization("Ogródek")
    merged.merged_into = kept
    merged.save()
    numbers = [999, "abc", "-1", "1.5", "9" * 30, thrown.pk, merged.pk, kept.pk, kept.pk]
    text = words(desk.look(csv(*(row("X", number) for number in numbers)), "o.csv"))
    for sentence in (
        "Wiersz 2 (X) id: Nie ma organizacji nr 999.",
        "Wiersz 3 (X) id: „abc” nie jest numerem z portalu.",
        "Wiersz 4 (X) id: „-1” nie jest numerem z portalu.",
        "Wiersz 5 (X) id: „1.5” nie jest numerem z portalu.",
        f"Organizacja nr {thrown.pk} leży w koszu",
        f"Nr {merged.pk} połączono z nr {kept.pk}",
        f"Wiersz 10 (X) id: Nr {kept.pk} jest już w wierszu 9.",
    ):
        assert sentence in text
