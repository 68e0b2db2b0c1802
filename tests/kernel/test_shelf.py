"""Files kept in memory: made once, one at a time, and the oldest thrown away."""

import threading
from unittest import mock

import pytest

from portal.kernel.shelf import Shelf


def test_a_burst_makes_one_file():
    shelf, made = Shelf(1000), []
    begun = threading.Event()

    def make():
        begun.wait(5)
        made.append(1)
        return b"file"

    found = []
    crowd = [threading.Thread(target=lambda: found.append(shelf.get("x", make))) for _ in range(20)]
    for one in crowd:
        one.start()
    begun.set()
    for one in crowd:
        one.join(5)
    assert (len(made), found) == (1, [b"file"] * 20)


def test_the_shelf_has_an_end_and_a_file_that_failed_is_not_kept():
    shelf = Shelf(10)
    for name in "abc":
        shelf.get(name, lambda: b"12345")
    assert list(shelf.files) == ["b", "c"]
    with pytest.raises(OSError):
        shelf.get("d", mock.Mock(side_effect=OSError))
    assert "d" not in shelf.files
    assert shelf.get("d", lambda: b"x" * 99) == b"x" * 99
