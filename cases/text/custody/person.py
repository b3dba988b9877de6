"""A person between steps: the grounds that hold them, the conditions they are under, what was judged.

Each proceeding is a ground of its own; facts concern the person. Which order the steps come in is not known here:
`orders.py` tries them. The rules in words, with examples, stand on the page of methods.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from cases.text.custody import effects
from cases.text.custody.days import last_day_of_term
from cases.text.custody.effects import CUSTODIAL, HELD
from cases.text.custody.record import Proceeding, Sentence
from cases.text.custody.steps import OF_NONE, Step

DAYS_OF_POLICE_CUSTODY = 5
"""Counted with the day of the arrest: police custody that nothing followed is only last known after them."""

OUT = frozenset({"released", "released_conditionally", "at_liberty", "exile", "escaped"})
"""Statuses of somebody known not to be held."""

CONVICT_FORMS = frozenset({"held_after_conviction", "imprisoned"})


@dataclass(frozen=True, slots=True)
class Ground:
    """Why somebody is held: the form, the step that made or renewed it, the step its unbroken custody began with.

    `limit` is the last day it is said to run, None where nobody says. `proceeding` is where it was typed.
    """

    form: str
    by: Step
    begin: Step
    proceeding: int
    limit: date | None = None


@dataclass(frozen=True, slots=True)
class Judgment:
    """`kind`: guilty, acquitted, fallen, ended. `let_go`: a plain release followed the conviction."""

    kind: str
    final: bool = False
    absent: bool = False
    let_go: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Something the desk asks: a code of `asks.py`, and the keys of the steps it is about."""

    code: str
    about: tuple[Hashable, ...] = ()


