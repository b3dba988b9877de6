"""Who else generated cases name: courts that decide, organisations, officials, lawyers, contact with counsel."""

import random
from collections.abc import Callable

from cases.vocabularies.attributions import OFFICES
from cases.vocabularies.organisations import AFFILIATION_ROLES, ORGANISATION_KINDS
from cases.vocabularies.proceedings import COUNSEL
from tests.benchmark.generated.skew import Skew

COURTS, ORGANISATIONS, OFFICIALS = 150, 200, 300
DECIDING = frozenset(
    {"administrative_sentence", "remand", "remand_extension", "verdict_guilty", "verdict_acquittal"}
    | {"appeal_decision", "house_arrest_order", "psychiatric_order", "exile_order", "extradition_decision"}
)
"""Kinds of events of which a court is named."""


class InvolvedMaker:
    """Draws from a chance of its own, so that the rest of a case stays as it was. `reference` makes one of a letter
    and a number."""

    def __init__(self, seed: int, reference: Callable[[str, int], str]):
        self._seed = seed
        # Numbered after the agencies that conduct is attributed to.
        self._courts = Skew(
            [(f"Court {n + 1} (fictional)", reference("A", n + 10_000)) for n in range(COURTS)], 0.9
        )
        self._organisations = Skew(
            [(f"Outlet {n + 1} (fictional)", reference("O", n)) for n in range(ORGANISATIONS)], 0.9
        )
        self._officials = Skew(
            [(f"Official {n + 1} (fictional)", reference("J", n)) for n in range(OFFICIALS)], 0.9
        )
        self._counsel, self._kinds = Skew(COUNSEL.codes, 0.9), Skew(ORGANISATION_KINDS.codes, 0.9)
        self._roles, self._offices = Skew(AFFILIATION_ROLES.codes, 0.9), Skew(OFFICES.codes, 0.9)

    def involve(self, document: dict, number: int, *, named: bool) -> None:
        """Write them into a case; below *named* there are none."""
        chance = random.Random(f"involved {self._seed} {number}")
        document |= {"affiliations": [], "participations": [], "lawyers": [], "age_at_arrest": None}
        if not named:
            return
        court, court_reference = self._courts.draw(chance)
        for event in document["events"]:
            if event["kind"] in DECIDING:
                event |= {"court": court, "court_reference": court_reference}
        for proceeding in document["proceedings"]:
            proceeding["counsel"] = self._counsel.draw(chance) if chance.random() < 0.5 else ""
        if chance.random() < 0.4:
            document["affiliations"] = [self._affiliation(chance)]
        if chance.random() < 0.3:
            document["participations"] = [self._participation(chance, court)]
        if chance.random() < 0.2:
            document["lawyers"] = [{"lawyer": f"Lawyer {number % 900} (fictional)", "sources": [1]}]

    def _affiliation(self, chance: random.Random) -> dict:
        name, reference = self._organisations.draw(chance)
        return {
            "organisation": name,
            "reference": reference,
            "country": "",
            "kind": self._kinds.draw(chance),
            "role": self._roles.draw(chance),
            "words": "",
            "sources": [1],
        }

    def _participation(self, chance: random.Random, court: str) -> dict:
        name, reference = self._officials.draw(chance)
        office = self._offices.draw(chance)
        return {
            "official": name,
            "reference": reference,
            "office": office,
            "agency": court,
            "role": office,
            "words": "",
            "about": "",
            "sources": [1],
        }
