"""Letting go of records that were deleted at the desk; how they are kept is `deleting.py`'s."""

from django.utils import timezone

from cases.models import DeletedRecord, Person
from cases.models.need_to_know import whole_record


@whole_record()
def forget_deleted_about(person: Person) -> None:
    """The person shows less from now on: nothing about them that was deleted comes back."""
    DeletedRecord.objects.filter(persons__contains=[person.pk]).delete()


@whole_record()
def forget_old_deleted() -> int:
    """What nobody brought back in time. How many records there were."""
    forgotten, _by_model = DeletedRecord.objects.too_old(timezone.now()).delete()
    return forgotten
