"""What two public documents of one record have in common: what a narrowed record may show without review.

The desk's text may hold edits nobody has reviewed. So when a record is narrowed, what comes out at once is the part
of the new document that the public has seen already: a value that is gone stays gone, a value that is coarser is
taken, and a value that was edited stays as it is public, until a colleague has looked.
"""

from cases.text.partial_dates import PartialDate

# Numbers and handles within a document: always the new ones.
_HANDLES = frozenset({"reference", "number", "source", "sources", "stage_source", "independent", "identity"})
_DATE = {"earliest", "latest", "text", "words"}
_NO_DATE = {"earliest": None, "latest": None, "text": "", "words": ""}
# What follows from other facts is neither gone nor edited by itself: if it differs, nobody has stated it yet.
_NOT_DERIVED = {
    "custody": {
        "status": "unknown",
        "as_of": _NO_DATE,
        "source": None,
        "last_known": False,
        "overridden": False,
    },
    "cross_border": {"value": None, "basis": ""},
    "stage": "unknown",
    "stage_as_of": _NO_DATE,
}


def common(new, old):
    """The document ``new`` as far as ``old`` shows it: values that are neither empty, nor equal, nor a coarser form
    are put back to those of ``old``; items of lists that ``old`` does not have are left out."""
    if isinstance(new, dict) and isinstance(old, dict):
        return _common_date(new, old) if set(new) == _DATE else _common_dict(new, old)
    if isinstance(new, list) and isinstance(old, list):
        return [match for item in new for match in _matches(item, old)]
    return new if new in ("", None, []) else old


def _common_dict(new, old):
    return {key: _common_value(key, value, old.get(key)) for key, value in new.items()}


def _common_value(key, value, public):
    if key in _HANDLES:
        return value
    if key == "name":
        return _common_name(value, public)
    if key == "last_checked":
        return (public or "")[: len(value)]
    if key == "custody" and isinstance(value, str):
        return value  # the step an event led to, which follows from the event
    merged = common(value, public)
    return _NOT_DERIVED[key] if key in _NOT_DERIVED and merged != value else merged


def _common_name(value, public):
    """Hidden, in initials, or as the public knows it; an edited name waits for its review."""
    if not value or not public:
        return ""
    return initials_of(public) if value == initials_of(value) else public


def initials_of(name):
    """``A. U.`` for Aydan Ulduzlu: what shows of a name at the identity *initials*."""
    return " ".join(f"{part[0].upper()}." for part in name.replace("-", " ").split())


def _common_date(new, old):
    words = new["words"] and old["words"]
    if new["text"] in ("", PartialDate(old["text"]).coarsened().text):
        return new | {"words": words}
    return old | {"words": words}


def _matches(item, old):
    """The item as far as ``old`` has one that says the same beside its lists; nothing if it has none."""
    for each in old:
        merged = common(item, each)
        if _beside_lists(merged) == _beside_lists(item):
            return [merged]
    return []


def _beside_lists(item):
    if not isinstance(item, dict):
        return item
    return {key: value for key, value in item.items() if not isinstance(value, list)}
