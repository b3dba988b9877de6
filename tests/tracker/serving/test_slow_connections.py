"""Who asks slowly, sends slowly or reads slowly holds no thread, and not for ever."""

import socket
import time
from contextlib import suppress

import pytest

from tests.tracker.lines import Line, eventually
from tests.tracker.serving.conftest import ask, hello

HEADERS = "POST /admin/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n"
SLOW = {
    "headers": (HEADERS, "X-More: 1\r\n"),
    "a body": (f"{HEADERS}\r\n", "x"),
    "a body in chunks": (
        "POST /admin/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        "1\r\nx\r\n",
    ),
    "nothing": ("", ""),
}


PAGE = 8_000_000  # bytes: no page has so many, and no kernel takes them all at once


def page(environment, start_response):
    body = b"x" * PAGE
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


@pytest.mark.parametrize("kind", SLOW)
def test_forty_who_send_slowly_keep_nobody_waiting(serve, kind):
    port = serve(hello)
    begin, more = SLOW[kind]
    slow = [Line(port).send(begin) for _ in range(40)]

    for _ in range(5):
        for line in slow:
            line.send(more)
        assert ask(port).endswith(b"hello")

    assert all(line.is_open() for line in slow)


def test_forty_who_do_not_read_their_page_keep_nobody_waiting(serve, limit):
    port = serve(page)
    limit(BUFFERED_BYTES=50 * PAGE)
    slow = [Line(port, small=True).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(40)]

    assert len(ask(port)) > PAGE

    assert all(line.is_open() for line in slow)


def test_who_asks_for_much_at_once_and_reads_nothing_costs_one_answer(serve):
    answered = []

    def counted(environment, start_response):
        answered.append(environment["PATH_INFO"])
        return page(environment, start_response)

    port = serve(counted)
    line = Line(port, small=True).send("GET /first HTTP/1.1\r\nHost: x\r\n\r\n" * 10)
    assert len(ask(port, "/second")) > PAGE
    assert answered == ["/first", "/second"]

    received = 0
    while received < 10 * PAGE:
        received += len(line.socket.recv(1 << 20))

    assert answered.count("/first") == 10


def test_forty_whose_request_was_answered_may_stay_and_keep_nobody_waiting(serve):
    port = serve(hello)
    idle = [Line(port).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(40)]
    for line in idle:
        eventually(lambda line=line: line.socket.recv(4096, socket.MSG_PEEK).endswith(b"hello"))

    assert ask(port).endswith(b"hello")

    assert all(line.is_open() for line in idle)


def trickle(line: Line, more: str) -> bytes:
    """Send piece after piece until the other side closes; what it said."""
    with suppress(ConnectionError):
        while line.is_open() and not line.has_received():
            line.send(more)
            time.sleep(0.05)
    return line.answer()


@pytest.mark.parametrize(
    ("kind", "bound"),
    [("headers", "HEADER_SECONDS"), ("a body", "BODY_SECONDS"), ("a body in chunks", "BODY_SECONDS")],
)
def test_a_request_that_takes_too_long_is_told_so_however_busily_it_is_sent(serve, limit, kind, bound):
    limit(**{bound: 1})
    port = serve(hello)
    begin, more = SLOW[kind]

    answer = trickle(Line(port).send(begin), more)

    assert answer.startswith(b"HTTP/1.1 408 Request Timeout\r\n")


def test_a_large_body_may_take_as_long_as_it_needs_at_a_fair_rate(serve, limit):
    limit(BODY_SECONDS=1, BODY_RATE=1000)
    received = []

    def application(environment, start_response):
        received.append(environment["wsgi.input"].read())
        return hello(environment, start_response)

    line = Line(serve(application)).send("POST /admin/ HTTP/1.1\r\nHost: x\r\nContent-Length: 40000\r\n\r\n")
    for _ in range(40):
        line.send("x" * 1000)
        time.sleep(0.05)

    assert eventually(lambda: received) == [b"x" * 40_000]


def test_a_connection_that_asks_nothing_is_closed_without_a_word(serve, limit):
    limit(IDLE_SECONDS=1)
    port = serve(hello)
    answered = Line(port).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")

    assert Line(port).answer() == b""
    assert answered.answer().endswith(b"hello")


@pytest.mark.parametrize(("rate", "whole"), [(100_000_000, False), (1000, True)])
def test_an_answer_is_kept_for_who_takes_it_at_a_fair_rate(serve, limit, rate, whole):
    limit(ANSWER_SECONDS=1, ANSWER_RATE=rate)
    line = Line(serve(page), small=True).send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    received = b""

    for _ in range(40):
        received += line.socket.recv(2048)
        time.sleep(0.1)
    received += line.answer()

    assert (len(received) > PAGE) is whole


def test_one_connection_too_many_takes_the_place_of_who_has_waited_longest(serve, limit):
    limit(CONNECTIONS=10)
    port = serve(hello)
    waiting = [Line(port).send("GET / HT") for _ in range(10)]
    time.sleep(0.2)

    assert ask(port).endswith(b"hello")

    assert waiting[0].answer().startswith(b"HTTP/1.1 408")
    assert waiting[-1].send("TP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").answer().endswith(b"hello")


def test_what_is_kept_for_all_together_has_an_end_and_who_keeps_most_is_closed(serve, limit):
    limit(BUFFERED_BYTES=PAGE)
    port = serve(page)
    small = Line(port).send("POST /admin/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nx")
    large = [Line(port, small=True).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(3)]

    eventually(lambda: len(serve.connections) == 2)

    lengths = sorted(len(line.answer(seconds=1)) for line in large)
    assert lengths[0] < PAGE < lengths[-1]
    assert small.is_open()
