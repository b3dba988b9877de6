"""Registers as earlier programs left them, table by table, with the desk's records they were published from.

Everything in them is invented. They are never made anew: whatever made them would be today's program.

- `a014b6b`: by the program of that commit, with migrations up to 0005 and documents of version 1. A named person with
  all a case can say, others in initials and withheld, two groups, a pattern, a campaign; a correction, a withdrawal and
  a merger; a short arrest and a remand whose terms ran out.
- `d0c43c1`: by the program of that commit, with migrations up to 0005 and documents of version 2. Five sample records
  and two sample campaigns that say so in their titles, one of them edited since, without the words in title and note,
  and published again; and one record that is no sample. Without sources, facts, bitmaps and words of names.
- `c279870`: the ledger of `a014b6b`, each case and campaign of which the program of that commit published once more, as
  documents of version 3. The ledger alone.
- `c54f2d4`: the ledger of `c279870`, of which each case and campaign that was public was read, derived and sealed once
  more by the program of that commit, as documents of version 4. The ledger alone.
"""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.db import connection, transaction

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
RENAMED = {"make": "derivation_version"}
"""Columns that have another name since, by the name in the file."""
LEDGER = ("cases_ledgerentry", "cases_ledgertext", "cases_tombstone", "cases_mergedreference")


@cache
def tables(name: str) -> dict[str, list[dict]]:
    """The rows of each table, column → value as PostgreSQL's `row_to_json` writes it."""
    return json.loads((FOLDER / f"{name}.json").read_text())


def sealed_texts(name: str) -> list[dict]:
    """The rows of the ledger's texts, in the order they were sealed."""
    return sorted(tables(name)["cases_ledgertext"], key=lambda row: row["entry_id"])


@transaction.atomic
def pour_in(name: str, only: Iterable[str] = (), without: Iterable[str] = ()) -> None:
    """Put the rows into the tables of those names, all of them or `only` some, `without` these columns."""
    rows_of = tables(name)
    for table in only or rows_of:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s", [table]
            )
            there = {column for (column,) in cursor}
            rows = [
                {key if key in there else RENAMED.get(key, key): row[key] for key in row}
                for row in rows_of[table]
            ]
            columns = ", ".join(f'"{column}"' for column in rows[0] if column in there - {*without})
            cursor.execute(
                f'INSERT INTO "{table}" ({columns}) '
                f'SELECT {columns} FROM json_populate_recordset(NULL::"{table}", %s)',
                [json.dumps(rows)],
            )


def pour_in_ledger(name: str) -> None:
    """The ledger alone, with its state: what everything else can be derived from."""
    pour_in(name, only=(*LEDGER, "cases_registerstate"))
