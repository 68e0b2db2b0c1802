"""What a database and a process keep of words that were overwritten, and how to be rid of it.

SQLite leaves deleted text in free pages and in its log (WAL); PostgreSQL leaves former versions
of rows until VACUUM. Neither can reach copies of the disk, nor what PostgreSQL has archived.
"""

import sys
from collections.abc import Iterator
from typing import Any

from django.core.cache import caches
from django.db import DatabaseError, connection

OURS = ("portal.", "organizations.", "venues.", "events.", "reports.")
WAIT = 10_000  # milliseconds for a table that somebody else reads


def overwrite() -> None:
    """From now on this connection of SQLite writes zeros over what it deletes."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def scrub(tables: list[str]) -> bool:
    """Rewrite the files of the database without what was deleted; whether that was done.

    Outside a transaction. Waits for readers some seconds; it may be asked for again.
    """
    if connection.in_atomic_block:
        return False
    try:
        return scrub_sqlite() if connection.vendor == "sqlite" else scrub_postgresql(tables)
    except DatabaseError:
        return False


def scrub_sqlite() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        row = cursor.fetchone()
    return bool(row) and row[0] == 0


def merge_indexes() -> None:
    """Full-text indexes of SQLite keep deleted words in their segments until those are merged."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for table in full_text_tables(cursor):
            # The name of our own table, out of the database's own list.
            cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def full_text_tables(cursor: Any) -> list[str]:
    cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'")
    return [connection.ops.quote_name(name) for (name,) in cursor.fetchall()]


def scrub_postgresql(tables: list[str]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {WAIT}")
        try:
            for table in tables:
                cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table)}")
        finally:
            cursor.execute("RESET lock_timeout")
    return True


def forget_texts() -> None:
    """Whatever this process remembers of texts it has read. Others forget when they restart."""
    for remembered in memories():
        remembered.cache_clear()
    for cache in caches.all(initialized_only=True):
        cache.clear()


def memories() -> Iterator[Any]:
    """Each `lru_cache` of the project."""
    for name, module in list(sys.modules.items()):
        if name.startswith(OURS):
            yield from (found for found in vars(module).values() if hasattr(found, "cache_clear"))
