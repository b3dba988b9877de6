"""What two public documents of one record have in common: what a narrowed record may show without review.

The desk's text may hold edits nobody has reviewed. So when a record is narrowed, what comes out at once is the part
of the new document that the public has seen already: a value that is gone stays gone, a value that is coarser is
taken, and a value that was edited stays as it is public, until a colleague has looked.
"""

from collections.abc import Iterator
from typing import Any

from cases.register.documents.keys import CUSTODY, DATE, PLACE
from cases.text.partial_dates import PartialDate
from cases.workflow.saying_less import is_part, is_rounder

# Numbers and handles within a document: always the new ones.
_HANDLES = frozenset(
    {
        "reference",
        "number",
        "source",
        "stage_source",
        "independent",
        "identity",
        "schema",
        "rules",
        "sample",
        "order",
        "supersedes",
        "total_of",
    }
)
_NO_DATE = DATE.empty()
# What follows from other facts, or is a link to another record, is not put back: if it differs, it is left open.
_LEFT_OPEN = {
    "custody": CUSTODY.empty(),
    "cross_border": {"value": None, "basis": ""},
    "stage": "unknown",
    "stage_as_of": _NO_DATE,
    "part_of": "",
}
# Names of what stands in a document as a record of its own, or may come to: a court, an agency, an official.
_NAMES = frozenset(
    {
        "court",
        "agency",
        "organisation",
        "official",
        "lawyer",
        "to",
        "by",
        "stated_by",
        "assessor",
        "actor",
        "addressee",
    }
)
_NO_PLACE = PLACE.empty()
_NAMES_OF_A_PLACE = ("locality", "facility", "region_name")
# What has to go at once where it is taken out of a row that stays, as where it is taken from the record it is of.
_AT_ONCE = _NAMES | {"place"}


def common(new: dict, old: dict) -> dict:
    """The document `new` as far as `old` shows it: values that are neither empty, nor equal, nor a coarser form
    are put back to those of `old`; items of lists that `old` does not have are left out, and with a source that
    is left out every mention of its number."""
    merged = _common(new, old)
    left_out = _numbers(new) - _numbers(merged)
    return _without_sources(merged, left_out) if left_out else merged


def _common(new: Any, old: Any) -> Any:
    if isinstance(new, dict) and isinstance(old, dict):
        if new.keys() == _NO_DATE.keys():
            return _common_date(new, old)
        return _common_place(new, old) if new.keys() == _NO_PLACE.keys() else _common_dict(new, old)
    if isinstance(new, list) and isinstance(old, list):
        return _common_list(new, old)
    return new if new in ("", None, []) else old


def _common_dict(new: dict, old: dict) -> dict:
    return {key: _common_value(key, value, old.get(key)) for key, value in new.items()}


def _common_value(key: str, value: Any, public: Any) -> Any:
    if key in _HANDLES or (key == "sources" and _is_numbers(value)):
        return value
    if key == "name":
        return _common_name(value, public)
    if key == "last_checked":
        return (public or "")[: len(value)]
    if key == "custody" and isinstance(value, str):
        return value  # the step an event led to, which follows from the event
    if key in _NAMES and isinstance(value, str) and is_part(value, public or ""):
        return value
    merged = _common(value, public)
    return _LEFT_OPEN[key] if key in _LEFT_OPEN and merged != value else merged


def _common_name(value: str, public: str) -> str:
    """Hidden, in initials, or as the public knows it; an edited name waits for its review."""
    if not value or not public:
        return ""
    return initials_of(public) if value == initials_of(value) else public


def initials_of(name: str) -> str:
    """`A. U.` for Aydan Ulduzlu: what shows of a name at the identity *initials*."""
    return " ".join(f"{part[0].upper()}." for part in name.replace("-", " ").split())


def _common_date(new: dict, old: dict) -> dict:
    words = new["words"] and old["words"]
    if new["text"] in ("", PartialDate(old["text"]).coarsened().text):
        return new | {"words": words}
    return old | {"words": words}


def _common_place(new: dict, old: dict) -> dict:
    """A place as far as the public knows it: its names wherever they stood, coordinates that are rounder too."""
    if new["reference"] not in ("", old["reference"]):
        # Another building than the public knows: which it is waits for its review.
        new = new | {"reference": old["reference"]}
    known = _texts_of(old)
    merged = _common_dict(new, old) | {"names": [name for name in new["names"] if name in known]}
    for key in _NAMES_OF_A_PLACE:
        if new[key] in known or is_part(new[key], old[key]):
            merged[key] = new[key]
    if _marks_less(new, old):
        merged |= {key: new[key] for key in ("latitude", "longitude", "precision")}
    return merged


