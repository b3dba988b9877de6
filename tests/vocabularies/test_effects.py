"""The table of events, custody and stages, as data. How it is applied is tested with the models."""

import pytest

from cases.vocabularies.proceedings import (
    CLOSED_STAGES,
    CUSTODY_STATUSES,
    DECISION_EFFECTS,
    DECISIONS,
    DECISIONS_BY_EVENT,
    EVENT_EFFECTS,
    EVENT_KINDS,
    IN_CUSTODY,
    STAGE_ORDER,
    STAGES,
    effect_of,
)

EFFECTS = [*EVENT_EFFECTS.values(), *DECISION_EFFECTS.values()]


def test_every_event_kind_has_one_effect():
    assert set(EVENT_EFFECTS) == set(EVENT_KINDS.codes)


def test_effects_name_only_known_statuses_and_stages():
    for effect in EFFECTS:
        named = {effect.custody, effect.if_held, effect.before, *effect.as_stated, *effect.only_from}
        assert named - {""} <= set(CUSTODY_STATUSES.codes)
        assert effect.stage == "" or effect.stage in STAGES


def test_conditions_stand_only_where_there_is_something_to_condition():
    for effect in EFFECTS:
        if effect.only_from or effect.if_held or effect.only_if_custodial or effect.until:
            assert effect.custody
        if effect.never_lower:
            assert effect.stage in STAGE_ORDER
        if effect.stage_needs_confirmation:
            assert effect.stage


def test_decisions_belong_to_events_that_can_carry_them():
    assert set(DECISIONS_BY_EVENT) <= set(EVENT_KINDS.codes)
    assert {code for codes in DECISIONS_BY_EVENT.values() for code in codes} == set(DECISIONS.codes)
    for kind, decision in DECISION_EFFECTS:
        assert decision in DECISIONS_BY_EVENT[kind]


def test_stages_are_either_in_order_or_outcomes():
    assert not CLOSED_STAGES & set(STAGE_ORDER)
    assert CLOSED_STAGES | set(STAGE_ORDER) == set(STAGES.codes)


def test_nobody_who_is_free_or_missing_counts_as_held():
    assert set(CUSTODY_STATUSES.codes) > IN_CUSTODY
    assert not IN_CUSTODY & {
        "at_liberty",
        "released",
        "released_conditionally",
        "sought",
        "missing",
        "unknown",
    }


@pytest.mark.parametrize(
    "kind",
    [
        "hunger_strike",
        "health",
        "ill_treatment",
        "visit_denied",
        "ccf_decision",
        "echtr_application",
        "echtr_judgment",
        "wgad_opinion",
        "un_communication",
        "statement",
        "sanction",
        "other",
    ],
)
def test_what_happens_beside_custody_and_court_changes_neither(kind):
    effect = effect_of(kind)

    assert (effect.custody, effect.stage) == ("", "")


@pytest.mark.parametrize(
    ("kind", "decision", "custody", "stage"),
    [
        ("detained", "", "held_form_unknown", ""),
        ("arrest", "", "police_custody", "suspect"),
        ("arrest_foreign_request", "", "extradition_custody", ""),
        ("verdict_guilty", "", "", "convicted_not_final"),
        ("verdict_acquittal", "", "released", "acquitted"),
        ("hearing", "", "", ""),
        ("hearing", "preparatory", "", ""),
        ("hearing", "merits", "", "on_trial"),
        ("appeal_decision", "upheld", "imprisoned", "convicted_final"),
        ("appeal_decision", "quashed", "", "overturned"),
        ("appeal_decision", "remitted", "", "on_trial"),
        ("pardon", "", "", ""),
        ("pardon", "total", "released", "pardoned"),
        ("amnesty", "commuted", "", ""),
        ("release", "", "released", ""),
        ("parole", "", "released_conditionally", ""),
        ("extradition", "", "unknown", ""),
        ("disappeared", "", "missing", ""),
        ("a kind nobody knows", "", "", ""),
    ],
)
def test_an_event_has_the_effect_of_its_row(kind, decision, custody, stage):
    effect = effect_of(kind, decision)

    assert (effect.custody, effect.stage) == (custody, stage)


def test_orders_in_absentia_take_nobody_into_custody():
    for kind in ("remand", "remand_extension", "arrest", "house_arrest_order"):
        assert effect_of(kind).unless_in_absentia
    assert effect_of("appeal_decision", "upheld").unless_in_absentia


def test_special_rows_carry_their_marks():
    assert effect_of("charge").never_lower
    assert effect_of("remand").until
    assert effect_of("administrative_sentence").until
    assert effect_of("extradition_request").only_from == {"at_liberty"}
    assert effect_of("case_closed").only_from == IN_CUSTODY
    assert effect_of("death").if_held == "deceased_in_custody"
    assert effect_of("custody_acknowledged").before == "unacknowledged_custody"
    assert effect_of("taken_into_custody").as_stated == {"pretrial_detention", "imprisoned"}
    assert effect_of("confirmed_still_held").confirms_custody
    assert effect_of("transfer").moves_place
    assert effect_of("appeal_decision", "reduced").stage_needs_confirmation
