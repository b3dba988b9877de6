"""How people and cases are counted. The rule of each number is printed beside it on the page.

People are counted "at least": distinct named people, one for each case whose person is not named, and of groups the
lowest stated head count less what is said to overlap. Patterns have no countable people and never count.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from cases.register.published_case import PublishedCaseQuerySet
from cases.vocabularies.proceedings import CUSTODY_STATUSES, IN_CUSTODY

RECENT_MONTHS = 6

CASE_COUNTS = {
    "cases": Count("row_number"),
    "named": Count("person_reference", distinct=True, filter=Q(kind="person") & ~Q(person_reference="")),
    "nameless": Count("row_number", filter=Q(kind="person", person_reference="")),
    "groups": Count("row_number", filter=Q(kind="group")),
    "patterns": Count("row_number", filter=Q(kind="pattern")),
}


@dataclass(frozen=True)
class People:
    """How many cases, and how many people they are about at least."""

    cases: int
    persons: int
    groups: int
    patterns: int


@dataclass(frozen=True)
class Held:
    """One form of custody: cases checked recently, and those nobody confirmed of late."""

    code: str
    recent: int
    older: int


def count_people(cases: PublishedCaseQuerySet) -> People:
    """Two queries, the second only if there are groups with a number."""
    counts = cases.order_by().aggregate(**CASE_COUNTS)
    people_of_groups = 0
    if counts["groups"]:
        numbered = cases.order_by().filter(kind="group", people_min__isnull=False)
        people_of_groups = at_least(
            numbered.values_list("reference", "people_min", "document__people__overlaps")
        )
    return People(
        cases=counts["cases"],
        persons=counts["named"] + counts["nameless"] + people_of_groups,
        groups=counts["groups"],
        patterns=counts["patterns"],
    )


def at_least(groups: Iterable[tuple[str, int, list[str] | None]]) -> int:
    """People of groups, given as (reference, lowest head count, references it overlaps with), never too many.

    An overlap with a person takes one away. Two groups that overlap may share everybody, so the smaller count of
    the two is taken away once.
    """
    groups = list(groups)
    least = {reference: count for reference, count, _overlaps in groups}
    total, paired = 0, set()
    for reference, count, overlaps in groups:
        for other in set(overlaps or ()) - {reference}:
            if other not in least:
                count -= 1
            elif (pair := frozenset((reference, other))) not in paired:
                paired.add(pair)
                count -= min(least[reference], least[other])
        total += max(count, 0)
    return total


def recent_since(today: date) -> date:
    """The first day that still counts as recent."""
    months = today.year * 12 + today.month - 1 - RECENT_MONTHS
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def recently_checked(last_checked: str, *, today: date) -> bool:
    """Whether a day or month (`2026-05-21`, `2026-05`) lies surely within the last six months."""
    return bool(last_checked) and last_checked >= recent_since(today).isoformat()


def count_held(cases: PublishedCaseQuerySet, *, today: date) -> list[Held]:
    """Cases last known held, by form of custody, in the order of the vocabulary; patterns left out."""
    recent = Count("row_number", filter=Q(last_checked__gte=recent_since(today).isoformat()))
    counts = {
        code: (total, checked)
        for code, total, checked in cases.filter(custody_status__in=IN_CUSTODY)
        .exclude(kind="pattern")
        .order_by()
        .values_list("custody_status")
        .annotate(total=Count("row_number"), checked=recent)
    }
    return [
        Held(code, counts[code][1], counts[code][0] - counts[code][1])
        for code in CUSTODY_STATUSES.codes
        if code in counts
    ]
