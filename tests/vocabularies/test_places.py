import pytest
from django.utils.translation import override

from cases.vocabularies.places import COUNTRIES, NATIONALITIES, NOT_STATED, PRECISIONS, REGIONS, STATES
from cases.vocabularies.regions import regions_of


def test_there_are_as_many_countries_as_iso_has_assigned_and_kosovo():
    assert len(COUNTRIES) == 250
    assert "XK" in COUNTRIES


@pytest.mark.parametrize("code", ["ZZ", "EU", "UN", "XA", "XB", "AC", "IC"])
def test_reserved_and_private_codes_are_not_countries(code):
    assert code not in COUNTRIES


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "Azerbaijan"), ("az", "Azərbaycan"), ("ru", "Азербайджан"), ("fa", "جمهوری آذربایجان")],
)
def test_countries_are_named_in_every_language_cldr_has(language, name):
    with override(language):
        assert str(COUNTRIES.label("AZ")) == name


@pytest.mark.parametrize(
    ("code", "name"), [("HK", "Hong Kong"), ("PS", "Palestine"), ("TW", "Taiwan"), ("TR", "Türkiye")]
)
def test_contested_names_are_plain(code, name):
    assert COUNTRIES[code].en == name


def test_a_plainer_name_that_nobody_has_translated_is_english_and_not_the_one_of_cldr():
    assert COUNTRIES["PS"].in_language("ru") == "Палестина"
    assert COUNTRIES["PS"].in_language("fa") == "Palestine"


def test_islands_are_written_out():
    assert not [term for term in COUNTRIES if "о-в" in term.in_language("ru")]


def test_countries_stand_in_the_order_of_the_english_alphabet():
    order = COUNTRIES.codes

    assert order.index("AF") < order.index("AX") < order.index("AZ") < order.index("ZW")


def test_states_are_the_countries_and_not_stated():
    assert STATES.codes == (*COUNTRIES.codes, NOT_STATED)
    assert str(STATES.label("not_stated")) == "Not stated"


def test_every_region_lies_in_a_country():
    assert {code.partition("-")[0] for code in REGIONS.codes} == {"AM", "AZ", "GE", "MD", "RU", "UA"}


@pytest.mark.parametrize("code", [code for code in COUNTRIES.codes if code != "XK"])
def test_every_region_of_the_standard_is_known_by_its_code(code):
    for region in regions_of(code):
        assert region.code in REGIONS
        assert str(REGIONS.label(region.code)) == REGIONS[region.code].en
        assert region.code.startswith(f"{code}-")


def test_all_first_level_regions_of_the_world_are_there():
    assert sum(len(regions_of(code)) for code in COUNTRIES.codes) > 3_500
    assert REGIONS["DE-BE"].en == "Berlin"
    assert "DE-XX" not in REGIONS
    assert REGIONS.label("somewhere") == "somewhere"


def test_nationalities_are_the_countries_and_stateless():
    assert NATIONALITIES.codes == (*COUNTRIES.codes, "stateless")


def test_the_whole_of_the_first_region_is_there():
    assert {"AZ-BA", "AZ-GA", "AZ-SM", "AZ-LA", "AZ-NX", "RU-DA", "RU-CE", "RU-STA", "RU-MOW"} <= set(
        REGIONS.codes
    )
    assert len(regions_of("AZ")) == 78
    assert len(regions_of("GE")) == 12
    assert len(regions_of("AM")) == 11


def test_dagestan_is_named_in_three_languages():
    dagestan = REGIONS["RU-DA"]

    assert dagestan.in_every_language() == ("Dagestan", "Dağıstan", "Дагестан")


def test_precisions_run_from_exact_to_unknown():
    assert PRECISIONS.codes[0] == "exact"
    assert PRECISIONS.codes[-1] == "unknown"
