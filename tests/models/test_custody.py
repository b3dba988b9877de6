"""Custody and stage follow the table of the field, and its rules on absence, finality, expiry and silence."""

from datetime import date
from types import SimpleNamespace

import pytest

from cases.models.custody import derive_custody, stage_of
from cases.text.partial_dates import PartialDate

TODAY = date(2025, 6, 1)


def event(kind, day="", **details):
    """An event as the derivation reads it."""
    until = details.pop("until", "")
    defaults = {
        "pk": details.pop("pk", 0),
        "order": 0,
        "decision": "",
        "custody_stated": "",
        "taken_into_custody": False,
        "in_absentia": False,
        "proceeding_id": 1,
        "held_since": PartialDate(),
    }
    return SimpleNamespace(
        kind=kind, date=PartialDate(day), until=PartialDate(until), **{**defaults, **details}
    )


def custody(*events, **options):
    return derive_custody(events, today=TODAY, **options)


def stage(*events, is_final=None):
    return stage_of(SimpleNamespace(pk=1, is_final=is_final), events, today=TODAY)[0]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("detained", "held_form_unknown"),
        ("arrest", "police_custody"),
        ("arrest_foreign_request", "extradition_custody"),
        ("administrative_sentence", "administrative_detention"),
        ("remand", "pretrial_detention"),
        ("house_arrest_order", "house_arrest"),
        ("psychiatric_order", "psychiatric_confinement"),
        ("exile_order", "exile"),
        ("bail", "released_conditionally"),
        ("escape", "escaped"),
        ("verdict_acquittal", "released"),
        ("disappeared", "missing"),
        ("located_free", "at_liberty"),
        ("deportation", "unknown"),
        ("rendition", "unknown"),
        ("death", "deceased"),
        ("release", "released"),
    ],
)
def test_one_event_sets_custody(kind, expected):
    assert custody(event(kind, "2025-01-10")).status == expected


def test_nothing_stated_is_unknown():
    assert custody().status == "unknown"
    assert custody(event("statement", "2025-01-10"), event("hunger_strike")).status == "unknown"


def test_custody_rests_on_the_last_event_that_set_it():
    found = custody(
        event("remand", "2025-05-01", until="2025-07-01"),
        event("arrest", "2025-04-28"),
        event("health", "2025-05-20"),
    )

    assert (found.status, found.as_of.text, found.last_known) == ("pretrial_detention", "2025-05-01", False)


def test_order_within_the_day_decides():
    events = [event("release", "2025-05-01", order=2), event("arrest", "2025-05-01", order=1)]

    assert custody(*events).status == "released"


def test_a_dated_event_outweighs_an_undated_one():
    assert custody(event("release", "2025-05-01"), event("detained")).status == "released"


def test_an_order_that_ran_out_is_last_known_and_never_release():
    found = custody(event("remand", "2025-01-01", until="2025-04-01"))

    assert (found.status, found.last_known) == ("pretrial_detention", True)


def test_confirmation_after_the_order_ran_out_renews_it():
    found = custody(
        event("remand", "2025-01-01", until="2025-04-01"), event("confirmed_still_held", "2025-05-20")
    )

    assert (found.status, found.last_known, found.as_of.text) == ("pretrial_detention", False, "2025-01-01")


@pytest.mark.parametrize("kind", ["remand", "verdict_guilty"])
def test_decisions_in_absentia_leave_custody_alone(kind):
    found = custody(event("located_free", "2025-01-01"), event(kind, "2025-02-01", in_absentia=True))

    assert found.status == "at_liberty"


def test_guilty_verdict_leaves_custody_as_it_was_unless_taken_away():
    at_large = event("located_free", "2025-01-01")

    assert custody(at_large, event("verdict_guilty", "2025-02-01")).status == "at_liberty"
    taken = event("verdict_guilty", "2025-02-01", taken_into_custody=True)
    assert custody(at_large, taken).status == "pretrial_detention"


def test_upheld_appeal_of_a_custodial_sentence_is_imprisonment():
    events = [event("remand", "2025-01-01"), event("appeal_decision", "2025-03-01", decision="upheld")]

    assert custody(*events, is_custodial=True).status == "imprisoned"
    assert custody(*events, is_custodial=False).status == "pretrial_detention"


def test_extradition_request_makes_a_free_person_sought_and_nobody_else():
    free, held = event("located_free", "2025-01-01"), event("remand", "2025-01-01")

    assert custody(free, event("extradition_request", "2025-02-01")).status == "sought"
    assert custody(held, event("interpol_notice", "2025-02-01")).status == "pretrial_detention"


def test_death_in_custody_differs_from_death():
    assert (
        custody(event("remand", "2025-01-01"), event("death", "2025-02-01")).status == "deceased_in_custody"
    )


def test_closed_case_frees_only_those_held():
    assert custody(event("remand", "2025-01-01"), event("case_closed", "2025-02-01")).status == "released"
    assert custody(event("case_closed", "2025-02-01")).status == "unknown"


def test_release_leaves_the_stage_alone():
    assert stage(event("charge", "2025-01-01"), event("release", "2025-02-01")) == "charged"


def test_a_new_charge_never_lowers_the_stage():
    assert (
        stage(event("verdict_guilty", "2025-01-01"), event("charge", "2025-02-01")) == "convicted_not_final"
    )


def test_upheld_conviction_is_final_only_when_an_editor_confirms():
    events = [
        event("verdict_guilty", "2025-01-01"),
        event("appeal_decision", "2025-03-01", decision="upheld"),
    ]

    assert stage(*events) == "convicted_not_final"
    assert stage(*events, is_final=True) == "convicted_final"


def test_hearings_on_the_merits_are_trial_and_preparatory_ones_are_not():
    assert stage(event("hearing", "2025-01-01", decision="merits")) == "on_trial"
    assert stage(event("hearing", "2025-01-01", decision="preparatory")) == "unknown"


def test_each_proceeding_has_its_own_stage():
    assert stage(event("verdict_guilty", "2025-01-01", proceeding_id=2)) == "unknown"


def test_order_within_the_day_counts_whatever_the_words_say():
    events = [
        event("release", "2025-05-01", order=2, pk=1),
        event("detained", "2025-05-01", order=1, pk=2),
    ]
    events[0].date = PartialDate("2025-05-01", "a word")
    events[1].date = PartialDate("2025-05-01", "some other word")

    assert custody(*events).status == "released"


def test_what_lies_ahead_changes_nothing_yet():
    events = [event("remand", "2025-05-01", until="2025-07-01"), event("release", "2025-08-01")]

    assert custody(*events).status == "pretrial_detention"
    assert stage(event("charge", "2025-05-01"), event("verdict_guilty", "2025-08-01")) == "charged"


def test_a_verdict_an_editor_marked_final_is_a_final_conviction():
    assert stage(event("verdict_guilty", "2025-01-01"), is_final=True) == "convicted_final"
