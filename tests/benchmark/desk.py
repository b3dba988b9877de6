"""The file of a large case at the desk, beside the whole form it took the place of: opened, and one field saved.

The case has 6 charges, 10 events and 14 citations. It is asked for over HTTP as its browser would, signed in, and taken
out again afterwards. A save is timed to the redirection that answers it; the page after it is the file again.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client as InProcessClient
from django.test.utils import CaptureQueriesContext

from cases.admin.accounts.proof import note_proof
from cases.admin.file.forms import FRAGMENT
from cases.models import Case, Source
from tests.admin.file.conftest import filed_case
from tests.admin.forms import PageForm, record_form
from tests.benchmark import BenchmarkError
from tests.benchmark.client import Client
from tests.benchmark.operations import CONTROL
from tests.benchmark.timing import Timing
from tests.benchmark.web_server import WebServer
from tests.factories import UserFactory

WARM_UP = 2
RUNS = 30


@dataclass
class Opened:
    """A page of the desk: its times to the first byte, and how large it is."""

    timing: Timing = field(default_factory=Timing)
    bytes: int = 0

    def as_json(self) -> dict:
        return self.timing.as_json() | {"kb": round(self.bytes / 1000, 1)}


def desk(
    server: WebServer, say: Callable[[str], None], *, seconds: int
) -> tuple[dict[str, Timing], dict[str, dict]]:
    """Times by operation, each of which may take so long, and what is written of each. Raises BenchmarkError."""
    user = UserFactory(username="entry")
    with _large_case() as case:
        record = f"/admin/cases/case/{case.pk}"
        event = case.events.get(kind="arrest")
        line = f"{record}/lines/events/{event.pk}/"
        pages = {"desk_file": f"{record}/change/", "desk_whole": f"{record}/whole/"}
        saves = {"desk_save_line": (line, "events-0-verb"), "desk_save_whole": (pages["desk_whole"], "title")}
        timings, written = {}, {}
        for name, path in pages.items():
            opened = _opened(_signed_in(server, user), path, seconds)
            opened.timing.queries = _queries(user, path)
            timings[name], written[name] = opened.timing, opened.as_json()
            said = written[name]
            say(f"    {name}: {said['median_ms']:,.1f} ms, {said['kb']:,} KB, {said['queries']} queries")
        for name, (path, changed) in saves.items():
            timings[name] = _saved(_signed_in(server, user), path, changed, seconds)
            timings[name].queries = _queries(user, path, changed)
            written[name] = timings[name].as_json()
            say(f"    {name}: {written[name]['median_ms']:,.1f} ms, {written[name]['queries']} queries")
    return timings, written


@contextmanager
def _large_case() -> Iterator[Case]:
    case = filed_case()
    sources = list(Source.objects.filter(citations__case=case).distinct())
    try:
        yield case
    finally:
        Case.objects.filter(pk=case.pk).delete()
        for each in (case.person, *sources):
            each.delete()


def _session(user: User) -> InProcessClient:
    """A browser of somebody who gave a second factor."""
    client = InProcessClient(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    session = client.session
    note_proof(session)
    session.save()
    return client


def _signed_in(server: WebServer, user: User) -> Client:
    client = server.client()
    client.cookies[settings.SESSION_COOKIE_NAME] = _session(user).session.session_key
    return client


def _opened(client: Client, path: str, seconds: int) -> Opened:
    opened, deadline = Opened(), time.monotonic() + seconds
    for number in range(WARM_UP + RUNS):
        answer = client.get(path)
        if answer.status != 200:
            raise BenchmarkError(f"{path} was answered with {answer.status} at the desk.")
        if number >= WARM_UP:
            opened.timing.add(answer.first_byte, path)
        opened.bytes = len(answer.body)
        if opened.timing.samples and time.monotonic() > deadline:
            break
    client.close()
    return opened


def _saved(client: Client, path: str, changed: str, seconds: int) -> Timing:
    """Each save changes a field, in a form that was opened just before."""
    timing, deadline = Timing(), time.monotonic() + seconds
    for number in range(WARM_UP + RUNS):
        form = _filled(record_form(client.get(path, {FRAGMENT: "1"})), changed)
        answer = client.post(path, form.data(button="_save"))
        if answer.status != 302:
            raise BenchmarkError(f"Saving at {path} was answered with {answer.status}.")
        if number >= WARM_UP:
            timing.add(answer.seconds, path)
        if timing.samples and time.monotonic() > deadline:
            break
    client.close()
    return timing


_words = count(1)


def _filled(form: PageForm, changed: str) -> PageForm:
    return form.set(changed, f"words number {next(_words)}")


def _queries(user: User, path: str, changed: str = "") -> int:
    """Of one request within this process: opening, or, where a field is changed, saving."""
    client = _session(user)
    opened = client.get(path, headers={FRAGMENT: "1"} if changed else {})
    form = _filled(record_form(opened), changed).data(button="_save") if changed else {}
    with CaptureQueriesContext(connection) as captured:
        response = client.post(path, form) if changed else client.get(path)
    if response.status_code != (302 if changed else 200):
        raise BenchmarkError(f"{path} was answered with {response.status_code} in this process.")
    return sum(not query["sql"].lstrip().upper().startswith(CONTROL) for query in captured.captured_queries)
