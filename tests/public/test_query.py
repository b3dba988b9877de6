"""The query string: read strictly, canonical, changed without touching the rest."""

import pytest
from django.http import QueryDict

from cases.public.query.bad_parameter import BadParameter, nearest
from cases.public.query.parameters import FILE_PARAMETERS, LIST_PARAMETERS
from cases.public.query.query import Query


def read(text: str, allowed=LIST_PARAMETERS) -> Query:
    return Query.read(QueryDict(text), allowed)


def test_is_sorted_and_holds_each_value_once():
    assert (
        str(read("role=lawyer&charge=treason&charge=coup&charge=treason"))
        == "charge=coup&charge=treason&role=lawyer"
    )


@pytest.mark.parametrize(
    "name", ["utm_source", "UTM_medium", "fbclid", "gclid", "mc_eid", "yclid", "_openstat"]
)
def test_drops_tracking_and_says_so(name):
    query = read(f"{name}=x&charge=treason")

    assert query.untidy
    assert str(query) == "charge=treason"


def test_drops_empty_values_of_known_parameters_and_says_so():
    query = read("q=&from=&charge=treason")

    assert query.untidy
    assert str(query) == "charge=treason"


def test_an_empty_value_does_not_excuse_an_unknown_name():
    with pytest.raises(BadParameter) as error:
        read("chrage=")

    assert error.value.parameter == "chrage"
    assert error.value.suggestion == "charge"


@pytest.mark.parametrize(
    "text", ["q=a&q=b", "from=2024-01-01&from=2024-01-02", "sort=name&sort=start", "page=1&page=2"]
)
def test_refuses_a_second_value_where_one_may_stand(text):
    with pytest.raises(BadParameter):
        read(text)


@pytest.mark.parametrize("text", ["q=a%00b", "q=%ff%fe", "charge=trea%00son", "q=%1b"])
def test_refuses_what_cannot_be_read(text):
    with pytest.raises(BadParameter):
        read(text)


def test_takes_two_hundred_characters_and_no_more():
    assert read(f"q={'a' * 200}").value("q") == "a" * 200
    with pytest.raises(BadParameter):
        read(f"q={'a' * 201}")


def test_takes_two_hundred_values_and_no_more():
    with pytest.raises(BadParameter):
        read("&".join(f"charge=c{number}" for number in range(201)))


def test_shows_long_names_and_values_cut_off():
    with pytest.raises(BadParameter) as error:
        read(f"{'x' * 5000}={'y' * 5000}")

    assert len(error.value.parameter) < 100
    assert len(error.value.value) < 100


@pytest.mark.parametrize(("text", "allowed"), [("page=2", FILE_PARAMETERS), ("excel=1", LIST_PARAMETERS)])
def test_page_is_for_pages_and_excel_for_files(text, allowed):
    with pytest.raises(BadParameter):
        read(text, allowed)


def test_taking_a_value_away_returns_to_the_first_page():
    query = read("charge=treason&charge=coup&page=3")

    assert str(query.without_value("charge", "coup")) == "charge=treason"


def test_taking_the_last_day_away_takes_away_what_may_lie_in_it():
    query = read("began_from=2024-01-01&began_to=2024-02-01&perhaps=began")

    without_first = query.without_value("began_from", "2024-01-01")
    assert str(without_first) == "began_to=2024-02-01&perhaps=began"
    assert str(without_first.without_value("began_to", "2024-02-01")) == ""


@pytest.mark.parametrize(("typed", "meant"), [("chrage", "charge"), ("Charge", "charge"), ("zzz", "")])
def test_nearest(typed, meant):
    assert nearest(typed, LIST_PARAMETERS) == meant
