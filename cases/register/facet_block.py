"""Facet bitmaps as they are stored: for each mark, the numbers of the rows that have it, in blocks.

A block holds 65,536 row numbers, one container of a roaring bitmap, so that a publication rewrites some dozens of
small values and not whole bitmaps of a million rows. Which marks a row has is in `marks.py`; workers hold all
blocks in memory, see `bitmaps.py`. Blocks are written in the transaction that changes the rows, under the lock of
the state row; `sequence` is that of the write, so that a worker reads only what moved.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

import psycopg
from django.db import connection, models
from django.db.models import Q
from pyroaring import BitMap

from cases.register.marks import Mark

BLOCK_BITS = 16
WORD, NAME = "word", "name"
"""Parameters of the bitmaps of common words (`common_words.py`) and of words of names (`name_index.py`)."""
ON_DEMAND = (WORD, NAME)
"""Workers read these when somebody searches, and hold all others in memory."""

Changes = dict[Mark, list[int]]


class FacetBlockQuerySet(models.QuerySet):
    def common_words(self) -> set[str]:
        """Words that have bitmaps."""
        return set(self.filter(parameter=WORD).order_by().values_list("value", flat=True).distinct())

    def change(self, added: Changes, removed: Changes, *, sequence: int) -> bool:
        """Add row numbers to marks and take others away. The caller holds the state row's lock.

        Nothing is kept of a value that no case has any more; answers whether there was one, which workers
        cannot see from what is left. (They remember which words are common, and nothing of names.)
        """
        changes: dict[tuple, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, numbers_by_mark in enumerate((added, removed)):
            for mark, numbers in numbers_by_mark.items():
                for block, of_block in _by_block(numbers):
                    changes[*mark, block][side].extend(of_block)
        if not changes:
            return False
        stored = self._stored(changes)
        kept, emptied = [], []
        for key, (more, fewer) in changes.items():
            numbers = stored.get(key, BitMap())
            numbers -= BitMap(fewer)
            numbers |= BitMap(more)
            numbers.run_optimize()
            if numbers:
                kept.append((*key, sequence, numbers.serialize()))
            elif key in stored:
                emptied.append(key)
        table = self.model._meta.db_table
        with driver_cursor() as cursor:
            if kept:
                cursor.execute(
                    f"INSERT INTO {table} (parameter, value, block, sequence, bits) "
                    "SELECT * FROM unnest(%b::text[], %b::text[], %b::int[], %b::bigint[], %b::bytea[]) "
                    "ON CONFLICT (parameter, value, block) "
                    "DO UPDATE SET sequence = excluded.sequence, bits = excluded.bits",
                    _columns(kept),
                )
            if emptied:
                cursor.execute(
                    f"DELETE FROM {table} AS stored "
                    "USING unnest(%b::text[], %b::text[], %b::int[]) AS gone (parameter, value, block) "
                    "WHERE (stored.parameter, stored.value, stored.block) "
                    "= (gone.parameter, gone.value, gone.block)",
                    _columns(emptied),
                )
        return any(parameter != NAME for parameter, _value, _block in emptied)

    def _stored(self, keys: Iterable[tuple[str, str, int]]) -> dict[tuple, BitMap]:
        with driver_cursor() as cursor:
            cursor.execute(
                "SELECT stored.parameter, stored.value, stored.block, stored.bits "
                "FROM unnest(%b::text[], %b::text[], %b::int[]) AS wanted (parameter, value, block) "
                f"JOIN {self.model._meta.db_table} AS stored USING (parameter, value, block)",
                _columns(keys),
                binary=True,
            )
            return {tuple(key): BitMap.deserialize(bits) for *key, bits in cursor}


@contextmanager
def driver_cursor() -> Iterator[psycopg.Cursor]:
    """A cursor of the driver's own, for many bytes: Django's writes them into the text of a query, twice as long, and
    cannot fetch them as they are."""
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        yield cursor


def _by_block(numbers: list[int]) -> Iterable[tuple[int, Iterable[int]]]:
    first, last = min(numbers) >> BLOCK_BITS, max(numbers) >> BLOCK_BITS
    if first == last:
        return [(first, numbers)]
    return groupby(sorted(numbers), key=lambda number: number >> BLOCK_BITS)


def _columns(rows: Iterable[tuple]) -> list[list]:
    return [list(column) for column in zip(*rows, strict=True)]


class FacetBlock(models.Model):
    pk = models.CompositePrimaryKey("parameter", "value", "block")
    parameter = models.TextField()
    value = models.TextField()
    block = models.PositiveIntegerField()
    sequence = models.PositiveBigIntegerField()
    bits = models.BinaryField()

    objects = FacetBlockQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        indexes = [
            # What workers read when the register has moved, and all of what they read when they start.
            models.Index(
                name="facet_block_sequence", fields=["sequence"], condition=~Q(parameter__in=ON_DEMAND)
            )
        ]

    def __str__(self):
        return f"{self.parameter} {self.value} {self.block}"
