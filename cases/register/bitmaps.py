"""All facet bitmaps of the register at one moment, in the memory of a worker: filters, counts and orders without SQL.

A `Bitmaps` never changes. When the register has moved on, `at` makes the next one from what was written since and
swaps it in, so that pages under way keep theirs. What the marks mean is in `marks.py`, where they are stored in
`facet_block.py`; which cases a reader has chosen is in `selection.py`.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from functools import cached_property

import psycopg
from pyroaring import BitMap

from cases.register.facet_block import BLOCK_BITS, ON_DEMAND, WORD, driver_cursor
from cases.register.ledger import LedgerEntry
from cases.register.marks import OVERLAPPING, ROW, Mark
from cases.register.published_case import OverlappingGroup, PublishedCase
from cases.register.state import RegisterState

_NOTHING = BitMap()


class Moved(Exception):
    """The worker's bitmaps are of a later moment than the caller's view of the database."""


class Bitmaps:
    def __init__(
        self,
        moment: tuple[int, int, str, str],
        rows_by_mark: dict[str, dict[str, BitMap]],
        first_rows: dict[int, int],
        common_words: frozenset[str],
    ):
        self.moment = moment
        self.first_rows = first_rows
        """Row of a further case of a person → row of the person's first."""
        self.further_cases = BitMap(first_rows)
        self.common_words = common_words
        self.hidden = _NOTHING
        """Rows that are stored and that no reader may know of, see `without`."""
        self.hidden_references: frozenset[str] = frozenset()
        self.gone: dict[str, tuple[BitMap, frozenset[str]]] = {}
        """Campaigns that no reader may know of: the rows of their cases, and the keys of the words of their titles."""
        self._rows = rows_by_mark
        self._slices: dict[str, list[tuple[int, BitMap]]] = {}

    def without(self, hidden: BitMap, references: frozenset[str], gone: dict[str, frozenset[str]]) -> Bitmaps:
        """The same, as if some rows, which bear these references, had never been written; nor the campaigns that are
        `gone`, each with the keys of the words of its title."""
        marks = {
            parameter: {
                value: kept
                for value, rows in values.items()
                if not (parameter == "campaign" and value in gone) and (kept := _minus(rows, hidden))
            }
            for parameter, values in self._rows.items()
        }
        further = defaultdict(list)
        for row, first in self.first_rows.items():
            if row not in hidden:
                further[first].append(row)
        first_rows = {}
        for first, rows in further.items():
            first_left = min(rows) if first in hidden else first
            first_rows |= {row: first_left for row in rows if row != first_left}
        shown = Bitmaps(self.moment, marks, first_rows, self.common_words)
        shown.hidden, shown.hidden_references = hidden, references
        shown.gone = {reference: (self.of(("campaign", reference)), keys) for reference, keys in gone.items()}
        return shown

    def of(self, mark: Mark) -> BitMap:
        """The rows that have a mark. Not to be changed."""
        parameter, value = mark
        return self._rows.get(parameter, {}).get(value, _NOTHING)

    @cached_property
    def groups_that_overlap(self) -> list[OverlappingGroup]:
        """The groups that are said to overlap with others, and those others; asked once, in the snapshot.

        Where the other is hidden, a group is said to overlap with itself, which takes nobody away.
        """
        groups = PublishedCase.objects.groups_that_overlap(self.of(OVERLAPPING))
        return [
            (
                number,
                reference,
                least,
                [reference if each in self.hidden_references else each for each in overlaps],
            )
            for number, reference, least, overlaps in groups
        ]

    @cached_property
    def stored(self) -> BitMap:
        """The rows that the tables hold, those that are hidden included."""
        return self.all | self.hidden

    @property
    def all(self) -> BitMap:
        return self.of(ROW)

    def values(self, parameter: str) -> dict[str, BitMap]:
        """The rows of each value of a facet."""
        return self._rows.get(parameter, {})

    def having(self, number: str) -> BitMap:
        """The rows that have this number at all."""
        return self.of((number, ""))

    def at_most(self, number: str, limit: int, among: BitMap) -> BitMap:
        """The rows of `among` whose number is `limit` or less."""
        below, equal = BitMap(), among & self.having(number)
        for bit, ones in self._bits_down_to(number, limit):
            if limit >> bit & 1:
                below |= equal - ones
                equal = equal & ones
            else:
                equal = equal - ones
        return below | equal

    def at_least(self, number: str, limit: int, among: BitMap) -> BitMap:
        """The rows of `among` whose number is `limit` or more."""
        present = among & self.having(number)
        return present - self.at_most(number, limit - 1, present) if limit > 0 else present

    def counts_at_most(self, number: str, limits: list[int], among: BitMap) -> list[int]:
        """For each limit how many rows of `among` have this number or less.

        All limits at once: the rows are parted at one bit after the other, and only the parts that a limit lies in
        are parted further, so that many limits cost little more than one.
        """
        counts = [0] * len(limits)
        slices = dict(self._bits(number))
        highest = max([*slices, *(limit.bit_length() - 1 for limit in limits)], default=-1)
        parts = [(among & self.having(number), list(enumerate(limits)))]
        for bit in range(highest, -1, -1):
            parts = list(_parted(parts, bit, slices.get(bit, _NOTHING), counts))
        for group, within in parts:
            for position, _limit in within:
                counts[position] += len(group)
        return counts

    def lowest(self, number: str, among: BitMap) -> int | None:
        """The lowest number of the rows of `among`; None if none of them has it."""
        group = among & self.having(number)
        if not group:
            return None
        lowest = 0
        for bit, ones in self._bits(number):
            zeros = group - ones
            lowest |= 0 if zeros else 1 << bit
            group = zeros or group
        return lowest

    def nth(self, number: str, position: int, among: BitMap) -> int:
        """The number that stands at a position, from 0, when those of the rows of `among` are put in order."""
        group, found = among & self.having(number), 0
        for bit, ones in self._bits(number):
            zeros = group - ones
            if position < len(zeros):
                group = zeros
            else:
                position -= len(zeros)
                group, found = group & ones, found | 1 << bit
        return found

    def total(self, number: str, among: BitMap) -> int:
        """The sum of the number over the rows of `among`."""
        return sum(among.intersection_cardinality(ones) << bit for bit, ones in self._bits(number))

    def in_order(
        self, rows: BitMap, number: str, start: int, stop: int, *, descending: bool = False
    ) -> list[int]:
        """The rows from position `start` to before `stop` in the order of a number; equal ones by row number.

        Rows without the number come last, whichever way round.
        """
        found: list[int] = []
        present = rows & self.having(number)
        self._collect(present, self._bits(number), 0, start, stop, descending, found)
        if stop > len(present):
            found += (rows - present)[max(0, start - len(present)) : stop - len(present)]
        return found

    def _collect(
        self, group: BitMap, bits, depth: int, start: int, stop: int, descending: bool, found: list[int]
    ):
        """Append positions `start` to `stop` of a group whose members agree in the bits above `depth`.

        The group is split at one bit after the other, into what comes first and what comes after, and only
        those parts are looked at that hold wanted positions.
        """
        if not group or stop <= 0 or start >= len(group):
            return
        if depth == len(bits) or len(group) == 1:
            found.extend(group[max(0, start) : stop])
            return
        ones = group & bits[depth][1]
        zeros = group - ones
        for part in (ones, zeros) if descending else (zeros, ones):
            self._collect(part, bits, depth + 1, start, stop, descending, found)
            start, stop = start - len(part), stop - len(part)

    def _bits(self, number: str) -> list[tuple[int, BitMap]]:
        """The bit slices of a number, the highest first."""
        if number not in self._slices:
            slices = self._rows.get(number, {}).items()
            self._slices[number] = sorted(
                ((int(bit), rows) for bit, rows in slices if bit.isdigit()),
                reverse=True,
                key=lambda each: each[0],
            )
        return self._slices[number]

    def _bits_down_to(self, number: str, limit: int):
        """The bit slices, and empty ones where only the limit has a bit."""
        slices = dict(self._bits(number))
        highest = max([*slices, limit.bit_length() - 1], default=-1)
        return ((bit, slices.get(bit, _NOTHING)) for bit in range(highest, -1, -1))


