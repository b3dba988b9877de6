"""Letting go of what the desk kept beside its records: of deleted ones (how they are kept is `deleting.py`'s), and of
lists that were brought in."""

from datetime import UTC, datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from cases.models import Case, DeletedRecord, ListImport, Person
from cases.models.need_to_know import whole_record

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@whole_record()
def forget_deleted_about(person: Person) -> None:
    """The person shows less from now on: nothing about them that was deleted comes back."""
    DeletedRecord.objects.filter(persons__contains=[person.pk]).delete()


def forget_lists_about(person: Person) -> None:
    """The person shows less from now on: no upload or preview that is known to print their name stays, nor what was
    chosen of them for the next one. What was not imported has to be uploaded again.

    It waits for the end of the transaction, so that nobody at the desk waits for it; whoever works on lists erases
    them, so that none is being worked on meanwhile.
    """
    names = [text for text in person.names.values_list("text", flat=True) if len(text.split()) > 1]
    cases = list(Case.objects.of_person(person).values_list("pk", flat=True))
    transaction.on_commit(partial(_forget_lists, person.pk, names, cases))


@whole_record()
def _forget_lists(person: int, names: list[str], cases: list[int]) -> None:
    ListImport.objects.that_print(names, cases).update(asked_at=LONG_AGO)
    records = {f"person:{person}", *(f"case:{case}" for case in cases)}
    for row in ListImport.objects.exclude(answers={}).only("answers"):
        kept = {
            asked: answer
            for asked, answer in row.answers.items()
            if answer not in records and not any(name in asked for name in names)
        }
        if len(kept) < len(row.answers):
            row.answers = kept
            row.save(update_fields=["answers"])


@whole_record()
def forget_old_deleted() -> int:
    """What nobody brought back in time. How many records there were."""
    forgotten, _by_model = DeletedRecord.objects.too_old(timezone.now()).delete()
    return forgotten
