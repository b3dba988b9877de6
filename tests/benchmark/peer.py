"""Datasette as the measure of what others do: the same rows, the same facets, on the same machine, in the same run.

Datasette runs in an environment of its own (`requirements-bench.txt`) as one process, over a read-only SQLite file of
the columns of the CSV, lists as JSON arrays, with indexes on what is filtered and sorted and full text on names and
titles. Its time limits are raised until it counts everything, and it is not asked to suggest facets.
"""

import hashlib
import json
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection

from cases.register.fields import CSV_COLUMNS, FACETS, FIELD
from cases.register.published_case import PublishedCase
from tests.benchmark import BenchmarkError
from tests.benchmark.client import Client
from tests.benchmark.questions import Question
from tests.benchmark.timing import Timing
from tests.benchmark.web_server import wait_until_answering

REQUIREMENTS = "requirements-bench.txt"
SECONDS = 150  # for one operation; at a million cases a page takes a good part of a minute
FEWEST, MOST = 3, 12
CSV_SECONDS = 60
_NO_LIMIT = "3600000"  # milliseconds
_SETTINGS = {
    "facet_time_limit_ms": _NO_LIMIT,
    "sql_time_limit_ms": _NO_LIMIT,
    "suggest_facets": "off",
    "default_page_size": "50",
    "default_cache_ttl": "0",
    "max_csv_mb": "0",
}
_NAMES = ("name", "other_names", "title")
_COLUMNS = tuple(
    dict.fromkeys(
        [
            *(name for name in CSV_COLUMNS if FIELD[name].stored),
            *(field.name for field in FACETS.values()),
        ]
    )
)

_SHOWN = [
    ("_col", name)
    for name in _COLUMNS
    if "list" in FIELD[name].where or name in ("start_earliest", "last_checked")
]
"""The columns of our list, so that it need not write the others into its page, and those it sorts by."""


