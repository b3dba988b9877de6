"""Made-up places for generated cases; their states and some of their regions are real."""

import random

from cases.text.references import ALPHABET, GROUP_LENGTH, GROUPS
from cases.vocabularies.regions import regions_of
from tests.benchmark.generated.words import Vocabulary


def places_of(chance: random.Random, state: str, words: Vocabulary, number: int) -> list[dict]:
    """So many places of a state as they stand in a public document; every third is a building."""
    regions = [region.code for region in regions_of(state)]
    latitude, longitude = chance.uniform(-40, 60), chance.uniform(-120, 140)
    places = []
    for rank in range(number):
        locality = words.rare(chance).title()
        spot = chance.random() < 0.8
        is_building = rank % 3 == 2
        places.append(
            {
                "reference": _reference(chance) if is_building else "",
                "country": state,
                "region": chance.choice(regions) if regions else "",
                "region_name": "" if regions else f"{words.rare(chance).title()} Province",
                "locality": locality,
                "facility": f"Fictional isolator {rank}, {locality}" if is_building else "",
                "names": [locality],
                "latitude": round(latitude + chance.uniform(-2, 2), 4) if spot else None,
                "longitude": round(longitude + chance.uniform(-2, 2), 4) if spot else None,
                "precision": "locality" if spot else "",
            }
        )
    return places


def _reference(chance: random.Random) -> str:
    return "-".join(["F", *("".join(chance.choices(ALPHABET, k=GROUP_LENGTH)) for _ in range(GROUPS))])
