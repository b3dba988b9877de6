"""The list, its file, the charts and the map count the same cases, whatever two or more parameters choose them."""

import csv
import io
import random

import pytest
from django.http import QueryDict
from django.utils import timezone

from cases.public.query import facets
from cases.public.query.filters import CaseFilterSet, find
from cases.public.query.parameters import PARAMETERS
from cases.public.query.query import Query
from cases.public.query.ranges import RANGE_OF_HAPPENING, RANGES
from cases.register.register import put_many
from cases.register.snapshot import take_snapshot
from tests.benchmark.generated.cases import GeneratedCases
from tests.public.files import csv_file

pytestmark = pytest.mark.django_db

CASES = 400
COMBINATIONS = 40
NEW = (
    "role_family",
    "held_length",
    "event",
    "sentence_kind",
    *(end for asked in RANGES for end in asked.ends if end not in ("from", "to")),
)
"""Each of these stands in three combinations or more."""
DAYS = ("2015-01-01", "2019-06-15", "2022-01-01", "2024-06-30")
NUMBERS = ("3", "40", "300")


def value_of(chance: random.Random, name: str, counts: dict[str, dict[str, int]]) -> str:
    if name in counts:
        return chance.choice([*counts[name]][:6])
    if name == "perhaps":
        return chance.choice([*RANGE_OF_HAPPENING])
    return chance.choice(NUMBERS if name.startswith(("days_held", "sentence")) else DAYS)


@pytest.fixture
def combinations() -> list[str]:
    """Queries of two to four parameters, each of which finds something."""
    made = GeneratedCases(seed=1)
    put_many([made.case(number) for number in range(CASES)])
    chance, combinations = random.Random(16), []
    with take_snapshot() as snapshot:
        everything = find(Query(()), snapshot)
        counts = {name: counted for name, counted in facets.count(everything).facets.items() if counted}
        # The campaigns of generated cases are not published themselves.
        names = [*(counts.keys() - {"campaign"}), *NEW, "from", "to", "held_on", "updated_since"]
        names.sort()
        wanted = [*NEW] * 3
        while len(combinations) < COMBINATIONS or wanted:
            asked = {wanted[-1]} if wanted else set()
            asked |= {*chance.sample(names, chance.choice((1, 1, 2, 3)) + (not wanted))}
            if len(asked) < 2:
                continue
            values = {name: value_of(chance, name, counts) for name in sorted(asked)}
            if "perhaps" in values:
                values.setdefault(f"{values['perhaps']}_from", chance.choice(DAYS))
            text = "&".join(f"{name}={values[name]}" for name in sorted(values))
            if everything_found(text, everything):
                combinations.append(text)
                wanted = wanted[:-1]
    return combinations


def everything_found(text: str, everything: CaseFilterSet) -> int:
    query = Query.read(QueryDict(text))
    filters = CaseFilterSet(query.as_data(), everything.cases, today=timezone.localdate())
    values = filters._values if not filters.form.errors else {}
    if any(
        values[first] and values[last] and values[first] > values[last]
        for first, last in (r.ends for r in RANGES)
    ):
        return 0
    return len(filters.rows)


@pytest.mark.slow
def test_list_file_charts_and_map_agree(client, combinations):
    assert len(combinations) >= COMBINATIONS
    assert all(sum(f"{name}=" in f"&{text}" for text in combinations) >= 3 for name in NEW)

    for text in combinations:
        page = client.get(f"/cases/?{text}")
        assert page.status_code == 200, text
        listed = page.context["people"].cases
        rows = list(csv.DictReader(io.StringIO(csv_file(f"?{text}"), newline="")))
        charts = client.get(f"/statistics/?{text}")
        drawn = client.get(f"/map/?{text}")

        assert listed > 0
        assert {
            "file": len(rows),
            "charts": charts.context["cases"],
            "map": drawn.context["people"].cases,
            "years": max(listed, sum(year["count"] for year in page.context["years"] if year["chosen"])),
        } == dict.fromkeys(("file", "charts", "map", "years"), listed), text
        for chart in charts.context["charts"]:
            bars = [bar for part in chart["parts"] for bar in part["bars"] if bar["query"] and bar["count"]]
            # The bars of this one are days; the number of the cases they lead to stands in their labels.
            for bar in bars[:1] if chart["name"] != "time_held" else ():
                answer = client.get(f"/cases/{bar['query']}")
                assert answer.status_code == 200, (text, chart["name"], bar["query"])
                found = answer.context["people"].cases
                # A case with two detentions of one length is one case of the list.
                at_most = chart["name"] == "lengths" and 0 < found <= bar["count"]
                assert at_most or found == bar["count"], (text, chart["name"], bar["query"])


def test_every_parameter_that_counts_is_of_a_shape_the_combinations_know():
    assert {name for name in NEW if name not in PARAMETERS} == set()
