"""A flood of messages: it costs everybody else a minute, closes nothing, and drops nothing that was taken."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from cases.inbox import receiving
from cases.inbox.correction import Correction
from cases.inbox.limits import MOST_AN_HOUR, STRAIGHT_FROM_A_READER
from cases.public.corrections import waiting
from cases.public.views import correction as view
from tests.public.test_correction import FROM_HERE, TEXT, as_role, given_out, send
from tracker.limits import Limit

pytestmark = pytest.mark.django_db

ELSEWHERE = "198.51.100.7"


def token(age=60, nonce="AAAABBBBCCCC"):
    """The token of a form that came back so many seconds ago."""
    return given_out(age, salt="waiting", value=nonce)


def token_of(answer) -> str:
    return re.search(r'name="waited" value="([^"]+)"', answer.content.decode())[1]


@pytest.fixture
def flood():
    """As much as the inbox takes in an hour."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    Correction.objects.bulk_create(
        Correction(wrong=f"Spam {number}", received_at=hour, digest=b"%d" % number, language="en")
        for number in range(MOST_AN_HOUR)
    )


def test_as_much_as_the_desk_can_read_is_taken_as_it_comes():
    for number in range(MOST_AN_HOUR):
        assert send(wrong=f"Mistake {number}").status_code == 302

    assert Correction.objects.waiting().count() == MOST_AN_HOUR
    assert send().status_code == 429


def test_above_that_the_form_comes_back_with_all_that_was_typed_and_asks_for_a_minute(flood, settings):
    settings.CONTACT_ADDRESS = "desk@tracker.example"

    answer = send(record="C-7K3F-9Q2M-T4XW", proposal="April", contact="me@mail.example")

    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert all(typed in page for typed in (TEXT, "C-7K3F-9Q2M-T4XW", "April", "me@mail.example"))
    assert "wait one minute" in page and "<script" not in page
    assert 'href="mailto:desk@tracker.example"' in page
    assert 30 <= waiting.seconds_left(token_of(answer)) <= 60
    assert Correction.objects.count() == MOST_AN_HOUR


def test_who_has_waited_a_minute_is_taken_also_with_another_text(flood):
    answer = send(wrong="Mended while I waited.", waited=token(60))

    assert (answer.status_code, answer.headers["Location"]) == (302, "/corrections/received/")
    (kept,) = Correction.objects.in_second_box()
    assert (kept.wrong, kept.state) == ("Mended while I waited.", "new")
    assert Correction.objects.waiting().count() == MOST_AN_HOUR


def test_who_comes_back_too_early_keeps_the_token_and_is_told_how_long(flood):
    early = token(20)

    answer = send(waited=early)

    assert answer.status_code == 429
    assert 20 <= int(answer.headers["Retry-After"]) <= 40
    assert "more seconds, then press" in answer.content.decode() and TEXT in answer.content.decode()
    assert token_of(answer) == early
    assert not Correction.objects.in_second_box().exists()


@pytest.mark.parametrize(
    "bad",
    [
        "nonsense",
        "a:b:c",
        token(49 * 3600),
        token(60)[:-1] + "~",
        given_out(60),
    ],
    ids=["nonsense", "three parts", "too old", "of another key", "without a text"],
)
def test_a_token_that_is_none_of_ours_or_too_old_gets_a_new_one(flood, bad):
    answer = send(waited=bad)

    assert answer.status_code == 429
    assert 30 <= waiting.seconds_left(token_of(answer)) <= 60
    assert not Correction.objects.in_second_box().exists()


def test_a_token_is_good_once(flood):
    assert send(waited=token(60)).status_code == 302

    answer = send(wrong="Another", waited=token(60))

    assert answer.status_code == 429
    assert token_of(answer) != token(60)
    assert Correction.objects.in_second_box().count() == 1


def test_a_token_is_good_once_for_many_at_the_same_moment():
    given = token(60)
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: waiting.use(given), range(40))) == 1


