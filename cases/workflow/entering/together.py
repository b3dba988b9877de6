"""A group of cases tried together: every two of them are a pair, stated once, in whichever direction."""

from collections.abc import Collection
from itertools import combinations

from django.db.models import Q

from cases.models import Case, Relation, Source
from cases.vocabularies.actions import TRIED_WITH

MOST = 30
"""Cases that can be stated together in one step."""


def pairs_among(keys: Collection[int]) -> set[frozenset[int]]:
    """The pairs on file among cases, each as the keys of both."""
    rows = Relation.objects.filter(kind=TRIED_WITH, from_case__in=keys, to_case__in=keys)
    return {frozenset(pair) for pair in rows.values_list("from_case", "to_case")}


def state_together(cases: Collection[Case], *, source: Source | None) -> int:
    """State every pair of these cases that is not on file, with the source that says so. Returns how many."""
    known = pairs_among([case.pk for case in cases])
    missing = [
        (one, other) for one, other in combinations(cases, 2) if frozenset((one.pk, other.pk)) not in known
    ]
    for one, other in missing:
        Relation.objects.create(from_case=one, kind=TRIED_WITH, to_case=other, source=source)
    return len(missing)


def take_apart(case: int, others: Collection[int]) -> list[Case]:
    """Delete the pairs of a case with others, by their keys. Returns those it was tied with."""
    rows = Relation.objects.filter(
        Q(from_case=case, to_case__in=others) | Q(to_case=case, from_case__in=others), kind=TRIED_WITH
    )
    tied = {key for pair in rows.values_list("from_case", "to_case") for key in pair} - {case}
    rows.delete()
    return list(Case.objects.filter(pk__in=tied).order_by("pk"))
