"""What differs between two versions of a case, by part and field, in the words of the page."""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import groupby

from django.utils.translation import gettext as _

from cases.public.presentation.sheet import Field, sheet

_WORD = re.compile(r"\s+|\w+|[^\w\s]")

MOST_WORDS = 3_000
"""Longer texts are compared by paragraphs: finding the fewest changes takes time with the square of the length."""


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
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
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
    words = _WORD.findall(old), _WORD.findall(new)
    if max(map(len, words)) <= MOST_WORDS:
        return words
    return old.splitlines(keepends=True), new.splitlines(keepends=True)


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
