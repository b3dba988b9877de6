"""Many lines are entered together or not at all, and judged with few queries each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Agency, Case, Person, Place
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.cells import NEW
from cases.workflow.entering.listed import ListedCase, Shared
from cases.workflow.entering.many import enter_many, names_twice
from cases.workflow.entering.on_file import OnFile
from cases.workflow.entering.saving import NotEntered
from tests.factories import PersonFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

SHARED_CELLS = {
    "arrested_on": "2025-05-03",
    "place": "Uydurma",
    "court": "An invented district court",
    "verdict": "verdict_guilty",
    "verdict_on": "2025-05-04",
    "term": "400 manat",
    "articles": "535.1",
}
NAMES = ["Orxan Uydurmalı", "Nigar Xəyali", "Samir Xəyalzadə", "Röya Uydurmaqızı"]


@pytest.fixture
def shared():
    return Shared(source=SourceFactory(), country="AZ", code="CAO", as_of=PartialDate())


def judged(names, shared, **answers):
    on_file = OnFile()
    return [
        ListedCase(SHARED_CELLS | {"name": name}, shared, answers=answers.get(name), on_file=on_file)
        for name in names
    ]


def test_all_lines_are_entered_and_what_they_name_anew_is_made_once(shared):
    cases = enter_many(judged(NAMES, shared), by=UserFactory(username="entry"))

    assert [str(case.person) for case in cases] == NAMES
    assert (Place.objects.count(), Agency.objects.count()) == (1, 1)


def test_one_wrong_line_is_named_and_nothing_is_entered(shared):
    PersonFactory(name=NAMES[2])
    people = Person.objects.count()

    with pytest.raises(NotEntered) as refused:
        enter_many(judged([*NAMES, "x" * 201], shared), by=UserFactory(username="entry"))

    assert [(wrong.row, wrong.field) for wrong in refused.value.errors] == [(3, "name"), (5, "name")]
    assert not Case.objects.exists() and Person.objects.count() == people


def test_two_lines_of_one_name_are_one_person_until_somebody_says_otherwise(shared):
    names = ["Orxan Uydurmalı", "Nigar Xəyali", "Орхан Уйдурмалы"]

    assert names_twice(judged(names, shared)) == {2: 0}
    with pytest.raises(NotEntered):
        enter_many(judged(names, shared), by=UserFactory(username="entry"))
    two = judged(names, shared, **{names[2]: {"name": NEW}})
    assert len(enter_many(two, by=UserFactory(username="entry"))) == 3


def test_judging_asks_no_more_for_a_hundred_lines_than_for_one(shared):
    for number in range(5):
        PersonFactory(name=f"Somebody Elsewhere {number}")
    Place.objects.create(name="Uydurma town", country="AZ")

    def asked(names):
        with CaptureQueriesContext(connection) as queries:
            judged(names, shared)
        return len(queries)

    many = [f"Qeyri Adam{chr(97 + at % 26)}{chr(97 + at // 26)}" for at in range(100)]
    assert asked(many) <= asked(["Qeyri Adam"]) + 2
