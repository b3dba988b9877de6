"""Where somebody was held, and when: the stays in prisons and the like, worked out from the steps in their order.

A stay begins on the day a source first shows the person there. It ends when they are let go, when a source shows them
elsewhere, and when they were moved to a place nobody states: by a transfer, under house arrest, into a psychiatric
institution, or out of police custody, which nobody stays in for long.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cases.text.custody.days import certainly_before
from cases.text.custody.effects import HELD, SHOWS, TAKES
from cases.text.custody.orders import is_ordered
from cases.text.custody.record import Deprivation, Facility
from cases.text.custody.spans import Moment, Spell, tightened
from cases.text.custody.steps import Step
from cases.text.institution_words import DETENTION, ELSEWHERE, POLICE

MOVES = frozenset({"house_arrest", "psychiatric_confinement"})
"""Forms of custody that begin with a move to another place."""

ARRESTS = frozenset({"detained", "arrest", "arrest_foreign_request"})

IN_POLICE_CUSTODY = frozenset(
    {"police_custody", "administrative_detention", "held_form_unknown", "unacknowledged_custody"}
)
"""Forms of custody that a police station may go on holding somebody in."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One stretch in one facility; `by` is the key of what last showed the person there, None for a violation."""

    facility: Facility
    spell: Spell
    by: Hashable = None


def stays_of(
    moments: Sequence[Moment], deprivations: Sequence[Deprivation], spells: Sequence[Spell], today: date
) -> tuple[Stay, ...]:
    """The stays of a person; `spells` are the stretches of custody that follow from the same facts."""
    if not any(HELD & {moment.before, moment.after} for moment in moments):
        # No step tells of custody: what the violations tell of is where each happened.
        return tuple(
            Stay(each.facility, spell)
            for each, spell in zip(deprivations, spells, strict=False)
            if each.facility and each.facility.holds != ELSEWHERE
        )
    walk = _Walk()
    for moment in moments:
        walk.take(moment)
    return tuple(replace(stay, spell=tightened(stay.spell, today)) for stay in walk.stays)


def held_at(stays: Sequence[Stay]) -> Stay | None:
    """The stay that goes on; None if none does, or if the dates leave open which of several does."""
    going_on = [stay for stay in stays if not stay.spell.is_over]
    return going_on[0] if len(going_on) == 1 else None


class _Walk:
    """The stays after some steps. Several go on at once where the dates do not say which came last."""

    def __init__(self) -> None:
        self.stays: list[Stay] = []
        self._by: Step | None = None
        """What last showed the person in a facility that they may still be in."""

    def take(self, moment: Moment) -> None:
        step = moment.step
        if moment.after not in HELD:
            self._end(step)
        elif facility := _shown_in(step):
            self._be_in(facility, step)
        elif self._has_moved(moment):
            self._end(step)

    def _be_in(self, facility: Facility, step: Step) -> None:
        if self._by is None or not _may_be_either(self._by, step):
            self._end(step, but=facility)
        for at, stay in enumerate(self.stays):
            if stay.facility == facility and not stay.spell.is_over:
                self.stays[at] = replace(stay, spell=_shown(stay.spell, step), by=step.key)
                break
        else:
            self.stays.append(Stay(facility, Spell((step.first, step.last), step.first), step.key))
        self._by = step

    def _has_moved(self, moment: Moment) -> bool:
        if moment.step.kind == "transfer" or moment.before not in HELD:
            return True
        if moment.before != moment.after and moment.after in MOVES:
            return True
        return moment.after not in IN_POLICE_CUSTODY and any(
            stay.facility.holds == POLICE for stay in self.stays if not stay.spell.is_over
        )

    def _end(self, step: Step, but: Facility | None = None) -> None:
        self.stays = [
            stay
            if stay.spell.is_over or stay.facility == but
            else replace(stay, spell=replace(stay.spell, end=(step.first, step.last), is_over=True))
            for stay in self.stays
        ]


def _shown_in(step: Step) -> Facility | None:
    """The facility a step shows somebody in. A decision names a court as a rule, which holds nobody."""
    facility = step.facility
    if facility is None or facility.holds == ELSEWHERE:
        return None
    if step.kind in ARRESTS and not facility.holds:
        # Nothing says that people are held where somebody was arrested: no longer, then, than at a police station.
        return replace(facility, holds=POLICE)
    is_fact = step.effect.change in (TAKES, SHOWS)
    return facility if is_fact or facility.holds in (DETENTION, POLICE) else None


def _may_be_either(one: Step, other: Step) -> bool:
    """Whether two steps that only show somebody held may have come in either order."""
    if one.effect.change != SHOWS or other.effect.change != SHOWS or is_ordered(one, other):
        return False
    return not certainly_before(one.last, other.first) and not certainly_before(other.last, one.first)


def _shown(spell: Spell, step: Step) -> Spell:
    return replace(spell, shown=max(spell.shown or step.first, step.first)) if step.first else spell
