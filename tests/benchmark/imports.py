"""How quick a list is checked and imported, and how much memory that takes; beside what others do with the same file.

The rows are of the short list layout, with invented names. The database is left as it was: what was imported is undone.
"""

import argparse
import csv
import json
import subprocess
import time
from itertools import product
from pathlib import Path

from django.conf import settings
from django.db import connection

from cases.imports.collecting import collecting_seldom
from cases.imports.importing import carry_out, check
from cases.imports.receiving import ask_to_check, ask_to_import, receive
from cases.models import Case, ImportedRow, ListImport
from cases.workflow.groups import ensure_groups
from tests.benchmark.peer import Peer

SHARED = {"new_source": "An invented list", "country": "AZ", "as_of": "2025-06-01", "is_public": True}
HEADER = (
    "list_id", "name", "birth_date", "gender", "roles", "articles", "arrested_on", "place", "remand_until",
    "court", "verdict", "verdict_on", "term", "is_final", "held_at", "later_1_what", "later_1_date", "summary",
)  # fmt: skip
LETTERS = "BCDFGHJKLMNPQRST"
"""Numbers would name prisons that are on file."""
SYLLABLES = ("ba", "de", "gu", "ha", "ki", "lo", "me", "nu", "ra", "so", "ti", "va", "xe", "za")


def names():
    """Invented names, no two alike."""
    words = ["".join(each).capitalize() for each in product(SYLLABLES, repeat=3)]
    for at in range(len(words) ** 2):
        yield f"{words[at % len(words)]} {words[(at * 7 + at // len(words)) % len(words)]}lı"


def write_list(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for at, name in zip(range(rows), names(), strict=False):
            year = 2014 + at % 10
            court, prison = (f"An invented {what} {LETTERS[at % 15]}" for what in ("court", "prison"))
            writer.writerow(
                (at + 1, name, 1950 + at % 50, ("male", "female")[at % 2], "journalist", "234.4.3, 28-228.1",
                 f"{1 + at % 28}.10.{year}", f"Uydurma {at % 40}", f"{1 + at % 28}.2.{year + 1}",
                 court, "verdict_guilty", f"{1 + at % 28}.1.{year + 1}", "8 il 6 ay", "no",
                 prison, "release" if at % 3 else "", f"4.2.{year + 2}" if at % 3 else "",
                 "An invented journalist was convicted.")
            )  # fmt: skip


def peak_mb() -> int:
    """The most memory this process has had since it was asked last."""
    status = Path("/proc/self/status").read_text()
    Path("/proc/self/clear_refs").write_text("5")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def timed(work) -> float:
    began = time.monotonic()
    with collecting_seldom():  # as the worker and the command do
        work()
    return time.monotonic() - began


def main(words):
    parser = argparse.ArgumentParser(prog="tests.benchmark imports")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args(words)
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    user, _is_new = get_user_model().objects.get_or_create(username="bench-import", is_staff=True)
    user.groups.add(ensure_groups()["entry"])
    path = settings.VAR / f"list-{given.rows}.csv"
    write_list(path, given.rows)
    figures = {"rows": given.rows, "bytes": path.stat().st_size, "cases before": Case.objects.count()}
    row = receive(path.read_bytes(), path.name, by=user)
    ask_to_check(row, by=user, shared=SHARED)
    # Rows on the way to their batch are not kept by Django either, as it would with DEBUG.
    connection.force_debug_cursor = False
    figures["memory before, MB"] = peak_mb()
    figures["dry run, s"] = timed(lambda: check(row))
    figures["memory after the dry run, MB"] = peak_mb()
    row.refresh_from_db()
    figures["counts"] = row.counts
    if row.can_be_confirmed:
        ask_to_import(row)
        figures["import, s"] = timed(lambda: carry_out(row))
        row.refresh_from_db()
        figures["stage"] = row.stage
        figures["memory after the import, MB"] = peak_mb()
    else:
        first = ImportedRow.objects.filter(list_import=row).exclude(verdict="new").first()
        figures["first row that is not new"] = first.told if first else None
    if not given.without_peers:
        figures["peers"] = {name: peer(name, path) for name in ("pandas", "import_export")}
    print(json.dumps(figures, indent=2, default=str))
    if given.json:
        given.json.write_text(json.dumps(figures, default=str))
    ListImport.objects.filter(pk=row.pk).update(content=None)


def peer(name: str, path: Path) -> dict | str:
    """Seconds and memory of another program on the same file, in a process and an environment of its own."""
    folder = settings.VAR / "datasette"
    Peer(folder).install(print)
    program = Path(__file__).with_name(f"peer_{name}.py")
    python = Peer(folder).python
    done = subprocess.run([python, program, path], capture_output=True, text=True, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else done.stderr[-500:]
