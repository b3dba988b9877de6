"""What is claimed in generated cases: attributions to agencies, official positions, interventions, assessments."""

import random

from cases.vocabularies.actions import ASSESSMENT_FRAMEWORKS, ASSESSMENT_OUTCOMES, INTERVENTION_KINDS
from cases.vocabularies.attributions import ATTRIBUTION_LEVELS, INVOLVEMENTS, OFFICIAL_POSITIONS
from tests.benchmark.generated.dates import UNDATED
from tests.benchmark.generated.skew import Skew
from tests.benchmark.generated.words import Vocabulary

_CLAIMANTS = ("a lawyer (invented)", "the family (invented)", "a witness (invented)")


class ClaimMaker:
    """Claims that name `agencies`: dicts of `to`, `agency` and `country`, the most frequent first."""

    def __init__(self, agencies: list[dict], words: Vocabulary):
        self._agencies = Skew(agencies, 0.9)
        self._levels = Skew(["1", "2", "3", *ATTRIBUTION_LEVELS.codes], 0.8)
        self._words = words

    def draw(self, chance: random.Random) -> dict:
        """The four lists as they stand in a public document; most are empty."""
        attributions = chance.choices((0, 1, 2), cum_weights=(35, 85, 100))[0]
        form = chance.random()
        return {
            "attributions": [self._attribution(chance) for _ in range(attributions)],
            "official_positions": [self._position(chance)] if form < 0.2 else [],
            "interventions": [_intervention(chance)] if 0.15 < form < 0.25 else [],
            "assessments": [_assessment(chance)] if form > 0.9 else [],
        }

    def _attribution(self, chance: random.Random) -> dict:
        return {
            **self._agencies.draw(chance),
            "by": chance.choice(_CLAIMANTS),
            "involvement": chance.choice(INVOLVEMENTS.codes),
            "level": self._levels.draw(chance),
            "sources": [1],
        }

    def _position(self, chance: random.Random) -> dict:
        return {
            "position": chance.choice(OFFICIAL_POSITIONS.codes),
            "stated_by": "a spokesperson (invented)",
            "date": UNDATED,
            "text": self._words.sentence(chance, 9),
            "about": "",
            "sources": [1],
        }


def _intervention(chance: random.Random) -> dict:
    return {
        "kind": chance.choice(INTERVENTION_KINDS.codes),
        "actor": "an invented committee",
        "addressee": "an invented ministry",
        "date": UNDATED,
        "requested": "",
        "response": "",
        "impact": "",
        "status": "submitted",
        "response_to": "",
        "linked_by_us": False,
        "sources": [1],
    }


def _assessment(chance: random.Random) -> dict:
    return {
        "assessor": "an invented panel",
        "framework": chance.choice(ASSESSMENT_FRAMEWORKS.codes),
        "categories": [],
        "outcome": chance.choice(ASSESSMENT_OUTCOMES.codes),
        "date": UNDATED,
        "withdrawn_date": UNDATED,
        "sources": [1],
    }
