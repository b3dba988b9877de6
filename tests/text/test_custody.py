"""Custody, stages and days held come out of the facts alike, in whatever order they were typed.

`custody_scenarios.json` holds worked examples, each with what it stands for; the rest are records made at random.
"""

import json
import random
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cases.text.custody import effects
from cases.text.custody.scenarios import run
from cases.vocabularies.custody import CUSTODY_STATUSES, IN_CUSTODY
from cases.vocabularies.events import DECISIONS_BY_EVENT, EVENT_KINDS
from cases.vocabularies.proceedings import REGIMES, SENTENCE_KINDS, STAGES
from cases.vocabularies.violations import VIOLATIONS

SCENARIOS = json.loads((Path(__file__).parent / "custody_scenarios.json").read_text(encoding="utf-8"))

ALL_ORDERS_UP_TO = 5
SHUFFLES = 200


def orders_of(events: list) -> list[list]:
    """Every order of a few events; of more, as many shuffles as SHUFFLES, the same in every run."""
    if len(events) <= ALL_ORDERS_UP_TO:
        return [list(order) for order in permutations(events)]
    chance = random.Random(len(events))
    return [chance.sample(events, len(events)) for _ in range(SHUFFLES)]


def test_scenarios_are_told_apart_and_say_what_they_stand_for():
    assert len({each["id"] for each in SCENARIOS}) == len(SCENARIOS)
    assert all(each["why"] and each["expect"] for each in SCENARIOS)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["id"])
def test_a_scenario_comes_out_in_every_order_of_its_events(scenario):
    typed = run(scenario)

    assert typed.differences == {}
    for events in orders_of(scenario["events"]):
        assert run({**scenario, "events": events}).got == typed.got


def test_a_difference_is_told():
    scenario = {"today": "2024-01-03", "events": [{"kind": "arrest", "date": "2024-01-01"}]}

    outcome = run({**scenario, "expect": {"custody": "released", "stages": {"1": "suspect"}}})

    assert outcome.differences == {"custody": ("released", "police_custody")}


DATES = st.one_of(
    st.sampled_from(["", "2019", "2020", "2019~", "2020~"]),
    st.builds(
        "{}-{:02}{}".format,
        st.integers(2019, 2020),
        st.integers(1, 12),
        st.sampled_from(["", "-01", "-02", "-15", "-28"]),
    ),
    st.builds("../2020-{:02}-05".format, st.integers(1, 12)),
    st.builds("2019-{:02}-05/..".format, st.integers(1, 12)),
)
MOVING = sorted(kind for kind, effect in effects.EVENT_EFFECTS.items() if effect.change)
STATED = ["", "", "", "pretrial_detention", "released", "released_conditionally", "at_liberty"]


@st.composite
def records(draw):
    """A record of up to three proceedings, six events and two sentences, possible or not, as a scenario."""
    count = draw(st.integers(0, 3))
    numbers = st.sampled_from([None, *range(1, count + 1)])
    proceedings = [
        {
            "number": number,
            "kind": draw(st.sampled_from(["criminal", "administrative", "extradition"])),
            "final": draw(st.sampled_from([None, True, False])),
            "in_absentia": draw(st.integers(0, 9)) == 9,
        }
        for number in range(1, count + 1)
    ]
    return {
        "today": "2021-01-01",
        "events": draw(st.lists(events(numbers), min_size=1, max_size=6)),
        "sentences": draw(st.lists(sentences(numbers), max_size=2)),
        **({"proceedings": proceedings} if proceedings else {}),
    }


@st.composite
def events(draw, numbers):
    kind = draw(st.sampled_from(MOVING))
    return {
        "kind": kind,
        "date": draw(DATES),
        "decision": draw(st.sampled_from(["", *DECISIONS_BY_EVENT.get(kind, ())])),
        "proceeding": draw(numbers),
        "in_absentia": draw(st.integers(0, 9)) == 9,
        "taken_into_custody": draw(st.integers(0, 9)) == 9,
        "custody_stated": draw(st.sampled_from(STATED)),
        "until": draw(st.sampled_from(["", "", "2020-06-01", "2021"])),
        "order": draw(st.sampled_from([None, None, None, 1, 2])),
    }


def sentences(numbers):
    return st.fixed_dictionaries(
        {
            "kind": st.sampled_from(SENTENCE_KINDS.codes),
            "years": st.sampled_from([0, 3]),
            "days": st.sampled_from([0, 15]),
            "date": DATES,
            "proceeding": numbers,
        }
    )


UNDATED = {
    "today": "2021-01-01",
    "events": [{"kind": kind} for kind in ("arrest", "remand", "verdict_guilty")],
}


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(records(), st.randoms(use_true_random=False))
@example(UNDATED, random.Random(1))
def test_the_order_of_entry_changes_nothing(record, chance):
    typed = run(record).got

    for _ in range(3):
        shuffled = chance.sample(record["events"], len(record["events"]))
        assert run({**record, "events": shuffled}).got == typed


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(records())
def test_nobody_is_held_longer_at_least_than_at_most(record):
    at_least, at_most = run(record).got["days"]

    assert at_least >= 0
    assert at_most is None or at_least <= at_most


def test_every_kind_of_event_has_one_effect():
    assert set(effects.EVENT_EFFECTS) == set(EVENT_KINDS.codes)


def test_effects_name_known_statuses_and_stages():
    for effect in [*effects.EVENT_EFFECTS.values(), *effects.DECISION_EFFECTS.values()]:
        assert effect.custody == "" or effect.custody in CUSTODY_STATUSES
        assert effect.stage == "" or effect.stage in STAGES
        assert not effect.raises or effect.stage in effects.COURSE
        assert effect.change or effect == effects.NO_EFFECT


def test_decisions_with_an_effect_are_those_an_event_can_carry():
    for kind, decision in effects.DECISION_EFFECTS:
        assert decision in DECISIONS_BY_EVENT[kind]
    on_appeal = set(DECISIONS_BY_EVENT["appeal_decision"])
    assert not effects.MAKES_FINAL & effects.SETS_ASIDE
    assert on_appeal == effects.MAKES_FINAL | effects.SETS_ASIDE


def test_statuses_that_hold_are_those_of_the_vocabulary():
    assert len(effects.HELD_BY_STRENGTH) == len(effects.HELD)
    assert effects.HELD == IN_CUSTODY
    assert set(CUSTODY_STATUSES.codes) > IN_CUSTODY


def test_stages_are_either_of_the_course_or_outcomes():
    assert not effects.OUTCOMES & set(effects.COURSE)
    assert effects.OUTCOMES | set(effects.COURSE) == set(STAGES.codes)


def test_sentences_and_violations_that_matter_are_known():
    named = effects.CUSTODIAL | effects.SUSPENDED | {effects.ADMINISTRATIVE_ARREST}
    assert len(named) == len(effects.CUSTODIAL) + len(effects.SUSPENDED) + 1
    assert named <= set(SENTENCE_KINDS.codes)
    assert effects.SETTLEMENT in REGIMES
    assert set(VIOLATIONS.codes) >= effects.DEPRIVATIONS_OF_LIBERTY
