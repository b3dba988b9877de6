"""The embedded PostgreSQL by itself: its privacy, what it finds on starting, and sharing between processes."""

import os
import shutil
import stat
import subprocess
import threading
import time
from pathlib import Path

import psycopg
import pytest

from tests.tracker.processes import var_folder
from tracker.embedded_database import DatabaseBusy, EmbeddedDatabase, EmbeddedDatabaseError


def silent(text):
    pass


@pytest.fixture(scope="module")
def cluster():
    """One stopped cluster for the module, with data."""
    with var_folder() as var:
        database = EmbeddedDatabase(var, durable=False)
        with database.owned("a test", silent):
            database._connect("tracker").close()
        yield database


def test_it_listens_on_a_private_socket_and_asks_for_the_password(cluster):
    with cluster.owned("a test", silent):
        with cluster._connect("tracker") as connection:
            addresses, encoding, locale = connection.execute(
                "SELECT current_setting('listen_addresses'), current_setting('server_encoding'), datlocale"
                " FROM pg_database WHERE datname = 'tracker'"
            ).fetchone()
        folder = cluster.socket_folder.lstat()
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(
                host=str(cluster.socket_folder), user="tracker", dbname="tracker", password="guessed"
            )

    assert (addresses, encoding, locale) == ("", "UTF8", "C.UTF-8")
    assert stat.S_IMODE(folder.st_mode) == 0o700
    assert stat.S_IMODE((cluster.folder / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE((cluster.folder / "data").stat().st_mode) == 0o700


def test_a_process_id_left_in_a_file_is_not_believed(cluster):
    bystander = subprocess.Popen(["sleep", "60"])
    try:
        data = cluster.folder / "data"
        (data / "postmaster.pid").write_text(
            f"{bystander.pid}\n{data}\n1700000000\n5432\n/tmp\n\n  0 0\nready\n"
        )

        with cluster.owned("a test", silent):
            assert cluster.alive()

        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


def test_data_of_another_version_is_refused_and_left_alone(cluster):
    version = cluster.folder / "data" / "PG_VERSION"
    true_version = version.read_text()
    version.write_text("11\n")
    try:
        with (
            pytest.raises(EmbeddedDatabaseError, match="written by PostgreSQL 11"),
            cluster.owned("a test", silent),
        ):
            pass
    finally:
        version.write_text(true_version)


def test_a_socket_folder_that_is_not_ours_is_refused(cluster, tmp_path):
    cluster.socket_folder.symlink_to(tmp_path)
    try:
        with (
            pytest.raises(EmbeddedDatabaseError, match="should be a private folder"),
            cluster.owned("a test", silent),
        ):
            pass
    finally:
        cluster.socket_folder.unlink()


def test_the_log_holds_no_statement_and_no_value(cluster):
    with cluster.owned("a test", silent), cluster._connect("tracker") as connection:
        with pytest.raises(psycopg.Error):
            connection.execute("SELECT 'a secret word' FROM nowhere")
        connection.execute("CREATE TEMPORARY TABLE once (word text UNIQUE)")
        connection.execute("INSERT INTO once VALUES ('a secret word')")
        with pytest.raises(psycopg.Error):
            connection.execute("INSERT INTO once VALUES ('a secret word')")

    log = (cluster.folder / "log").read_text()
    assert "duplicate key" in log
    assert "secret" not in log


def test_only_one_process_owns_it(cluster):
    with (
        cluster.owned("the first", silent),
        pytest.raises(DatabaseBusy, match="the first"),
        EmbeddedDatabase(cluster.folder.parent).owned("the second", silent),
    ):
        pass


def test_an_owner_that_is_done_waits_for_those_who_joined(cluster):
    joined, done = threading.Event(), threading.Event()
    answers = []

    def join():
        guest = EmbeddedDatabase(cluster.folder.parent)
        with guest.running("a guest", silent):
            joined.set()
            done.wait(10)
            answers.append(guest._connect("tracker").execute("SELECT 1").fetchone())

    thread = threading.Thread(target=join)
    said = []

    def say(text):
        said.append(text)
        done.set()

    with cluster.running("the owner", say):
        thread.start()
        assert joined.wait(10)
    thread.join(10)

    assert any("waiting" in text for text in said)
    assert answers == [(1,)]
    assert not cluster.socket_folder.exists()


def test_of_several_that_come_at_once_one_starts_it_and_all_are_served_until_the_last_has_left(cluster):
    together, answers = threading.Barrier(4), []

    def come(seconds):
        comer = EmbeddedDatabase(cluster.folder.parent, durable=False)
        with comer.running("a worker", silent):
            together.wait(60)
            time.sleep(seconds)  # whoever owns it may be the first to be done
            answers.append((comer.alive(), comer._connect("tracker").execute("SELECT 1").fetchone()))

    threads = [threading.Thread(target=come, args=(number / 4,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert sorted(answers) == [(False, (1,))] * 3 + [(True, (1,))]
    assert not cluster.socket_folder.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another user")
def test_as_root_from_a_folder_nobody_else_can_enter_the_data_goes_where_it_can_be_reached(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    database, said = EmbeddedDatabase(closed / "var", durable=False), []
    try:
        with database.owned("a test", said.append):
            database._connect("tracker").execute("CREATE TABLE kept AS SELECT 7 AS number")
        with database.owned("a test", said.append):
            assert database._connect("tracker").execute("SELECT number FROM kept").fetchone() == (7,)

        assert "the database is kept in" in "".join(said)
        shutil.copytree(closed, tmp_path / "copied")
        with (
            pytest.raises(EmbeddedDatabaseError, match="is a copy of"),
            EmbeddedDatabase(tmp_path / "copied" / "var").owned("a test", silent),
        ):
            pass
    finally:
        pointer = database.folder / "elsewhere"
        if pointer.exists():
            shutil.rmtree(Path(pointer.read_text().strip()))
