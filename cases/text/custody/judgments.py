"""What verdicts, sentences and appeals do: a sentence holds, or lets go, whom its proceeding held."""

from dataclasses import replace

from cases.text.custody import effects
from cases.text.custody.effects import MAKES_FINAL, SETS_ASIDE
from cases.text.custody.person import (
    CONVICT_FORMS,
    Ask,
    Judgment,
    Person,
)
from cases.text.custody.steps import OF_NONE, Step

_GO_ON_AFTER_JUDGMENT = frozenset({"house_arrest", "extradition_custody"})


def convict(person: Person, step: Step) -> None:
    owner = step.owner
    if owner == OF_NONE and person.proceedings:
        person.be_in_doubt("of_which_proceeding", step, stays=True)
        return
    proceeding = person.proceedings.get(owner)
    person.give(step)
    if proceeding and proceeding.kind == "administrative":
        # A fine for a minor offence ends the detention that led to it, and convicts nobody.
        if person.is_custodial(owner) is False:
            let_go_in_court(person, step, owner)
        return
    final = bool(proceeding and proceeding.final)
    person.judgments[owner] = Judgment("guilty", final=final, absent=step.absent)
    person.take_over(owner)
    if step.taken or step.stated:
        person.be_as_stated(step, owner)
    elif not step.absent:
        hold_after_judgment(person, step, owner)


def hold_after_judgment(person: Person, step: Step, owner: int) -> None:
    """What a judgment does to somebody who was in court, by whether its sentence holds."""
    custodial = person.is_custodial(owner)
    if custodial is False:
        if any(each.kind == "psychiatric_treatment" for each in person.standing(owner)) and person.is_held:
            person.hold(owner, "psychiatric_confinement", step)
        else:
            let_go_in_court(person, step, owner)
        return
    if not person.is_held:
        ask_how_held(person, step, owner, custodial)
        return
    if person.only_settlement(owner):
        return
    own = person.grounds.get(owner)
    concerned = [own] if own else person.grounds.values()
    if all(ground.form in _GO_ON_AFTER_JUDGMENT for ground in concerned):
        if person.judgments[owner].final:
            ask_how_held(person, step, owner, custodial)
        return
    person.hold(owner, person.convict_form(owner), step)


def ask_how_held(person: Person, step: Step, owner: int, custodial: bool | None) -> None:
    if not custodial or step.absent or person.only_settlement(owner):
        return
    if person.status == "unknown" and person.out[1] is None:
        person.unanswered[owner] = Ask("sentenced_and_how_held", (step.key,))
    elif person.status in ("released", "released_conditionally", "at_liberty", "sought", "house_arrest"):
        person.unanswered[owner] = Ask("sentenced_while_out", (step.key,))


def let_go_in_court(person: Person, step: Step, owner: int) -> None:
    """A sentence that does not hold ends its own ground in the courtroom (Russia, Code of Criminal Procedure 311)."""
    if owner not in person.grounds or step.let_go_later:
        return
    person.end_ground(owner)
    if person.is_held:
        return
    if any(each.kind in effects.SUSPENDED for each in person.standing(owner)):
        person.put_under_conditions(owner, step)
    else:
        person.be_out("released", step)
    person.be_in_doubt("not_said_let_go", step)


def resentence(person: Person, step: Step) -> None:
    owner = step.owner
    judgment = person.judgment(owner)
    if judgment is None:
        convict(person, step)
        return
    person.give(step)
    if judgment.kind != "guilty":
        return
    person.forget_release(owner)
    own = person.grounds.get(owner)
    if person.is_custodial(owner) is False:
        if own and own.form in CONVICT_FORMS:
            let_go_in_court(person, step, owner)
    elif own and own.form in CONVICT_FORMS:
        person.grounds[owner] = replace(own, limit=person.limit_of_sentence(owner, own.begin, step))
    elif person.is_held and not person.only_settlement(owner):
        hold_after_judgment(person, step, owner)


def review(person: Person, step: Step) -> None:
    owner = owner_of_review(person, step)
    if owner is None:
        person.be_in_doubt("of_which_proceeding", step, stays=True)
        return
    judgment = person.judgment(owner)
    if step.decision == "":
        person.give(step, owner)
        person.be_in_doubt("decision_not_stated", step, stays=True)
    elif judgment is None or judgment.kind in ("ended", "fallen"):
        review_an_order(person, step, owner, judgment)
    elif step.decision in SETS_ASIDE:
        set_aside(person, step, owner, judgment)
    elif judgment.kind == "guilty":
        make_final(person, step, owner, judgment)


def owner_of_review(person: Person, step: Step) -> int | None:
    if step.owner != OF_NONE or not person.proceedings:
        return step.owner
    judged = [number for number in person.proceedings if number in person.judgments]
    return judged[0] if len(judged) == 1 else None


def review_an_order(person: Person, step: Step, owner: int, judgment: Judgment | None) -> None:
    if step.absent and not step.taken:
        return
    if step.stated or step.taken:
        person.be_as_stated(step, owner)
    elif step.decision != "upheld" and judgment is None:
        person.be_in_doubt("order_changed_on_appeal", step)


def set_aside(person: Person, step: Step, owner: int, judgment: Judgment) -> None:
    if step.decision == "remitted" or judgment.kind == "acquitted":
        person.judgments.pop(owner)
    else:
        person.judgments[owner] = Judgment("fallen")
    person.unanswered.pop(owner, None)
    if step.absent and not step.taken:
        return
    if step.stated or step.taken:
        person.be_as_stated(step, owner)
        return
    own = person.grounds.get(owner)
    if judgment.kind != "guilty" or own is None:
        return
    if step.decision == "remitted" and own.form in CONVICT_FORMS:
        person.hold(owner, "pretrial_detention", step)
    person.be_in_doubt("judgment_set_aside", step)


def make_final(person: Person, step: Step, owner: int, judgment: Judgment) -> None:
    person.give(step, owner)
    proceeding = person.proceedings.get(owner)
    if step.decision in MAKES_FINAL:
        final = not (proceeding and proceeding.final is False)
        let_go = judgment.let_go and step.decision != "increased" and not step.sentences
        person.judgments[owner] = replace(judgment, final=final, let_go=let_go)
    if step.taken or step.stated:
        person.be_as_stated(step, owner)
    elif not step.absent:
        hold_after_judgment(person, step, owner)
