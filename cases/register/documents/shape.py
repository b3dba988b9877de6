"""What keys an object has, and what stands at each where nothing is known. Which objects there are is in `keys.py`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Plain = str | int | float | bool | None | list


class Shape:
    """The keys of an object.

    What stands at a key is a plain value, given here as it is where nothing is known; or another Shape, for an object
    that is always there; `Maybe`, for an object or null; `Each`, for a list of objects. A key that an object
    `may_lack` says something by not being there, and is never filled in.
    """

    def __init__(self, *, may_lack: Iterable[str] = (), **keys: "Plain | Shape | Maybe | Each"):
        self._keys = keys
        self._may_lack = frozenset(may_lack)
        self._nested = {key: kind for key, kind in keys.items() if isinstance(kind, Shape | Maybe | Each)}

    def empty(self) -> dict:
        """An object of which nothing is known."""
        return self.filled({})

    def filled(self, value: dict) -> dict:
        """The same object, with what it lacks; whatever else it holds stays."""
        for key in self._keys.keys() - value.keys() - self._may_lack:
            value[key] = _nothing(self._keys[key])
        for key, kind in self._nested.items():
            if key in value:
                for nested in _objects(kind, value[key]):
                    _shape(kind).filled(nested)
        return value

    def problems(self, value: object, at: str = "") -> Iterator[str]:
        """Every key that is missing or unknown, by the way to it, e.g. `events.2.until: missing`."""
        if not isinstance(value, dict):
            yield f"{at or 'document'}: no object"
            return
        way = f"{at}." if at else ""
        if value.keys() != self._keys.keys():
            for key in sorted(self._keys.keys() - value.keys() - self._may_lack):
                yield f"{way}{key}: missing"
            for key in sorted(value.keys() - self._keys.keys()):
                yield f"{way}{key}: no key of such a document"
        for key, kind in self._nested.items():
            if key in value:
                yield from _nested_problems(kind, value[key], f"{way}{key}")


@dataclass(frozen=True)
class Maybe:
    """An object, or null."""

    shape: Shape


@dataclass(frozen=True)
class Each:
    """A list of objects."""

    shape: Shape


def _shape(kind: Shape | Maybe | Each) -> Shape:
    return kind if isinstance(kind, Shape) else kind.shape


def _nothing(kind: "Plain | Shape | Maybe | Each") -> object:
    match kind:
        case Shape():
            return kind.empty()
        case Maybe():
            return None
        case Each():
            return []
        case list():
            return [*kind]
        case _:
            return kind


def _objects(kind: Shape | Maybe | Each, value: object) -> Iterable[dict]:
    items = value if isinstance(kind, Each) and isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def _nested_problems(kind: Shape | Maybe | Each, value: object, at: str) -> Iterator[str]:
    if isinstance(kind, Each):
        if not isinstance(value, list):
            yield f"{at}: no list"
            return
        for number, item in enumerate(value, start=1):
            yield from kind.shape.problems(item, f"{at}.{number}")
    elif value is not None or isinstance(kind, Shape):
        yield from _shape(kind).problems(value, at)
