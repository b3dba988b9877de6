"""Which lines of the published cases a file holds, in which order, and the query that gives them.

Row numbers are chosen by the caller; this module says how PostgreSQL gets at the lines soonest. What stands in them
is in `published_cells.py`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from psycopg import sql
from pyroaring import BitMap

from cases.register.bit_string import bit_string
from cases.register.cells import SEPARATOR
from cases.register.fields import CSV_COLUMNS
from cases.register.published_case import PublishedCase
from cases.register.published_cells import PublishedCells

SPARSE = 5
"""Rows fewer than one in so many are fetched one by one; of more, all are walked and those not chosen left out."""

PLANNING = {
    # Walking an index gives the first line at once and needs no room; sorting a million lines needs half a gigabyte.
    "enable_sort": "off",
    # A file may take the time it takes, on one processor: the pages have the others.
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
    "work_mem": "32MB",
}
"""Settings of PostgreSQL under which the queries of this module are run."""

_CELLS = sql.Identifier(PublishedCells._meta.db_table)
_CASES = sql.Identifier(PublishedCase._meta.db_table)
_NUMBER = sql.Identifier("row_number")


@dataclass(frozen=True)
class Lines:
    """`listed`: these row numbers as they stand. Otherwise the `rows`, or all (None), in the order of one of SORTS;
    without `sort` in the order of their first publication."""

    rows: BitMap | None = None
    sort: str = ""
    listed: Sequence[int] | None = None

    def query(self, supplied: Mapping[str, sql.Composable]) -> sql.Composed:
        """The columns of the file in their order, as text; `supplied` are those that no table holds, or not so."""
        return select_columns(supplied) + self._source()

    def _source(self) -> sql.Composed:
        if self.listed is not None:
            return _in_this_order(self.listed)
        if self.rows is not None and not self.rows:
            return _in_this_order(())
        if self.sort:
            return sql.SQL("{cases} JOIN {cells} USING ({number}){chosen} ORDER BY {order}").format(
                cases=_CASES,
                cells=_CELLS,
                number=_NUMBER,
                chosen=self._chosen(_CASES),
                order=_order(self.sort),
            )
        if self.rows is not None and len(self.rows) * SPARSE < self.rows.max():
            return _in_this_order(self.rows)
        return sql.SQL("{cells}{chosen} ORDER BY {cells}.{number}").format(
            cells=_CELLS, chosen=self._chosen(_CELLS), number=_NUMBER
        )

    def _chosen(self, table: sql.Identifier) -> sql.Composable:
        """The condition that a row is chosen, asked of a string of bits that ends with the last one chosen."""
        if self.rows is None:
            return sql.SQL("")
        last = self.rows.max()
        return sql.SQL(
            " WHERE CASE WHEN {table}.{number} <= {last} THEN get_bit({bits}, {table}.{number}) = 1 END"
        ).format(
            table=table,
            number=_NUMBER,
            last=sql.Literal(last),
            bits=sql.Literal(bit_string(self.rows, last + 1)),
        )


def select_columns(supplied: Mapping[str, sql.Composable]) -> sql.Composed:
    """`SELECT … FROM` with all columns of the file."""
    columns = (supplied[name] if name in supplied else cell(name) for name in CSV_COLUMNS)
    return sql.SQL("SELECT {} FROM ").format(sql.SQL(", ").join(columns))


def cell(name: str) -> sql.Identifier:
    """A stored column of the line."""
    return sql.Identifier(PublishedCells._meta.db_table, name)


def cell_without(name: str, gone: Iterable[str]) -> sql.Composable:
    """A stored column of several values without some of them."""
    return sql.SQL(
        "(SELECT string_agg(each.value, {bar} ORDER BY each.place) FROM unnest(string_to_array({cell}, {bar}))"
        " WITH ORDINALITY AS each (value, place) WHERE each.value <> ALL ({gone}))"
    ).format(bar=sql.Literal(SEPARATOR), cell=cell(name), gone=sql.Literal(sorted(gone)))


def _in_this_order(numbers: Iterable[int]) -> sql.Composed:
    return sql.SQL(
        "unnest({numbers}::bigint[]) WITH ORDINALITY AS listed ({number}, position)"
        " JOIN {cells} USING ({number}) ORDER BY listed.position"
    ).format(numbers=sql.Literal("{" + ",".join(map(str, numbers)) + "}"), cells=_CELLS, number=_NUMBER)


def _order(sort: str) -> sql.Composed:
    """What stands behind ORDER BY; a KeyError for what is none of SORTS."""
    compiler = PublishedCase.objects.sorted_by(sort).query.get_compiler(connection=connection)
    _extra, ordering, _groups = compiler.pre_sql_setup()
    return sql.SQL(", ").join(sql.SQL(text) for _expression, (text, _parameters, _is_reference) in ordering)
