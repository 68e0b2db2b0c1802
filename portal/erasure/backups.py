"""Which backups still hold what was removed, as far as the portal knows of any."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Backup:
    """One file or folder of the directory of backups."""

    name: str
    made_at: datetime


def folder() -> Path | None:
    """Of the setting BACKUP_DIR; None when nobody has told."""
    return Path(settings.BACKUP_DIR) if settings.BACKUP_DIR else None


def made_before(at: datetime) -> list[Backup] | None:
    """Oldest first; None when there is no such directory or it cannot be read."""
    place = folder()
    try:
        found = [backup_of(path) for path in place.iterdir()] if place else None
    except OSError:
        return None
    if found is None:
        return None
    return sorted((one for one in found if one.made_at <= at), key=lambda one: one.made_at)


def backup_of(path: Path) -> Backup:
    return Backup(path.name, datetime.fromtimestamp(path.stat().st_mtime, UTC))
