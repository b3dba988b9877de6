"""What the rows of a file have said so far, in the little memory that a million rows leave."""

from array import array
from collections.abc import Iterator

from cases.imports.key_table import KeyTable, mark


class RowsOfNames:
    """The rows that said each name, with the day of birth beside it."""

    def __init__(self) -> None:
        self._latest = KeyTable()
        self._rows, self._births, self._earlier = array("Q"), array("Q"), array("Q")

    def add(self, name: str, row: int, born: str) -> None:
        key = mark(name)
        self._rows.append(row)
        self._births.append(_birth(born))
        self._earlier.append(self._latest.get(key) or 0)
        self._latest[key] = len(self._rows)

    def fitting(self, name: str, born: str) -> list[int]:
        """Rows of the name that may be of one born on that day: where either says none, too. Earliest first."""
        sought = _birth(born)
        found = [self._rows[at] for at in self._of(name) if not sought or self._births[at] in (0, sought)]
        return found[::-1]

    def _of(self, name: str) -> Iterator[int]:
        """Places, the latest first."""
        place = self._latest.get(mark(name)) or 0
        while place:
            yield place - 1
            place = self._earlier[place - 1]


def _birth(born: str) -> int:
    return mark(born) if born else 0
