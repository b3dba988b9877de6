"""The procedural stage of each proceeding, which goes on moving after death."""

from cases.text.custody import effects
from cases.text.custody.effects import MAKES_FINAL, SETS_ASIDE, raised
from cases.text.custody.judgments import owner_of_review
from cases.text.custody.person import Judgment, Person
from cases.text.custody.steps import OF_NONE, Step

_JUDGED = frozenset({"convicted_not_final", "convicted_final", "appeal", "cassation"})


def move_stage(person: Person, step: Step) -> None:
    for owner in owners_of_stage(person, step):
        stage = stage_after(person, step, owner)
        before = person.stages.get(owner, ("unknown", None))[0]
        if stage and (stage != before or not step.effect.raises):
            person.stages[owner] = (stage, step)


def owners_of_stage(person: Person, step: Step) -> list[int]:
    if step.owner in person.proceedings:
        return [step.owner]
    if step.kind in ("pardon", "amnesty"):
        return [number for number, (stage, _by) in person.stages.items() if stage not in effects.OUTCOMES]
    if step.effect.change == effects.REVIEWS:
        owner = owner_of_review(person, step)
        return [owner] if owner in person.proceedings else []
    return []


def stage_after(person: Person, step: Step, owner: int) -> str:
    """The stage after a step, "" where it stays."""
    effect, judgment = step.effect, person.judgments.get(owner)
    before = person.stages.get(owner, ("unknown", None))[0]
    if effect.change == effects.REVIEWS:
        return stage_after_review(person, step, owner, judgment)
    if effect.change == effects.CONVICTS or (effect.change == effects.RESENTENCES and judgment):
        administrative = person.proceedings[owner].kind == "administrative"
        if effect.change == effects.RESENTENCES:
            return raised(before, "convicted_not_final") if not administrative else ""
        return "" if administrative else effect.stage
    if step.kind in ("appeal_filed", "cassation_filed"):
        concerns_an_order = judgment is None and any(
            ground.proceeding in (owner, OF_NONE) for ground in person.grounds.values()
        )
        return "" if concerns_an_order else effect.stage
    if effect.raises:
        return raised(before, effect.stage)
    return effect.stage


def stage_after_review(person: Person, step: Step, owner: int, judgment: Judgment | None) -> str:
    before = person.stages.get(owner, ("unknown", None))[0]
    if step.decision == "quashed" and judgment and judgment.kind == "fallen":
        return "overturned"
    if step.decision in SETS_ASIDE:
        judged = before in effects.OUTCOMES or before in _JUDGED
        return "on_trial" if judged and judgment is None else ""
    if judgment and judgment.kind == "guilty" and step.decision in MAKES_FINAL:
        is_final = judgment.final or (person.dead and may_be_final(person, owner))
        return "convicted_final" if is_final else "convicted_not_final"
    if judgment and judgment.kind == "acquitted":
        return "acquitted"
    return ""


def may_be_final(person: Person, owner: int) -> bool:
    return person.proceedings[owner].final is not False
