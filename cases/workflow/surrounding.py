"""Which circles are around a record. What becomes of one that is given to a circle is in `circles.py`."""

from django.db.models import Q

from cases.models import Case, Circle, CircleRecord, Person, Source
from cases.models.record import kind_of

Given = Case | Person | Source


def circle_of(record: Given) -> Circle | None:
    """The circle a record was given to itself; None if to none."""
    held = CircleRecord.objects.filter(**{kind_of(record): record}).select_related("circle").first()
    return held.circle if held else None


def circles_around(record: Given) -> list[Circle]:
    """Every circle one must be in to know of a record: its own, and of a case that of its person."""
    person = record.person if isinstance(record, Case) else None
    given = [each for each in (record, person) if each is not None]
    wanted = Q()
    for each in given:
        wanted |= Q(**{kind_of(each): each})
    held = CircleRecord.objects.filter(wanted).select_related("circle")
    several = sorted(held, key=lambda row: (row.person_id is not None and row.case_id is None, row.pk))
    return list(dict.fromkeys(row.circle for row in several))
