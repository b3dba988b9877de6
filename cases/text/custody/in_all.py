"""One course of life: how often somebody was held and how many days in all, over all their cases, at least and at most.

Two cases may tell of the same custody, wholly or in part: no day is counted twice, and what certainly was one stretch
is one time. Where the dates leave it open, it is one at least and two at most. What touches by a day alone – let out,
and taken again at the gate – is two times. The stretches of one case are always so many times.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from cases.text.custody.days import Span, joined, number_of_days
from cases.text.custody.spans import Held, Spell


@dataclass(frozen=True, slots=True)
class InAll:
    """`most_days` is None where nobody can say when it began; both count up to the day asked for, first and last day
    included. `is_open`: some of it is not known to have ended."""

    least_times: int
    most_times: int
    least_days: int
    most_days: int | None
    is_open: bool


def in_all(cases: Sequence[Sequence[Spell]], today: date) -> InAll | None:
    """Over the stretches of custody of each case; None where no case tells of any."""
    told = [(number, spell) for number, spells in enumerate(cases) for spell in spells]
    if not told:
        return None
    spells = [spell for _number, spell in told]
    certain = joined(spell.certain for spell in spells if spell.certain)
    # Within one case a stretch that is certain on no day is a day at least; of several cases it may be the same day.
    of_one_case = max(map(len, cases))
    least = [Held(tuple(each)).days(today)[0] for each in cases]
    return InAll(
        least_times=max(_groups(told, _may_be_one), of_one_case),
        most_times=max(_groups(told, _are_one), of_one_case),
        least_days=max(number_of_days(certain, today) or 0, *least),
        most_days=number_of_days(joined(spell.possible for spell in spells), today),
        is_open=any(not spell.is_over or spell.may_go_on for spell in spells),
    )


def _groups(told: list[tuple[int, Spell]], are_one: Callable[[Spell, Spell], bool]) -> int:
    """How many are left if those of different cases that are one count as one, and what is one with either too."""
    left, number = list(range(len(told))), 0
    while left:
        number += 1
        group = [left.pop()]
        while group:
            case, spell = told[group.pop()]
            near = [at for at in left if told[at][0] != case and are_one(spell, told[at][1])]
            group += near
            left = [at for at in left if at not in near]
    return number


def _may_be_one(one: Spell, other: Spell) -> bool:
    return (
        _overlap(one.possible, other.possible) or _may_be_one_day(one, other) or _may_be_one_day(other, one)
    )


def _may_be_one_day(earlier: Spell, later: Spell) -> bool:
    """Whether both may have been the very day on which one ends and the other begins, and nothing else."""
    day = earlier.possible[1]
    return (
        day is not None
        and day == later.possible[0]
        and earlier.begin[1] in (None, day)
        and (later.end[0] is None or later.end[0] <= day)
        and (later.shown is None or later.shown <= day)
    )


def _are_one(one: Spell, other: Spell) -> bool:
    if not (one.certain and other.certain):
        return False
    # A single day is the same stretch only where neither can have been longer.
    is_one_day = one.certain == other.certain == one.possible == other.possible
    return is_one_day or _overlap(one.certain, other.certain)


def _overlap(one: Span, other: Span) -> bool:
    """Whether two spans share more than the day on which one ends and the other begins."""
    (first, last), (other_first, other_last) = one, other
    return _before(first, other_last) and _before(other_first, last)


def _before(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first < last
