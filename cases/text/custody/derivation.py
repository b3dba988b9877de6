"""The one derivation of custody, stages and days held: from a record and a day, to what shows and what is asked."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from cases.text.custody import contradictions, effects
from cases.text.custody.applying import apply
from cases.text.custody.days import certainly_before
from cases.text.custody.effects import HELD, raised
from cases.text.custody.orders import Order, best_order
from cases.text.custody.person import Ask, Ground, Person
from cases.text.custody.record import NO_DATE, Charge, Proceeding, Record, Sentence
from cases.text.custody.spans import NOT_KNOWN_TO_BE_OUT, Held, Moment, day_confirmed, held_days
from cases.text.custody.stays import Stay, held_at, stays_of
from cases.text.custody.steps import Step, stated_step, steps_of
from cases.text.partial_dates import PartialDate


@dataclass(frozen=True, slots=True)
class Custody:
    """What is derived of a person in one case.

    `as_of` and `since` are the day and the key of the event that made or renewed the status; `runs_out` is the
    last day it is said to last, None where nobody says; `in_doubt`: it is last known whatever the day. `confirmed`
    is the day a source last shows the person held, `stays` are the stretches in facilities that are known. `stages`
    maps each proceeding to its stage and the key of the event it rests on. `sentences` are those that stand, by
    proceeding. `order` is that of the steps, without a status that editors state.
    """

    status: str
    as_of: PartialDate
    since: Hashable
    in_doubt: bool
    runs_out: date | None
    today: date
    confirmed: PartialDate
    stages: Mapping[int, tuple[str, Hashable]]
    sentences: Mapping[int, tuple[Sentence, ...]]
    held: Held
    start: PartialDate
    asks: tuple[Ask, ...]
    order: Order = field(repr=False)
    stays: tuple[Stay, ...] = ()
    moments: tuple[Moment, ...] = field(repr=False, default=())
    ahead: tuple[Step, ...] = field(repr=False, default=())

    @property
    def last_known(self) -> bool:
        return self.in_doubt or certainly_before(self.runs_out, self.today)

    @property
    def is_held(self) -> bool:
        return self.status in HELD

    @property
    def held_at(self) -> Stay | None:
        """Where somebody is held who is; None if nobody says."""
        return held_at(self.stays) if self.is_held else None

    @property
    def was_held(self) -> bool:
        """Whether some step had the person in custody."""
        return any(HELD & {moment.before, moment.after} for moment in self.moments)

    @property
    def confirmed_day(self) -> date | None:
        """The day from which a source certainly shows somebody in custody who is held when last heard of."""
        return day_confirmed(self.confirmed.earliest, self.held.spells)

    @property
    def days(self) -> tuple[int, int | None]:
        return self.held.days(self.today)

    @property
    def ended(self) -> str:
        """Whether custody is over: yes, no, or not known."""
        if self.is_held:
            return "no"
        if self.status in NOT_KNOWN_TO_BE_OUT or (self.status == "sought" and not self.held.spells):
            return "not_known"
        return "yes"


IMPLICIT = Proceeding(1)
"""The proceeding of a record in which none is on file."""


def derive(record: Record, today: date, *, known: Custody | None = None) -> Custody:
    """Custody, stages and days of a record on a day; the same for every order in which it was typed. `known`: of the
    same record and day, but for what is stated, which makes no difference to the order of the steps."""
    if not record.proceedings:
        record = replace(record, proceedings=(IMPLICIT,))
    person = Person({each.number: each for each in record.proceedings})
    if known:
        order, ahead = known.order, [*known.ahead]
    else:
        steps, ahead = steps_of(record, today)
        order = best_order(person.copy(), steps)
    moments = [_moment(person, step) for step in order.steps]
    asks = _asks_of(person, order, ahead)
    if record.stated:
        step = stated_step(record.stated.status, record.stated.date)
        moments.append(_moment(person, step))
    ground = _shown(person, today)
    by = ground.by if ground else _step_out(person)
    stages = _stages(person, record.charges)
    held = held_days(moments, record.deprivations, today)
    result = Custody(
        status=ground.form if ground else person.status,
        as_of=by.date if by else NO_DATE,
        since=by.key if by else None,
        in_doubt=bool(person.doubt or order.other_statuses) and not record.stated,
        runs_out=_runs_out(person),
        today=today,
        confirmed=_confirmed(moments) if person.is_held else NO_DATE,
        stages=stages,
        sentences={number: person.standing(number) for number in person.sentences},
        held=held,
        start=_start(record, moments, today),
        asks=(),
        order=order,
        stays=stays_of(moments, record.deprivations, held.spells, today),
        moments=tuple(moments),
        ahead=tuple(ahead),
    )
    return replace(result, asks=(*asks, *contradictions.found(record, result, person)))


def _moment(person: Person, step: Step) -> Moment:
    before = person.status
    apply(person, step)
    return Moment(step, before, person.status, person.shown)


def _asks_of(person: Person, order: Order, ahead: list[Step]) -> tuple[Ask, ...]:
    asks = [*person.asks, *person.pending]
    if not person.dead:
        asks += [ask for owner, ask in person.unanswered.items() if owner in person.judgments]
    if order.other_statuses:
        asks.append(Ask("orders", _undecided(order)))
    asks += [Ask("ahead", (step.key,)) for step in ahead if step.kind != "hearing"]
    return tuple(asks)


def _undecided(order: Order) -> tuple[Hashable, ...]:
    """The steps whose days overlap another's: those somebody has to date or to put in order."""
    steps = order.steps
    return tuple(
        step.key
        for i, step in enumerate(steps)
        if any(
            not certainly_before(other.last, step.first) and not certainly_before(step.last, other.first)
            for j, other in enumerate(steps)
            if i != j
        )
    )