LOADING_SECONDS = 60
"""How long a worker that begins may take to read the bitmaps."""

_latest: Bitmaps | None = None
_loading = threading.Lock()


def at(state: RegisterState, *, may_go_back: bool) -> Bitmaps:
    """The bitmaps of the moment of `state`, which the caller read in the transaction it is in.

    Where the worker already holds a later moment, that is Moved: a new transaction will see it too. With
    `may_go_back` the earlier one is read instead, as after the database was restored from a copy.
    """
    global _latest
    latest = _latest
    if latest is None or not _is_of(latest, state):
        with _loading:
            latest = _latest
            if latest is None or not _is_of(latest, state):
                if latest is not None and latest.moment[0] > state.sequence and not may_go_back:
                    raise Moved
                latest = _loaded(state, latest)
                _latest = latest
    return latest


def _is_of(bitmaps: Bitmaps, state: RegisterState) -> bool:
    return bitmaps.moment == state.moment


def _loaded(state: RegisterState, earlier: Bitmaps | None) -> Bitmaps:
    """The bitmaps of `state`: what was written since `earlier` if that leads here, or else everything."""
    if earlier is None or not _leads_to(earlier, state):
        earlier = Bitmaps(RegisterState().moment, {}, {}, frozenset())
    sequence = earlier.moment[0]
    rows = {parameter: dict(values) for parameter, values in earlier._rows.items()}
    first_rows = dict(earlier.first_rows)
    with driver_cursor() as cursor:
        limit = "" if sequence else _limited(cursor, f"{LOADING_SECONDS}s")
        cursor.execute(
            "SELECT parameter, value, block, bits FROM cases_facetblock "
            f"WHERE sequence > %s AND NOT (parameter IN {ON_DEMAND})",
            [sequence],
            binary=True,
        )
        moved = defaultdict(list)
        for parameter, value, block, bits in cursor:
            moved[parameter, value].append((block, bits))
        cursor.execute("SELECT row_number, first_row FROM cases_furthercase WHERE sequence > %s", [sequence])
        first_rows.update(cursor.fetchall())
        cursor.execute(
            "SELECT DISTINCT value FROM cases_facetblock WHERE sequence > %s AND parameter = %s",
            [sequence, WORD],
        )
        common_words = earlier.common_words.union(value for (value,) in cursor)
        if limit:
            _limited(cursor, limit)
    for (parameter, value), blocks in moved.items():
        values = rows.setdefault(parameter, {})
        values[value] = _with_blocks(values.get(value, _NOTHING), blocks)
    return Bitmaps(state.moment, rows, first_rows, common_words)


