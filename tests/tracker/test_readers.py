"""Whom a request is counted for, behind whichever proxies; and that no address is kept anywhere."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from ipaddress import ip_network

import pytest
from django.test import RequestFactory

from tracker import readers
from tracker.readers import reader_of
from tracker.shared_memory import forget


def asked(peer: str, *forwarded: str):
    headers = {"HTTP_X_FORWARDED_FOR": ",".join(forwarded)} if forwarded else {}
    return reader_of(RequestFactory().get("/", REMOTE_ADDR=peer, **headers))


@pytest.fixture
def trusted(settings):
    def trust(*networks):
        settings.TRUSTED_PROXIES = tuple(
            each if each == readers.UNIX_SOCKET else ip_network(each) for each in networks
        )

    trust("10.0.0.0/24", "2001:db8:aaaa::/48", "127.0.0.1")
    return trust


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("2001:db8:1:2::1%eth0", "2001:db8:1:2::2", True),
    ],
)
def test_tells_ipv4_by_the_address_and_ipv6_by_the_network_of_a_household(one, other, same):
    assert (asked(one) == asked(other)) is same


@pytest.mark.parametrize("nobody", ["198.51.100.7", "10.0.1.1"])
def test_believes_only_whom_it_was_told_to(trusted, nobody):
    assert asked(nobody, "192.0.2.1") == asked(nobody, "192.0.2.2") == asked(nobody)


@pytest.mark.parametrize(
    ("peer", "forwarded"),
    [
        ("10.0.0.5", ["192.0.2.1"]),
        ("10.0.0.5", [" 192.0.2.1 "]),
        ("10.0.0.5", ["192.0.2.1:4711"]),
        ("10.0.0.5", ['"[::ffff:192.0.2.1]:4711"']),
        ("::ffff:10.0.0.5", ["::ffff:192.0.2.1"]),
        ("127.0.0.1", ["192.0.2.1", "10.0.0.9", "2001:db8:aaaa::7"]),
        ("10.0.0.5", ["203.0.113.9", "nonsense", "192.0.2.1"]),
        ("10.0.0.5", ["127.0.0.1", "192.0.2.1", "10.0.0.6"]),
    ],
)
def test_walks_from_the_right_to_the_first_that_is_no_proxy_of_ours(trusted, peer, forwarded):
    reader = asked(peer, *forwarded)

    assert reader == asked("192.0.2.1")
    assert not reader.is_shared


@pytest.mark.parametrize(
    ("peer", "forwarded"),
    [
        ("10.0.0.5", []),
        ("10.0.0.5", [""]),
        ("10.0.0.5", ["unix:"]),
        ("10.0.0.5", ["192.0.2.1", "unknown"]),
        ("10.0.0.5", ["192.0.2.1", "999.0.0.1"]),
        ("10.0.0.5", ["192.0.2.1", "_hidden"]),
        ("10.0.0.5", ["192.0.2.1", ""]),
        ("10.0.0.5", ["10.0.0.7"]),
        ("127.0.0.1", ["127.0.0.1"]),
        ("127.0.0.1", []),
        ("::1", []),
        ("", []),
        ("unknown", ["192.0.2.1"]),
    ],
)
def test_where_many_stand_behind_one_address_says_so(trusted, peer, forwarded):
    assert asked(peer, *forwarded).is_shared


def test_an_onion_service_or_a_proxy_nobody_named_is_shared_without_any_setting():
    assert asked("127.0.0.1").is_shared
    assert asked("127.0.0.1", "192.0.2.1") == asked("127.0.0.1")


def test_a_unix_socket_is_believed_only_when_named(trusted):
    assert asked("", "192.0.2.1") == asked("")
    trusted("unix")

    assert asked("", "192.0.2.1") == asked("192.0.2.1")
    assert not asked("", "192.0.2.1").is_shared


def test_a_long_header_names_nobody(trusted):
    assert asked("10.0.0.5", *["10.0.0.7"] * 900).is_shared
    assert asked("10.0.0.5", "1" * 8000).is_shared


def test_another_day_another_key_and_no_way_back(monkeypatch, shared_memory):
    class Tomorrow(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2100, 1, 1, tzinfo=UTC)

    today = asked("192.0.2.1")
    key = (shared_memory / "key").read_bytes()
    assert asked("192.0.2.1") == today
    monkeypatch.setattr(readers, "datetime", Tomorrow)

    assert asked("192.0.2.1") != today
    assert key[4:] not in (shared_memory / "key").read_bytes()


def test_processes_agree(shared_memory):
    program = (
        "import django; from django.conf import settings; import sys, pathlib\n"
        "settings.SHARED_MEMORY = pathlib.Path(sys.argv[1])\n"
        "from django.test import RequestFactory; from tracker.readers import reader_of\n"
        "print(reader_of(RequestFactory().get('/', REMOTE_ADDR='192.0.2.1')).key.hex())"
    )
    answers = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(shared_memory)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "tracker.settings", "DEBUG": "1"},
        )
        for _ in range(2)
    ]

    assert {each.communicate(timeout=60)[0].strip() for each in answers} == {asked("192.0.2.1").key.hex()}


def test_no_address_is_kept_or_printed(shared_memory):
    reader = asked("192.0.2.1")

    kept = b"".join(path.read_bytes() for path in shared_memory.iterdir())
    assert b"192.0.2.1" not in kept and bytes([192, 0, 2, 1]) not in kept
    assert repr(reader) == "Reader(is_shared=False)"


@pytest.mark.parametrize("mode", [0o755, 0o777])
def test_a_folder_that_others_may_enter_is_not_used(shared_memory, mode, caplog):
    shared_memory.mkdir()
    shared_memory.chmod(mode)

    assert asked("192.0.2.1") == readers.UNTOLD
    assert not list(shared_memory.iterdir())
    assert "readers cannot be told apart" in caplog.text


def test_a_link_somebody_put_there_is_not_followed(shared_memory, tmp_path):
    shared_memory.symlink_to(tmp_path)

    assert asked("192.0.2.1") == readers.UNTOLD
    assert not list(tmp_path.iterdir())


def test_all_is_forgotten_when_the_site_stops(shared_memory):
    asked("192.0.2.1")

    forget()

    assert not shared_memory.exists()
