"""The four accounts: their groups, their passwords, and a second run."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db

NAMES = ["admin", "entry", "publisher", "reviewer"]


@pytest.fixture(autouse=True)
def no_demo_password(monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)


def test_four_accounts_are_made_with_random_passwords_shown_once(capsys):
    call_command("make_staff_accounts")

    shown = dict(
        re.findall(r"^ +(\w+) +([a-z0-9]{5}(?:-[a-z0-9]{5}){3})$", capsys.readouterr().out, re.MULTILINE)
    )
    assert sorted(shown) == NAMES
    assert len(set(shown.values())) == 4
    for name, password in shown.items():
        user = get_user_model().objects.get(username=name)
        assert user.check_password(password)
        assert user.is_staff
        assert user.is_superuser == (name == "admin")
        assert [group.name for group in user.groups.all()] == [name]


def test_a_second_run_keeps_what_is_there(capsys, monkeypatch):
    call_command("make_staff_accounts")
    before = dict(get_user_model().objects.values_list("username", "password"))
    capsys.readouterr()
    monkeypatch.setenv("DEMO_PASSWORD", "another phrase altogether")

    call_command("make_staff_accounts")

    assert dict(get_user_model().objects.values_list("username", "password")) == before
    assert "Kept as they are" in capsys.readouterr().out


def test_demo_password_is_used_and_not_repeated(capsys, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "a phrase for showing around")

    call_command("make_staff_accounts")

    assert all(user.check_password("a phrase for showing around") for user in get_user_model().objects.all())
    assert "showing around" not in capsys.readouterr().out


def test_a_weak_demo_password_is_refused_outside_a_demo(settings, monkeypatch):
    settings.DEMO = False
    monkeypatch.setenv("DEMO_PASSWORD", "password")

    with pytest.raises(CommandError, match="15 characters"):
        call_command("make_staff_accounts")

    assert not get_user_model().objects.exists()
