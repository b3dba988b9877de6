"""Which fields an event of a kind can have beside those of every event: what a form shows. Nothing is refused by it."""

from cases.text.custody.effects import effect_of
from cases.vocabularies.events import DECISIONS_BY_EVENT, EVENT_KINDS, MEASURES

_COURT = frozenset(
    {
        "administrative_sentence",
        "remand",
        "remand_extension",
        "house_arrest_order",
        "psychiatric_order",
        "exile_order",
        "bail",
        "recognizance",
        "supervision",
        "parole",
        "release",
        "referral_to_court",
        "hearing",
        "verdict_guilty",
        "verdict_acquittal",
        "appeal_filed",
        "cassation_filed",
        "appeal_decision",
        "commutation",
        "case_closed",
        "extradition_decision",
        "transfer_ordered",
        "transfer_appealed",
        "other",
    }
)
_LASTS = frozenset(
    {
        "administrative_sentence",
        "remand",
        "remand_extension",
        "house_arrest_order",
        "psychiatric_order",
        "exile_order",
        "supervision",
        "parole",
        "other",
        *MEASURES.codes,
    }
)
_CONDITIONS = frozenset(
    {
        "arrest",
        "detained",
        "remand",
        "house_arrest_order",
        "exile_order",
        "transfer",
        "bail",
        "recognizance",
        "supervision",
        "parole",
        "release",
        "exchange",
        "pardon",
        "amnesty",
        "ill_treatment",
        "solitary_confinement",
        "medical_care_refused",
        "health",
        "confirmed_still_held",
        "other",
    }
)
_ACKNOWLEDGED = frozenset({"custody_acknowledged", "located_held"})
_JUDGED = frozenset({"verdict_guilty", "verdict_acquittal", "hearing", "appeal_decision", "remand", "charge"})
_FORM_STATED = frozenset(
    {"detained", "taken_into_custody", "transfer", "release", "confirmed_still_held", "located_held", "other"}
)


def _moves_a_proceeding(kind: str) -> bool:
    return any(effect_of(kind, decision).stage for decision in ("", *DECISIONS_BY_EVENT.get(kind, ())))


FIELDS = {
    "decision": frozenset(DECISIONS_BY_EVENT),
    "court": _COURT,
    "until": _LASTS,
    "held_since": _ACKNOWLEDGED,
    "custody_stated": _FORM_STATED | _ACKNOWLEDGED,
    "taken_into_custody": frozenset({"verdict_guilty", "appeal_decision"}),
    "in_absentia": _JUDGED,
    "conditions": _CONDITIONS,
    "proceeding_number": frozenset(filter(_moves_a_proceeding, EVENT_KINDS.codes)) | _COURT,
}
"""The kinds of events that can have a field, by the name of the field."""


def can_have(kind: str, field: str) -> bool:
    """Whether a form shows the field for an event of this kind; of a kind not chosen yet, none but those of all."""
    return field not in FIELDS or kind in FIELDS[field]
