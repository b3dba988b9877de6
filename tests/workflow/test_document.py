"""What a public document takes from where, when the case itself leaves it open."""

from datetime import date

import pytest

from cases.models import Place, PublishedCase
from cases.text.partial_dates import PartialDate
from cases.workflow.completeness import problems
from cases.workflow.document import document_of
from tests.factories import CaseFactory, SourceFactory, take_to_public

pytestmark = pytest.mark.django_db


def test_a_case_begins_with_its_primary_violation_where_it_states_no_start():
    case = CaseFactory()
    place = Place.objects.create(name="Göydağ", country="AZ", locality="Göydağ")
    case.violations.create(kind="raid", date=PartialDate("2024-04-01"))
    case.violations.filter(is_primary=True).update(
        date="2024-05-01", date_earliest="2024-05-01", date_latest="2024-05-01", place=place
    )
    take_to_public(case)

    row = PublishedCase.objects.get()

    assert (row.start_date, row.place) == ("2024-05-01", "Göydağ")


def test_or_with_its_first_dated_event():
    case = CaseFactory()
    case.events.create(kind="charge", date=PartialDate("2024-05-03"))
    case.events.create(kind="arrest", date=PartialDate("2024-05-01"))

    assert document_of(case).content["start"]["text"] == "2024-05-01"


def test_a_stated_start_stands():
    case = CaseFactory(start_date=PartialDate(words="late last month"))
    case.events.create(kind="arrest", date=PartialDate("2024-05-01"))

    assert document_of(case).content["start"]["words"] == "late last month"


def test_a_fact_without_a_source_of_its_own_rests_on_those_of_the_whole_case():
    case = CaseFactory()
    case.events.create(kind="arrest")

    content = document_of(case).content

    assert (content["violations"][0]["sources"], content["events"][0]["sources"]) == ([1], [1])


def test_a_fact_without_any_source_stands_against_publishing():
    case = CaseFactory()
    case.citations.all().delete()
    case.citations.create(source=SourceFactory(), violation=case.violations.get())
    case.events.create(kind="ill_treatment", description="Nobody said so.")

    assert [problem.message for problem in problems(case)] == [
        "Without a source: events. Cite one for each, or one for the whole case."
    ]


def test_a_source_that_is_not_marked_public_is_named():
    case = CaseFactory(source=SourceFactory(confidential=True, title="A letter"))

    assert any("“A letter" in problem.message for problem in problems(case))


def test_line_ends_are_of_one_kind():
    case = CaseFactory(summary="One.\rTwo.\r\nThree.")

    assert document_of(case).content["summary"] == "One.\nTwo.\nThree."


@pytest.mark.parametrize("day", ["0202-05-01", "2999-05-01"])
def test_a_mistyped_day_of_the_last_check_stands_against_publishing(day):
    case = CaseFactory(last_checked_date=date.fromisoformat(day))

    assert [problem.field for problem in problems(case)] == ["last_checked_date"]
