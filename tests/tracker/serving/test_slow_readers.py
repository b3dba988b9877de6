"""Readers of files who take nothing, and somebody who comes and wants one."""

import pytest
from psycopg import sql

from cases.public.downloads import pace, places
from cases.public.downloads.download import Copy, Download
from cases.public.downloads.places import MOST_AT_ONCE, NoPlace
from tests.tracker.lines import Line, eventually
from tests.tracker.serving.conftest import ask
from tracker.readers import Reader

LINES = 10_000


@pytest.fixture
def port(transactional_db, settings, tmp_path, monkeypatch, serve):
    """Sends a file of 10 MB, to the reader that is asked for; a minute is over in two seconds."""
    settings.VAR = tmp_path
    for module in (pace, places):
        monkeypatch.setattr(module, "A_MINUTE", 2)

    def file(environment, start_response):
        reader = Reader(environment["QUERY_STRING"].encode().ljust(16), is_shared=False)
        query = f"COPY (SELECT repeat('x', 1000) FROM generate_series(1, {LINES})) TO STDOUT"
        try:
            body = Download(Copy(b"", lambda: sql.SQL(query)), environment["tracker.connection"], reader)
        except NoPlace as refused:
            start_response("503 Later", [("Retry-After", str(refused.seconds))])
            return [b""]
        start_response("200 OK", [])
        return body

    return serve(file, threads=8)


def test_one_of_four_who_take_nothing_gives_way_and_whoever_came_gets_the_whole_file(port, serve):
    slow = [
        Line(port, small=True).send(f"GET /?{n} HTTP/1.1\r\nHost: x\r\n\r\n") for n in range(MOST_AT_ONCE)
    ]
    eventually(lambda: all(line.has_received() for line in slow))

    first = ask(port, "/?partner")
    later = eventually(lambda: (answer := ask(port, "/?partner")).startswith(b"HTTP/1.1 200") and answer)

    assert first.startswith(b"HTTP/1.1 503") and b"Retry-After: " in first
    assert later.count(b"x") >= LINES * 1000 and later.endswith(b"0\r\n\r\n")
    assert len(serve.connections) == MOST_AT_ONCE - 1


def test_who_takes_nothing_stays_while_a_place_is_free(port, serve):
    slow = [
        Line(port, small=True).send(f"GET /?{n} HTTP/1.1\r\nHost: x\r\n\r\n") for n in range(MOST_AT_ONCE - 1)
    ]
    eventually(lambda: all(line.has_received() for line in slow))

    for _ in range(5):
        assert ask(port, "/?partner").endswith(b"0\r\n\r\n")

    assert len(serve.connections) == MOST_AT_ONCE - 1
