"""Puts rows in and takes rows out, with everything that follows from them: cells, bitmaps, words of names, agencies.

Only `register.py` and `repair.py` call this, inside their transaction and under the lock of the state row.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from cases.register.bulk import copy_in
from cases.register.facet_block import NAME, WORD, Changes, FacetBlock
from cases.register.further_case import FurtherCase
from cases.register.marks import COLUMNS, Mark, is_countable_person, marks_of
from cases.register.name_index import change_uses
from cases.register.published_case import PublishedCase
from cases.register.published_cells import PublishedCells, cells_of
from cases.register.published_name import PublishedName, named_in
from cases.register.state import RegisterState


class Change(NamedTuple):
    """A row as it was and as it shall be, as column → value; None where there is none. The number stays.

    `text` is the document of the row to be, as JSON.
    """

    before: dict | None
    after: dict | None
    text: str = ""

    @property
    def row_number(self) -> int:
        return (self.after or self.before)["row_number"]


def current_rows(references: Iterable[str]) -> dict[str, dict]:
    """What a Change has to know of published rows, by reference."""
    rows = PublishedCase.objects.filter(reference__in=list(references)).values("reference", *COLUMNS)
    return {row.pop("reference"): row for row in rows}


MOST_WAITING = 4_000
"""Rows."""
MARKS_AT_ONCE = 250
"""So that not all bitmaps are in memory together."""


class WaitingMarks:
    """Marks of rows that many writes of one transaction put in, for bitmaps written once for thousands of rows.

    Every write of a bitmap leaves one more version of it behind until the transaction ends, and each that follows looks
    through them all.
    """

    def __init__(self) -> None:
        self._rows, self._added = 0, _no_changes()

    def add(self, rows: list[dict], sequence: int) -> None:
        common_words = FacetBlock.objects.common_words()
        for row in rows:
            for mark in marks_with_words(row, common_words):
                self._added[mark].append(row["row_number"])
        self._rows += len(rows)
        if self._rows >= MOST_WAITING:
            self.write(sequence)

    def write(self, sequence: int) -> None:
        added, self._added, self._rows = iter(self._added.items()), _no_changes(), 0
        while some := dict(islice(added, MARKS_AT_ONCE)):
            FacetBlock.objects.change(some, _no_changes(), sequence=sequence)


def _no_changes() -> Changes:
    return defaultdict(list)


def replace_rows(changes: list[Change], state: RegisterState, *, waiting: WaitingMarks | None = None) -> None:
    """Carry the changes out as part of the write that `state.sequence` numbers; the caller saves the state.

    What waits to be made anew gets its row, and is counted when its turn comes. `waiting` takes the marks of rows that
    are new, if none takes the place of another.
    """
    gone = [change.before["row_number"] for change in changes if change.before]
    if gone:
        PublishedCase.objects.filter(row_number__in=gone).delete()
        PublishedCells.objects.filter(row_number__in=gone).delete()
    rows = [change.after for change in changes if change.after]
    copy_in(PublishedCase, (change.after | {"document": change.text} for change in changes if change.after))
    copy_in(PublishedCells, [{"row_number": row["row_number"], **cells_of(row)} for row in rows])
    changes = [change for change in changes if state.has_derived(change.row_number)]
    if waiting is not None and not any(change.before for change in changes):
        waiting.add([change.after for change in changes if change.after], state.sequence)
        is_gone = False
    else:
        if waiting is not None:
            waiting.write(state.sequence)  # what is taken away now has to stand there
        is_gone = _change_bitmaps(changes, state.sequence)
    is_gone = _change_further_cases(changes, state.sequence) or is_gone
    if is_gone:
        state.rebuilt_at = state.sequence
    _change_words(changes)
    _change_names(changes)


def marks_with_words(row: dict, common_words: set[str]) -> set[Mark]:
    """The marks of a row, of its common words, and of the words of its names."""
    common = {(WORD, word) for word in common_words.intersection(row["words"])}
    return marks_of(row) | common | {(NAME, token) for token in row["name_tokens"]}


def _change_bitmaps(changes: list[Change], sequence: int) -> bool:
    common_words = FacetBlock.objects.common_words()
    added, removed = _no_changes(), _no_changes()
    for change in changes:
        # Some hundred marks a case, mostly of new ones: they are gone through once.
        number = change.row_number
        before, after = (
            marks_with_words(row, common_words) if row else set() for row in (change.before, change.after)
        )
        for mark in after - before if before else after:
            added[mark].append(number)
        for mark in before - after:
            removed[mark].append(number)
    return FacetBlock.objects.change(added, removed, sequence=sequence)


def _change_words(changes: list[Change]) -> None:
    uses: Counter[str] = Counter()
    for before, after, _text in changes:
        uses.subtract(before["name_tokens"] if before else [])
        uses.update(after["name_tokens"] if after else [])
    change_uses(uses)


def _change_names(changes: list[Change]) -> None:
    uses: Counter = Counter()
    for before, after, _text in changes:
        if before:
            uses.subtract(named_in(before["document"]))
        if after:
            uses.update(named_in(after["document"]))
    PublishedName.objects.change_uses(uses)


def _change_further_cases(changes: list[Change], sequence: int) -> bool:
    persons, gone = set(), set()
    for change in changes:
        rows = (change.before, change.after)
        before, after = (row["person_reference"] if row and is_countable_person(row) else "" for row in rows)
        persons |= {before, after} - {""}
        if before and not after:
            gone.add(change.before["row_number"])
    return bool(persons) and FurtherCase.objects.refresh(persons, gone, sequence=sequence)
