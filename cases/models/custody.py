"""Custody of a case and stage of a proceeding, derived from dated events.

What each kind of event changes is the table `cases.vocabularies.effects`; what needs the calendar or the
neighbouring events is decided here. Nobody is ever derived to be free because an order ran out: the status
then stands as "last known".
"""

from dataclasses import dataclass, field
from datetime import date

from cases.text.partial_dates import PartialDate
from cases.vocabularies.custody import IN_CUSTODY
from cases.vocabularies.effects import Effect, effect_of
from cases.vocabularies.proceedings import CLOSED_STAGES, STAGE_ORDER

CUSTODIAL_SENTENCES = frozenset(
    {"imprisonment", "life_imprisonment", "administrative_arrest", "death_penalty"}
)


@dataclass(frozen=True)
class Custody:
    """A custody status and what it rests on.

    `event` is the event that set it (None if overridden or unknown); `last_known`: the order behind it ran
    out before today and nothing newer is on file; `was_held`: some earlier event had the person held.
    """

    status: str = "unknown"
    as_of: PartialDate = field(default_factory=PartialDate)
    event: object = None
    last_known: bool = False
    overridden: bool = False
    was_held: bool = False


def custody_of(case, *, today, events=None, sentences=None):
    """The Custody of a case on a day; `events` and `sentences` limit it to those that may be public."""
    events = list(case.events.all()) if events is None else events
    sentences = list(case.sentences.all()) if sentences is None else sentences
    derived = derive_custody(events, today=today, is_custodial=is_custodial(sentences))
    if not case.custody_override:
        return derived
    return Custody(
        case.custody_override,
        case.custody_override_date,
        overridden=True,
        was_held=derived.was_held or derived.status in IN_CUSTODY,
    )


def is_custodial(sentences):
    """Whether a sentence that stands, among these, deprives of liberty."""
    replaced = {sentence.supersedes_id for sentence in sentences}
    return any(sentence.kind in CUSTODIAL_SENTENCES for sentence in sentences if sentence.pk not in replaced)


def in_order(events):
    """Events by earliest day and order within it. Undated ones come first: any dated event outweighs them."""
    return sorted(
        events,
        key=lambda event: (
            event.date.earliest is not None,
            event.date.earliest or date.min,
            event.order,
            event.pk or 0,
        ),
    )


def custody_steps(events, *, today, is_custodial=False):
    """Each event up to a day with the custody it led to ("" where custody stayed) and the custody before it."""
    status = "unknown"
    for event in in_order(events):
        if event.date.earliest is not None and event.date.earliest > today:
            continue
        after = _custody_after(event, effect_of(event.kind, event.decision), status, is_custodial)
        yield event, after, status
        status = after or status


def derive_custody(events, *, today, is_custodial=False):
    """Apply the table to events in their order; `is_custodial`: the standing sentence deprives of liberty."""
    status, set_by, ends, was_held = "unknown", None, None, False
    for event, after, before in custody_steps(events, today=today, is_custodial=is_custodial):
        effect = effect_of(event.kind, event.decision)
        was_held = was_held or before in IN_CUSTODY or effect.before in IN_CUSTODY
        if effect.confirms_custody and event.date.latest and ends and event.date.latest > ends:
            ends = None
        if after:
            status, set_by = after, event
            ends = event.until.latest if effect.until else None
    return Custody(
        status,
        set_by.date if set_by else PartialDate(),
        set_by,
        last_known=ends is not None and ends < today,
        was_held=was_held,
    )


def _custody_after(event, effect: Effect, before, is_custodial):
    """The status an event leads to, or "" if custody stays as it was."""
    if event.in_absentia and (effect.unless_in_absentia or event.kind.startswith("verdict")):
        return ""
    if event.kind == "verdict_guilty":
        if event.taken_into_custody:
            return event.custody_stated or "pretrial_detention"
        return ""
    if event.custody_stated and event.custody_stated in effect.as_stated:
        return event.custody_stated
    if effect.only_from and before not in effect.only_from:
        return ""
    if effect.only_if_custodial and not is_custodial:
        return ""
    if effect.if_held and before in IN_CUSTODY:
        return effect.if_held
    return effect.custody


def stage_of(proceeding, events, *, today):
    """The procedural stage of one proceeding on a day, and the event it rests on.

    The stage is a code of STAGES; `unknown` and None where its events say nothing.
    """
    stage, set_by = "unknown", None
    for event in in_order(event for event in events if event.proceeding_id == proceeding.pk):
        effect = effect_of(event.kind, event.decision)
        if not effect.stage or (event.date.earliest is not None and event.date.earliest > today):
            continue
        after = effect.stage
        if effect.stage_needs_confirmation and after == "convicted_final" and not proceeding.is_final:
            after = "convicted_not_final"
        if effect.never_lower and not _is_later(after, stage):
            continue
        stage, set_by = after, event
    if stage == "convicted_not_final" and proceeding.is_final:
        stage = "convicted_final"
    return stage, set_by


def _is_later(stage, than):
    if than in CLOSED_STAGES:
        return False
    if than not in STAGE_ORDER:
        return True
    return STAGE_ORDER.index(stage) > STAGE_ORDER.index(than)
