"""Sample records show what the product can do, contradict nothing, and say that they are made up."""

import csv
import io
from itertools import pairwise
from random import Random

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from cases.loading.sample_abroad import STORIES as ABROAD
from cases.loading.sample_courses import COURSES
from cases.loading.sample_records import STORIES, load_sample_records, sample_count
from cases.models import Case, PublishedCase, Tombstone
from cases.public.charts.catalogue import CHARTS
from cases.register.check import check
from cases.vocabularies.violations import METHODS
from tests.public.files import csv_file

pytestmark = pytest.mark.slow

COUNT = len(STORIES) + 100


@pytest.fixture(scope="module")
def samples(django_db_setup, django_db_blocker):
    """All stories and a hundred others, loaded once for the module and taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_sample_records(count=COUNT)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def rows(samples):
    return list(csv.DictReader(io.StringIO(csv_file(), newline="")))


def test_all_of_them_are_marked_and_none_says_so_in_its_title(rows):
    assert len(rows) > 120
    assert {row["sample"] for row in rows} == {"true"}
    assert {case.is_sample for case in Case.objects.all()} == {True}
    assert not [row["title"] for row in rows if "ictional" in row["title"]]


def test_the_register_of_them_is_sound(samples):
    assert check() == []


def test_no_column_of_the_file_is_empty_throughout(rows):
    assert [column for column in rows[0] if not any(row[column] for row in rows)] == []


def test_some_cell_is_guarded_against_being_a_formula(rows):
    guarded = {column for row in rows for column, text in row.items() if text.startswith("'")}

    assert {"people_words", "source_titles"} <= guarded


@pytest.mark.parametrize("chart", CHARTS)
def test_no_chart_is_flat(samples, chart):
    numbers = list(csv.reader(io.StringIO(Client().get(f"/statistics/{chart}.csv").content.decode())))
    counts = [int(line[-2]) for line in numbers[1:]]

    assert len([count for count in counts if count]) >= 4
    assert len({*counts}) >= 3


def test_detentions_last_from_hours_to_years_and_end_in_many_ways(rows):
    lengths = csv.DictReader(io.StringIO(Client().get("/statistics/lengths.csv").content.decode()))
    completed = {
        line["length"]: int(line["detentions"]) for line in lengths if line["detention"] == "completed"
    }

    assert len([number for number in completed.values() if number]) >= 5
    assert max(completed.values()) <= sum(completed.values()) / 2
    assert len({row["custody_status"] for row in rows}) >= 8
    assert len({stage for row in rows for stage in row["procedural_stage"].split(" | ")}) >= 10
    assert len({row["attributed_to"] for row in rows}) >= 6
    assert len({code for row in rows for code in row["charge_categories"].split(" | ")}) >= 12


def test_a_conviction_has_convicted_charges_and_no_other_end_has(samples):
    for case in PublishedCase.objects.exclude(procedural_stage=[]):
        for proceeding in case.document["proceedings"]:
            statuses = {charge["status"] for charge in proceeding["charges"]}
            convicted = {"verdict_guilty"} & {
                event["kind"]
                for event in case.document["events"]
                if event["proceeding"] == proceeding["number"]
            }
            sent_back = proceeding["stage"] in ("on_trial", "overturned")
            if proceeding["kind"] == "criminal":
                assert ("convicted" in statuses) == bool(convicted and not sent_back), case.title


def test_there_is_a_case_across_borders_for_every_method_with_its_states(samples):
    cases = PublishedCase.objects.filter(cross_border=True)
    of_method = {method: cases.filter(methods__contains=[method]) for method in METHODS.codes}

    assert [method for method, found in of_method.items() if not found and method != "distance.proxy"] == []
    assert PublishedCase.objects.filter(methods=["distance.proxy"]).exclude(document__targeted_because_of="")
    for state in ("host", "location", "transit", "destination", "cooperating"):
        assert cases.exclude(**{state: []}), state
    assert cases.exclude(latitude=None)
    assert len(ABROAD) == len(METHODS.codes)


def test_what_hangs_together_does(samples):
    by_person = {}
    for case in PublishedCase.objects.exclude(person_reference=""):
        by_person.setdefault(case.person_reference, []).append(case)
    tried_together = PublishedCase.objects.exclude(document__part_of="")

    assert max(map(len, by_person.values())) == 2
    assert len(tried_together) == 3
    references = {case.reference for case in tried_together}
    assert all({*case.co_defendants} == references - {case.reference} for case in tried_together)
    assert PublishedCase.objects.filter(kind="group").exclude(people_min=None)
    assert PublishedCase.objects.filter(version__gte=3)
    assert Tombstone.objects.count() == 1


def test_nothing_is_dated_ahead_and_nobody_is_born_after_it(samples):
    today = timezone.localdate().isoformat()
    for document in PublishedCase.objects.values_list("document", flat=True):
        days = [event["date"]["earliest"] for event in document["events"]]
        assert all(day <= today for day in days if day)
        born = (document["person"] or {}).get("birth_year")
        assert born is None or all(int(day[:4]) >= born + 18 for day in days if day)


def test_loading_them_again_adds_none(samples):
    assert load_sample_records(count=COUNT) == 0
    assert sample_count() == COUNT


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.__name__)
def test_each_course_runs_forwards_and_an_order_is_in_force_until_the_judgment(course):
    for seed in range(200):
        way = course(Random(seed))
        after = [step.after for step in way.steps]
        assert min(after) >= 0
        orders = [step for step in way.steps if step.kind in ("remand", "remand_extension")]
        verdict = next((step.after for step in way.steps if step.kind.startswith("verdict")), 0)
        if orders and verdict:
            assert max(step.details["until"] for step in orders) >= verdict
        for earlier, later in pairwise(orders):
            assert later.after <= earlier.details["until"] < later.details["until"]
