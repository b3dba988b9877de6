"""The measure of name search: what it counts, what it refuses, and the figures that must hold."""

import io
import json
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from cases.register.facet_block import FacetBlock
from cases.register.name_index import NameToken
from cases.register.published_case import PublishedCase
from cases.register.register import put
from cases.text.names import compare
from tests.benchmark import BenchmarkError, names
from tests.benchmark.name_crowd import other_names
from tests.benchmark.name_evaluation import Pair, evaluate, read_pairs, scratch_register
from tests.register.documents import case_document, person

PAIRS = Path(__file__).parents[1] / "text"
HEADER = "query,stored,match\n"
CROWD = 3_000


def pairs_of(name: str) -> list[Pair]:
    with (PAIRS / name).open(encoding="utf-8", newline="") as lines:
        return read_pairs(lines)


def outcome_of(evaluation, query: str):
    return next(outcome for outcome in evaluation.outcomes if outcome.pair.query == query)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "recall", "recall_in_arabic", "confident"),
    [
        ("name_pairs.csv", 1.0, 1.0, 0.0),
        ("language_pairs.csv", 0.995, 0.99, 0.02),
        ("language_pairs_held_out.csv", 0.995, 0.98, 0.02),
    ],
)
def test_people_are_found_across_languages_and_others_are_not_taken_for_them(
    file, recall, recall_in_arabic, confident
):
    evaluation = evaluate(pairs_of(file), among=CROWD)

    figures = evaluation.as_dict()
    arabic = [outcome for outcome in evaluation.yes if "Arab" in outcome.pair.scripts]
    assert figures["recall_at_5"] >= recall
    assert sum(not outcome.failed for outcome in arabic) / len(arabic) >= recall_in_arabic
    assert figures["near_misses_confident"] <= confident


def test_the_pairs_are_as_many_as_the_measure_needs():
    pairs = pairs_of("language_pairs.csv") + pairs_of("language_pairs_held_out.csv")

    assert sum(pair.same_person for pair in pairs) >= 300
    assert sum(not pair.same_person for pair in pairs) >= 100
    assert len({pair.scripts for pair in pairs}) >= 20


@pytest.mark.django_db
def test_failures_and_figures_are_those_of_the_outcomes():
    pairs = read_pairs(
        io.StringIO(
            HEADER + "Бахруз Самедов,Bahruz Samadov,yes\nNobody Atall,Igbal Abilov,yes\n"
            "Nazim Hacıyev,Nazim Gadjiev,no\nKamil Aslan,Kamal Aslan,no\n"
        )
    )

    evaluation = evaluate(pairs, among=50)

    figures = evaluation.as_dict()
    assert outcome_of(evaluation, "Бахруз Самедов").place == 0
    assert [outcome.pair.query for outcome in evaluation.failures] == ["Nobody Atall", "Nazim Hacıyev"]
    assert figures["recall_at_5"] == 0.5
    assert figures["near_misses_confident"] == 0.5
    assert figures["by_script"] == {
        "Cyrl→Latn": {"recall_at_5": 1.0, "pairs": 1},
        "Latn→Latn": {"recall_at_5": 0.0, "pairs": 1},
    }
    assert figures["names"] == 54
    assert figures["ms_per_query"] > 0


@pytest.mark.django_db
def test_the_register_is_neither_read_nor_changed():
    put(case_document(person=person("Bahruz Samadov")))
    before = set(NameToken.objects.values_list("token", "uses"))

    evaluation = evaluate([Pair("Bahruz Samadov", "Igbal Abilov", True)], among=10)

    assert outcome_of(evaluation, "Bahruz Samadov").first == ""
    assert set(NameToken.objects.values_list("token", "uses")) == before
    assert PublishedCase.objects.count() == 1


@pytest.mark.django_db
def test_scratch_tables_are_gone_afterwards():
    with scratch_register():
        pass

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema()")
        assert cursor.fetchone() == (0,)
    assert not FacetBlock.objects.exists()


def test_others_are_plausible_different_and_no_right_answers():
    pairs = [("Bahruz Samadov", "Бахруз Самедов"), ("Igbal Abilov", "İqbal Əbilov"), ("Samadov", "Samadov")]

    others = list(other_names(pairs, 2_000))

    assert len(set(others)) == 2_000
    assert others == list(other_names(pairs, 2_000))
    # The words of the pairs come up again, put together anew.
    assert "Bahruz Abilov" in others
    assert not [name for name in others if (match := compare("Samadov", name)) and match.tier == "same"]
    assert not [name for name in others if (match := compare("Igbal Abilov", name)) and match.tier == "same"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("query,stored\na,b\n", "row 1, match: the header lacks it"),
        (HEADER + "Bahruz,,yes\n", "row 2, stored: empty"),
        (
            HEADER + "a,b,yes\nBahruz Samadov,Бахруз Самедов,maybe\n",
            "row 3, match: 'maybe' is neither yes nor no",
        ),
        (HEADER + "a,b\n", "row 2, match: empty"),
        (HEADER + "a,b,yes,c\n", "row 2, match: followed by more fields"),
        (HEADER + '"a,b,yes\n', "row 2: unexpected end of data"),
        (HEADER, "nothing below the header"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_row_and_field(tmp_path, text, complaint):
    file = tmp_path / "pairs.csv"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(BenchmarkError, match=complaint):
        names.main([str(file)])


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path):
    (tmp_path / "bytes.csv").write_bytes(b"query,stored,match\n\xff\xfe,b,yes\n")

    for name in ("none.csv", "bytes.csv"):
        with pytest.raises(BenchmarkError, match=name):
            names.main([str(tmp_path / name)])


@pytest.mark.django_db
def test_the_program_prints_the_figures_and_writes_them(tmp_path, capsys):
    (tmp_path / "pairs.csv").write_text(
        HEADER + "Бахруз Самедов,Bahruz Samadov,yes\nNobody Atall,Igbal Abilov,yes\n", encoding="utf-8"
    )

    names.main([str(tmp_path / "pairs.csv"), "--among=20", f"--json={tmp_path / 'out.json'}"])

    figures = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    printed = capsys.readouterr().out
    assert {"recall_at_5", "by_script", "near_misses_confident", "ms_per_query"} <= figures.keys()
    assert figures["near_misses_confident"] is None
    assert "FAILED Latn→Latn  Nobody Atall | Igbal Abilov" in printed
    assert "Cyrl→Latn  100.0% of 1" in printed
    assert "among 22 names" in printed


@pytest.mark.slow
def test_make_names_measures_in_a_database_of_its_own(tmp_path):
    file, figures = tmp_path / "some pairs.csv", tmp_path / "the figures.json"
    file.write_text(HEADER + "Бахруз Самедов,Bahruz Samadov,yes\n", encoding="utf-8")

    done = make_names(f"FILE={file}", "AMONG=50", f"JSON={figures}")

    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(figures.read_text(encoding="utf-8"))["names"] == 51
    assert "Within the first five: 100.0% of 1 among 51 names" in done.stdout


def test_make_names_says_what_it_needs():
    asked, refused = make_names(), make_names("FILE=none.csv")

    assert asked.returncode and "FILE=pairs.csv" in asked.stdout
    assert refused.returncode and "none.csv" in refused.stderr


def make_names(*words: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["make", "--silent", "names", *words],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=600,
    )
