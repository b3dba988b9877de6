"""Words are read as codes in every language, and what is not in the list is told with what comes near."""

import pytest
from django.core.exceptions import ValidationError

from cases.vocabularies.people import ROLES
from cases.vocabularies.places import COUNTRIES, STATES
from cases.workflow.entering.codes import read_code, read_codes


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
