"""Which key a text stands for, for hundreds of thousands of texts in little memory.

A dictionary would take four hundred bytes for each; this keeps a mark of eight bytes and the key.
"""

from array import array
from hashlib import blake2b

FIRST_SIZE = 4_096
"""A power of two, like every size after it."""


def mark(*parts: object) -> int:
    """A number that stands for a text or several; that two share one is as good as impossible."""
    text = "\0".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big") or 1


class KeyTable:
    """Mark → key. Places are tried one after the other, from the one that the mark itself names."""

    def __init__(self) -> None:
        self._count = 0
        self._marks, self._keys = _empty(FIRST_SIZE), _empty(FIRST_SIZE)

    def __len__(self) -> int:
        return self._count

    def __contains__(self, sought: int) -> bool:
        return self._marks[self._place(sought)] != 0

    def get(self, sought: int) -> int | None:
        place = self._place(sought)
        return self._keys[place] if self._marks[place] else None

    def __setitem__(self, sought: int, key: int) -> None:
        place = self._place(sought)
        if not self._marks[place]:
            self._count += 1
            self._marks[place] = sought
        self._keys[place] = key
        if self._count * 3 > len(self._marks) * 2:
            self._grow()

    def setdefault(self, sought: int, key: int) -> int:
        known = self.get(sought)
        if known is None:
            self[sought] = known = key
        return known

    def _place(self, sought: int) -> int:
        """Where it stands, or where it would."""
        last = len(self._marks) - 1
        place = sought & last
        while self._marks[place] not in (0, sought):
            place = (place + 1) & last
        return place

    def _grow(self) -> None:
        before = zip(self._marks, self._keys, strict=True)
        size = len(self._marks) * 2
        self._count, self._marks, self._keys = 0, _empty(size), _empty(size)
        for known, key in before:
            if known:
                self[known] = key


def _empty(size: int) -> array:
    return array("Q", bytes(8 * size))
