"""What facts do: they move the person, whatever ground there was."""

from dataclasses import replace

from cases.text.custody import effects
from cases.text.custody.effects import HELD, HELD_BY_STRENGTH
from cases.text.custody.person import (
    OUT,
    Ground,
    Person,
)
from cases.text.custody.steps import OF_NONE, Step

_SEIZES = frozenset({"arrest", "detained", "arrest_foreign_request"})
_LEAVES_THE_COUNTRY = frozenset({"deportation", "extradition", "rendition"})


def take(person: Person, step: Step) -> None:
    owner = owner_of_taking(person, step)
    own = person.grounds.get(owner)
    if step.kind in _SEIZES and own and not _may_be_seized(own, step):
        exempt = own.form == "house_arrest"
        person.find_impossible("" if exempt else "seized_while_held", step)
    if step.kind == "sentence_begins" and person.judgment(owner) is None and person.proceedings:
        # Before a verdict nothing can be served; it tells in which order the two came.
        person.find_impossible("", step)
    person.hold(owner, form_of_taking(person, step, owner, own), step)


def owner_of_taking(person: Person, step: Step) -> int:
    """A convict who is seized is held for the sentence, though the arrest belongs to no proceeding."""
    if step.owner != OF_NONE or step.kind == "arrest_foreign_request":
        return step.owner
    convicted = [number for number in person.proceedings if person.stands(number)]
    return convicted[0] if len(convicted) == 1 else OF_NONE


def form_of_taking(person: Person, step: Step, owner: int, own: Ground | None) -> str:
    if step.stated in HELD:
        return step.stated
    form = step.effect.custody
    if step.kind == "sentence_begins":
        return form
    if step.kind != "arrest_foreign_request" and person.stands(owner):
        return person.convict_form(owner)
    keeps = own and own.form not in ("house_arrest", "held_form_unknown", "unacknowledged_custody")
    if keeps and HELD_BY_STRENGTH.index(own.form) < HELD_BY_STRENGTH.index(form):
        return own.form
    return form


def show(person: Person, step: Step) -> None:
    """A transfer or a confirmation: evidence that somebody is held, and nothing moves."""
    if person.is_held:
        confirm(person, step)
    elif person.status == "unknown":
        owner = owner_of_taking(person, step)
        form = person.convict_form(owner) if person.stands(owner) else step.stated or step.effect.custody
        person.hold(owner, form if form in HELD else step.effect.custody, step)
    else:
        person.find_impossible("shown_while_out", step)


def confirm(person: Person, step: Step) -> None:
    person.shown, person.doubt, person.pending = True, "", ()
    for owner, ground in person.grounds.items():
        if ground.limit and (step.last is None or step.last > ground.limit):
            person.grounds[owner] = replace(ground, limit=None)


def let_go(person: Person, step: Step) -> None:
    if step.kind == "release" and step.act is None and not person.is_held:
        person.find_impossible("release_of_nobody_held", step)
    if step.kind in ("escape", "exchange") and not person.is_held and person.status in OUT:
        person.find_impossible("release_of_nobody_held", step)
    if step.kind == "release" and step.owner and len(person.proceedings) > 1:
        others = [g for o, g in person.grounds.items() if g.proceeding not in (step.owner, OF_NONE)]
        if others:
            person.ask("release_while_another_ground_stands", step, others[0].by)
    if step.kind != "escape" and not (step.act and _leaves_conditions(step.act)):
        note_plain_release(person)
    person.end_all()
    if step.act:
        take_form_of(person, step.act, step)
    stated = step.stated or ("held_form_unknown" if step.taken else "")
    if stated in HELD:
        person.hold(OF_NONE if step.kind in _LEAVES_THE_COUNTRY else step.owner, stated, step)
    elif not step.act:
        person.be_out(stated or step.effect.custody, step)


def note_plain_release(person: Person) -> None:
    for number, judgment in person.judgments.items():
        if number in person.grounds:
            person.judgments[number] = replace(judgment, let_go=True)


def take_form_of(person: Person, cause: Step, release: Step) -> None:
    """The day of one act is that of the release, its form that of the other step."""
    if cause.kind == "house_arrest_order":
        person.hold(cause.owner, "house_arrest", release)
    elif _leaves_conditions(cause):
        person.put_under_conditions(cause.owner, release)
    else:
        person.be_out("released", release)


def die(person: Person, step: Step) -> None:
    person.dead = ("deceased_in_custody" if person.is_held else step.effect.custody, step)
    person.shown = person.is_held
    person.doubt, person.unanswered = "", {}
    person.grounds, person.conditions, person.sought = {}, {}, {}


def state(person: Person, step: Step) -> None:
    """An editor's statement has the last word."""
    person.end_all()
    person.dead = None
    person.doubt = ""
    if step.effect.custody in HELD:
        person.hold(OF_NONE, step.effect.custody, step)
    else:
        person.be_out(step.effect.custody, step)


def _leaves_conditions(step: Step) -> bool:
    """Whether a step that lets somebody go leaves them under conditions, or under house arrest."""
    suspended = any(sentence.kind in effects.SUSPENDED for sentence in step.sentences)
    return suspended or step.effect.change in (effects.SETS_CONDITIONS, effects.ORDERS)


def _may_be_seized(ground: Ground, step: Step) -> bool:
    """Detained, then arrested: the first names no form. What a census showed was no detention of its own."""
    if ground.form != "held_form_unknown" or ground.by.effect.change == effects.SHOWS:
        return False
    return step.kind != ground.by.kind
