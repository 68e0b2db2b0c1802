"""gunicorn's settings, in the demo as in production: gunicorn -c python:deploy.server

`python -m deploy.server` starts nothing; it says whether the demo's port is free.
"""

import os
import socket
import sys
from typing import Any

DEMO = os.environ.get("PORTAL_MODE") == "demo"
MEMORY = "/dev/shm"  # noqa: S108 - the folder is the kernel's, the file name gunicorn's
PORT = os.environ.get("PORT") or "8000"

wsgi_app = "portal.wsgi"
# The demo is for this machine's eyes. In a container the network decides who comes in.
bind = f"127.0.0.1:{PORT}" if DEMO else f"0.0.0.0:{PORT}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
# Pages wait for a database more than they compute.
threads = 4
# Workers share what is loaded once. They open their own database connections.
preload_app = True
# Seconds. A request under way when the server is told to stop may still finish.
graceful_timeout = 30
# A heartbeat on a slow disk would stop workers that are well.
worker_tmp_dir = MEMORY if os.access(MEMORY, os.W_OK) else None
# A remote control in the home folder, which nobody here uses.
control_socket_disable = True
loglevel = "warning" if DEMO else "info"


def when_ready(_server: Any) -> None:
    """Before workers fork they get search's dictionary; the demo says that the server listens."""
    from portal.kernel.search_words import load_dictionary  # noqa: PLC0415 -- after Django

    load_dictionary()
    if DEMO:
        print(f"\nPortal działa: http://127.0.0.1:{PORT}/ (koniec: Ctrl+C)", flush=True)  # noqa: T201


def refusal() -> str:
    """Why the demo cannot listen at PORT, in a sentence; empty when it can."""
    try:
        # Unlike a plain bind, this does not mind connections that ended a moment ago.
        socket.create_server(("127.0.0.1", int(PORT))).close()
    except PermissionError:
        return f"Port {PORT} jest zastrzeżony dla administratora."
    except (ValueError, OverflowError):
        return f"PORT musi być liczbą od 1 do 65535, a jest: {PORT}."
    except OSError:
        return f"Port {PORT} jest zajęty."
    return ""


if __name__ == "__main__":
    if reason := refusal():
        sys.exit(f"{reason} Podaj inny, na przykład: make run PORT=8010")
