"""Files already made, kept in the memory of this process under a checksum of what they show.

One file is made at a time: of a hundred people who ask for the same one, ninety-nine wait for the
first and are given its bytes, and no burst takes more than one core of a web process.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock


class Unavailable(Exception):
    """The file could not be made; nothing of it exists."""


class Shelf:
    """Files by their tags, up to `room` bytes; the one used longest ago is thrown away first."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.files: OrderedDict[str, bytes] = OrderedDict()
        self.making = Lock()
        # As `lru_cache` calls it: erasing somebody's name empties whatever has it.
        self.cache_clear = self.clear

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        if (found := self.files.get(key)) is not None:
            return found
        with self.making:
            if key not in self.files:
                self.files[key] = make()
            self.files.move_to_end(key)
            found = self.files[key]
            while len(self.files) > 1 and sum(map(len, self.files.values())) > self.room:
                self.files.popitem(last=False)
            return found

    def unkept(self, make: Callable[[], bytes]) -> bytes:
        """Made in its turn, and kept by nobody."""
        with self.making:
            return make()

    def clear(self) -> None:
        with self.making:
            self.files.clear()
