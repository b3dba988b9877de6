"""The days somebody was held, worked out from the steps in the order that counts.

*Certain* spans hold the days no reading of the dates leaves out, *possible* ones reach from the earliest first day to
the latest last day. Without a known end, certainty stops with the last day a source shows the person held.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cases.text.custody.days import Span, certainly_before, joined, number_of_days
from cases.text.custody.effects import HELD, ORDERS, TAKES
from cases.text.custody.record import Deprivation
from cases.text.custody.steps import Step

NOT_KNOWN_TO_BE_OUT = frozenset({"unknown", "missing"})
"""Statuses after which somebody who was held may still be."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What one step led from and to; `shown`: it shows the person in custody, up to that day at least."""

    step: Step
    before: str
    after: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Spell:
    """One stretch of custody; `shown`: the last day it is certain while no end is known."""

    begin: Span
    shown: date | None
    end: Span = (None, None)
    is_over: bool = False
    may_go_on: bool = False

    @property
    def possible(self) -> Span:
        return self.begin[0], self.end[1]

    @property
    def certain(self) -> Span | None:
        first, lasts = self.begin[1], [self.shown]
        if self.is_over and not self.may_go_on:
            lasts.append(self.end[0])
        last = max((day for day in lasts if day), default=None)
        return (first, last) if first and last and first <= last else None


@dataclass(frozen=True, slots=True)
class Held:
    """The stretches somebody was held in, in their order."""

    spells: tuple[Spell, ...] = ()

    @property
    def certain(self) -> list[Span]:
        return joined(spell.certain for spell in self.spells if spell.certain)

    @property
    def possible(self) -> list[Span]:
        return joined(spell.possible for spell in self.spells)

    def days(self, today: date) -> tuple[int, int | None]:
        """At least and at most so many days up to a day, first and last counted; None where nobody can say."""
        # Who was held at all was held for a day, even if nobody can say which.
        undated = sum(1 for spell in self.spells if not spell.certain)
        return (number_of_days(self.certain, today) or 0) + undated, number_of_days(self.possible, today)


def held_days(moments: Sequence[Moment], deprivations: tuple[Deprivation, ...], today: date) -> Held:
    """The days held according to the steps; where they tell of no custody, according to the violations."""
    spells = _spells(moments)
    if not spells:
        spells = [_of_violation(each) for each in deprivations]
        if moments and moments[-1].after not in HELD | NOT_KNOWN_TO_BE_OUT | {"sought"}:
            spells = [_ended_by(moments[-1].step, spell) for spell in spells]
    elif deprivations and not any(moment.step.effect.change in _BEGINS for moment in moments):
        # The steps only show that somebody was held: since when, the violation tells.
        begun = _of_violation(deprivations[0]).begin
        if certainly_before(begun[1], spells[0].begin[0]):
            spells[0] = replace(spells[0], begin=begun)
    return Held(tuple(tightened(spell, today) for spell in spells))


_BEGINS = frozenset({TAKES, ORDERS})


def _ended_by(step: Step, spell: Spell) -> Spell:
    if spell.is_over and not spell.may_go_on:
        return spell
    return replace(spell, end=(step.first, step.last), is_over=True, may_go_on=step.first is None)


def day_confirmed(first: date | None, spells: Sequence[Spell]) -> date | None:
    """The day from which a confirmation, which is of `first` at the earliest, certainly shows somebody in custody."""
    return max(first, spells[-1].begin[1] or first) if first and spells else first


def _spells(moments: Sequence[Moment]) -> list[Spell]:
    spells: list[Spell] = []
    for moment in moments:
        was, is_ = moment.before in HELD, moment.after in HELD
        step = moment.step
        day = step.first
        if is_ and not was:
            _close(spells, step)
            begin = (step.since.earliest, step.since.latest) if step.since else (step.first, step.last)
            spells.append(Spell(begin, day))
        elif was and moment.shown and day:
            spells[-1] = replace(spells[-1], shown=max(spells[-1].shown or day, day))
        if was and not is_:
            over = Spell(spells[-1].begin, spells[-1].shown, (step.first, step.last), is_over=True)
            if moment.after in NOT_KNOWN_TO_BE_OUT:
                over = replace(over, end=(None, None), may_go_on=True)
            spells[-1] = over
        elif (
            not is_ and moment.after not in NOT_KNOWN_TO_BE_OUT | {"sought"} and moment.after != moment.before
        ):
            _close(spells, step)
    return spells


def _close(spells: list[Spell], step: Step) -> None:
    """What may have gone on is over, at the latest, when something definite is known again."""
    if spells and spells[-1].may_go_on and spells[-1].end == (None, None):
        spells[-1] = replace(spells[-1], end=(None, step.last))


def _of_violation(deprivation: Deprivation) -> Spell:
    begin, end = deprivation.begin, deprivation.end
    return Spell(
        (begin.earliest, begin.latest),
        begin.earliest,
        (end.earliest, end.latest),
        is_over=deprivation.ended or bool(end),
    )


def tightened(spell: Spell, today: date) -> Spell:
    """Nobody's custody ends before it begins, and what is told of has happened: each side bounds the other."""
    (begin_first, begin_last), (end_first, end_last) = spell.begin, spell.end
    if begin_last and begin_last > today:
        begin_last = max(today, begin_first or today)
    if spell.is_over and end_last and begin_last:
        begin_last = max(min(begin_last, end_last), begin_first or begin_last)
    floor = max((day for day in (end_first, begin_first, spell.shown) if day), default=None)
    if spell.is_over and not spell.may_go_on and floor:
        end_first = floor if end_last is None else min(floor, end_last)
    if end_last and begin_first and end_last < begin_first:
        end_last = begin_first
    return replace(spell, begin=(begin_first, begin_last), end=(end_first, end_last))