def _limited(cursor: psycopg.Cursor, limit: str) -> str:
    """Set the time a query may take, until the transaction ends; answers what it was.

    From a disk that has not read them lately, all bitmaps take longer than a reader's query may.
    """
    cursor.execute(
        "SELECT current_setting('statement_timeout'), set_config('statement_timeout', %s, true)", [limit]
    )
    return cursor.fetchone()[0]


def _leads_to(earlier: Bitmaps, state: RegisterState) -> bool:
    """Whether `state` follows from the earlier moment, and nothing went in between that cannot be seen now."""
    sequence, number, entry_hash, epoch = earlier.moment
    if epoch != state.epoch or not state.rebuilt_at <= sequence < state.sequence:
        return False
    return number == 0 or LedgerEntry.objects.filter(number=number, entry_hash=entry_hash).exists()


def _parted(parts: list[tuple[BitMap, list]], bit: int, ones: BitMap, counts: list[int]):
    """Parts of rows with the limits that lie in them, parted at a bit; what is below a limit is counted for it."""
    for group, within in parts:
        above = [each for each in within if each[1] >> bit & 1]
        below = [each for each in within if not each[1] >> bit & 1]
        high = group & ones
        low = group - high
        for position, _limit in above:
            counts[position] += len(low)
        if above and high:
            yield high, above
        if below and low:
            yield low, below


def _minus(rows: BitMap, hidden: BitMap) -> BitMap:
    """Rows without those hidden; most bitmaps hold none of them, and stay the very same."""
    return rows - hidden if rows.intersect(hidden) else rows


def _with_blocks(rows: BitMap, blocks: list[tuple[int, bytes]]) -> BitMap:
    """The rows with some of their blocks replaced."""
    rows = rows.copy()
    for block, _bits in blocks:
        rows.remove_range(block << BLOCK_BITS, (block + 1) << BLOCK_BITS)
    rows |= (
        BitMap.union(*(BitMap.deserialize(bits) for _block, bits in blocks))
        if len(blocks) > 1
        else (BitMap.deserialize(blocks[0][1]))
    )
    return rows
