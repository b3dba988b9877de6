"""A whole file of our own CSV brought in as corrections: every line judged first, then all carried out, or none."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import transaction

from cases.imports.importing import take_turn
from cases.imports.own.changes import CHANGES, ERROR, Change, Verdict, carry_out, judged
from cases.imports.own.csv_file import CsvFile
from cases.imports.own.errors import MOST_KEPT, NotRestored, Wrong
from cases.models.need_to_know import reading_as
from cases.workflow.errors import Refused
from cases.workflow.locking import GaveWay, last_turn, one_turn, patiently

Tell = Callable[[str, Wrong], None]


@dataclass
class BroughtIn:
    """How many lines say the same, and what the others change, by row and reference."""

    same: int = 0
    changed: list[tuple[int, str, list[Change]]] = field(default_factory=list)


def bring_in(
    file: CsvFile,
    *,
    by: User,
    dry_run: bool = False,
    tell: Tell = lambda kind, wrong: None,
    progress: Callable[[int], None] = lambda done: None,
) -> BroughtIn:
    """Change what the file says otherwise, as edits of `by`: drafts. Raises NotRestored, and changes nothing, if any
    line is an error; `tell` is given each of them."""
    result = BroughtIn()
    errors: list[Wrong] = []
    waiting, count = [], 0
    for done, verdict in enumerate(judged(file.lines(), by=by), start=1):
        progress(done)
        for wrong in verdict.errors:
            tell("error", wrong)
            errors = [*errors, wrong][:MOST_KEPT]
            count += 1
        if verdict.outcome == CHANGES:
            waiting.append(verdict)
        result.same += verdict.outcome not in (CHANGES, ERROR)
    if count:
        raise NotRestored(
            f"Nothing was changed: {count} error{'' if count == 1 else 's'}.", errors=errors, count=count
        )
    result.changed = [(verdict.row, verdict.reference, verdict.changes) for verdict in waiting]
    if dry_run or not waiting:
        return result
    try:
        patiently(lambda: _carry_out(waiting, by=by))
    except GaveWay:
        raise NotRestored(
            "Nothing was changed: somebody at the desk saved each time. Try again later."
        ) from None
    return result


@transaction.atomic
def _carry_out(waiting: list[Verdict], *, by: User) -> None:
    take_turn(waits=True)
    with reading_as(by):
        for verdict in waiting:
            try:
                with one_turn():
                    carry_out(verdict, by=by)
            except Refused as refused:
                wrong = Wrong(verdict.row, "", "", str(refused))
                raise NotRestored("Nothing was changed.", errors=[wrong], count=1) from None
    last_turn()
