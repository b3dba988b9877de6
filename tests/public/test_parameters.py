"""The table of parameters: everything is made from an entry, whatever it asks for."""

from datetime import date

import pytest
from django.http import QueryDict
from pyroaring import BitMap

from cases.public.dictionary.tables import parameters
from cases.public.list.choices import chips, themes
from cases.public.query import facets
from cases.public.query.bad_parameter import BadParameter
from cases.public.query.filters import CaseFilterSet
from cases.public.query.heading import heading
from cases.public.query.parameters import PARAMETERS, SEARCH, THEMES, Parameter, parameters_of
from cases.public.query.query import Query
from cases.public.query.shapes import Data, codes
from cases.register.fields import FACETS
from cases.register.selection import Selection
from cases.register.snapshot import take_snapshot
from cases.vocabularies.terms import CodeList, Term
from tests.register.documents import date as written

pytestmark = pytest.mark.django_db


def test_every_facet_of_the_register_is_a_parameter_of_some_theme():
    assert {each.name for each in PARAMETERS.values() if each.counted and not each.rows} == {*FACETS}
    assert {each.name for each in PARAMETERS.values() if each.counted and each.rows} == {
        "held",
        "role_family",
        "held_length",
        "event",
        "sentence_kind",
    }
    assert {each.theme for each in PARAMETERS.values() if each.counted} == {*THEMES}


def test_every_entry_says_what_it_is():
    for each in PARAMETERS.values():
        assert each.title and each.text and each.shape.kind and each.shape.example
        assert bool(each.phrase) == each.chooses


@pytest.mark.parametrize("each", PARAMETERS.values(), ids=[*PARAMETERS])
def test_the_example_on_the_data_page_is_one(client, publish, each):
    publish()
    path = "/cases.csv" if each.name == "excel" else "/cases/"
    words = "&q=lawyer" if each.name in ("sort", "page") else ""

    answer = client.get(f"{path}?{each.name}={each.shape.example}{words}")

    page = answer.getvalue().decode()
    refused = each.name == "page" or isinstance(each.shape, Data)
    if answer.status_code == 400 and refused:
        assert "Nothing of this reference is published." in page or "This search has 1 page." in page
    else:
        assert answer.status_code == 200


SEASONS = CodeList(
    "seasons",
    "Seasons",
    "Ours",
    [Term(code, word, word, word, "A season.") for code, word in (("cold", "Cold"), ("warm", "Warm"))],
)


def _by_season(cases: Selection, today: date) -> dict[str, BitMap]:
    this_year = cases.overlapping(date(today.year, 1, 1), None).rows
    return {"warm": this_year, "cold": cases.rows - this_year}


@pytest.fixture
def season(monkeypatch) -> Parameter:
    """One entry more, of which no row of the register has a mark."""
    entry = Parameter(
        "season", codes(SEASONS), "Season", "in a %s year", "what", "By today.", rows=_by_season
    )
    monkeypatch.setitem(PARAMETERS, "season", entry)
    return entry


def _asked(text: str) -> Query:
    return Query.read(QueryDict(text), parameters_of(SEARCH))


def _found(query: Query, today: date) -> CaseFilterSet:
    class WithSeason(CaseFilterSet):
        """Made anew, from the table as it is now."""

    with take_snapshot() as snapshot:
        return WithSeason(query.as_data(), Selection.everything(snapshot.bitmaps), today=today)


def test_an_entry_that_compares_with_today_is_filtered_counted_and_said_in_words(publish, season):
    publish("A", start=written("2024-03-01"), end=written("2024-05-01"), roles=["lawyer"], violations=[])
    publish("B", start=written("2024-03-01"), end=written("2024-05-01"), roles=["student"], violations=[])
    publish("C", start=written("2022-03-01"), end=written("2022-05-01"), roles=["lawyer"], violations=[])
    query = _asked("season=warm&role=lawyer")

    this_year, later = _found(query, date(2024, 6, 1)), _found(query, date(2025, 6, 1))

    assert (len(this_year.rows), len(later.rows)) == (1, 0)
    counts = facets.count(this_year).facets
    assert counts["season"] == {"cold": 1, "warm": 1}
    assert (counts["role"]["lawyer"], counts["role"]["student"]) == (1, 1)
    assert facets.count(later).facets["season"] == {"cold": 2}
    assert heading(this_year.values, {}) == "Cases about people with the role lawyer, in a warm year"
    assert {"title": "Season", "value": "Warm", "rest": "?role=lawyer"} in chips(query, {})
    [choices] = [
        facet["choices"]
        for theme in themes(counts, query, {})
        for facet in theme["facets"]
        if facet["parameter"] == "season"
    ]
    assert [(each["label"], each["count"], each["chosen"]) for each in choices] == [
        ("Warm", "1", True),
        ("Cold", "1", False),
    ]
    [explained] = [each for each in parameters() if each["name"] == "season"]
    assert (explained["text"], explained["example"], explained["codes"]) == (
        "By today.",
        "season=cold",
        SEASONS,
    )


def test_a_slip_in_a_new_entry_is_told_like_any_other(season):
    with pytest.raises(BadParameter) as of_value:
        _found(_asked("season=wram"), date(2024, 6, 1)).check()
    with pytest.raises(BadParameter) as of_name:
        _asked("seasn=warm")

    assert of_value.value.suggestion == "warm"
    assert of_name.value.suggestion == "season"


def test_several_values_of_it_are_alternatives(publish, season):
    publish("A", start=written("2024-03-01"), end=written("2024-05-01"))
    publish("B", start=written("2022-03-01"), end=written("2022-05-01"))

    assert len(_found(_asked("season=warm&season=cold"), date(2024, 6, 1)).rows) == 2
