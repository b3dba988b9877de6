"""Passwords that are easily guessed are refused, whoever's they are; hard ones are not."""

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from cases.management.commands.make_staff_accounts import random_password
from cases.workflow.accounts import passwords

REVIEWER = User(username="reviewer", first_name="Aydan", last_name="Ulduzlu", email="a.ulduzlu@example.org")


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaaaaaaaaa",
        "passwordpassword",
        "reviewerreviewer",
        "Reviewer-reviewer-1",
        "AydanUlduzlu1990",
        "a.ulduzlu@example.org",
        "DetentionTracker2026",
        "detention tracker",
        "qwertyuiopasdfgh",
        "1qaz2wsx3edc4rfv",
        "123456789012345",
        "98765432109876543210",
        "abcdefghijklmnop",
        "P@ssw0rdP@ssw0rd",
        "iloveyouiloveyou",
        "йцукенгшщзхъфыва",
        "парольпароль1234",
        "ParolParolParol1",
        "2024-10-03 2024-10-04",
    ],
)
def test_an_easily_guessed_password_is_refused(password):
    assert len(password) >= 15

    with pytest.raises(ValidationError, match="easily guessed"):
        validate_password(password, REVIEWER)


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "Mən burada gecə işləyirəm",
        "семь зелёных чайников летят",
        "a phrase for showing around",
        "xK4!m9Qz#w2Lp7&v",
    ],
)
def test_a_hard_one_is_not(password):
    validate_password(password, REVIEWER)


def test_those_we_print_are_hard():
    for _ in range(50):
        validate_password(random_password(), REVIEWER)


@pytest.mark.parametrize("password", ["short one", "fourteen chars"])
def test_fifteen_characters_are_the_least(password):
    with pytest.raises(ValidationError, match="15 characters"):
        validate_password(password, REVIEWER)


def test_what_is_too_long_is_refused():
    with pytest.raises(ValidationError, match="At most 256 characters"):
        validate_password("correct horse battery " * 20, REVIEWER)


def test_no_more_of_a_text_is_weighed_than_takes_a_moment(monkeypatch):
    weighed = []
    monkeypatch.setattr(
        passwords, "zxcvbn", lambda text, user_inputs: weighed.append(text) or {"guesses": 10**15}
    )

    validate_password("4$(310!|7+%248@" * 17, REVIEWER)

    assert weighed and all(len(text) <= passwords.WEIGHED for text in weighed)
