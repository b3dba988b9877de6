"""Cases near another one, from the register alone: of the same person, and of the campaigns it belongs to.

A few of each, in a constant number of queries; how many there are comes from bitmaps.
"""

from dataclasses import dataclass

from cases.public.presentation.case_rows import shown, shown_in_order
from cases.register.published_case import DEFAULT_SORT, PublishedCase
from cases.register.reading import Look
from cases.register.selection import Selection

MOST = 6
MOST_CAMPAIGNS = 3


@dataclass(frozen=True)
class Circle:
    """At most MOST `cases`. `total` counts all of the campaign; for a person it tells whether there are more."""

    campaign: dict | None
    cases: list[PublishedCase]
    total: int


def neighbours(case: PublishedCase, campaigns: list[dict], look: Look) -> list[Circle]:
    """Circles that hold any other case; two queries at most. `campaigns` are its own, by their present titles."""
    circles = [_of_person(case)] if case.person_reference and case.identity == "named" else []
    chosen = []
    for campaign in campaigns[:MOST_CAMPAIGNS]:
        others = Selection.everything(look.bitmaps).any_of("campaign", [campaign["reference"]])
        numbers = [
            number for number in others.in_order(DEFAULT_SORT, 0, MOST + 1) if number != case.row_number
        ]
        chosen.append((campaign, numbers[:MOST], len(others)))
    numbers = {number for _campaign, few, _total in chosen for number in few}
    rows = {row.row_number: row for row in shown_in_order(list(numbers))} if numbers else {}
    circles += [Circle(campaign, [rows[number] for number in few], total) for campaign, few, total in chosen]
    return [circle for circle in circles if circle.cases]


def _of_person(case: PublishedCase) -> Circle:
    others = PublishedCase.objects.of_person(case.person_reference).exclude(pk=case.pk)
    found = list(shown(others.sorted_by(DEFAULT_SORT))[: MOST + 1])
    return Circle(None, found[:MOST], len(found))
