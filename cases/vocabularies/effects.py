"""What an event changes: custody status and stage of proceedings, as a table.

This is data only. `cases.models.custody` applies it to the dated events of a case and adds what needs the
calendar: an `until` that has passed makes a status "last known", never "released".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cases.vocabularies.custody import IN_CUSTODY


@dataclass(frozen=True)
class Effect:
    """What follows from one kind of event. An empty effect changes nothing.

    custody, stage
        The status and the stage after the event; "" leaves what was before.
    as_stated
        Statuses the event itself may state; a stated one goes before `custody`, which is what holds when
        the event states none.
    only_from
        `custody` applies only when the status before is one of these; empty means from any.
    if_held
        The status that takes the place of `custody` when the person was held (`IN_CUSTODY`) before.
    only_if_custodial
        `custody` applies only when the sentence that stands deprives of liberty.
    unless_in_absentia
        Custody is unchanged when the event happened in the person's absence.
    until
        The status is stated to hold until the event's `until` date.
    before
        The status between the event's `held_since` and its date; counts as held.
    confirms_custody
        The event moves the date of last confirmation and nothing else.
    moves_place
        Custody stays, the place of detention becomes the event's place.
    never_lower
        `stage` applies only if it is later in `STAGE_ORDER` than the stage before; the outcomes outside
        that order stay as they are.
    stage_needs_confirmation
        An editor confirms `stage`: whether a judgment is final does not follow from the event alone.
    """

    custody: str = ""
    stage: str = ""
    as_stated: frozenset[str] = frozenset()
    only_from: frozenset[str] = frozenset()
    if_held: str = ""
    only_if_custodial: bool = False
    unless_in_absentia: bool = False
    until: bool = False
    before: str = ""
    confirms_custody: bool = False
    moves_place: bool = False
    never_lower: bool = False
    stage_needs_confirmation: bool = False


NO_EFFECT = Effect()

ORDERED_BY_COURT = IN_CUSTODY | {"released", "released_conditionally", "at_liberty"}

EVENT_EFFECTS: Mapping[str, Effect] = MappingProxyType(
    {
        "detained": Effect("held_form_unknown"),
        "arrest": Effect("police_custody", "suspect", unless_in_absentia=True, never_lower=True),
        "arrest_foreign_request": Effect("extradition_custody"),
        "administrative_sentence": Effect("administrative_detention", unless_in_absentia=True, until=True),
        "remand": Effect("pretrial_detention", unless_in_absentia=True, until=True),
        "remand_extension": Effect("pretrial_detention", unless_in_absentia=True, until=True),
        "house_arrest_order": Effect("house_arrest", unless_in_absentia=True, until=True),
        "psychiatric_order": Effect("psychiatric_confinement", unless_in_absentia=True, until=True),
        "exile_order": Effect("exile", unless_in_absentia=True, until=True),
        "taken_into_custody": Effect(
            "held_form_unknown", as_stated=frozenset({"pretrial_detention", "imprisoned"})
        ),
        "sentence_begins": Effect(
            "held_form_unknown", as_stated=frozenset({"pretrial_detention", "imprisoned"})
        ),
        "transfer": Effect(moves_place=True),
        "bail": Effect("released_conditionally"),
        "recognizance": Effect("released_conditionally"),
        "supervision": Effect("released_conditionally"),
        "parole": Effect("released_conditionally"),
        "release": Effect("released"),
        "sentence_completed": Effect("released", "sentence_served"),
        "escape": Effect("escaped"),
        "charge": Effect(stage="charged", never_lower=True),
        "reclassification": Effect(stage="charged", never_lower=True),
        "indictment": Effect(stage="committed_for_trial", never_lower=True),
        "referral_to_court": Effect(stage="committed_for_trial", never_lower=True),
        "hearing": NO_EFFECT,
        "verdict_guilty": Effect(stage="convicted_not_final"),
        "verdict_acquittal": Effect("released", "acquitted"),
        "appeal_filed": Effect(stage="appeal"),
        "cassation_filed": Effect(stage="cassation"),
        "appeal_decision": NO_EFFECT,
        "pardon": NO_EFFECT,
        "amnesty": NO_EFFECT,
        "commutation": NO_EFFECT,
        "case_closed": Effect("released", "discontinued", only_from=IN_CUSTODY),
        "extradition_request": Effect("sought", only_from=frozenset({"at_liberty"})),
        "extradition_decision": NO_EFFECT,
        "interpol_notice": Effect("sought", only_from=frozenset({"at_liberty"})),
        "ccf_decision": NO_EFFECT,
        "deportation": Effect("unknown"),
        "extradition": Effect("unknown"),
        "rendition": Effect("unknown"),
        "disappeared": Effect("missing"),
        "located_held": Effect("held_form_unknown", as_stated=IN_CUSTODY),
        "located_free": Effect("at_liberty"),
        "located_dead": Effect("deceased"),
        "custody_acknowledged": Effect(
            "held_form_unknown",
            as_stated=IN_CUSTODY - {"unacknowledged_custody"},
            before="unacknowledged_custody",
        ),
        "confirmed_still_held": Effect(confirms_custody=True),
        "death": Effect("deceased", if_held="deceased_in_custody"),
        "hunger_strike": NO_EFFECT,
        "health": NO_EFFECT,
        "ill_treatment": NO_EFFECT,
        "visit_denied": NO_EFFECT,
        "echtr_application": NO_EFFECT,
        "echtr_judgment": NO_EFFECT,
        "wgad_opinion": NO_EFFECT,
        "un_communication": NO_EFFECT,
        "statement": NO_EFFECT,
        "sanction": NO_EFFECT,
        "other": NO_EFFECT,
    }
)
"""One effect per event kind; where the decision matters, this is what follows when none is stated."""

_STANDING = Effect(
    "imprisoned",
    "convicted_final",
    only_if_custodial=True,
    unless_in_absentia=True,
    stage_needs_confirmation=True,
)

DECISION_EFFECTS: Mapping[tuple[str, str], Effect] = MappingProxyType(
    {
        ("hearing", "preparatory"): NO_EFFECT,
        ("hearing", "merits"): Effect(stage="on_trial", never_lower=True),
        ("appeal_decision", "upheld"): _STANDING,
        ("appeal_decision", "reduced"): _STANDING,
        ("appeal_decision", "partly"): Effect(
            stage="convicted_final", as_stated=ORDERED_BY_COURT, stage_needs_confirmation=True
        ),
        ("appeal_decision", "quashed"): Effect(stage="overturned", as_stated=ORDERED_BY_COURT),
        ("appeal_decision", "remitted"): Effect(stage="on_trial", as_stated=ORDERED_BY_COURT),
        ("pardon", "total"): Effect("released", "pardoned"),
        ("pardon", "commuted"): NO_EFFECT,
        ("amnesty", "total"): Effect("released", "amnestied"),
        ("amnesty", "commuted"): NO_EFFECT,
    }
)
"""The effect of an event kind together with its decision; goes before `EVENT_EFFECTS`."""


def effect_of(kind: str, decision: str = "") -> Effect:
    """The effect of an event kind and its decision; an unknown kind changes nothing."""
    return DECISION_EFFECTS.get((kind, decision)) or EVENT_EFFECTS.get(kind, NO_EFFECT)
