"""The running product as processes: what it starts it stops, and what it keeps is there the next time."""

import os
import signal
import socket
import subprocess

import pytest

from tests.tracker.lines import Line, eventually
from tests.tracker.processes import (
    manage,
    parent,
    processes_of,
    reserved_port,
    site,
    var_folder,
    wait_until_gone,
    web_servers,
)
from tracker.embedded_database import EmbeddedDatabase


@pytest.fixture
def var():
    with var_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def running_site():
    """One site for the tests that leave it as it was."""
    with var_folder() as var, site(var) as running:
        yield var, running


def execute(var, statement):
    with EmbeddedDatabase(var)._connect("tracker") as connection:
        return connection.execute(statement)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything_that_was_started(var, number):
    with site(var) as running:
        assert running.get("/healthz") == 200
        assert any("gunicorn" in line for line in processes_of(var))
        assert any("postgres" in line for line in processes_of(var))

        code = running.end(number)

    assert code == 0
    assert processes_of(var) == []
    assert not EmbeddedDatabase(var).socket_folder.exists()


@pytest.mark.slow
def test_a_second_start_keeps_the_data(var):
    with site(var):
        execute(var, "CREATE TABLE kept AS SELECT 7 AS number")

    with site(var):
        assert execute(var, "SELECT number FROM kept").fetchone() == (7,)


def test_nothing_it_did_not_start_is_stopped(var):
    bystander = subprocess.Popen(["sleep", "60"])
    try:
        with site(var) as running:
            running.end(signal.SIGTERM)

        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


def test_forty_slow_connections_do_not_stop_the_site(running_site):
    """Five times as many as there are threads, each of them sending as long as it may."""
    _var, running = running_site
    slow = [Line(running.port).send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n") for _ in range(40)]
    for _ in range(3):
        for line in slow:
            line.send("X-More: 1\r\n")
        assert running.get("/healthz") == 200

    assert all(line.is_open() for line in slow)


def test_a_second_site_in_the_same_folder_is_refused_and_says_who_runs(running_site):
    var, running = running_site
    with reserved_port() as port:
        refused = manage(var, "serve", PORT=str(port))

    assert refused.returncode != 0
    assert f"the web site (process {running.process.pid})" in refused.stderr
    assert running.get("/healthz") == 200


def test_a_port_in_use_is_said_before_anything_is_started(var):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        refused = manage(var, "serve", PORT=str(listener.getsockname()[1]))

    assert refused.returncode != 0
    assert "is in use by another program" in refused.stderr
    assert not (var / "postgres" / "data").exists()


@pytest.mark.slow
def test_a_site_killed_outright_takes_its_children_along_and_starts_again(var):
    with site(var) as running:
        execute(var, "CREATE TABLE kept AS SELECT 7 AS number")
        running.end(signal.SIGKILL)

    assert wait_until_gone(var) == []
    with site(var):
        assert execute(var, "SELECT number FROM kept").fetchone() == (7,)


def postmaster(var) -> int:
    """The first process of the database; 0 while there is none."""
    try:
        return int((EmbeddedDatabase(var)._data() / "postmaster.pid").read_text().split()[0])
    except (FileNotFoundError, IndexError):
        return 0


def kill_database(var, running) -> set[int]:
    """What the site answered until another database ran, and then until it was well."""
    before, answers = postmaster(var), set()
    os.kill(before, signal.SIGKILL)
    eventually(lambda: answers.add(running.get("/healthz")) or postmaster(var) not in (0, before), 60)
    eventually(lambda: answers.add(running.get("/healthz")) or 200 in {running.get("/healthz")}, 60)
    return answers


def test_a_database_that_dies_is_started_again_with_what_was_committed_and_pages_say_later_meanwhile(var):
    with site(var) as running:
        execute(var, "CREATE TABLE kept AS SELECT 7 AS number")

        assert kill_database(var, running) <= {200, 503}
        assert kill_database(var, running) <= {200, 503}

        assert execute(var, "SELECT number FROM kept").fetchone() == (7,)
        code = running.end(signal.SIGTERM)

    assert code == 0
    assert running.output.count("The database ended by itself; starting it again.") == 2
    assert wait_until_gone(var) == []


def test_a_web_server_that_dies_is_started_again_and_leaves_no_worker_behind(var):
    with site(var) as running:
        [keeper] = [process for process in web_servers(var) if parent(process) == running.process.pid]
        os.kill(keeper, signal.SIGKILL)

        eventually(lambda: keeper not in (now := web_servers(var)) and len(now) == 2, 60)
        assert running.get("/healthz") == 200

    assert wait_until_gone(var) == []


CONNECT = "shell", "--no-imports", "-c", "from django.db import connection as c; c.cursor(); print('in')"


def test_a_command_joins_the_running_database_and_leaves_it_running(running_site):
    var, running = running_site
    joined = manage(var, *CONNECT)

    assert joined.stdout.strip().endswith("in"), joined.stderr
    assert running.get("/healthz") == 200


def test_a_command_alone_starts_the_database_and_stops_it(var):
    alone = manage(var, *CONNECT)

    assert alone.stdout.strip().endswith("in"), alone.stderr
    assert processes_of(var) == []


def test_checks_start_no_database(var):
    checked = manage(var, "check")

    assert checked.returncode == 0, checked.stderr
    assert not (var / "postgres" / "data").exists()


def test_an_address_may_hold_letters_as_they_are_typed(running_site):
    """As `curl` sends them, without percent-encoding; the site reads them as UTF-8."""
    _var, running = running_site
    with socket.create_connection(("127.0.0.1", running.port), timeout=10) as line:
        line.sendall(
            "GET /cases.csv?имя=Самедов HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
        )
        answer = b"".join(iter(lambda: line.recv(4096), b"")).decode()

    assert answer.startswith("HTTP/1.1 400")
    assert "имя=Самедов\nThere is no parameter of this name here." in answer
