"""From a record to the steps that can move custody or stage: events, and sentences that nobody typed as events.

A dated sentence in a proceeding without a guilty verdict counts as one; a release soon after a pardon, an acquittal or
bail is the same act as that. Which order the steps come in is decided in `orders.py`.
"""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cases.text.custody.days import certainly_before
from cases.text.custody.effects import (
    ADMINISTRATIVE_ARREST,
    CONVICTS,
    CUSTODIAL,
    ENDS,
    ORDERS,
    RESENTENCES,
    SETS_CONDITIONS,
    TAKES,
    UNDECIDED,
    Effect,
    effect_of,
)
from cases.text.custody.record import NO_DATE, Event, Facility, Proceeding, Record, Sentence
from cases.text.partial_dates import PartialDate

SAME_ACT = timedelta(days=31)
OF_NONE = 0
"""The number of a proceeding that stands for none of them."""


@dataclass(frozen=True, slots=True)
class Step:
    """An event, or a sentence that counts as one, ready to be applied.

    `first` and `last` are the bounds of its date. `absent`: it is, or belongs to a proceeding, in absentia.
    `act` is, of a release, the step it is one act with; that one has `let_go_later` set.
    """

    key: Hashable
    kind: str
    effect: Effect
    date: PartialDate
    first: date | None
    last: date | None
    decision: str = ""
    owner: int = OF_NONE
    until: date | None = None
    since: PartialDate = NO_DATE
    stated: str = ""
    taken: bool = False
    absent: bool = False
    order: int = 0
    sentences: tuple[Sentence, ...] = ()
    act: "Step | None" = None
    let_go_later: bool = False
    facility: Facility | None = None

    @property
    def content(self) -> tuple:
        """What tells two steps apart, whatever order they were typed in."""
        return (
            self.first or date.max,
            self.last or date.max,
            self.effect.rank,
            self.kind,
            self.decision,
            self.owner,
            self.order,
            self.stated,
            self.until or date.max,
            self.taken,
            self.absent,
            str(self.date),
            str(self.facility.key) if self.facility else "",
        )


def steps_of(record: Record, today: date) -> tuple[list[Step], list[Step]]:
    """The steps of a record up to a day and those dated ahead, sorted by what they say.

    The order of entry never matters.
    """
    proceedings = {each.number: each for each in record.proceedings}
    only = next(iter(proceedings)) if len(proceedings) == 1 else OF_NONE
    steps = [
        _step_of(event, proceedings, only)
        for event in record.events
        if effect_of(event.kind, event.decision).change
    ]
    steps = sorted(_with_sentences(steps, record.sentences, proceedings, only), key=lambda step: step.content)
    ahead = [step for step in steps if certainly_before(today, step.first)]
    return _acts_joined([step for step in steps if step not in ahead]), ahead


def _step_of(event: Event, proceedings: dict[int, Proceeding], only: int) -> Step:
    owner = event.proceeding if event.proceeding in proceedings else only
    effect = effect_of(event.kind, event.decision)
    # What a proceeding says of absence concerns its decisions; an arrest is no decision.
    decides = effect.change not in (TAKES,)
    return Step(
        key=event.key,
        kind=event.kind,
        effect=effect,
        date=event.date,
        first=event.date.earliest,
        last=event.date.latest,
        decision=event.decision,
        owner=owner,
        until=event.until.latest,
        since=event.held_since,
        stated=event.custody_stated,
        taken=event.taken_into_custody,
        absent=event.in_absentia or (decides and owner in proceedings and proceedings[owner].in_absentia),
        order=event.order or 0,
        facility=event.facility,
    )


# Sentences


def _with_sentences(
    steps: list[Step], sentences: tuple[Sentence, ...], proceedings: dict[int, Proceeding], only: int
) -> list[Step]:
    """The steps with the sentences given in each, and a step of its own for a sentence that has none."""
    given: dict[int, list[Sentence]] = {}
    own: list[Step] = []
    for sentence in sorted(sentences, key=_by_day):
        owner = sentence.proceeding if sentence.proceeding in proceedings else only
        place = _step_of_sentence(sentence, owner, steps, given)
        if place is not None:
            given.setdefault(place, []).append(sentence)
        else:
            _add_own(own, _own_step(sentence, owner, steps + own, proceedings.get(owner)))
    return [replace(step, sentences=tuple(given.get(i, ()))) for i, step in enumerate(steps)] + own


def _by_day(sentence: Sentence) -> tuple:
    return (
        sentence.supersedes is not None,
        sentence.date.earliest or date.max,
        sentence.kind,
        sentence.years,
        sentence.months,
        sentence.days,
    )


def _step_of_sentence(
    sentence: Sentence, owner: int, steps: list[Step], given: dict[int, list[Sentence]]
) -> int | None:
    """The index of the step a sentence was given in; None if there is no such step."""
    if sentence.kind == ADMINISTRATIVE_ARREST:
        free = [
            i
            for i, step in enumerate(steps)
            if step.kind == "administrative_sentence" and step.owner in (owner, OF_NONE) and i not in given
        ]
        return _meeting(sentence, free, steps)
    deciding = [
        i for i, step in enumerate(steps) if step.owner == owner and step.kind in _GIVES[_replaces(sentence)]
    ]
    return _meeting(sentence, deciding, steps)


