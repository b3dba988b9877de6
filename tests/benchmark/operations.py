"""Every operation that is measured: how often, what is asked, and what counts as its time.

Pages are asked over one kept connection, without any validator a cache could answer, each time another address as far
as there are others. The first few of each operation are not counted: the start of a process is an operation of its
own, `cold_start`. No operation takes longer than its time, however slow it is.
"""

import copy
import statistics
import time
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection
from django.test import Client as InProcessClient
from django.test.utils import CaptureQueriesContext
from psycopg import sql

from cases.public.downloads.csv import supplied
from cases.register.copy_output import copy_out
from cases.register.csv_lines import select_columns
from cases.register.published_cells import PublishedCells
from cases.register.register import put, withdraw
from tests.benchmark import BenchmarkError, hiding
from tests.benchmark.generated.cases import GeneratedCases
from tests.benchmark.questions import Question, Questions
from tests.benchmark.timing import Timing
from tests.benchmark.web_server import WebServer

WARM_UP = 5
FEWEST_FACETS = 10
CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET ")
"""How statements begin that are no questions."""


class Operations:
    """`seconds` is how long each operation may take, apart from what cannot be cut short."""

    def __init__(
        self, server: WebServer, cases: int, generated: GeneratedCases, questions: Questions, *, seconds: int
    ):
        self.server = server
        self.seconds = seconds
        self.cases = cases
        self.generated = generated
        self.questions = questions

    # -- pages -------------------------------------------------------------------------------------------------------

    def list_facets(self) -> Timing:
        facets = self.server.client().get("/cases/").body.count(b'<fieldset class="facet')
        if facets < FEWEST_FACETS:
            raise BenchmarkError(
                f"The list shows {facets} facets; at least {FEWEST_FACETS} should be counted."
            )
        return self._pages(self._paths(self.questions.list_facets()), 150)

    def filtered_list(self) -> Timing:
        return self._pages(self._paths(self.questions.filtered_list()), 400)

    def name_search(self) -> Timing:
        return self._pages(self._paths(self.questions.name_search()), 200)

    def text_search(self) -> Timing:
        return self._pages(self._paths(self.questions.text_search()), 150)

    def case_page(self) -> Timing:
        return self._pages(self.questions.case_pages(), 200)

    def deep_page(self) -> Timing:
        return self._pages(self._paths(self.questions.deep_pages()), 48)

    def cold_start(self, restarts: int = 3) -> tuple[Timing, Timing]:
        """The first list page after a restart, and the starts themselves. The server runs on afterwards."""
        first_pages, starts = Timing(), Timing()
        deadline = time.monotonic() + self.seconds
        for _ in range(restarts):
            self.server.stop()
            starts.add(self.server.start(), "until it is well")
            answer = self.server.client().get("/cases/")
            if answer.status != 200:
                raise BenchmarkError(f"The first page after a start was answered with {answer.status}.")
            first_pages.add(answer.seconds, "/cases/")
            if time.monotonic() > deadline:
                break
        return first_pages, starts

    def _pages(self, paths: Iterator[str], most: int) -> Timing:
        timing, client = Timing(), self.server.client()
        client.connect()
        counted = list(islice(paths, WARM_UP))
        for path in counted:
            client.get(path)
        deadline = time.monotonic() + self.seconds
        for path in islice(paths, most):
            answer = client.get(path)
            timing.add(answer.seconds, path)
            if answer.status != 200:
                timing.failures.append(path)
            if time.monotonic() > deadline and len(timing.samples) >= 3:
                break
        client.close()
        counted += [path for _taken, path in timing.slowest() if path not in timing.failures]
        timing.queries = max(map(count_queries, counted))
        return timing

    @staticmethod
    def _paths(questions: Iterable[Question]) -> Iterator[str]:
        return (question.path for question in questions)

    # -- writing -----------------------------------------------------------------------------------------------------

    def publish_one(self, runs: int = 100) -> Timing:
        """New cases and corrections in turn, one transaction each, while the server runs; undone afterwards."""
        timing, done = Timing(), []
        deadline = time.monotonic() + self.seconds
        for number, corrected in self._corrections(runs):
            new = self.generated.case(self.cases + number)
            for document, asked in ((new, "new case"), (corrected, "correction")):
                begun = time.perf_counter()
                put(document)
                timing.add(time.perf_counter() - begun, asked)
            done.append((number, new["reference"]))
            if time.monotonic() > deadline:
                break
        for number, reference in done:
            withdraw(reference, announced=False)
            put(self.generated.case(number * self._apart(runs)))
        return timing

    def list_after_publish(self, runs: int = 20) -> Timing:
        """The list page that is asked right after a correction, which it must show."""
        timing, client = Timing(), self.server.client()
        client.get("/cases/")
        for number, corrected in self._corrections(runs):
            put(corrected)
            timing.add(client.get("/cases/").seconds, "/cases/")
            put(self.generated.case(number * self._apart(runs)))
        client.close()
        return timing

    def hide_person(self, runs: int = 20) -> Timing:
        """Somebody's case is taken out and their name masked in the texts of others, while the server runs."""
        return hiding.hide_person(self.generated, self.cases, runs=runs, seconds=self.seconds)

    def _corrections(self, runs: int) -> Iterator[tuple[int, dict]]:
        """Cases all over the register, each with another title and another custody status."""
        for number in range(runs):
            document = copy.copy(self.generated.case(number * self._apart(runs)))
            document["title"] += ", corrected"
            document["custody"] = document["custody"] | {"status": "released_conditionally"}
            yield number, document

    def _apart(self, runs: int) -> int:
        return max(1, self.cases // runs)

    # -- the file ----------------------------------------------------------------------------------------------------

    def csv(self, runs: int = 2) -> dict:
        """`/cases.csv` over HTTP and raw `COPY` of the same columns to a client that throws them away, in turns.

        Rates are of all rows in the median time. The growth is that of the worker over what it held before.
        """
        copies, downloads, growths = [], [], []
        for _ in range(runs):
            copies.append(raw_copy())
            with self.server.watched_memory() as sizes:
                downloads.append(self._download("/cases.csv", self.cases))
            growths.append(sizes[1] - sizes[0])
        filtered = self._download("/cases.csv?sort=name&gender=female")
        rows_per_s = self.cases / statistics.median(each.seconds for each in downloads)
        copy_rows_per_s = self.cases / statistics.median(copies)
        return {
            "rows_per_s": round(rows_per_s),
            "copy_rows_per_s": round(copy_rows_per_s),
            "ratio": round(rows_per_s / copy_rows_per_s, 3),
            "first_byte_ms": round(1000 * max(each.first_byte for each in downloads), 1),
            "memory_growth_mb": round(max(growths) / 2**20, 1),
            "mb": round(downloads[0].size / 2**20, 1),
            "filtered": {
                "rows": filtered.marks,
                "rows_per_s": round(filtered.marks / filtered.seconds),
                "first_byte_ms": round(1000 * filtered.first_byte, 1),
            },
        }

    def _download(self, path: str, rows: int | None = None):
        # Each line holds the address of its case once.
        download = self.server.client().download(path, b"/cases/C-")
        if rows not in (None, download.marks):
            raise BenchmarkError(f"{path} holds {download.marks:,} rows; expected {rows:,}.")
        return download


def raw_copy() -> float:
    """Seconds PostgreSQL and the quickest client we have need for a COPY of the columns of the file, as they lie."""
    table = sql.Identifier(PublishedCells._meta.db_table)
    statement = sql.SQL("COPY ({}{}) TO STDOUT (FORMAT csv, HEADER)").format(
        select_columns(supplied()), table
    )
    connection.ensure_connection()
    begun = time.perf_counter()
    for _ in copy_out(statement, seconds=600):
        pass
    return time.perf_counter() - begun


def count_queries(path: str) -> int:
    """SQL queries of one request, asked within this process; starting and ending a transaction are none.

    Whatever a worker reads once and keeps is read before.
    """
    client = InProcessClient(SERVER_NAME="127.0.0.1")
    client.get("/cases/")
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
        if response.status_code != 200:
            raise BenchmarkError(f"{path} was answered with {response.status_code} in this process.")
    return sum(not query["sql"].lstrip().upper().startswith(CONTROL) for query in captured.captured_queries)
