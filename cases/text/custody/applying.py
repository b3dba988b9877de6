"""Applying one step to a person: what its sort does, where its stage goes, and what runs on or out by it."""

from dataclasses import replace
from datetime import timedelta

from cases.text.custody import decisions, effects, facts, judgments
from cases.text.custody.person import (
    DAYS_OF_POLICE_CUSTODY,
    Judgment,
    Person,
)
from cases.text.custody.stages import move_stage
from cases.text.custody.steps import OF_NONE, Step

_APPLIED = {
    effects.TAKES: facts.take,
    effects.SHOWS: facts.show,
    effects.LETS_GO: facts.let_go,
    effects.DIES: facts.die,
    effects.ORDERS: decisions.order,
    effects.SETS_CONDITIONS: decisions.set_conditions,
    effects.ENDS: decisions.end,
    effects.CONVICTS: judgments.convict,
    effects.RESENTENCES: judgments.resentence,
    effects.REVIEWS: judgments.review,
    effects.SEEKS: decisions.seek,
    effects.UNDECIDED: decisions.leave_undecided,
    "states": facts.state,
}


def apply(person: Person, step: Step) -> None:
    person.shown = False
    change = step.effect.change
    if person.dead:
        after_death(person, step, change)
    elif change in _APPLIED:
        prune(person, step)
        _APPLIED[change](person, step)
    move_stage(person, step)
    go_on_in_police_custody(person, step)


def after_death(person: Person, step: Step, change: str) -> None:
    if change in (effects.TAKES, effects.SHOWS, effects.LETS_GO, effects.DIES) or step.kind == "parole":
        person.find_impossible("after_death", step)
    elif change in (effects.CONVICTS, effects.REVIEWS, effects.ENDS):
        note_judgment(person, step)


def note_judgment(person: Person, step: Step) -> None:
    """After death only the stage moves; it needs to know what was judged."""
    if step.owner == OF_NONE:
        return
    if step.effect.change == effects.CONVICTS:
        person.judgments[step.owner] = Judgment("guilty", absent=step.absent)
    elif step.kind == "verdict_acquittal":
        person.judgments[step.owner] = Judgment("acquitted")


def prune(person: Person, step: Step) -> None:
    """Days of arrest that had run out when another ground stood, or was made, no longer hold anybody."""
    if step.effect.change in (effects.SHOWS, effects.ADVANCES, effects.SEEKS, effects.UNDECIDED):
        return
    new_ground = step.effect.change in (effects.TAKES, effects.ORDERS) and not step.absent
    for owner, ground in list(person.grounds.items()):
        if isinstance(owner, int) or ground.limit is None or step.first is None:
            continue
        others = new_ground or any(o != owner for o in person.grounds)
        if others and step.first >= ground.limit:
            del person.grounds[owner]


def go_on_in_police_custody(person: Person, step: Step) -> None:
    """Police custody goes on as long as something follows within its days."""
    if step.effect.change not in (effects.ADVANCES,) or step.first is None or step.last is None:
        return
    for owner, ground in person.grounds.items():
        if (
            ground.form != "police_custody"
            or ground.limit is None
            or ground.proceeding not in (step.owner, OF_NONE)
        ):
            continue
        if ground.by.first and ground.by.first <= step.first <= ground.limit:
            later = step.last + timedelta(days=DAYS_OF_POLICE_CUSTODY - 1)
            person.grounds[owner] = replace(ground, limit=max(ground.limit, later))
