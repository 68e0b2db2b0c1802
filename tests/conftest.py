"""What every test lives with: no network, cheap passwords, a database and media of its own."""

import ipaddress
import os
import socket

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django_otp import DEVICE_ID_SESSION_KEY

# A busy machine is no fault of the code: examples are counted and not timed. They are the same in
# each run, so that a change is red for what it did; HYPOTHESIS_PROFILE=search looks for new ones.
FAIR = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("suite", derandomize=True, **FAIR)
hypothesis.settings.register_profile("search", **FAIR)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


def pytest_addoption(parser):
    parser.addoption(
        "--database",
        action="store_true",
        help="only tests that use the database: the second pass, on another one, needs no others",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    used = [item for item in items if uses_database(item)]
    unmarked = [item.nodeid for item in used if not is_ordered(item)]
    if unmarked:
        raise pytest.UsageError(f"Uses the database, needs the mark django_db: {unmarked}")
    if not config.getoption("--database"):
        return
    config.hook.pytest_deselected(items=[item for item in items if item not in set(used)])
    items[:] = used


def uses_database(item):
    """As pytest-django decides it: by its mark, or by a fixture that needs it."""
    fixtures = {"db", "transactional_db", "django_db_setup"} & set(item.fixturenames)
    return bool(item.get_closest_marker("django_db") or fixtures)


def is_ordered(item):
    """Whether pytest-django runs it before those that empty the database, or with them.

    A shared fixture alone does not tell it: such a test would come last and find nothing there.
    """
    fixtures = {"db", "transactional_db", "live_server"} & set(item.fixturenames)
    return bool(item.get_closest_marker("django_db") or fixtures)


@pytest.fixture(scope="session", autouse=True)
def own_files(tmp_path_factory):
    """Uploads land in a temporary folder; passwords are hashed fast, since nobody attacks them."""
    with override_settings(
        MEDIA_ROOT=tmp_path_factory.mktemp("media"),
        # There and empty: WhiteNoise warns of a missing one. Pages need no collected files here.
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def both_locks():
    """`client.force_login` stands for both locks of the desk: the password and the phone's code.

    What is between them has tests of its own, in tests/portal/accounts.
    """
    from django_otp.plugins.otp_totp.models import TOTPDevice

    by_password = Client.force_login

    def force_login(self, user, backend=None):
        by_password(self, user, backend)
        phone, _ = TOTPDevice.objects.get_or_create(user=user, confirmed=True, name="telefon")
        session = self.session
        session[DEVICE_ID_SESSION_KEY] = phone.persistent_id
        session.save()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "force_login", force_login)
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory, django_db_modify_db_settings_parallel_suffix):
    """pytest-django's hook. A file for each run: two runs at once must not share one database."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """pytest-django's own, which drops the database; PostgreSQL refuses while a session is left.

    A browser that goes in the middle of a page leaves the thread that answers it with one.
    """
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


def is_local(address):
    """Whether a socket's address stays on this machine. A path is a unix socket."""
    if not isinstance(address, tuple):
        return True
    host = address[0]
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def guarded(connect):
    def connect_locally(self, address):
        if not is_local(address):
            raise RuntimeError(f"A test reached for the network: {address!r}")
        return connect(self, address)

    return connect_locally


@pytest.fixture(scope="session", autouse=True)
def no_network():
    """No test may leave the machine: a suite that needs a foreign host fails when it is down."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
        yield
