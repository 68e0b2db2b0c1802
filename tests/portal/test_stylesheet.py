"""One stylesheet over the wire, and in it every rule of every file, in its layer."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import override_settings

from portal.stylesheet import ENTRIES, IMPORT, PlainStorage, joined

CSS = Path(__file__).parent.parent.parent / "static/css"
SHEET = (CSS / "site.css").read_text()
DESK = (CSS / "admin.css").read_text()
# Of a page of the desk that asks for it by itself.
OWN_SHEETS = {"site.css", "admin.css", "desk_report.css"}


def test_every_import_is_understood():
    for sheet in (SHEET, DESK):
        assert sheet.count("@import") == len(IMPORT.findall(sheet))


def test_every_file_of_the_folder_is_imported_once_by_the_site_or_by_the_desk():
    imported = [match["file"] for match in IMPORT.finditer(SHEET + DESK)]
    assert len(imported) == len(set(imported))
    assert {path.name for path in CSS.glob("*.css")} - OWN_SHEETS == set(imported)


def test_the_joined_sheet_imports_nothing_and_keeps_every_rule():
    sheet = joined(SHEET, CSS)
    assert "@import" not in sheet
    for match in IMPORT.finditer(SHEET):
        rules = (CSS / match["file"]).read_text().strip()
        assert f"@layer {match['layer']} {{\n{rules}\n}}\n" in sheet, match["file"]
    assert sheet.count("{") == sheet.count("}")


def test_the_order_of_the_layers_comes_first_and_names_each():
    sheet = re.sub(r"/\*.*?\*/", "", joined(SHEET, CSS), flags=re.DOTALL)
    order = re.match(r"\s*@layer ([\w, ]+);", sheet)[1].split(", ")
    assert {match["layer"] for match in IMPORT.finditer(SHEET)} == set(order)
    assert re.search(r"^@layer (\w+) \{", sheet, re.MULTILINE)[1] == order[0]


def test_an_import_without_a_layer_is_joined_as_it_is(tmp_path):
    (tmp_path / "a.css").write_text("a { color: red }\n")
    assert joined('@import url("a.css");\nb {}\n', tmp_path) == "a { color: red }\nb {}\n"


@pytest.mark.parametrize("path", sorted(CSS.glob("*.css")), ids=lambda path: path.name)
def test_a_sheet_reaches_for_nothing_else(path):
    """Fonts and pictures of other hosts, or files that hashing would lose."""
    text = path.read_text()
    urls = [url for url in re.findall(r"url\(([^)]*)\)", text) if not url.startswith('"data:')]
    assert path.name in {"site.css", "admin.css"} or urls == []
    selectors = re.findall(r"[^{};]+(?=\{)", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    # Django's own desk has identifiers; ours are for links and labels alone.
    assert (
        path.name.startswith("desk")
        or path.name in OWN_SHEETS
        or not [rule for rule in selectors if "#" in rule and "@" not in rule]
    )


def test_a_page_and_the_sheet_weigh_at_most_40_kb_over_the_wire(site, client):
    sheet = len(gzip.compress(joined(SHEET, CSS).encode()))
    for address in site.pages():
        page = client.get(address)
        assert page["Content-Type"].startswith("text/html"), address
        assert sheet + len(gzip.compress(page.content)) <= 40_000, address


## Among the collected files


@pytest.fixture
def folder(tmp_path):
    """A storage of our own files alone: Django's admin has hundreds, and none is joined."""
    with override_settings(STATIC_ROOT=tmp_path):
        yield tmp_path


def collect(storage):
    paths = {}
    for path in CSS.glob("*.css"):
        name = f"css/{path.name}"
        storage.save(name, ContentFile(path.read_bytes()))
        paths[name] = (StaticFilesStorage(location=CSS.parent), name)
    return paths


def test_what_is_collected_is_one_sheet_for_visitors_and_one_for_the_desk(folder):
    storage = PlainStorage(location=folder)
    done = list(storage.post_process(collect(storage)))
    assert done == [(name, name, True) for name in ENTRIES]
    sheets = [(folder / name).read_text() for name in ENTRIES]
    assert sheets == [joined(SHEET, CSS), joined(DESK, CSS)]


def test_a_dry_run_writes_nothing(folder):
    storage = PlainStorage(location=folder)
    assert list(storage.post_process(collect(storage), dry_run=True)) == []
    assert [(folder / name).read_text() for name in ENTRIES] == [SHEET, DESK]


MANIFEST = {"staticfiles": {"BACKEND": "portal.stylesheet.ManifestStorage"}}


@override_settings(STORAGES=MANIFEST)
def test_production_hashes_and_compresses_the_joined_sheet(folder):
    call_command("collectstatic", "--no-input", verbosity=0, ignore_patterns=NOT_OURS)
    hashed = [*(folder / "css").glob("site.*.css")]
    assert len(hashed) == 1
    assert hashed[0].read_text() == joined(SHEET, CSS)
    assert hashed[0].with_name(f"{hashed[0].name}.gz").is_file()
    assert "@import" not in (folder / "css/site.css").read_text()


NOT_OURS = ["admin", "django_prose_editor", "js_asset", "*.js"]


@override_settings(STORAGES=MANIFEST)
def test_production_serves_a_page_with_the_hashed_name(folder, client, db):
    call_command("collectstatic", "--no-input", verbosity=0, ignore_patterns=NOT_OURS)
    html = client.get("/").content.decode()
    assert re.search(r'<link rel="stylesheet" href="/static/css/site\.[0-9a-f]{12}\.css">', html)
