"""The gazetteer holds what it says, and its regions are those of the standard."""

from collections import Counter

import pytest

from cases.text.names import fold
from cases.vocabularies.places import COUNTRIES, REGIONS
from cases.vocabularies.regions import regions_of
from cases.vocabularies.towns import towns

NORTH_CAUCASUS = ("RU-AD", "RU-CE", "RU-DA", "RU-IN", "RU-KB", "RU-KC", "RU-SE")


def test_there_are_towns_enough_of_every_country_and_of_the_north_caucasus():
    by_country = Counter(town.country for town in towns().values())
    by_region = Counter(town.region for town in towns().values())

    assert len(towns()) >= 2_000
    assert {*by_country} == {"AM", "AZ", "GE", "IR", "KG", "KZ", "RU", "TJ", "TM", "TR", "UZ"}
    assert min(by_country.values()) >= 50
    assert min(by_region[region] for region in NORTH_CAUCASUS) >= 15


def test_every_district_of_azerbaijan_has_its_seat():
    towns_in = {town.region for town in towns().values()}
    # The city of Lankaran stands in the district of the same name, and the autonomous republic in its districts.
    assert {term.code for term in regions_of("AZ")} - towns_in <= {"AZ-LA", "AZ-NX"}


def test_regions_are_of_the_standard_and_of_the_country():
    for town in towns().values():
        assert town.country in COUNTRIES
        assert not town.region or (town.region in REGIONS and town.region.startswith(f"{town.country}-"))


@pytest.mark.parametrize("key", [566532, 585220, 586427, 113646])
def test_the_names_that_are_searched_are_the_folded_ones(key):
    town = towns()[key]

    assert {*town.folded} == {fold(name) for name in (town.name, *town.names)} - {""}
