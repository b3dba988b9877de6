"""How people and cases are counted. The rule of each number is printed beside it on the page.

People are counted "at least": distinct named people, one for each case whose person is not named, and of groups the
lowest stated head count less what is said to overlap. Patterns have no countable people and never count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.register.marks import NAMED
from cases.register.selection import Selection
from cases.vocabularies.proceedings import CUSTODY_STATUSES, IN_CUSTODY
from cases.wording.recency import recent_since
from cases.wording.samples import how_many
from cases.wording.words import label


@dataclass(frozen=True)
class People:
    """How many cases, and how many people they are about at least; how many of the cases are fictional."""

    cases: int
    persons: int
    groups: int
    patterns: int
    samples: int

    @property
    def of_samples(self) -> str:
        return how_many(self.samples, self.cases)


@dataclass(frozen=True)
class Held:
    """One form of custody: cases that a source confirmed recently, and those that none did of late."""

    code: str
    recent: int
    older: int


def count_people(cases: Selection) -> People:
    """No query, or one in a moment of the register where groups are said to overlap with others."""
    groups, patterns = len(cases.any_of("kind", ["group"])), len(cases.any_of("kind", ["pattern"]))
    persons = cases.any_of("kind", ["person"])
    nameless = len(persons.among(persons.rows - cases.bitmaps.of(NAMED)))
    return People(
        cases=len(cases),
        persons=persons.named_persons() + nameless + cases.people_of_groups() + _people_of_overlapping(cases),
        groups=groups,
        patterns=patterns,
        samples=len(cases.samples()),
    )


def _people_of_overlapping(cases: Selection) -> int:
    """People of the groups that are said to overlap, over and above the others."""
    groups = cases.groups_that_overlap()
    # The others are counted already; here they only say how much may be counted twice.
    others = sum(least for _row_number, _reference, least, overlaps in groups if not overlaps)
    return (
        at_least((reference, least, overlaps) for _row_number, reference, least, overlaps in groups) - others
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


def count_held(cases: Selection, *, today: date) -> list[Held]:
    """Cases last known held, by form of custody, in the order of the vocabulary: those the parameter `held` finds."""
    held = cases.held()
    totals = held.count_of("custody")
    recently = held.confirmed_since(recent_since(today)).count_of("custody")
    return [
        Held(code, recently.get(code, 0), totals[code] - recently.get(code, 0))
        for code in CUSTODY_STATUSES.codes
        if code in IN_CUSTODY and code in totals
    ]


def held_table(forms: list[Held]) -> dict:
    """Rows by form of custody and their sums."""
    return {
        "rows": [
            {
                "code": form.code,
                "form": label(CUSTODY_STATUSES, form.code),
                "recent": form.recent,
                "older": form.older,
            }
            for form in forms
        ],
        "recent": sum(form.recent for form in forms),
        "older": sum(form.older for form in forms),
    }