@dataclass(slots=True)
class Person:
    """The state after some steps. `asks` and `impossible` grow as steps are applied."""

    proceedings: dict[int, Proceeding]
    grounds: dict[Hashable, Ground] = field(default_factory=dict)
    out: tuple[str, Step | None] = ("unknown", None)
    conditions: dict[int, Step] = field(default_factory=dict)
    sought: dict[int, Step] = field(default_factory=dict)
    dead: tuple[str, Step] | None = None
    judgments: dict[int, Judgment] = field(default_factory=dict)
    sentences: dict[int, tuple[Sentence, ...]] = field(default_factory=dict)
    stages: dict[int, tuple[str, Step | None]] = field(default_factory=dict)
    doubt: str = ""
    unanswered: dict[int, Ask] = field(default_factory=dict)
    pending: tuple[Ask, ...] = ()
    asks: tuple[Ask, ...] = ()
    impossible: int = 0
    shown: bool = False

    def copy(self) -> "Person":
        # Field by field: `dataclasses.replace` takes four times as long, and every step of every order makes one.
        return Person(
            self.proceedings,
            dict(self.grounds),
            self.out,
            dict(self.conditions),
            dict(self.sought),
            self.dead,
            dict(self.judgments),
            dict(self.sentences),
            dict(self.stages),
            self.doubt,
            dict(self.unanswered),
            self.pending,
            self.asks,
            self.impossible,
            self.shown,
        )

    def state(self) -> tuple:
        """What later steps can depend on: equal for two orders that left the person alike."""
        return (
            tuple(
                sorted(
                    (str(o), g.form, str(g.by.key), str(g.begin.key), g.limit or date.max)
                    for o, g in self.grounds.items()
                )
            ),
            (self.out[0], str(self.out[1].key) if self.out[1] else ""),
            tuple(sorted(self.conditions)),
            tuple(sorted((owner, str(step.key)) for owner, step in self.sought.items())),
            self.dead[0] if self.dead else "",
            tuple(sorted((owner, j.kind, j.final, j.let_go) for owner, j in self.judgments.items())),
            tuple(
                sorted((owner, tuple(str(s.key) for s in given)) for owner, given in self.sentences.items())
            ),
            tuple(sorted((owner, stage) for owner, (stage, _by) in self.stages.items())),
            self.doubt,
        )

    @property
    def is_held(self) -> bool:
        return bool(self.grounds)

    @property
    def status(self) -> str:
        """The status whatever the day; of several grounds the strongest."""
        if self.dead:
            return self.dead[0]
        if self.grounds:
            return effects.strongest(ground.form for ground in self.grounds.values())
        return "sought" if self.sought else self.out[0]

    def standing(self, owner: int) -> tuple[Sentence, ...]:
        """The sentences of a proceeding that stand: neither replaced nor part of a total."""
        given = self.sentences.get(owner, ())
        gone = {sentence.supersedes for sentence in given} | {
            part for sentence in given for part in sentence.total_of
        }
        return tuple(sentence for sentence in given if sentence.key not in gone)

    def is_custodial(self, owner: int) -> bool | None:
        """Whether the sentence that stands holds; None if no sentence is known."""
        standing = self.standing(owner)
        return any(sentence.kind in CUSTODIAL for sentence in standing) if standing else None

    def put_under_conditions(self, owner: int, step: Step) -> None:
        self.sought.pop(owner, None)
        self.conditions[owner] = step
        if not self.is_held:
            self.be_out("released_conditionally", step)

    def hold(
        self, owner: Hashable, form: str, step: Step, *, begin: Step | None = None, limit: date | None = None
    ) -> None:
        own = self.grounds.get(owner)
        begin = begin or (own.begin if own else step)
        if form in CONVICT_FORMS:
            limit = self.limit_of_sentence(owner, begin, step)
        elif limit is None:
            limit = step.until
        if form == "police_custody" and limit is None and step.last:
            limit = step.last + timedelta(days=DAYS_OF_POLICE_CUSTODY - 1)
        elif own and own.form == form and limit is None and step.effect.change == effects.TAKES:
            # Seized by virtue of an order that stands: the order runs as it ran.
            limit = own.limit
        proceeding = owner if isinstance(owner, int) else step.owner
        self.grounds[owner] = Ground(form, step, begin, proceeding, limit)
        if isinstance(owner, int):
            self.conditions.pop(owner, None)
            self.unanswered.pop(owner, None)
        self.sought = {}
        self.shown, self.doubt, self.pending = True, "", ()

    def limit_of_sentence(self, owner: Hashable, begin: Step, step: Step) -> date | None:
        """The last day of the term that stands: from the first day of the custody that led to it, else its own."""
        limits = [
            sentence.expected_end.latest or end_of_term(sentence, begin, step)
            for sentence in (self.standing(owner) if isinstance(owner, int) else ())
            if sentence.kind in CUSTODIAL
        ]
        return None if None in limits else max(limits, default=None)

    def take_over(self, owner: int) -> None:
        """The next order or verdict of a proceeding takes over a ground that stood for none."""
        if owner == OF_NONE or OF_NONE not in self.grounds:
            return
        ground = self.grounds.pop(OF_NONE)
        self.grounds.setdefault(owner, replace(ground, proceeding=owner))

    def end_ground(self, owner: int, *, also_administrative: bool = True) -> None:
        """Ends the ground of a proceeding; of none, all. An administrative one ends with its own proceeding."""
        if owner == OF_NONE:
            self.grounds = {}
            return
        convicted = owner in self.grounds and self.grounds[owner].form in CONVICT_FORMS
        self.grounds.pop(owner, None)
        if also_administrative and not convicted:
            self.grounds = {
                o: g for o, g in self.grounds.items() if isinstance(o, int) or g.proceeding != owner
            }

    def end_all(self) -> None:
        self.shown = self.shown or self.is_held
        self.grounds, self.conditions, self.sought, self.unanswered = {}, {}, {}, {}

    def be_as_stated(self, step: Step, owner: int) -> None:
        if step.stated and step.stated not in HELD:
            self.end_ground(owner)
            if step.stated == "released_conditionally":
                self.put_under_conditions(owner, step)
            elif not self.is_held:
                self.be_out(step.stated, step)
        elif step.stated or step.taken:
            self.forget_release(owner)
            convicted = self.stands(owner)
            self.hold(
                owner, step.stated or (self.convict_form(owner) if convicted else "pretrial_detention"), step
            )

    def forget_release(self, owner: int) -> None:
        """Who is taken in again by a court is no longer somebody it let go."""
        if owner in self.judgments:
            self.judgments[owner] = replace(self.judgments[owner], let_go=False)

    def be_out(self, status: str, step: Step) -> None:
        self.out = (status, step)
        self.doubt, self.pending = "", ()

    def give(self, step: Step, owner: int | None = None) -> None:
        if step.sentences:
            owner = step.owner if owner is None else owner
            self.sentences[owner] = self.sentences.get(owner, ()) + step.sentences

    def judgment(self, owner: Hashable) -> Judgment | None:
        return self.judgments.get(owner)

    def stands(self, owner: Hashable) -> bool:
        """Whether a conviction stands whose sentence holds, or is not known, and no plain release followed."""
        judgment = self.judgments.get(owner)
        return bool(
            judgment
            and judgment.kind == "guilty"
            and not judgment.let_go
            and self.is_custodial(owner) is not False
        )

    def convict_form(self, owner: Hashable) -> str:
        return "imprisoned" if self.judgments[owner].final else "held_after_conviction"

    def only_settlement(self, owner: int) -> bool:
        held = [each for each in self.standing(owner) if each.kind in CUSTODIAL]
        return bool(held) and all(each.regime == effects.SETTLEMENT for each in held)

    def find_impossible(self, code: str, step: Step) -> None:
        self.impossible += 1
        if code:
            self.ask(code, step)

    def ask(self, code: str, *steps: Step) -> None:
        self.asks = (*self.asks, Ask(code, tuple(step.key for step in steps)))

    def be_in_doubt(self, code: str, step: Step, *, stays: bool = False) -> None:
        """What was known stands, last known; asked until a later fact answers it – or, if it `stays`, an editor."""
        self.doubt = code
        if stays:
            self.ask(code, step)
        else:
            self.pending = (*self.pending, Ask(code, (step.key,)))


def end_of_term(sentence: Sentence, begin: Step, step: Step) -> date | None:
    day = begin.since.latest or begin.last or sentence.date.latest or step.last
    if day is None or not (sentence.years or sentence.months or sentence.days):
        return None
    return last_day_of_term(day, sentence.years, sentence.months, sentence.days)
