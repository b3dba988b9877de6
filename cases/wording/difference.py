"""What differs between two documents of one case or campaign, by part and field, in the words of the page."""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import groupby

from django.utils.translation import gettext as _

from cases.wording.sheet import Field, sheet

_WORD = re.compile(r"\s*\S+|\s+$")

MOST_COMPARED = 1_000
"""Words, or else paragraphs, that are compared: finding what two texts share takes time with the square of that."""


def difference(old: dict, new: dict) -> list[dict]:
    """The parts that differ, each with its fields: `old` and `new` texts, lines `added` and `taken`, or `words`."""
    changed = [
        (before.part, _change(before, after))
        for before, after in zip(sheet(old), sheet(new), strict=True)
        if before.value != after.value
    ]
    return [
        {"title": title, "fields": [change for _title, change in fields]}
        for title, fields in groupby(changed, key=lambda each: each[0])
    ]


def changed_fields(old: list[Field], new: list[Field]) -> list[str]:
    """What differs between two sheets, by the names of fields."""
    names = (
        before.name or before.part
        for before, after in zip(old, new, strict=True)
        if before.value != after.value
    )
    return list(dict.fromkeys(names))


def word_changes(old: str, new: str) -> list[dict]:
    """Runs of text that are `same`, `taken` or `added`, in reading order."""
    before, after = _units(old, new)
    runs = []
    for kind, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        if kind == "equal":
            runs.append({"kind": "same", "text": "".join(before[i:j])})
            continue
        runs += [
            {"kind": name, "text": text}
            for name, text in (("taken", "".join(before[i:j])), ("added", "".join(after[k:m])))
            if text
        ]
    return runs


def _units(old: str, new: str) -> tuple[list[str], list[str]]:
    """Both texts in words; long ones in paragraphs, and what is longer still in one piece."""
    for pieces in (_WORD.findall, lambda text: text.splitlines(keepends=True)):
        units = pieces(old), pieces(new)
        if max(map(len, units)) <= MOST_COMPARED:
            return units
    return [old], [new]


def _change(before: Field, after: Field) -> dict:
    change = {"name": after.name}
    if isinstance(after.value, list):
        gone, come = (
            Counter(before.value) - Counter(after.value),
            Counter(after.value) - Counter(before.value),
        )
        if not gone and not come:
            return change | {"note": _("The same, in another order.")}
        return change | {"taken": list(gone.elements()), "added": list(come.elements())}
    if after.is_prose and before.value and after.value:
        return change | {"words": word_changes(before.value, after.value)}
    return change | {"old": before.value, "new": after.value, "is_text": True}
