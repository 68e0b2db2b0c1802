"""Production refuses to start, by the name of the variable and never with its value.

The settings are run as a program in a folder of their own: no `.env` and no database is touched.
"""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).parent.parent
SECRET = "0123456789abcdef" * 4
PRODUCTION = {
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "ngo.krakow.pl",
    "SITE_URL": "https://ngo.krakow.pl",
    "DATABASE_URL": "postgres://portal:tajne@db/portal",
}


@pytest.fixture
def start(tmp_path):
    """Runs a copy of settings.py with exactly these variables."""
    path = tmp_path / "portal/settings.py"
    path.parent.mkdir()
    shutil.copy(ROOT / "portal/settings.py", path)

    def run(**variables):
        with mock.patch.dict(os.environ, variables, clear=True):
            return runpy.run_path(str(path))

    return run


def refusal(start, **variables):
    with pytest.raises(ImproperlyConfigured) as refused:
        start(**variables)
    return str(refused.value)


def test_production_starts_when_all_is_given(start):
    settings = start(**PRODUCTION)
    assert settings["MODE"] == "production"
    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["ngo.krakow.pl"]
    assert settings["DATABASES"]["default"]["ENGINE"] == "django.db.backends.postgresql"


@pytest.mark.parametrize("name", PRODUCTION)
@pytest.mark.parametrize("value", [None, "", "   "])
def test_production_names_the_variable_that_is_missing(start, name, value):
    rest = {key: text for key, text in PRODUCTION.items() if key != name}
    given = rest if value is None else {**rest, name: value}
    assert refusal(start, **given).startswith(f"{name} is not set")


@pytest.mark.parametrize("name", PRODUCTION)
@pytest.mark.parametrize("word", ["change-me", "CHANGEME", "zmien-mnie", "example.org", "insecure"])
def test_production_refuses_placeholders_and_does_not_repeat_them(start, name, word):
    told = refusal(start, **{**PRODUCTION, name: f"{word}{'x' * 60}"})
    assert told.startswith(f"{name} still holds a placeholder")
    assert word.lower() not in told.lower()


def test_the_documented_example_is_no_configuration(start):
    lines = (ROOT / ".env.example").read_text().splitlines()
    example = dict(line.split("=", 1) for line in lines if line[:1].isalpha())
    assert example["PORTAL_MODE"] == "production"
    assert "placeholder" in refusal(start, **example)


@pytest.mark.parametrize(
    "variable, value, told",
    [
        ("SECRET_KEY", "k" * 49, "SECRET_KEY must have at least 50 characters."),
        ("DEBUG", "true", "DEBUG must be off"),
        ("DEBUG", "1", "DEBUG must be off"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name hosts"),
        ("ALLOWED_HOSTS", "ngo.krakow.pl,*", "ALLOWED_HOSTS must name hosts"),
        ("ALLOWED_HOSTS", "ngo.krakow.pl, *", "ALLOWED_HOSTS must name hosts"),
        ("PORTAL_MODE", "prod", "PORTAL_MODE must be"),
        ("SITE_URL", "http://ngo.krakow.pl", "SITE_URL must begin with https://"),
        ("SITE_URL", "ngo.krakow.pl", "SITE_URL must begin with https://"),
    ],
)
def test_production_refuses_what_is_dangerous(start, variable, value, told):
    sentence = refusal(start, **{**PRODUCTION, variable: value})
    assert sentence.startswith(told)
    assert value == "*" or "k" * 49 not in sentence


def test_no_refusal_shows_a_value(start):
    for name in PRODUCTION:
        told = refusal(start, **{**PRODUCTION, name: "" if name != "SECRET_KEY" else "short"})
        assert not [value for value in (SECRET, "tajne", "short") if value in told]


def test_without_a_word_it_is_production(start):
    assert "is not set" in refusal(start)


def test_the_file_env_is_read_and_the_environment_has_the_last_word(start, tmp_path):
    lines = [f"{name}={value}" for name, value in PRODUCTION.items()]
    (tmp_path / ".env").write_text("\n".join(lines))
    assert start()["SITE_URL"] == "https://ngo.krakow.pl"
    assert start(SITE_URL="https://inny.krakow.pl/")["SITE_URL"] == "https://inny.krakow.pl"


def test_hosts_may_be_written_with_spaces(start):
    hosts = start(**{**PRODUCTION, "ALLOWED_HOSTS": "ngo.krakow.pl, www.ngo.krakow.pl"})
    assert hosts["ALLOWED_HOSTS"] == ["ngo.krakow.pl", "www.ngo.krakow.pl"]


def test_production_talks_https_only(start):
    settings = start(**PRODUCTION)
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SECURE_HSTS_SECONDS"] == 365 * 24 * 3600
    for cookie in ("SESSION", "CSRF"):
        assert settings[f"{cookie}_COOKIE_SECURE"] is True
        assert settings[f"{cookie}_COOKIE_NAME"].startswith("__Host-")
        assert settings[f"{cookie}_COOKIE_SAMESITE"] == "Lax"
    assert settings["STORAGES"]["staticfiles"]["BACKEND"] == "portal.stylesheet.ManifestStorage"


def test_a_proxy_is_believed_only_when_somebody_says_so(start):
    assert "SECURE_PROXY_SSL_HEADER" not in start(**PRODUCTION)
    behind = start(**{**PRODUCTION, "SECURE_PROXY": "true"})
    assert behind["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    for settings in (behind, start(**PRODUCTION)):
        assert not settings.get("USE_X_FORWARDED_HOST")
        assert not settings.get("USE_X_FORWARDED_PORT")


def test_the_demo_needs_nothing_and_keeps_its_key(start, tmp_path):
    first = start(PORTAL_MODE="demo")
    assert len(first["SECRET_KEY"]) >= 50
    assert start(PORTAL_MODE="demo")["SECRET_KEY"] == first["SECRET_KEY"]
    assert (tmp_path / "var/secret_key").stat().st_mode & 0o077 == 0
    assert "*" not in first["ALLOWED_HOSTS"]


@pytest.mark.parametrize(
    "url", ["sqlite:///{}/x.sqlite3", "sqlite:///{}/x.sqlite3?timeout=3", "postgres://a@/b?host={}"]
)
def test_the_database_keeps_its_options_whatever_the_url(start, tmp_path, url):
    settings = start(PORTAL_MODE="demo", DATABASE_URL=url.format(tmp_path))
    database = settings["DATABASES"]["default"]
    assert database["ATOMIC_REQUESTS"] is False
    if database["ENGINE"].endswith("sqlite3"):
        assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            assert f"PRAGMA {pragma};" in database["OPTIONS"]["init_command"]
    else:
        assert database["CONN_HEALTH_CHECKS"] is True


def test_djangos_own_check_finds_nothing_in_production(tmp_path):
    variables = {**PRODUCTION, "DATABASE_URL": f"sqlite:///{tmp_path}/check.sqlite3"}
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PORTAL_MODE": "production", **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no issues" in done.stdout


def test_nobody_listens_without_its_variables(tmp_path):
    """The process itself: refused in one line, with no traceback's worth of settings."""
    done = subprocess.run(
        [sys.executable, "-c", "import portal.wsgi"],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "PORTAL_MODE": "production",
            "SECRET_KEY": "",
            "DEBUG": "",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr
