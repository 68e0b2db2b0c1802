"""Templates: each compiles, is used, and is given all that it prints."""

import re
from pathlib import Path
from unittest import mock

import pytest
from django.contrib import admin
from django.template import Engine, VariableDoesNotExist
from django.template.base import FilterExpression, Variable
from django.template.loader import get_template
from django.template.loader_tags import BlockNode, IncludeNode

from tests.factories import make_event
from tests.portal.conftest import at_noon, site  # noqa: F401 -- fixtures

ROOT = Path(__file__).parent.parent / "templates"
ALL = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.html"))
PUBLIC = [name for name in ALL if not name.startswith("admin/")]
DJANGO_ADMIN = Path(admin.__file__).parent / "templates/admin"
EXTENDS = re.compile(r'\{%\s*extends\s+"([^"]+)"')
CODE = [
    path
    for folder in ("portal", "organizations", "venues", "events", "reports")
    for path in (ROOT.parent / folder).rglob("*.py")
]


def source(name):
    return (ROOT / name).read_text()


@pytest.mark.parametrize("name", ALL)
def test_every_template_compiles(name):
    assert get_template(name)


def blocks(name):
    return re.findall(r"\{%\s*block\s+([\w-]+)", source(name))


@pytest.mark.parametrize("name", PUBLIC)
def test_blocks_stand_in_one_order_and_exist_in_the_frame(name):
    order = blocks("base.html")
    used = blocks(name)
    assert used == [block for block in order if block in used]


def test_no_block_of_the_frame_is_unused():
    used = {block for name in PUBLIC if name != "base.html" for block in blocks(name)}
    assert used == set(blocks("base.html"))


@pytest.mark.parametrize("name", [name for name in ALL if "admin/" in name])
def test_a_desk_template_fills_only_blocks_that_are_there(name):
    """A block that Django renames would silently show nothing."""
    template = get_template(name).template
    extended = EXTENDS.search(template.source)
    known = all_blocks(extended[1], [template.origin]) if extended else set(blocks(name))
    assert set(blocks(name)) - known == set()


def all_blocks(name, below=()):
    """The names of the blocks of a template and of all that it extends, itself in Django too."""
    template, _ = Engine.get_default().find_template(name, skip=list(below))
    found = {node.name for node in template.nodelist.get_nodes_by_type(BlockNode)}
    extended = EXTENDS.search(template.source)
    return found | (all_blocks(extended[1], [*below, template.origin]) if extended else set())


def test_every_partial_is_included_and_every_page_is_rendered():
    included = {
        match for name in ALL for match in re.findall(r'\{%\s*include\s+"([^"]+)"', source(name))
    }
    code = "\n".join(path.read_text() for path in CODE)
    extended = {match for name in ALL for match in re.findall(r'extends "([^"]+)"', source(name))}
    unused = [
        name
        for name in ALL
        if name not in included | extended
        and f'"{name}"' not in code
        and not is_an_admin_hook(name)
    ]
    assert unused == []


def is_an_admin_hook(name):
    """What Django's admin looks for by its place: admin/[<app>/<model>/]<a page of Django's>."""
    return name.startswith("admin/") and (DJANGO_ADMIN / Path(name).name).is_file()


@pytest.mark.parametrize("name", [name for name in PUBLIC if Path(name).name.startswith("_")])
def test_a_partial_says_what_it_is_given(name):
    assert re.match(r"\{# .+ #\}\n", source(name)), name


@pytest.mark.parametrize("name", PUBLIC)
def test_partials_are_included_with_only_what_they_are_given(name):
    includes = re.findall(r"\{%\s*include\b[^%]*%\}", source(name))
    assert [tag for tag in includes if not re.search(r"\bonly\s*%\}$", tag)] == []


@pytest.mark.parametrize("name", PUBLIC)
def test_a_partial_is_given_only_what_it_uses(name):
    for node in get_template(name).template.nodelist.get_nodes_by_type(IncludeNode):
        inner = source(node.template.var)
        for given in node.extra_context:
            assert re.search(rf"(?<![\w\"'-]){given}\b", inner.partition("#}")[2]), (name, given)


## What a page prints, somebody gave it


class Undefined(str):
    """Stands where a variable was missing: seen when printed, and false when asked."""

    def __bool__(self):
        return False


def strict(resolve):
    """Resolving as always, but a missing variable that would be printed leaves its name."""

    def resolved(self, context, ignore_failures=False):
        forgiving = ignore_failures or any(
            found.__name__ in {"default", "default_if_none"} for found, _ in self.filters
        )
        if not forgiving and isinstance(self.var, Variable):
            try:
                self.var.resolve(context)
            except VariableDoesNotExist:
                return Undefined(f"⟦{self.var}⟧")
        return resolve(self, context, ignore_failures)

    return resolved


def missing(client, address):
    with mock.patch.object(FilterExpression, "resolve", strict(FilterExpression.resolve)):
        html = client.get(address).content.decode()
    return re.findall(r"⟦[^⟧]*⟧", html)


def test_no_page_prints_a_variable_that_nobody_gave(site, client):  # noqa: F811 -- the fixture
    found = {
        address: missing(client, address) for address in [*site.pages(), "/nie-ma/", "/?a=%00"]
    }
    assert {address: names for address, names in found.items() if names} == {}


def test_nor_does_a_page_of_what_was_withdrawn(site, client):  # noqa: F811 -- the fixture
    site.upcoming.withdraw(site.upcoming.published_at, "Choroba.")
    assert missing(client, site.upcoming.get_absolute_url()) == []


def test_nor_does_a_page_of_something_bare(db, client, at_noon):  # noqa: F811 -- the fixture
    bare = make_event("Samo miano")
    for address in (bare.get_absolute_url(), "/", "/wydarzenia/", "/cykle/", "/organizacje/"):
        assert missing(client, address) == []


def test_a_missing_variable_would_be_seen(site, client, monkeypatch):  # noqa: F811
    monkeypatch.setattr("portal.views.latest_account", lambda _: {"title": "Marzec"})
    assert "⟦account.url⟧" in missing(client, "/")


@pytest.mark.parametrize("name", PUBLIC)
def test_no_address_is_written_by_hand(name):
    """Addresses come from the URLconf, so that none goes stale."""
    if name == "500.html":
        return  # the last page standing may not need the URLconf
    assert set(re.findall(r'href="(/[^"{]*)"', source(name))) <= {"/admin/"}
