"""Words are read as codes in every language, and what is not in the list is told with what comes near."""

import pytest
from django.core.exceptions import ValidationError

from cases.vocabularies.people import ROLES
from cases.vocabularies.places import COUNTRIES, NATIONALITIES, STATES
from cases.workflow.entering.codes import read_code, read_codes, read_region


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("AZ, RU", ["AZ", "RU"]),
        ("azerbaijan; Россия", ["AZ", "RU"]),
        ("Türkiyə", ["TR"]),
        ("RU, Russia, ru", ["RU"]),
        ("not stated", ["not_stated"]),
        ("NOT_STATED", ["not_stated"]),
        (" ; , ", []),
        ("", []),
        (["Азербайджан", " ge ", ""], ["AZ", "GE"]),
    ],
)
def test_codes_are_read_from_codes_and_from_names_in_any_language(typed, codes):
    assert read_codes(typed, STATES) == codes


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Turkey", "TR"),
        ("Russian Federation", "RU"),
        ("РФ", "RU"),
        ("USA", "US"),
        ("США", "US"),
        ("Czech Republic", "CZ"),
        ("UK", "GB"),
        ("Holland", "NL"),
        ("Korea, Republic of", "KR"),
        ("Islamic Republic of Iran", "IR"),
        ("Kosovo", "XK"),
        ("stateless", "stateless"),
        ("vətəndaşlığı olmayan", "stateless"),
        ("лицо без гражданства", "stateless"),
        ("Republic of Turkey", "TR"),
        ("The Russian Federation", "RU"),
        ("Rusiya Federasiyası", "RU"),
        ("the United States", "US"),
        ("Republic of Georgia", "GE"),
        ("Republic of Ireland", "IE"),
        ("Republic of China", "TW"),
        ("People’s Republic of China", "CN"),
        ("Iran (Islamic Republic of)", "IR"),
        ("TR (Türkiye)", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("Кыргызстан", "KG"),
    ],
)
def test_countries_are_read_from_what_else_they_are_called(typed, code):
    assert read_codes(typed, NATIONALITIES) == [code]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Crimea", "choose UA (Ukraine) as the country, and UA-43 (Crimea) at the place"),
        ("Абхазия", "choose GE (Georgia) as the country, and GE-AB (Abkhazia) at the place"),
        ("the Crimea", "UA-43 (Crimea) at the place"),
        ("Республика Крым", "UA-43 (Crimea) at the place"),
        ("Republic of Dagestan", "choose RU (Russia) as the country, and RU-DA (Dagestan) at the place"),
        ("Nakhchivan", "choose AZ (Azerbaijan) as the country, and AZ-NX"),
        ("Transnistria", "choose MD (Moldova) as the country, and MD-SN (Transnistria) at the place"),
        ("South Ossetia", "choose GE (Georgia) as the country, and write the region at the place"),
        ("Nagorno-Karabakh", "choose AZ (Azerbaijan) as the country, and write the region at the place"),
    ],
)
def test_a_region_typed_as_a_country_leads_to_the_region(typed, told):
    with pytest.raises(ValidationError) as refused:
        read_codes(typed, STATES)

    assert told in refused.value.messages[0]
    assert "What a source calls it stays in the words of the record." in refused.value.messages[0]


@pytest.mark.parametrize("typed", ["Chechen", "Land", "Gar", "xyz", "Republic of Xyz", "Republic of Urartu"])
def test_nothing_is_suggested_that_is_not_near(typed):
    with pytest.raises(ValidationError) as refused:
        read_codes(typed, STATES)

    assert "did you mean" not in refused.value.messages[0]


@pytest.mark.parametrize(
    ("typed", "country", "region"),
    [
        ("Dagestan", "RU", "RU-DA"),
        ("Дагестан", "RU", "RU-DA"),
        ("ru-da", "RU", "RU-DA"),
        ("Berlin", "DE", "DE-BE"),
        ("Dagestan", "AZ", "Dagestan"),
        (" The valley ", "AZ", "The valley"),
        ("Dagestan", "", "Dagestan"),
    ],
)
def test_a_region_is_read_from_its_name(typed, country, region):
    assert read_region(typed, country) == region


def test_a_name_with_a_comma_of_its_own_is_one_name():
    with_comma = next(term for term in COUNTRIES if any("," in name for name in term.in_every_language()))
    name = next(name for name in with_comma.in_every_language() if "," in name)

    assert read_codes(name, COUNTRIES) == [with_comma.code]
    assert read_codes([name, "AZ"], COUNTRIES) == [with_comma.code, "AZ"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Azerbajan", ["“Azerbajan” is not in the list; did you mean AZ (Azerbaijan)?"]),
        ("AZ, xyzzyx", ["“xyzzyx” is not in the list."]),
        ("qqqqq; Azerbajan", ["“qqqqq” is not in the list. “Azerbajan” is not in the list; did you mean AZ"]),
    ],
)
def test_each_word_that_is_not_in_the_list_is_named(typed, told):
    with pytest.raises(ValidationError) as refused:
        read_codes(typed, STATES)

    assert len(refused.value.messages) == 1
    assert refused.value.messages[0].startswith(told[0])


def test_one_code_is_one():
    assert read_code("журналист", ROLES) == "journalist"
    assert read_code("", ROLES) == ""
    with pytest.raises(ValidationError, match="Only one is possible here"):
        read_code("journalist, lawyer", ROLES)
