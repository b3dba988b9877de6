"""Rows that are not saved are judged by the constraints of their models, alone and beside each other."""

import pytest

from cases.models import Case, Charge, Person, PersonName, Sentence, Source, Violation
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.rules import broken, repeated


def test_each_broken_rule_is_told_beside_its_field():
    case = Case(kind="pattern", count_min=3, origin=["not_stated", "AZ"])

    assert dict(broken(case)) == {
        "count_min": "A pattern has no countable people.",
        "origin": "Origin: “not stated” cannot stand beside a country.",
    }


def test_a_sound_row_breaks_nothing():
    assert list(broken(Charge(verbatim="treason charges", category="treason"))) == []


def test_dates_are_compared_by_their_bounds_before_anything_is_saved():
    turned = Violation(kind="detention", date=PartialDate("2024-05"), end_date=PartialDate("2024-04"))
    within = Violation(kind="detention", date=PartialDate("2024-05"), end_date=PartialDate("2024"))

    assert dict(broken(turned)) == {"end_date": "This lies before the start."}
    assert list(broken(within)) == []


def test_the_words_of_a_date_count_as_a_date():
    given = {"custody_override": "imprisoned", "custody_override_source": Source(title="Report")}

    assert list(broken(Case(**given, custody_override_date=PartialDate(words="last spring")))) == []
    assert dict(broken(Case(**given))) == {
        "custody_override": "An overridden custody status needs its date and its source."
    }


def test_judging_a_row_by_itself_asks_the_database_nothing(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert dict(broken(Case(inferred_states=["origin"]))) == {
            "inference_basis": "Say from which words the country was inferred."
        }


@pytest.mark.django_db
def test_what_is_on_file_already_is_told():
    Source.objects.create(title="Report", url="https://news.example/1")

    assert dict(broken(Source(title="Again", url="https://news.example/1"))) == {
        "url": "A source with this address is on file already."
    }
    assert list(broken(Source(title="No address"))) == []


def test_the_later_of_two_equal_rows_is_told():
    names = [PersonName(text="Aydan"), PersonName(text="Nigar"), PersonName(text="Aydan")]

    assert list(repeated(names, within="person")) == [(2, "text", "This name stands here already.")]


def test_only_one_row_may_be_primary():
    rows = [Violation(kind=kind, is_primary=kind != "raid") for kind in ("detention", "raid", "torture")]

    assert list(repeated(rows, within="case")) == [
        (2, "is_primary", "Only one violation can be primary; untick the other.")
    ]


@pytest.mark.django_db
def test_a_row_on_file_that_stays_stands_in_the_way_of_others_but_not_of_itself():
    person = Person.objects.create()
    kept = PersonName.objects.create(person=person, text="Aydan")
    typed = [PersonName(person=person, text="Aydan"), kept]

    def stored(constraint):
        return {constraint.values_of(kept, but="person"): kept.pk} if "text" in constraint.fields else {}

    assert [position for position, *_ in repeated(typed[:1], within="person", stored=stored)] == [0]
    assert list(repeated([kept], within="person", stored=stored)) == []


def test_two_sentences_do_not_supersede_the_same_one():
    first = Sentence(kind="imprisonment")
    rows = [first, Sentence(kind="imprisonment", supersedes=first), Sentence(kind="fine", supersedes=first)]

    assert list(repeated(rows, within="case")) == [(2, "supersedes", "Another row says the same.")]


def test_no_rows_repeat_nothing():
    assert list(repeated([], within="case")) == []