def _shown(person: Person, today: date) -> Ground | None:
    """The ground that shows: of those that have not run out the strongest; else the last to run out."""
    if person.dead or not person.grounds:
        return None
    grounds = list(person.grounds.values())
    running = [ground for ground in grounds if not certainly_before(ground.limit, today)]
    if not running:
        latest = max(ground.limit for ground in grounds if ground.limit)
        running = [ground for ground in grounds if ground.limit == latest]
    form = effects.strongest(ground.form for ground in running)
    # Several of one form: the one renewed last, by day; an undated one after them.
    return max(
        (ground for ground in running if ground.form == form),
        key=lambda ground: (ground.by.first or date.min, ground.by.content),
    )


def _step_out(person: Person) -> Step | None:
    if person.dead:
        return person.dead[1]
    if person.sought:
        return max(person.sought.values(), key=lambda step: (step.first or date.min, step.content))
    return person.out[1]


def _runs_out(person: Person) -> date | None:
    limits = [ground.limit for ground in person.grounds.values()] if not person.dead else []
    return None if None in limits else max(limits, default=None)


def _confirmed(moments: list[Moment]) -> PartialDate:
    shown = [m.step for m in moments if m.shown and m.after in HELD and m.step.first]
    return max(shown, key=lambda step: (step.first, step.last or date.max)).date if shown else NO_DATE


def _stages(person: Person, charges: tuple[Charge, ...]) -> dict[int, tuple[str, Hashable]]:
    stages = {}
    only = next(iter(person.proceedings)) if len(person.proceedings) == 1 else None
    for number, proceeding in person.proceedings.items():
        stage, step = person.stages.get(number, ("unknown", None))
        key = step.key if step else None
        for charge in charges:
            at_least = _AT_LEAST.get(charge.status)
            owner = charge.proceeding if charge.proceeding in person.proceedings else only
            if owner == number and at_least and raised(stage, at_least) != stage:
                stage, key = at_least, None
        if proceeding.final and stage in ("convicted_not_final", "appeal"):
            stage = "convicted_final"
        stages[number] = (stage, key)
    return stages


_AT_LEAST = {"charged": "charged", "convicted": "convicted_not_final"}


def _start(record: Record, moments: list[Moment], today: date) -> PartialDate:
    """The day the case starts: of the first dated event, in the order that counts."""
    first = next((moment.step.date for moment in moments if moment.step.date.text), NO_DATE)
    for event in record.events:
        when = event.date
        if certainly_before(today, when.earliest) or not when.text:
            continue
        if not first or certainly_before(when.latest, first.earliest):
            first = when
    return first
