"""Letting go of what the desk kept beside its records: of deleted ones (how they are kept is `deleting.py`'s), and of
lists that were brought in."""

from django.utils import timezone

from cases.models import Case, DeletedRecord, ListImport, Person
from cases.models.need_to_know import whole_record


@whole_record()
def forget_deleted_about(person: Person) -> None:
    """The person shows less from now on: nothing about them that was deleted comes back."""
    DeletedRecord.objects.filter(persons__contains=[person.pk]).delete()


@whole_record()
def forget_lists_about(person: Person) -> None:
    """The person shows less from now on: no upload or preview that is known to print their name stays, and what was
    not imported has to be uploaded again."""
    names = list(person.names.values_list("text", flat=True))
    cases = list(Case.objects.of_person(person).values_list("pk", flat=True))
    ListImport.objects.that_print(names, cases).forget()


@whole_record()
def forget_old_deleted() -> int:
    """What nobody brought back in time. How many records there were."""
    forgotten, _by_model = DeletedRecord.objects.too_old(timezone.now()).delete()
    return forgotten