class Peer:
    """Datasette over the published cases of this register."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.file = folder / "cases.db"
        self.port = 0

    # -- making ------------------------------------------------------------------------------------------------------

    def install(self, say: Callable[[str], None]) -> None:
        """Its environment, with exactly the packages of the requirements; raises BenchmarkError without a network."""
        requirements = settings.BASE_DIR / REQUIREMENTS
        digest = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
        stamp = self.folder / "requirements.stamp"
        if stamp.exists() and stamp.read_text() == digest:
            return
        say("    installing Datasette into var/bench/datasette (a minute)")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        _run([sys.executable, "-m", "venv", self.folder / "environment"])
        command = [self.python, "-m", "pip", "install", "--require-hashes", "--disable-pip-version-check"]
        _run([*command, "--no-input", "--progress-bar", "off", "-r", requirements])
        stamp.write_text(digest)

    def export(self, say: Callable[[str], None]) -> None:
        """Write the SQLite file anew."""
        begun = time.monotonic()
        self.file.unlink(missing_ok=True)
        file = sqlite3.connect(self.file, isolation_level=None)
        try:
            file.execute("PRAGMA journal_mode = off")
            file.execute("PRAGMA synchronous = off")
            file.execute(f"CREATE TABLE cases ({', '.join(map(_declared, _COLUMNS))})")
            insert = f"INSERT INTO cases VALUES ({', '.join('?' * len(_COLUMNS))})"
            file.execute("BEGIN")
            file.executemany(insert, _rows())
            file.execute("COMMIT")
            say(f"    rows written to SQLite: {time.monotonic() - begun:.0f} s")
            for name in _indexed():
                file.execute(f"CREATE INDEX cases_{name} ON cases ({name})")
            columns = ", ".join(_NAMES)
            file.execute(
                f"CREATE VIRTUAL TABLE cases_fts USING fts5 ({columns}, content='cases', "
                "tokenize='unicode61 remove_diacritics 2')"
            )
            file.execute(f"INSERT INTO cases_fts (rowid, {columns}) SELECT rowid, {columns} FROM cases")
            file.execute("ANALYZE")
        finally:
            file.close()
        say(f"    SQLite file with its indexes: {time.monotonic() - begun:.0f} s")

    @contextmanager
    def running(self) -> Iterator[None]:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]
        command = [self.python, "-m", "datasette", "serve", "--immutable", self.file]
        command += ["--host", "127.0.0.1", "--port", str(self.port)]
        for name, value in _SETTINGS.items():
            command += ["--setting", name, value]
        process = subprocess.Popen(
            list(map(str, command)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_until_answering(process, self.port, "/-/versions.json")
            yield
        finally:
            process.terminate()
            process.wait(30)

    @property
    def python(self) -> Path:
        """The interpreter of its environment."""
        return self.folder / "environment" / "bin" / "python"

    # -- asking ------------------------------------------------------------------------------------------------------

    def version(self) -> str:
        return json.loads(self._client().get("/-/versions.json").body)["datasette"]["version"]

    def pages(self, questions: Iterable[Question]) -> tuple[Timing, list[Question]]:
        """Ask those questions that it can be asked; answers the times and which these were."""
        timing, asked, client = Timing(), [], self._client()
        expressible = (question for question in questions if self.path(question))
        deadline = time.monotonic() + SECONDS
        for question in islice(expressible, MOST):
            answer = client.get(self.path(question))
            if answer.status != 200:
                raise BenchmarkError(f"Datasette answered {self.path(question)} with {answer.status}.")
            timing.add(answer.seconds, question.path)
            asked.append(question)
            if time.monotonic() > deadline and len(asked) >= FEWEST:
                break
        return timing, asked

    def check_counts(self) -> None:
        """Raise BenchmarkError if it does not count every facet."""
        query = urlencode([*_facets(), ("_size", "1")])
        counted = json.loads(self._client().get(f"/cases/cases.json?{query}").body)["facet_results"]
        missing = {field.name for field in FACETS.values()} - set(counted)
        if missing:
            raise BenchmarkError(f"Datasette did not count {', '.join(sorted(missing))}.")

    def csv(self) -> dict:
        """Rows a second of the whole file, or of as much of it as comes in CSV_SECONDS."""
        path = "/cases/cases.csv?_stream=on&_size=max&_nocol=agencies&_nocol=provisions"
        download = self._client().download(path, b"\r\n", seconds=CSV_SECONDS)
        return {
            "rows_per_s": round((download.marks - 1) / download.seconds),
            "first_byte_ms": round(1000 * download.first_byte, 1),
            "complete": download.complete,
        }

    def path(self, question: Question) -> str:
        """The same question in its words; empty if it has none for it."""
        names = [name for name, _value in question.parameters]
        if len(set(names)) < len(names) or {"page", "held_on"} & set(names):
            # Neither alternatives within a list nor one of several spans of days can be asked for.
            return ""
        sort = dict(question.parameters).get("sort", "-start")
        query = [*_facets(), *_SHOWN, _sorted(sort)]
        query += [_condition(name, value) for name, value in question.parameters if name != "sort"]
        return f"/cases/cases?{urlencode(query)}"

    def _client(self) -> Client:
        return Client(self.port)


def _facets() -> list[tuple[str, str]]:
    return [("_facet_array" if field.is_list else "_facet", field.name) for field in FACETS.values()]


def _condition(name: str, value: str) -> tuple[str, str]:
    if name in FACETS:
        field = FACETS[name]
        value = {"true": "1", "false": "0"}.get(value, value) if field.type == "boolean" else value
        return (f"{field.name}__{'arraycontains' if field.is_list else 'exact'}", value)
    columns = {"from": "start_latest__gte", "to": "start_earliest__lte", "updated_since": "published_at__gte"}
    return (columns.get(name, "_search"), value)


def _sorted(sort: str) -> tuple[str, str]:
    name = {"start": "start_earliest", "published": "published_at", "name": "name", "checked": "last_checked"}
    return ("_sort_desc" if sort.startswith("-") else "_sort", name[sort.removeprefix("-")])


def _declared(name: str) -> str:
    kind = {"integer": "integer", "boolean": "integer", "number": "real"}.get(FIELD[name].type, "text")
    return f"{name} {kind}"


def _indexed() -> list[str]:
    """What is no list and is filtered or sorted by; a list cannot be indexed."""
    plain = [field.name for field in FACETS.values() if not field.is_list]
    return [*plain, "reference", "name", "start_earliest", "start_latest", "published_at", "last_checked"]


def _rows() -> Iterator[tuple]:
    """All rows in the order of the columns, lists as JSON."""
    quote = connection.ops.quote_name
    selected = ", ".join(
        f"array_to_json({quote(name)})::text" if FIELD[name].is_list else _plain(name, quote)
        for name in _COLUMNS
    )
    with connection.cursor() as cursor:
        # Declared within a transaction of its own, so that the rows come in pieces.
        cursor.execute("BEGIN")
        table = quote(PublishedCase._meta.db_table)
        cursor.execute(
            f"DECLARE exported NO SCROLL CURSOR FOR SELECT {selected} FROM {table} ORDER BY row_number"
        )
        while True:
            cursor.execute("FETCH 2000 FROM exported")
            rows = cursor.fetchall()
            if not rows:
                break
            yield from rows
        cursor.execute("COMMIT")


def _plain(name: str, quote: Callable[[str], str]) -> str:
    cast = {"boolean": "::int", "date": "::text", "moment": "::text"}.get(FIELD[name].type, "")
    return f"{quote(name)}{cast}"


def _run(command: list) -> None:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode:
        raise BenchmarkError(f"Datasette cannot be installed: {(done.stdout + done.stderr)[-1500:]}")
