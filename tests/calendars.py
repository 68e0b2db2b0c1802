"""Calendars as a client reads them: by vobject, which shares no line with what writes them."""

import vobject


def read(body):
    """The calendar; fails where vobject cannot read it."""
    return vobject.readOne(body.decode())


def entries(body):
    return getattr(read(body), "vevent_list", [])


def only(body):
    (entry,) = entries(body)
    return entry


def said(entry):
    """The names of an entry's properties, in no order, each as often as it stands there."""
    return sorted(line.name for line in entry.getChildren())


def lines(body):
    """Physical lines, without their ends."""
    assert body.endswith(b"\r\n")
    return body.removesuffix(b"\r\n").split(b"\r\n")


def logical(body):
    """Whole lines: unfolded as RFC 5545, 3.1 says."""
    return body.decode().replace("\r\n ", "").split("\r\n")
