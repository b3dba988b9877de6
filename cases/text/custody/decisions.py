"""What orders and endings do: they make and end the ground of their proceeding, and move nobody else."""

from cases.text.custody.effects import HELD
from cases.text.custody.person import Judgment, Person, end_of_term
from cases.text.custody.steps import OF_NONE, Step


def order(person: Person, step: Step) -> None:
    if step.absent:
        if step.effect.custody == "pretrial_detention":
            seek(person, step)
        return
    if step.kind == "administrative_sentence":
        hold_administratively(person, step)
        return
    person.take_over(step.owner)
    form = step.stated if step.stated in HELD else step.effect.custody
    if form == "pretrial_detention":
        if person.stands(step.owner):
            form = person.convict_form(step.owner)
        elif step.owner and person.proceedings[step.owner].kind == "extradition":
            form = "extradition_custody"
    if not step.let_go_later:
        person.hold(step.owner, form, step)


def hold_administratively(person: Person, step: Step) -> None:
    """A ground of its own wherever it is typed; it follows from the detention that led to it."""
    begin = step
    for owner in (step.owner, OF_NONE):
        ground = person.grounds.get(owner)
        if ground and ground.form in ("held_form_unknown", "police_custody"):
            begin = person.grounds.pop(owner).begin
    limit = step.until
    if limit is None and step.sentences and not step.sentences[0].expected_end:
        limit = end_of_term(step.sentences[0], begin, step)
    elif limit is None and step.sentences:
        limit = step.sentences[0].expected_end.latest
    person.hold(("administrative", step.key), "administrative_detention", step, begin=begin, limit=limit)


def set_conditions(person: Person, step: Step) -> None:
    if step.kind == "parole" and not person.is_held and not step.let_go_later:
        person.find_impossible("release_of_nobody_held", step)
    if step.absent:
        return
    person.take_over(step.owner)
    if step.let_go_later:
        return
    person.end_ground(step.owner)
    person.put_under_conditions(step.owner, step)


def end(person: Person, step: Step) -> None:
    owners = owners_of_ending(person, step)
    if owners is None:
        person.be_in_doubt("of_which_proceeding", step, stays=True)
        return
    was_held, was_limited = person.is_held, person.status in ("released_conditionally", "sought")
    served = step.kind == "sentence_completed"
    unknown_convict = served and person.status == "unknown" and any(map(person.stands, owners))
    for owner in owners:
        if step.kind == "verdict_acquittal":
            person.take_over(owner)
        kind = "acquitted" if step.kind == "verdict_acquittal" else "ended"
        person.judgments[owner] = Judgment(kind)
        person.unanswered.pop(owner, None)
        if not step.let_go_later:
            person.end_ground(owner, also_administrative=served or step.kind != "verdict_acquittal")
            person.conditions.pop(owner, None)
            person.sought.pop(owner, None)
    if step.let_go_later:
        return
    if len(person.proceedings) <= 1 or step.owner == OF_NONE:
        person.conditions.pop(OF_NONE, None)
        person.sought.pop(OF_NONE, None)
    if step.stated:
        person.be_as_stated(step, step.owner)
    elif (was_held or unknown_convict) and not person.is_held:
        if person.conditions:
            person.be_out("released_conditionally", step)
        else:
            person.be_out(step.effect.custody, step)
    elif was_limited and not person.conditions and not person.sought and not person.is_held:
        person.be_out("exile" if step.effect.custody == "exile" else "at_liberty", step)
    elif step.effect.custody == "exile" and not person.is_held:
        person.be_out("exile", step)


def owners_of_ending(person: Person, step: Step) -> list[int] | None:
    """Whose ground an ending ends; None where several proceedings make that a guess."""
    if step.owner != OF_NONE or not person.proceedings:
        return [step.owner]
    if step.kind in ("pardon", "amnesty", "exile_order"):
        return [*person.proceedings, OF_NONE]
    if step.kind == "sentence_completed":
        convicted = [number for number in person.proceedings if person.stands(number)]
        return convicted if len(convicted) == 1 else None
    return None


def seek(person: Person, step: Step) -> None:
    """Somebody who is neither held nor missing is sought, whether or not anything was known before."""
    if not person.is_held and person.out[0] != "missing":
        person.sought[step.owner] = step
        person.doubt, person.pending = "", ()


def leave_undecided(person: Person, step: Step) -> None:
    person.be_in_doubt("decision_not_stated", step, stays=True)