def test_a_token_is_not_lost_where_the_message_could_not_be_kept(flood, monkeypatch):
    given = token(60)
    monkeypatch.setattr(receiving, "MOST_IN_SECOND_BOX", 0)
    assert send(waited=given).status_code == 503
    monkeypatch.undo()

    assert send(waited=given).status_code == 302


def test_what_is_wrong_with_the_form_is_told_first_and_the_token_stays(flood):
    answer = send(wrong=" ", proposal="kept", waited=token(60))

    assert answer.status_code == 422
    assert token_of(answer) == token(60)


def test_a_full_second_box_drops_nothing_keeps_the_text_and_opens_again_with_the_hour(flood, monkeypatch):
    monkeypatch.setattr(receiving, "MOST_IN_SECOND_BOX", 2)
    for number in range(2):
        given = {"waited": token(60, f"{number}"), "address": ELSEWHERE}
        assert send(wrong=f"Waited {number}", **given).status_code == 302

    answer = send(waited=token(60, "2"), address=ELSEWHERE)

    assert answer.status_code == 503 and 0 < int(answer.headers["Retry-After"]) <= 3600
    assert TEXT in answer.content.decode()
    assert Correction.objects.in_second_box().count() == 2
    Correction.objects.update(received_at=timezone.now() - timedelta(hours=2))
    assert send().status_code == 302


def test_one_reader_uses_up_neither_the_hour_nor_the_second_box(monkeypatch):
    for number in range(STRAIGHT_FROM_A_READER):
        assert send(wrong=f"Spam {number}", address=ELSEWHERE).status_code == 302
    assert send(wrong="More spam", address=ELSEWHERE).status_code == 429
    monkeypatch.setattr(view, "WAITED", Limit("corrections-waited", most=5, seconds=24 * 3600))
    for number in range(5):
        send(wrong=f"Waited {number}", waited=token(60, f"{number}"), address=ELSEWHERE)

    refused = send(wrong="Even more", waited=token(60, "more"), address=ELSEWHERE)

    assert refused.status_code == 503
    assert Correction.objects.in_second_box().count() == 5
    assert send(waited=token(60, "mother"), address="203.0.113.4").status_code == 302


def test_readers_of_an_onion_service_are_never_refused_for_what_another_did(flood, monkeypatch):
    monkeypatch.setattr(view, "WAITED", Limit("corrections-waited", most=5, seconds=24 * 3600))
    for number in range(20):
        assert send(wrong=f"{number}", waited=token(60, f"{number}")).status_code == 302


def test_one_sender_of_an_onion_service_leaves_places_for_readers_with_an_address(flood, monkeypatch):
    monkeypatch.setattr(receiving, "MOST_IN_SECOND_BOX", receiving.KEPT_FOR_OWN_ADDRESSES + 3)
    for number in range(3):
        assert send(wrong=f"{number}", waited=token(60, f"{number}")).status_code == 302

    assert send(wrong="4", waited=token(60, "4")).status_code == 503
    assert send(wrong="5", waited=token(60, "5"), address=ELSEWHERE).status_code == 302


def test_a_role_that_may_see_both_columns_of_the_limits_is_enough(flood):
    as_role("GRANT INSERT, SELECT (received_at, second_box) ON cases_correction TO inbox_test_reader")

    assert send(waited=token(60)).status_code == 302

    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    assert Correction.objects.in_second_box().get().wrong == TEXT


def test_a_role_that_may_not_see_the_second_box_has_none(flood):
    as_role("GRANT INSERT, SELECT (received_at) ON cases_correction TO inbox_test_reader")

    answer = send(waited=token(60))

    assert answer.status_code == 503 and TEXT in answer.content.decode()


def test_where_nothing_is_remembered_it_stays_open(flood, shared_memory):
    shared_memory.write_text("not a folder")

    assert send(waited=token(60), headers=FROM_HERE).status_code == 302
