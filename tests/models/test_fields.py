"""The partial date field keeps text, words and bounds together, and sorts and filters by its bounds."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cases.models import Case, Event
from cases.models.fields import PartialDateFormField
from cases.text.partial_dates import PartialDate
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


def test_a_partial_date_comes_back_as_it_was_given():
    case = CaseFactory(start_date=PartialDate("2024-07~", "around the summer"))

    stored = Case.objects.get(pk=case.pk)

    assert stored.start_date == PartialDate("2024-07~", "around the summer")
    assert (stored.start_date_earliest, stored.start_date_latest) == (date(2024, 7, 1), date(2024, 7, 31))


def test_words_alone_and_a_day_without_a_year_have_no_bounds():
    words = CaseFactory(start_date=PartialDate(words="late last month"))
    yearless = CaseFactory(start_date=PartialDate("XXXX-10-03"))

    for case in (words, yearless):
        stored = Case.objects.get(pk=case.pk)
        assert stored.start_date
        assert (stored.start_date_earliest, stored.start_date_latest) == (None, None)


def test_events_sort_by_their_first_day_and_undated_ones_last():
    case = CaseFactory()
    for text in ("2024", "2023-05", "", "2024-02-01"):
        Event.objects.create(case=case, kind="hearing", date=PartialDate(text))

    assert [event.date.text for event in case.events.all()] == ["2023-05", "2024", "2024-02-01", ""]


def test_the_database_refuses_an_end_before_the_start():
    with pytest.raises(IntegrityError, match="case_end_not_before_start"), transaction.atomic():
        CaseFactory(start_date=PartialDate("2024-07"), end_date=PartialDate("2024-06-30"))


def test_an_end_that_may_lie_after_the_start_is_accepted():
    case = CaseFactory(start_date=PartialDate("2024-07-15"), end_date=PartialDate("2024"))

    assert case.pk


def test_the_form_reads_dates_as_people_write_them():
    field = PartialDateFormField(required=False)

    assert field.clean(["3.10.2024", ""]) == PartialDate("2024-10-03")
    assert field.clean(["", "late last month"]) == PartialDate("", "late last month")
    with pytest.raises(ValidationError):
        field.clean(["2024-13", ""])
