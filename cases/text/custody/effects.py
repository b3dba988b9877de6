"""What each kind of event does to custody and to the stage of its proceeding, as a table of plain strings.

`change` says what sort of step it is; what a step of that sort does to a person who is held, out, missing or dead
is decided in `person.py`. A test holds the strings equal to the code lists of `cases.vocabularies`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

HELD_BY_STRENGTH = (
    "imprisoned",
    "held_after_conviction",
    "pretrial_detention",
    "extradition_custody",
    "police_custody",
    "administrative_detention",
    "psychiatric_confinement",
    "house_arrest",
    "unacknowledged_custody",
    "held_form_unknown",
)
"""The statuses that count as held; of several grounds the first of these shows."""

HELD = frozenset(HELD_BY_STRENGTH)

CUSTODIAL = frozenset({"imprisonment", "life_imprisonment", "death_penalty"})
"""Sentences that hold a convict. An administrative arrest holds as well, and convicts nobody."""

ADMINISTRATIVE_ARREST = "administrative_arrest"
SUSPENDED = frozenset({"suspended", "deferred"})
"""Sentences that let somebody go under conditions; whatever else does not hold lets go without any."""

SETTLEMENT = "settlement"
"""The regime of a prison term that people as a rule go to by themselves."""

# What sort of step an event is.
TAKES = "takes"  # a fact: the person is taken, or found, in custody
SHOWS = "shows"  # a fact: a source shows the person held, and nothing moves
LETS_GO = "lets go"  # a fact: the person is out, whatever ground there was
DIES = "dies"
ORDERS = "orders"  # a decision that holds whomever it is made against
SETS_CONDITIONS = "sets conditions"  # the ground of its proceeding ends, conditions take its place
ENDS = "ends"  # the ground of its proceeding ends, and its conditions
CONVICTS = "convicts"
RESENTENCES = "resentences"  # another sentence takes the place of one, and no court is said to have decided
REVIEWS = "reviews"  # a decision on an appeal
SEEKS = "seeks"
UNDECIDED = "undecided"  # freed or only shortened: nobody says
ADVANCES = "advances"  # only the stage moves


@dataclass(frozen=True)
class Effect:
    """What follows from one kind of event.

    `custody` is the status it leads to where it moves a person; `stage` the stage of its proceeding, which a
    step that `raises` never lowers. `rank` is its place in the usual order of steps, 0 for none.
    """

    change: str = ""
    custody: str = ""
    stage: str = ""
    raises: bool = False
    rank: int = 0


NO_EFFECT = Effect()

EVENT_EFFECTS: Mapping[str, Effect] = MappingProxyType(
    {
        "detained": Effect(TAKES, "held_form_unknown", rank=1),
        "arrest": Effect(TAKES, "police_custody", "suspect", raises=True, rank=2),
        "arrest_foreign_request": Effect(TAKES, "extradition_custody", rank=2),
        "taken_into_custody": Effect(TAKES, "held_form_unknown"),
        "sentence_begins": Effect(TAKES, "imprisoned"),
        "located_held": Effect(TAKES, "held_form_unknown"),
        "custody_acknowledged": Effect(TAKES, "held_form_unknown"),
        "transfer": Effect(SHOWS, "held_form_unknown"),
        "confirmed_still_held": Effect(SHOWS, "held_form_unknown"),
        "administrative_sentence": Effect(ORDERS, "administrative_detention", rank=4),
        "remand": Effect(ORDERS, "pretrial_detention", rank=4),
        "remand_extension": Effect(ORDERS, "pretrial_detention", rank=5),
        "house_arrest_order": Effect(ORDERS, "house_arrest", rank=4),
        "psychiatric_order": Effect(ORDERS, "psychiatric_confinement", rank=4),
        "exile_order": Effect(ENDS, "exile"),
        "bail": Effect(SETS_CONDITIONS, "released_conditionally"),
        "recognizance": Effect(SETS_CONDITIONS, "released_conditionally"),
        "supervision": Effect(SETS_CONDITIONS, "released_conditionally"),
        "parole": Effect(SETS_CONDITIONS, "released_conditionally", rank=14),
        "release": Effect(LETS_GO, "released"),
        "exchange": Effect(LETS_GO, "released"),
        "escape": Effect(LETS_GO, "escaped"),
        "disappeared": Effect(LETS_GO, "missing"),
        "deportation": Effect(LETS_GO, "unknown"),
        "extradition": Effect(LETS_GO, "unknown"),
        "rendition": Effect(LETS_GO, "unknown"),
        "located_free": Effect(LETS_GO, "at_liberty"),
        "located_dead": Effect(DIES, "deceased"),
        "death": Effect(DIES, "deceased"),
        "charge": Effect(ADVANCES, stage="charged", raises=True, rank=3),
        "reclassification": Effect(ADVANCES, stage="charged", raises=True),
        "indictment": Effect(ADVANCES, stage="committed_for_trial", raises=True, rank=6),
        "referral_to_court": Effect(ADVANCES, stage="committed_for_trial", raises=True, rank=7),
        "hearing": Effect(ADVANCES, rank=8),
        "verdict_guilty": Effect(CONVICTS, "held_after_conviction", "convicted_not_final", rank=9),
        "verdict_acquittal": Effect(ENDS, "released", "acquitted", rank=9),
        "appeal_filed": Effect(ADVANCES, stage="appeal", rank=10),
        "appeal_decision": Effect(REVIEWS, "imprisoned", "convicted_final", rank=11),
        "cassation_filed": Effect(ADVANCES, stage="cassation", rank=12),
        "pardon": Effect(UNDECIDED, rank=13),
        "amnesty": Effect(UNDECIDED, rank=13),
        "commutation": Effect(ADVANCES, rank=13),
        "sentence_completed": Effect(ENDS, "released", "sentence_served", rank=15),
        "case_closed": Effect(ENDS, "released", "discontinued", rank=16),
        "extradition_request": Effect(SEEKS, "sought"),
        "interpol_notice": Effect(SEEKS, "sought"),
        "extradition_decision": NO_EFFECT,
        "ccf_decision": NO_EFFECT,
        "hunger_strike": NO_EFFECT,
        "health": NO_EFFECT,
        "ill_treatment": NO_EFFECT,
        "visit_denied": NO_EFFECT,
        "letters_refused": NO_EFFECT,
        "medical_care_refused": NO_EFFECT,
        "solitary_confinement": NO_EFFECT,
        "transfer_ordered": NO_EFFECT,
        "transfer_appealed": NO_EFFECT,
        "accounts_frozen": NO_EFFECT,
        "passport_seized": NO_EFFECT,
        "licence_withdrawn": NO_EFFECT,
        "echtr_application": NO_EFFECT,
        "echtr_judgment": NO_EFFECT,
        "wgad_opinion": NO_EFFECT,
        "un_communication": NO_EFFECT,
        "statement": NO_EFFECT,
        "sanction": NO_EFFECT,
        "other": NO_EFFECT,
    }
)
"""One effect for each kind of event; where the decision matters, this is what follows when none is stated."""

DECISION_EFFECTS: Mapping[tuple[str, str], Effect] = MappingProxyType(
    {
        ("hearing", "merits"): Effect(ADVANCES, stage="on_trial", raises=True, rank=8),
        ("pardon", "total"): Effect(ENDS, "released", "pardoned", rank=13),
        ("pardon", "commuted"): Effect(ADVANCES, rank=13),
        ("amnesty", "total"): Effect(ENDS, "released", "amnestied", rank=13),
        ("amnesty", "commuted"): Effect(ADVANCES, rank=13),
    }
)
"""The effect of a kind of event with its decision; goes before `EVENT_EFFECTS`."""

MAKES_FINAL = frozenset({"upheld", "reduced", "increased", "partly"})
"""Decisions on a first appeal with which a conviction is final: in force on pronouncement (Azerbaijan, Code of
Criminal Procedure 407.2; Russia, Code of Criminal Procedure 390(3))."""

SETS_ASIDE = frozenset({"quashed", "remitted"})

COURSE = (
    "none",
    "unknown",
    "suspect",
    "charged",
    "committed_for_trial",
    "on_trial",
    "convicted_not_final",
    "appeal",
    "cassation",
    "convicted_final",
    "sentence_served",
)
"""How proceedings advance, for steps that raise the stage; all that is known is above the first two."""

OUTCOMES = frozenset({"acquitted", "discontinued", "pardoned", "amnestied", "overturned"})
"""Stages outside the course, which a step that raises the stage leaves alone."""


DEPRIVATIONS_OF_LIBERTY = frozenset(
    {
        "detention",
        "arbitrary_detention",
        "enforced_disappearance",
        "abduction",
        "house_arrest",
        "mass_roundup",
    }
)
"""Violations that are custody in themselves: HURIDOCS Micro-thesauri, list 4, 0301."""


def effect_of(kind: str, decision: str = "") -> Effect:
    """The effect of a kind of event and its decision; an unknown kind changes nothing."""
    return DECISION_EFFECTS.get((kind, decision)) or EVENT_EFFECTS.get(kind, NO_EFFECT)


def raised(stage: str, to: str) -> str:
    """The later of two stages of the course; an outcome stays."""
    if stage in OUTCOMES:
        return stage
    return to if stage not in COURSE or COURSE.index(to) > COURSE.index(stage) else stage


def strongest(statuses) -> str:
    """The one of some statuses of custody that shows."""
    return min(statuses, key=HELD_BY_STRENGTH.index)
