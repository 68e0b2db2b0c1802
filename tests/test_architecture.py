"""The layers and the few words that no file may use; each failure names the offender."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).parent.parent
LAYERS = ["portal.kernel", "organizations", "venues", "events", "reports", "portal"]
SOURCE = sorted(
    path
    for folder in ("portal", *LAYERS[1:-1])
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# Written by a machine.
UNREAD = {"migrations"}


def name(path):
    return str(path.relative_to(ROOT))


def layer(module):
    """The layer that a dotted name belongs to; None for what is not ours."""
    parts = module.split(".")
    if parts[:2] == ["portal", "kernel"]:
        return "portal.kernel"
    return parts[0] if parts[0] in LAYERS else None


def module_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path):
    """(line, dotted name) of everything that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(part for part in (package(path, node.level), node.module) if part)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def package(path, level):
    """What the dots of a relative import stand for; nothing without dots."""
    own = module_of(path).split(".")
    return ".".join(own[: len(own) - level + (path.name == "__init__.py")]) if level else ""


def offences(found):
    return [f"{name(path)}:{line}: {what}" for path, line, what in found]


def test_imports_go_one_way():
    found = []
    for path in SOURCE:
        own = layer(module_of(path))
        for line, imported in imports(path):
            other = layer(imported)
            if other and LAYERS.index(other) > LAYERS.index(own):
                found.append((path, line, f"{own} must not import {imported}"))
    assert offences(found) == []


def test_the_kernel_knows_only_django_and_libraries():
    found = [
        (path, line, imported)
        for path in SOURCE
        if layer(module_of(path)) == "portal.kernel"
        for line, imported in imports(path)
        if layer(imported) not in {None, "portal.kernel"} or imported == "django.conf.settings"
    ]
    assert offences(found) == []


def test_the_package_portal_is_empty_so_that_the_kernel_is_below_all():
    assert (ROOT / "portal/__init__.py").read_text() == ""
    assert (ROOT / "portal/kernel/__init__.py").read_text() == ""


def test_installed_apps_stand_in_the_order_of_the_layers():
    ours = [app for app in settings.INSTALLED_APPS if layer(app)]
    assert ours == ["portal.apps.PortalAdminConfig", *LAYERS[1:-1], "portal.apps.PortalConfig"]


def test_root_urls_include_apps_by_name():
    imported = [what for _, what in imports(ROOT / "portal/urls.py") if layer(what)]
    assert imported == ["portal.views"]


def reads_the_clock(node):
    match node:
        case ast.Call(func=ast.Attribute(attr="now" | "today" | "utcnow" | "localdate")):
            return True
        case ast.Call(func=ast.Name(id="now" | "today" | "localdate")):
            return True
    return False


# The clock is read where somebody asks: requests, forms, commands, and one signal that says why.
READERS = {
    "admin.py",
    "admin_site.py",
    "context.py",
    "forms.py",
    "middleware.py",
    "signals.py",
    "views.py",
}
READING_FOLDERS = {"commands", "admin", "admin_site"}


def test_models_and_kernel_are_told_the_time():
    found = [
        (path, node.lineno, "reads the clock")
        for path in SOURCE
        if path.name not in READERS
        and not path.stem.endswith("_views")
        and not READING_FOLDERS & set(path.parts)
        for node in ast.walk(ast.parse(path.read_text()))
        if reads_the_clock(node)
    ]
    assert offences(found) == []


# Each is wrong for Polish, and the kernel has the right one.
WRONG_CALLS = {
    "django.utils.text.slugify": "portal.kernel.names.slugify",
    "django.template.defaultfilters.slugify": "portal.kernel.names.slugify",
    "django.utils.translation.ngettext": "portal.kernel.polish.counted",
    "django.utils.translation.ngettext_lazy": "portal.kernel.polish.counted",
    "django.utils.translation.npgettext": "portal.kernel.polish.counted",
}


def test_no_code_uses_what_is_wrong_for_polish():
    found = [
        (path, line, f"use {WRONG_CALLS[imported]}")
        for path in SOURCE
        for line, imported in imports(path)
        if imported in WRONG_CALLS
    ]
    found += [
        (path, number, "search the folded words")
        for path in SOURCE
        for number, text in enumerate(path.read_text().splitlines(), 1)
        if re.search(r"__i(contains|startswith|exact|regex)\b", text)
    ]
    assert offences(found) == []


FORBIDDEN_IN_TEMPLATES = {
    r"\|\s*pluralize": "pluralize does not know Polish plurals",
    r"\{%\s*plural\b": "blocktranslate's plural needs a catalogue",
    r"\|\s*date:\s*[\"'][^\"']*[FNEbMDl]": "a month or weekday in letters: use |day",
    r"\|\s*slugify": "Django's slugify drops ł",
    r"\|\s*safe\b": "rich text goes through |rich",
    r"\{%\s*autoescape\s+off": "escaping stays on",
    r"<style\b": "inline style",
    r"<script(?![^>]*\b(?:src|nonce)=)": "inline script without a nonce",
    r"\sstyle\s*=": "inline style",
    r"<[^>%]*\son[a-z]+\s*=": "inline handler",
    r"javascript:": "script in an address",
    r"(?:src|href)=\"(?:https?:)?//(?!www\.bip\.krakow\.pl)": "another host",
}


@pytest.mark.parametrize("pattern, why", FORBIDDEN_IN_TEMPLATES.items())
def test_no_template_holds_what_is_forbidden(pattern, why):
    found = [
        (path, path.read_text()[: match.start()].count("\n") + 1, why)
        for path in TEMPLATES
        for match in re.finditer(pattern, path.read_text())
    ]
    assert offences(found) == []


@pytest.mark.parametrize(
    "text, why",
    [
        ("{{ n|pluralize }}", "pluralize does not know Polish plurals"),
        ('{{ d|date:"j F Y" }}', "a month or weekday in letters: use |day"),
        ("<script>1</script>", "inline script without a nonce"),
        ('<p style="color: red">', "inline style"),
        ('<a href="/" onclick="x()">', "inline handler"),
        ('<img src="https://example.org/x.png">', "another host"),
    ],
)
def test_the_patterns_find_what_they_are_for(text, why):
    assert why in {said for found, said in FORBIDDEN_IN_TEMPLATES.items() if re.search(found, text)}


def test_the_patterns_let_the_right_ones_pass():
    right = '{{ item.starts|date:"G.i" }} <script src="x.js" defer></script> {{ html|rich }}'
    assert not [said for found, said in FORBIDDEN_IN_TEMPLATES.items() if re.search(found, right)]


def test_no_file_is_longer_than_400_lines():
    kinds = ("*.py", "*.html", "*.css", "*.js")
    folders = ["portal", *LAYERS[1:-1], "templates", "static", "tests", "deploy"]
    long = {
        name(path): count
        for folder in folders
        for kind in kinds
        for path in (ROOT / folder).rglob(kind)
        if not UNREAD & set(path.parts) and (count := path.read_text().count("\n")) > 400
    }
    assert long == {}


def test_no_file_may_become_a_drawer():
    """Shared code has a name that says what it does."""
    drawers = {"utils", "helpers", "common", "misc", "lib", "services"}
    assert [name(path) for path in SOURCE if drawers & {path.stem, *path.parts}] == []
