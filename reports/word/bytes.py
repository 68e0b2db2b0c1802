"""The file as bytes that depend on the report alone: a ZIP's entries carry times of their own."""

from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from portal.kernel.months import local


def written(file: Any, at: datetime) -> bytes:
    saved, dated = BytesIO(), BytesIO()
    file.save(saved)
    with ZipFile(saved) as source, ZipFile(dated, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(entry(name, at), source.read(name))
    return dated.getvalue()


def entry(name: str, at: datetime) -> ZipInfo:
    info = ZipInfo(name, local(at).timetuple()[:6])
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3  # the same on every machine
    return info