def _texts_of(place: dict) -> set[str]:
    """All names of a place that a document holds."""
    return {*place["names"], *(place[key] for key in _NAMES_OF_A_PLACE)} - {""}


def _marks_less(new: dict, old: dict) -> bool:
    """Whether the coordinates of a place are gone, or none of both is more exact, and one is rounder."""
    if old["latitude"] is None:
        return False
    if new["latitude"] is None:
        return True
    pairs = [(new[key], old[key]) for key in ("latitude", "longitude")]
    return new != old and all(one == two or is_rounder(one, two) for one, two in pairs)


def without_names(value: Any, names: frozenset[str]) -> Any:
    """A document without these names wherever they stand as such; running text stays."""
    if isinstance(value, list):
        return [without_names(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    stripped = {key: without_names(item, names) for key, item in value.items()}
    for key in stripped.keys() & {*_NAMES, *_NAMES_OF_A_PLACE}:
        if stripped[key] in names:
            stripped[key] = ""
    if value.keys() == _NO_PLACE.keys():
        stripped["names"] = [name for name in stripped["names"] if name not in names]
        stripped["reference"] = stripped["reference"] if stripped["facility"] else ""
    return stripped


def names_in(value: Any) -> set[str]:
    """The names a document holds as such: of places, courts, agencies and officials."""
    if isinstance(value, list):
        return set().union(*map(names_in, value))
    if not isinstance(value, dict):
        return set()
    if value.keys() == _NO_PLACE.keys():
        return _texts_of(value)
    own = {value[key] for key in value.keys() & _NAMES if isinstance(value[key], str) and value[key]}
    return own.union(*map(names_in, value.values()))


def takes_away(new: Any, old: Any) -> bool:
    """Whether a new document of a record lacks a place, coordinates, or the name of a court, an agency or an official,
    where the row that had it is there still and has no other."""
    if isinstance(new, list) and isinstance(old, list):
        return any(takes_away(one, two) for one, two in (*_pairs(new, old), *_same_rows(new, old)))
    if not (isinstance(new, dict) and isinstance(old, dict)):
        return False
    if new.keys() == _NO_PLACE.keys():
        return _texts_of(new) < _texts_of(old) or _marks_less(new, old)
    return any(
        (key in _AT_ONCE and bool(old.get(key)) and not value) or takes_away(value, old.get(key))
        for key, value in new.items()
    )


def _same_rows(new: list, old: list) -> Iterator[tuple[Any, Any]]:
    """Items that are of one row by all appearance, whatever else became of it."""
    for item in new:
        if isinstance(item, dict) and (handle := _handle(item)):
            yield from ((item, each) for each in old if _handle(each) == handle)


def _handle(item: dict) -> dict:
    return {key: item[key] for key in ("number", "kind", "date", "by", "position") if item.get(key)}


def _common_list(new: list, old: list) -> list:
    """The items of `new` as far as `old` has one that says the same beside its lists; each counts once."""
    return [_common(item, each) for item, each in _pairs(new, old)]


def _pairs(new: list, old: list) -> Iterator[tuple[Any, Any]]:
    """Each item of `new` with the one of `old` that says the same or more, beside lists and places."""
    unused = list(old)
    for item in new:
        alike = [each for each in unused if _beside_lists(_common(item, each)) == _beside_lists(item)]
        if alike:
            best = next((each for each in alike if _common(item, each) == item), alike[0])
            unused.remove(best)
            yield item, best


def _beside_lists(item: Any) -> Any:
    """What an item says of itself; where it happened may be said in other words by now."""
    if not isinstance(item, dict):
        return item
    return {key: value for key, value in item.items() if not isinstance(value, list) and key != "place"}


def _is_numbers(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, int) for item in value)


def _numbers(document: dict) -> set[int]:
    return {source["number"] for source in document.get("sources", []) if isinstance(source, dict)}


def _without_sources(value: Any, numbers: set[int]) -> Any:
    """The document without the numbers of some sources, and without the citations of them."""
    if isinstance(value, dict):
        return {key: _without_source(key, item, numbers) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_sources(item, numbers) for item in value]
    return value


def _without_source(key: str, item: Any, numbers: set[int]) -> Any:
    if key == "sources" and _is_numbers(item):
        return [number for number in item if number not in numbers]
    if key in ("source", "stage_source") and item in numbers:
        return None
    if key == "citations":
        return [citation for citation in item if citation["source"] not in numbers]
    return _without_sources(item, numbers)
