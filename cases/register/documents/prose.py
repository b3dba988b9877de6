"""The texts of a document that people wrote, and the addresses in it: what a name may stand in.

Everything else in a document is a code, a number, a date, or a reference. A test sorts every key of every shape.
"""

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

_PROSE_KEYS = (
    "title summary description words assessor region_name locality facility names text verb to by stated_by about "
    "actor addressee requested response impact response_to publisher author pinpoint claimed_value preference_reason "
    "remark basis name agency court organisation official lawyer targeted_because_of"
)
PROSE = frozenset(_PROSE_KEYS.split())
ADDRESSES = frozenset({"url", "archived_url"})

Path = tuple[str | int, ...]


class Text(NamedTuple):
    """A text and the way to it; `key` is the last name on that way."""

    path: Path
    key: str
    text: str

    @property
    def is_address(self) -> bool:
        return self.key in ADDRESSES


def texts_of(value: object, path: Path = (), key: str = "") -> Iterator[Text]:
    """Every text and address of a document that is not empty, in the order of the document."""
    if isinstance(value, dict):
        is_date = "earliest" in value and "latest" in value
        for name, item in value.items():
            if not (is_date and name == "text"):
                yield from texts_of(item, (*path, name), name)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from texts_of(item, (*path, at), key)
    elif isinstance(value, str) and value and (key in PROSE or key in ADDRESSES):
        yield Text(path, key, value)


_by_name = itemgetter(0)


def prose_of(document: dict) -> list[tuple[str, bool]]:
    """The same without the way to each, as (text, whether it is an address); quicker. The order is that of the keys'
    names, whatever order a document has them in."""
    found: list[tuple[str, bool]] = []
    waiting: list[tuple[str, object]] = [("", document)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, str):
            if value and (key in PROSE or key in ADDRESSES):
                found.append((value, key in ADDRESSES))
        elif isinstance(value, dict):
            is_date = "earliest" in value and "latest" in value
            held = [item for item in value.items() if item[1] and not (is_date and item[0] == "text")]
            waiting += sorted(held, key=_by_name)
        elif isinstance(value, list):
            waiting += [(key, item) for item in value]
    return found
