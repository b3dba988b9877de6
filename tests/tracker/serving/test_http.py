"""What the server makes of requests, odd ones too, and what it hands to the application."""

import logging

import pytest

from tests.tracker.lines import Line, eventually
from tests.tracker.serving.conftest import ask, hello


def told(environment, start_response):
    """Says what it was asked."""
    body = " ".join(
        [environment["REQUEST_METHOD"], environment["PATH_INFO"], environment["QUERY_STRING"]]
    ).encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


def test_letters_in_an_address_may_come_as_they_are_typed(serve):
    port = serve(told)

    answer = ask(port, "/cases/Əli?q=Самедов")

    path = "/cases/Əli".encode().decode("latin-1")
    assert answer.endswith(f"GET {path} q=%D0%A1%D0%B0%D0%BC%D0%B5%D0%B4%D0%BE%D0%B2".encode())


@pytest.mark.parametrize(
    ("request_text", "status"),
    [
        ("nonsense\r\n\r\n", 400),
        ("GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (f"GET / HTTP/1.1\r\nHost: {'x' * 40_000}\r\n\r\n", 431),
        ("POST /corrections/ HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n", 413),
        ("POST /admin/ HTTP/1.1\r\nHost: x\r\nContent-Length: 70000000\r\n\r\n", 413),
        (
            f"POST /ru/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{300000:x}\r\n{'x' * 300000}",
            413,
        ),
    ],
)
def test_what_is_no_request_or_too_large_is_told_so_and_nothing_of_the_server(serve, request_text, status):
    line = Line(serve(hello))
    line.send(request_text)

    head, _, body = line.answer().decode().partition("\r\n\r\n")

    assert head.split()[1] == str(status)
    assert "Content-Security-Policy: default-src 'none'" in head
    assert "Cache-Control: no-store" in head
    assert "Server:" not in head and "waitress" not in head + body


def test_a_desk_may_be_sent_more_than_a_reader_may_send(serve):
    def size(environment, start_response):
        body = str(len(environment["wsgi.input"].read())).encode()
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]

    line = Line(serve(size))
    line.send("POST /admin/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3000000\r\n\r\n")
    line.send("x" * 3_000_000)

    assert line.answer().endswith(b"\r\n\r\n3000000")


def test_the_head_of_a_file_of_unknown_length_has_no_body(serve):
    def rows(environment, start_response):
        start_response("200 OK", [("Content-Type", "text/csv")])
        return iter(())

    head, _, body = ask(serve(rows), method="HEAD").partition(b"\r\n\r\n")

    assert head.startswith(b"HTTP/1.1 200 OK")
    assert body == b""


def test_requests_in_a_row_are_answered_in_their_order(serve):
    line = Line(serve(told, threads=4))

    line.send("".join(f"GET /{number} HTTP/1.1\r\nHost: x\r\n\r\n" for number in range(20)))
    line.send("GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")

    answer = line.answer()
    places = [answer.index(f"GET /{number} ".encode()) for number in [*range(20), "last"]]
    assert places == sorted(places)


def test_whose_word_counts_is_left_to_the_application(serve):
    def forwarded(environment, start_response):
        body = environment["HTTP_X_FORWARDED_PROTO"].encode()
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]

    line = Line(serve(forwarded)).send(
        "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n"
    )

    assert line.answer().endswith(b"\r\n\r\nhttps")


def test_an_answer_that_fails_is_logged_without_the_address_and_says_nothing(serve, caplog):
    def fails(environment, start_response):
        raise RuntimeError

    with caplog.at_level(logging.INFO, logger="waitress"):
        answer = ask(serve(fails), "/cases/Samadov")
        eventually(lambda: "while serving" in caplog.text)

    assert b" 500 " in answer and b"RuntimeError" not in answer
    assert "Samadov" not in caplog.text and "127.0.0.1" not in caplog.text


def test_an_answer_can_be_broken_off_from_another_thread_and_is_no_end(serve):
    connections = []

    def endless(environment, start_response):
        connections.append(environment["tracker.connection"])
        connections[0].follow()
        start_response("200 OK", [("Content-Type", "text/csv")])
        return iter(lambda: b"x" * 65_536, b"")

    line = Line(serve(endless), small=True).send("GET / HTTP/1.0\r\nHost: x\r\n\r\n")
    eventually(lambda: connections and connections[0].taken > 0)

    connections[0].break_off()

    with pytest.raises(ConnectionResetError):
        while line.socket.recv(1 << 16):
            pass


def test_a_reader_who_has_left_is_known_to_have(serve):
    connections = []

    def waits(environment, start_response):
        connections.append(environment["tracker.connection"])
        eventually(lambda: connections[0].is_gone)
        connections.append("gone")
        return hello(environment, start_response)

    line = Line(serve(waits)).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    eventually(lambda: connections)
    assert not connections[0].is_gone

    line.socket.close()

    eventually(lambda: "gone" in connections)
