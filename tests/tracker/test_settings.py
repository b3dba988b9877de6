"""Settings come from the environment, and what cannot be meant is refused by name."""

import runpy

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.tracker.processes import ROOT, manage, var_folder
from tracker.deployment_checks import says_who_runs_it

SERVER = "postgres://somebody:secret@db.example.org/tracker"
KEY = "x1y2z3" * 10


@pytest.fixture
def read(monkeypatch, tmp_path):
    """Returns a function that reads the settings under the given environment."""

    def read(**variables):
        for name in (
            "DATABASE_URL",
            "PYTEST_VERSION",
            "DEBUG",
            "DEMO",
            "SECRET_KEY",
            "SITE_URL",
            "PORT",
            "ALLOWED_HOSTS",
            "BIND",
            "FACTOR_KEY",
        ):
            monkeypatch.delenv(name, raising=False)
        for name, value in {"TRACKER_VAR": str(tmp_path / "var"), **variables}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "tracker" / "settings.py"))

    return read


def test_with_nothing_set_it_is_safe_and_has_a_database_of_its_own(read, tmp_path):
    settings = read()

    assert settings["DEBUG"] is False
    assert settings["SITE_URL"] == "http://127.0.0.1:8000"
    assert settings["EMBEDDED_DATABASE"] is not None
    assert not (tmp_path / "var" / "postgres" / "data").exists()
    assert settings["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")


def test_the_secret_key_is_made_once_and_kept_private(read, tmp_path):
    first, second = read(), read()

    assert first["SECRET_KEY"] == second["SECRET_KEY"]
    assert len(first["SECRET_KEY"]) >= 50
    assert (tmp_path / "var" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_database_url_names_another_server(read):
    settings = read(DATABASE_URL=SERVER, SECRET_KEY=KEY)

    assert settings["EMBEDDED_DATABASE"] is None
    assert settings["DATABASES"]["default"]["HOST"] == "db.example.org"


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"PORT": "80000"}, "PORT is '80000'; expected a whole number from 1 to 65535"),
        ({"PORT": "http"}, "PORT"),
        ({"DEBUG": "maybe"}, "DEBUG is 'maybe'; expected 1 or 0"),
        ({"SITE_URL": "tracker.example.org"}, "SITE_URL"),
        ({"SITE_URL": "https://example.org/tracker"}, "SITE_URL"),
        ({"SITE_URL": "https://example.org:port"}, "SITE_URL"),
        ({"ALLOWED_HOSTS": "https://example.org"}, "ALLOWED_HOSTS"),
        ({"DATABASE_URL": "sqlite:///here.db", "SECRET_KEY": KEY}, "DATABASE_URL"),
        ({"DATABASE_URL": "nonsense", "SECRET_KEY": KEY}, "DATABASE_URL"),
        ({"DATABASE_URL": SERVER}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY has 5 characters"),
        ({"SESSION_IDLE_MINUTES": "0"}, "SESSION_IDLE_MINUTES"),
        (
            {"TRUSTED_PROXIES": "10.0.0.1,proxy"},
            "TRUSTED_PROXIES has .proxy.; expected addresses or networks",
        ),
        ({"TRUSTED_PROXIES": "10.0.0.1/8"}, "TRUSTED_PROXIES .*host bits set"),
        ({"TRUSTED_PROXIES": "0.0.0.0/0"}, "everybody.s word"),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused_by_name(read, variables, message):
    with pytest.raises(ImproperlyConfigured, match=message):
        read(**variables)


def test_no_refusal_repeats_a_password(read):
    with pytest.raises(ImproperlyConfigured) as refusal:
        read(DATABASE_URL="mysql://somebody:secret@db.example.org/tracker", SECRET_KEY=KEY)

    assert "secret@" not in str(refusal.value)


def test_a_command_prints_the_refusal_as_one_line():
    with var_folder() as var:
        refused = manage(var, "serve", PORT="many")

    assert refused.returncode != 0
    assert refused.stderr.strip() == "Settings: PORT is 'many'; expected a whole number from 1 to 65535."


def test_deployment_checks_are_clean_on_https():
    with var_folder() as var:
        checked = manage(
            var,
            "check",
            "--deploy",
            "--fail-level",
            "WARNING",
            SITE_URL="https://tracker.example.org",
            SECRET_KEY=KEY,
            RUN_BY="Example Tracker e.V.",
            RUN_BY_SEAT="Berlin",
            CONTACT_ADDRESS="desk@tracker.example.org",
        )

    assert checked.returncode == 0, checked.stderr


def test_deployment_checks_ask_who_runs_the_site(settings):
    settings.RUN_BY, settings.RUN_BY_SEAT, settings.CONTACT_ADDRESS = "", "Berlin", ""

    assert [warning.id for warning in says_who_runs_it()] == ["tracker.W001", "tracker.W003"]


@pytest.mark.parametrize(
    "variables",
    [{"SITE_URL": "https://tracker.example.org"}, {"BIND": "0.0.0.0"}, {"BIND": "::"}, {"BIND": "192.0.2.7"}],
    ids=str,
)
def test_a_demonstration_is_for_this_machine_alone(read, variables):
    with pytest.raises(ImproperlyConfigured, match=r"DEMO is on and (SITE_URL|BIND) names .* set DEMO=0"):
        read(DEMO="1", **variables)

    read(DEMO="0", **variables)


@pytest.mark.parametrize(
    "variables", [{}, {"SITE_URL": "http://localhost:8000", "BIND": "::1"}, {"BIND": "127.0.0.2"}], ids=str
)
def test_a_demonstration_runs_on_this_machine(read, variables):
    assert read(DEMO="1", **variables)["DEMO"] is True


def test_the_key_of_second_factors_lies_outside_the_database(read, tmp_path):
    kept = read()["FACTOR_KEY"]

    assert (tmp_path / "var" / "factor_key").stat().st_mode & 0o777 == 0o600
    assert kept == read()["FACTOR_KEY"] != read()["SECRET_KEY"]
    assert read(FACTOR_KEY="given")["FACTOR_KEY"] == "given"
    assert read(DATABASE_URL=SERVER, SECRET_KEY=KEY)["FACTOR_KEY"] == KEY  # what all web processes share
