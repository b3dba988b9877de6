"""Plain values become fields of a row, or a sentence beside the field."""

from datetime import date

import pytest

from cases.models import Agency, Case, Event, Person, PersonName, Place, Proceeding, Sentence, Source
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.reading import read_row


@pytest.mark.parametrize(
    ("model", "name", "typed", "read"),
    [
        (Case, "title", "  Somebody detained ", "Somebody detained"),
        (Case, "summary", "one\r\ntwo\rthree", "one\ntwo\nthree"),
        (Case, "origin", "Azərbaycan, RU", ["AZ", "RU"]),
        (Case, "origin", ["AZ"], ["AZ"]),
        (Case, "inferred_states", "origin, host", ["origin", "host"]),
        (Case, "count_min", "12", 12),
        (Case, "count_min", "", None),
        (Case, "last_checked_date", "2024-05-01", date(2024, 5, 1)),
        (Case, "last_checked_date", date(2024, 5, 1), date(2024, 5, 1)),
        (Case, "kind", "", "person"),
        (Case, "is_restricted", "True", True),
        (Case, "is_restricted", None, False),
        (Person, "gender", "qadın", "female"),
        (Event, "kind", "освобождение", "release"),
        (Event, "date", "3.10.2024", PartialDate("2024-10-03")),
        (Event, "date", PartialDate(words="in spring"), PartialDate(words="in spring")),
        (Proceeding, "is_final", "False", False),
        (Proceeding, "is_final", "", None),
        (Sentence, "years", 15, 15),
        (Place, "latitude", "40.4", 40.4),
        (Agency, "spellings", "DTX, MTN", ["DTX", "MTN"]),
        (Source, "url", "https://news.example/1", "https://news.example/1"),
    ],
)
def test_a_value_is_read_as_its_field_means_it(model, name, typed, read):
    row, errors = read_row(model, {name: typed})

    assert getattr(row, name) == read
    assert name not in errors


def test_the_words_of_a_date_may_stand_in_a_column_of_their_own():
    both, _ = read_row(Event, {"date": "2024-05", "date_words": "in the spring"})
    words, _ = read_row(Event, {"date_words": "in the spring"})

    assert both.date == PartialDate("2024-05", "in the spring")
    assert words.date == PartialDate("", "in the spring")


@pytest.mark.parametrize(
    ("model", "name", "typed", "told"),
    [
        (Case, "origin", "Azerbajan", "“Azerbajan” is not in the list; did you mean AZ (Azerbaijan)?"),
        (Case, "kind", "person, group", "Only one is possible here."),
        (Case, "title", "x" * 301, "Ensure this value has at most 300 characters (it has 301)."),
        (Case, "title", "a\x00b", "Null characters are not allowed."),
        (Case, "count_min", "several", "“several” value must be an integer."),
        (Case, "count_min", "-3", "Ensure this value is greater than or equal to 0."),
        (
            Case,
            "inferred_states",
            "nowhere",
            "Item 1 in the array did not validate: Value 'nowhere' is not a valid choice.",
        ),
        (Case, "last_checked_date", "1066-10-14", "This year is too long ago; is it mistyped?"),
        (Source, "url", "news example", "Enter a valid URL."),
        (Event, "kind", "", "This field is required."),
        (PersonName, "text", None, "This field is required."),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(model, name, typed, told):
    _, errors = read_row(model, {name: typed})

    assert errors[name] == [told]


def test_a_date_that_is_none_is_told_beside_its_field():
    _, errors = read_row(Event, {"kind": "arrest", "date": "soonish"})

    assert list(errors) == ["date"]


@pytest.mark.parametrize(
    "values",
    [
        {"nonsense": 1},
        {"state": "published"},
        {"reference": "C-1"},
        {"id": 3},
        {"person": "Aydan"},
        {"campaigns": []},
    ],
)
def test_values_no_field_takes_are_a_mistake_of_the_program(values):
    with pytest.raises(TypeError):
        read_row(Case, values)
