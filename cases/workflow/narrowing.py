"""What two public documents of one record have in common: what a narrowed record may show without review.

The desk's text may hold edits nobody has reviewed. So when a record is narrowed, what comes out at once is the part
of the new document that the public has seen already: a value that is gone stays gone, a value that is coarser is
taken, and a value that was edited stays as it is public, until a colleague has looked.
"""

from typing import Any

from cases.register.documents.keys import CUSTODY, DATE
from cases.text.partial_dates import PartialDate

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


def common(new: dict, old: dict) -> dict:
    """The document `new` as far as `old` shows it: values that are neither empty, nor equal, nor a coarser form
    are put back to those of `old`; items of lists that `old` does not have are left out, and with a source that
    is left out every mention of its number."""
    merged = _common(new, old)
    left_out = _numbers(new) - _numbers(merged)
    return _without_sources(merged, left_out) if left_out else merged


def _common(new: Any, old: Any) -> Any:
    if isinstance(new, dict) and isinstance(old, dict):
        return _common_date(new, old) if new.keys() == _NO_DATE.keys() else _common_dict(new, old)
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


def _common_list(new: list, old: list) -> list:
    """The items of `new` as far as `old` has one that says the same beside its lists; each counts once."""
    unused, kept = list(old), []
    for item in new:
        alike = [each for each in unused if _beside_lists(_common(item, each)) == _beside_lists(item)]
        if alike:
            best = next((each for each in alike if _common(item, each) == item), alike[0])
            unused.remove(best)
            kept.append(_common(item, best))
    return kept


def _beside_lists(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    return {key: value for key, value in item.items() if not isinstance(value, list)}


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
