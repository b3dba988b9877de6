"""Our own files as `manage.py import_cases` takes them: what is printed, and the report beside it."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from django.contrib.auth.models import User

from cases.imports.own.bringing_in import bring_in
from cases.imports.own.csv_file import CsvFile
from cases.imports.own.errors import NotRestored, Wrong
from cases.imports.own.files import own_file
from cases.imports.own.restoring import Restored, restore
from cases.models.need_to_know import whole_record
from cases.text.formulas import guarded

REPORT = ("kind", "row", "column", "value", "reason")
SHOWN_EVERY = 10_000
MOST_SHOWN = 20

Tell = Callable[[str, Wrong], None]


class Out(Protocol):
    def write(self, text: str) -> object: ...


def run_own(
    file: Path,
    *,
    by: User,
    out: Out,
    errors: Out,
    restores: bool = False,
    dry_run: bool = False,
    report: Path | None = None,
) -> None:
    """Restore a file of ours, or bring its corrections in. Raises NotRestored, when its errors are printed, and
    OSError."""

    def progress(done: int) -> None:
        if done % SHOWN_EVERY == 0:
            out.write(f"  {done} …")

    try:
        with _reporting(report) as tell:
            if restores:
                with whole_record():
                    restored = restore(
                        own_file(file), by=by, name=file.name, dry_run=dry_run, tell=tell, progress=progress
                    )
                _say_restored(restored, out, dry_run=dry_run)
            else:
                _bring_in(file, by, tell, progress, out, dry_run=dry_run)
    except NotRestored as refused:
        for wrong in refused.errors[:MOST_SHOWN]:
            errors.write(str(wrong))
        if refused.count > MOST_SHOWN:
            errors.write(f"… and {refused.count - MOST_SHOWN} more; --report FILE lists all.")
        raise


@contextmanager
def _reporting(report: Path | None) -> Iterator[Tell]:
    if report is None:
        yield lambda kind, wrong: None
        return
    with report.open("w", encoding="utf-8", newline="") as lines:
        written = csv.writer(lines, lineterminator="\n")
        written.writerow(REPORT)
        yield lambda kind, wrong: written.writerow(
            [kind, wrong.row, wrong.column, guarded(wrong.value), guarded(wrong.reason)]
        )


def _bring_in(
    file: Path, by: User, tell: Tell, progress: Callable[[int], None], out: Out, *, dry_run: bool
) -> None:
    brought = bring_in(CsvFile(file), by=by, dry_run=dry_run, tell=tell, progress=progress)
    for row, reference, changes in brought.changed:
        for change in changes:
            out.write(
                f"row {row}, {reference}, {change.column}: {change.before or '–'} → {change.after or '–'}"
            )
            tell("change", Wrong(row, change.column, change.after, f"was “{change.before}”"))
    done = "would be changed" if dry_run else "changed, and drafts now"
    out.write(f"{counted(len(brought.changed), 'case')} {done}; {brought.same} say the same.")


def _say_restored(restored: Restored, out: Out, *, dry_run: bool) -> None:
    done = "would be restored" if dry_run else "restored and published"
    for reference, other in restored.left_out[:MOST_SHOWN]:
        out.write(f"{reference}: {other} is not in the file, and the tie to it is left out.")
    for difference in restored.differences[:MOST_SHOWN]:
        out.write(str(difference))
    if restored.different:
        out.write(
            f"{restored.different} derived cells were worked out anew and are others than in the file; --report FILE "
            "lists all."
        )
    cases, campaigns = counted(restored.cases, "case"), counted(restored.campaigns, "campaign")
    out.write(f"{cases} and {campaigns} {done}.")


def counted(count: int, what: str) -> str:
    """In English, as commands print: 1 case, 2 cases."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
