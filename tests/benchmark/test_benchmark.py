"""What the benchmark says of its measurements, what it asks, and where it refuses to run."""

import json
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client as InProcessClient

from cases.register.fields import FACETS
from cases.register.register import put_many
from tests.benchmark import BenchmarkError, report
from tests.benchmark.generated.cases import GeneratedCases
from tests.benchmark.peer import Peer
from tests.benchmark.questions import Question, Questions
from tests.benchmark.speed import check_place
from tests.benchmark.timing import Timing, percentile
from tests.tracker.processes import run_python, var_folder

CASES = 150
OPERATIONS = (
    "list_facets",
    "filtered_list",
    "name_search",
    "text_search",
    "case_page",
    "deep_page",
    "publish_one",
    "hide_person",
    "bulk_publish",
    "csv",
    "cold_start",
    "desk_file",
    "desk_whole",
    "desk_save_line",
    "desk_save_whole",
)


class TestTiming:
    def test_says_median_and_95th_percentile_in_milliseconds(self):
        timing = Timing(queries=4)
        for number in range(1, 101):
            timing.add(number / 1000, f"/{number}")

        assert timing.as_json() == {"median_ms": 50.5, "p95_ms": 95.0, "queries": 4, "n": 100, "failed": 0}
        assert [asked for _taken, asked in timing.slowest(2)] == ["/100", "/99"]
        assert timing.only(["/1", "/3"]).milliseconds == [1, 3]

    @pytest.mark.parametrize(
        ("values", "at_95"), [([7.0], 7.0), ([3.0, 1.0, 2.0], 3.0), ([float(n) for n in range(20)], 18.0)]
    )
    def test_a_percentile_is_one_of_the_values(self, values, at_95):
        assert percentile(values, 95) == at_95


class TestReport:
    def test_an_aim_is_met_missed_or_not_measured(self):
        quick = report.Aim(("operations", "csv", "ratio"), 0.8, at_least=True)
        short = report.Aim(("operations", "csv", "first_byte_ms"), 200)
        result = {"operations": {"csv": {"ratio": 0.79, "first_byte_ms": 200}}}

        assert (quick.met(result), short.met(result)) == (False, True)
        assert quick.met({"operations": {}}) is None

    def test_ratios_say_how_many_times_as_quick_as_the_peer(self):
        operations = {"csv": {"rows_per_s": 150_000}}
        datasette = {
            "list_facets": {"median_ms": 1400.0, "ours_median_ms": 28.0},
            "csv": {"rows_per_s": 15_000},
        }

        assert report.compared(operations, datasette) == {"list_facets": 50.0, "csv": 10.0}


@pytest.mark.django_db
class TestQuestions:
    @pytest.fixture
    def generated(self):
        generated = GeneratedCases()
        put_many(list(generated.campaigns()), at=datetime(2023, 7, 1, tzinfo=UTC))
        put_many(list(generated.cases(CASES)), at=datetime(2024, 7, 1, tzinfo=UTC))
        return generated

    def test_the_site_answers_all_of_them(self, generated):
        questions = Questions(CASES, generated)
        paths = [
            question.path
            for name in ("list_facets", "filtered_list", "name_search", "text_search", "deep_pages")
            for question in islice(getattr(questions, name)(), 8)
        ]
        paths += islice(questions.case_pages(), 3)

        answers = {path: InProcessClient().get(path).status_code for path in paths}

        assert {path: status for path, status in answers.items() if status != 200} == {}

    def test_they_are_the_same_in_every_run_and_different_from_each_other(self, generated):
        asked = [question.path for question in islice(Questions(CASES, generated).filtered_list(), 60)]

        assert asked == [
            question.path for question in islice(Questions(CASES, generated).filtered_list(), 60)
        ]
        assert len(set(asked)) == 60

    def test_they_use_every_parameter_and_several_values(self, generated):
        asked = list(islice(Questions(CASES, generated).filtered_list(), 400))
        used = {name for question in asked for name, _value in question.parameters}

        assert used == {*FACETS, "from", "to", "held_on", "updated_since", "sort"}
        assert any(len(question.parameters) > len(dict(question.parameters)) for question in asked)


class TestPeer:
    def test_is_asked_the_same_question_with_all_facets(self, tmp_path):
        question = Question((("gender", "female"), ("origin", "AZ"), ("sort", "name")))

        query = parse_qsl(urlsplit(Peer(tmp_path).path(question)).query)

        assert query[-3:] == [("_sort", "name"), ("gender__exact", "female"), ("origin__arraycontains", "AZ")]
        assert sum(name in ("_facet", "_facet_array") for name, _value in query) == len(FACETS)

    @pytest.mark.parametrize(
        "parameters",
        [(("origin", "AZ"), ("origin", "RU")), (("held_on", "2024-01-01"),), (("page", "3"),)],
        ids=["alternatives", "spells", "page"],
    )
    def test_is_not_asked_what_it_cannot_say(self, tmp_path, parameters):
        assert Peer(tmp_path).path(Question(parameters)) == ""


def test_runs_nowhere_but_in_its_own_folder():
    with pytest.raises(BenchmarkError, match="make bench"):
        check_place(CASES)


@pytest.mark.slow
def test_a_small_run_measures_everything_and_writes_the_figures():
    with var_folder() as var:
        folder = var.parent / "bench"
        options = (f"--cases={CASES}", "--without-datasette", "--without-own-csv", "--seconds=1")
        done = run_python(folder, "-m", "tests.benchmark", "speed", *options, WEB_WORKERS="1")
        written = json.loads((folder.parent / "bench.json").read_text())

    assert done.returncode == 0, done.stdout + done.stderr
    assert (written["cases"], written["datasette"], written["ratios"]) == (CASES, {}, {})
    assert set(OPERATIONS) <= set(written["operations"])
    pages = [written["operations"][name] for name in OPERATIONS[:6]]
    assert all(page["median_ms"] > 0 and page["queries"] and not page["failed"] for page in pages)
    assert written["operations"]["bulk_publish"]["cases_per_s"] > 0
    assert written["operations"]["csv"]["ratio"] > 0
