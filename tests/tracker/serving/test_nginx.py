"""The site behind nginx from Debian, configured as docs/nginx.conf says. Skipped where there is no nginx; CI has it."""

import os
import re
import shutil
import socket
import subprocess
import time

import pytest
from django.conf import settings

from tests.tracker.lines import Line, eventually
from tests.tracker.serving.conftest import ask, hello

PROGRAM = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
REASON = "nginx is not installed: apt-get install nginx"

MAIN = """
daemon off;
master_process off;
pid {folder}/pid;
error_log stderr;
events {{ worker_connections 768; }}
http {{
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/answers;
    fastcgi_temp_path {folder}/unused;
    uwsgi_temp_path {folder}/unused;
    scgi_temp_path {folder}/unused;
    include {folder}/site.conf;
}}
"""
"""What a configuration of nginx has around a site's, with all that it writes in one folder, and one process."""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def for_this_machine(text: str, port: int, site: int) -> str:
    """The documented configuration without its certificate, on one port of this machine before that of a site."""
    first, second = re.split(r"^(?=server \{)", text, flags=re.MULTILINE)[1:]
    second = re.sub(r"^ +(listen|ssl_\w+) .*\n", "", second, flags=re.MULTILINE)
    upstream = text.partition("server {")[0].replace("127.0.0.1:8000", f"127.0.0.1:{site}")
    assert "return 308" in first
    return upstream + second.replace("server {", f"server {{\n    listen 127.0.0.1:{port};", 1)


@pytest.fixture
def nginx(tmp_path):
    """`nginx(port)`: where it answers for the site on that port."""
    if PROGRAM is None:
        assert os.environ.get("CI") != "true", REASON
        pytest.skip(REASON)
    processes = []

    def start(site: int) -> int:
        port = free_port()
        documented = (settings.BASE_DIR / "docs" / "nginx.conf").read_text()
        (tmp_path / "site.conf").write_text(for_this_machine(documented, port, site))
        (tmp_path / "main.conf").write_text(MAIN.format(folder=tmp_path))
        with (tmp_path / "messages").open("wb") as messages:
            processes.append(
                subprocess.Popen(
                    [PROGRAM, "-e", "stderr", "-c", tmp_path / "main.conf"], stderr=messages, stdout=messages
                )
            )

        def answers() -> bool:
            assert processes[-1].poll() is None, (tmp_path / "messages").read_text()
            with socket.socket() as line:
                return line.connect_ex(("127.0.0.1", port)) == 0

        eventually(answers)
        return port

    yield start
    for process in processes:
        process.terminate()
        process.wait()


def test_forty_slow_connections_of_each_kind_keep_nobody_waiting(serve, nginx):
    port = nginx(serve(hello))
    begin = "POST /admin/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n"
    slow = [Line(port).send(text) for text in (begin, f"{begin}\r\n", "") for _ in range(40)]

    for _ in range(3):
        for line in slow[:80]:
            line.send("X-More: 1\r\n")
        assert b"hello" in ask(port)

    assert all(line.is_open() for line in slow)


def test_the_site_is_told_whose_request_it_is_and_not_what_the_reader_says(serve, nginx):
    def forwarded(environment, start_response):
        body = f"{environment['HTTP_X_FORWARDED_FOR']} {environment['HTTP_X_FORWARDED_PROTO']}".encode()
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]

    port = nginx(serve(forwarded))

    answer = (
        Line(port)
        .send("GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.9\r\nConnection: close\r\n\r\n")
        .answer()
    )

    assert answer.endswith(b"\r\n\r\n127.0.0.1 http")


def test_files_are_compressed_and_pages_of_the_desk_never(serve, nginx):
    """Compression betrays what stands beside a secret (BREACH)."""

    def same(environment, start_response):
        kind = "text/csv" if environment["PATH_INFO"].endswith(".csv") else "text/html; charset=utf-8"
        start_response("200 OK", [("Content-Type", kind)])
        return [b"x" * 5000]

    port = nginx(serve(same))

    def headers(path):
        asked = f"GET {path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
        return Line(port).send(asked).answer().partition(b"\r\n\r\n")[0]

    assert b"Content-Encoding: gzip" in headers("/cases.csv")
    assert not any(b"Content-Encoding" in headers(path) for path in ("/admin/", "/admin", "/admin/login/"))


def test_a_file_that_is_broken_off_is_broken_off_for_the_reader_too(serve, nginx):
    connections = []

    def endless(environment, start_response):
        connections.append(environment["tracker.connection"])
        connections[0].follow()
        start_response("200 OK", [("Content-Type", "text/plain")])
        return iter(lambda: b"x" * 65_536, b"")

    line = Line(nginx(serve(endless)), small=True).send(
        "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )
    eventually(lambda: line.has_received() and connections)

    connections[0].break_off()

    assert not line.answer().endswith(b"0\r\n\r\n")


def test_a_reader_who_stops_reading_a_file_stops_the_site_and_fills_no_disk(serve, nginx):
    given = []

    def endless(environment, start_response):
        environment["tracker.connection"].follow()
        start_response("200 OK", [("Content-Type", "text/plain")])

        def pieces():
            while True:
                given.append(65_536)
                yield b"x" * 65_536

        return pieces()

    line = Line(nginx(serve(endless)), small=True).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")

    def has_stopped() -> bool:
        before = len(given)
        time.sleep(1)
        return 0 < before == len(given)

    eventually(has_stopped)
    assert line.is_open()
    assert sum(given) < 64 * 1024 * 1024