_GIVES = {
    True: (
        "appeal_decision",
        "commutation",
        "pardon",
        "amnesty",
        "verdict_guilty",
    ),
    False: ("verdict_guilty", "appeal_decision"),
}
"""The kinds of steps that give a sentence, first choice first: one that replaces another, and one that does not."""


def _replaces(sentence: Sentence) -> bool:
    return sentence.supersedes is not None


def _meeting(sentence: Sentence, candidates: list[int], steps: list[Step]) -> int | None:
    """The candidate whose days meet those of the sentence; an undated one was given in the only one of its sort."""
    if not sentence.date.text:
        for kind in (*_GIVES[_replaces(sentence)], "administrative_sentence"):
            of_kind = [i for i in candidates if steps[i].kind == kind]
            if of_kind:
                return of_kind[0] if len(of_kind) == 1 else None
        return None
    first, last = sentence.date.earliest, sentence.date.latest
    met = [
        i
        for i in candidates
        if not (certainly_before(steps[i].last, first) or certainly_before(last, steps[i].first))
        and steps[i].date.text
    ]
    preferred = _GIVES[_replaces(sentence)]
    return min(
        met,
        key=lambda i: (preferred.index(steps[i].kind) if steps[i].kind in preferred else 0, steps[i].content),
        default=None,
    )


def _own_step(sentence: Sentence, owner: int, steps: list[Step], proceeding: Proceeding | None) -> Step:
    """The step a sentence stands for that no event gives: a verdict, unless there is one already."""
    convicted = any(step.owner == owner and step.effect.change == CONVICTS for step in steps)
    if sentence.kind == ADMINISTRATIVE_ARREST:
        kind = "administrative_sentence"
    elif (convicted and sentence.date.text) or _replaces(sentence):
        kind = "resentenced"
    else:
        kind = "verdict_guilty"
    effect = _RESENTENCED if kind == "resentenced" else effect_of(kind)
    return Step(
        key=("sentence", sentence.key),
        kind=kind,
        effect=effect,
        date=sentence.date,
        first=sentence.date.earliest,
        last=sentence.date.latest,
        owner=owner,
        absent=bool(proceeding and proceeding.in_absentia),
        sentences=(sentence,),
    )


_RESENTENCED = Effect(RESENTENCES, rank=13)


def _add_own(own: list[Step], step: Step) -> None:
    """Several sentences of one day in one proceeding are one verdict."""
    for i, other in enumerate(own):
        same = (other.kind, other.owner, other.date.text) == (step.kind, step.owner, step.date.text)
        if same and step.kind != "administrative_sentence":
            own[i] = replace(other, sentences=other.sentences + step.sentences)
            return
    own.append(step)


# One act


def _acts_joined(steps: list[Step]) -> list[Step]:
    """Ties each release to the pardon, acquittal, closing, bail … it is one act with."""
    result = list(steps)
    taken: set[int] = set()
    for i, release in enumerate(steps):
        if release.kind != "release" or release.stated:
            continue
        causes = [j for j, cause in enumerate(steps) if j not in taken and _is_one_act(cause, release, steps)]
        if causes:
            # The nearest before the release.
            j = max(causes, key=lambda j: (steps[j].owner == release.owner, steps[j].first or date.min, j))
            taken.add(j)
            result[i] = replace(result[i], act=steps[j])
            result[j] = replace(result[j], let_go_later=True)
    return result


def _is_one_act(cause: Step, release: Step, steps: list[Step]) -> bool:
    if not _may_let_go(cause) or cause.absent:
        return False
    if OF_NONE not in (cause.owner, release.owner) and cause.owner != release.owner:
        return False
    if None in (cause.first, cause.last, release.first, release.last):
        return False
    if cause.kind == "house_arrest_order":
        return cause.first == cause.last == release.first == release.last
    if certainly_before(release.last, cause.first) or certainly_before(cause.last + SAME_ACT, release.first):
        return False
    return not any(
        step.effect.change in (TAKES, ORDERS)
        and certainly_before(cause.last, step.first)
        and certainly_before(step.last, release.first)
        for step in steps
    )


def _may_let_go(step: Step) -> bool:
    if step.effect.change in (ENDS, SETS_CONDITIONS):
        return step.effect.custody != "exile"
    if step.effect.change == UNDECIDED:
        return False
    if step.effect.change in (CONVICTS, RESENTENCES) or step.kind == "appeal_decision":
        return bool(step.sentences) and not any(each.kind in CUSTODIAL for each in step.sentences)
    return step.kind == "house_arrest_order"


def stated_step(status: str, when: PartialDate) -> Step:
    """The step an editor's statement stands for; it comes last, whatever its date."""
    return Step(
        key="stated",
        kind="stated",
        effect=Effect("states", status),
        date=when or NO_DATE,
        first=when.earliest,
        last=when.latest,
    )
