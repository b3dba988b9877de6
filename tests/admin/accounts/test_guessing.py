"""Guessing is slowed down, costs nothing once over the limit, and locks nobody out for good."""

import threading
import time

import pytest
from django.contrib.auth import hashers
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.models import AccountEvent
from cases.workflow.accounts import factors, guessing, hashing
from tests.admin.forms import forms_of
from tests.authenticator import App
from tests.factories import PASSWORD, CaseFactory, UserFactory

pytestmark = pytest.mark.django_db

LOGIN, ASKED = "/admin/login/", "/admin/second-factor/"
WRONG = "not the password at all"


@pytest.fixture
def entry(db):
    return UserFactory(username="entry")


@pytest.fixture
def hashed(monkeypatch):
    """How often a password was hashed, for whatever account."""
    seen = []
    hasher = hashers.get_hasher()
    for name in ("verify", "encode"):
        made = getattr(type(hasher), name)

        def counted(self, *given, made=made):
            seen.append(1)
            return made(self, *given)

        monkeypatch.setattr(type(hasher), name, counted)
    return seen


def try_to_log_in(name="entry", password=WRONG, address="203.0.113.5", **more):
    client = Client(REMOTE_ADDR=address)
    return client, client.post(LOGIN, {"username": name, "password": password, **more})


def guess(times, name="entry"):
    """From another address each time, as a network of machines would."""
    return [try_to_log_in(name, address=f"198.51.100.{number}")[1] for number in range(times)]


@pytest.mark.parametrize("name", ["entry", "nobody"])
def test_the_eleventh_wrong_password_for_an_account_is_put_off_and_hashes_nothing(entry, hashed, name):
    before = guess(10, name)
    count = len(hashed)
    after = guess(5, name)

    assert {answer.status_code for answer in before} == {200}
    assert {answer.status_code for answer in after} == {429}
    assert all(0 < int(answer.headers["Retry-After"]) <= 90 for answer in after)
    assert count >= 10 and len(hashed) == count
    assert (
        "Too many were wrong, so nothing was looked at. Try again in 2 minutes." in after[0].content.decode()
    )


def test_the_right_password_is_put_off_too_and_gets_in_after_waiting(entry, monkeypatch):
    guess(11)
    assert try_to_log_in(password=PASSWORD)[1].status_code == 429

    now = time.time()
    monkeypatch.setattr("tracker.limits.time.time", lambda: now + 91)

    assert try_to_log_in(password=PASSWORD)[1].status_code == 302


def test_a_recovery_code_gets_in_without_waiting_and_is_used_up(entry):
    App(entry)
    code = factors.new_recovery_codes(entry)[0]
    guess(11)
    page = try_to_log_in(password=PASSWORD)[1]
    form = next(form for form in forms_of(page) if "recovery_code" in form.offered)
    assert form.offered and "recovery_code" in page.content.decode()

    wrong, refused = try_to_log_in(password=WRONG, recovery_code=code)
    client, answer = try_to_log_in(password=PASSWORD, recovery_code=code)
    again = try_to_log_in(password=PASSWORD, recovery_code=code)[1]

    assert refused.status_code == 200 and wrong.get("/admin/words/").status_code == 302
    assert answer.status_code == 302 and client.get("/admin/words/").status_code == 200
    assert again.status_code == 429


def test_a_recovery_code_that_is_none_gets_nobody_in(entry):
    factors.new_recovery_codes(entry)
    guess(11)

    assert try_to_log_in(password=PASSWORD, recovery_code="000000000000")[1].status_code == 429


def test_codes_of_the_app_are_not_guessed_where_a_recovery_code_is_asked_for(entry):
    """Each try would cost a password that is right, and be counted nowhere."""
    app = App(entry)

    client, answer = try_to_log_in(password=PASSWORD, recovery_code=app.code())

    assert answer.headers["Location"].startswith(ASKED)
    assert client.get("/admin/words/").status_code == 302
    assert client.post(ASKED, {"code": app.code()}).status_code == 302


def test_who_has_a_recovery_code_guesses_no_passwords_with_it(entry):
    code = factors.new_recovery_codes(entry)[0]

    statuses = [try_to_log_in(password=WRONG, recovery_code=code)[1].status_code for _ in range(11)]

    assert statuses == [200] * 10 + [429]


def test_a_neighbour_who_guesses_passwords_shuts_out_neither_recovery_codes_nor_passkeys(entry):
    App(entry)
    code = factors.new_recovery_codes(entry)[0]
    for number in range(31):
        shut_out = try_to_log_in(f"name{number}")[1]

    client, answer = try_to_log_in(password=PASSWORD, recovery_code=code)

    assert shut_out.status_code == 429
    assert answer.status_code == 302 and client.get("/admin/words/").status_code == 200
    assert Client(REMOTE_ADDR="203.0.113.5").post("/admin/passkeys/options/").status_code == 200


def test_who_asks_for_passkeys_all_the_time_is_put_off():
    client = Client(REMOTE_ADDR="203.0.113.5")

    statuses = [client.post("/admin/passkeys/options/").status_code for _ in range(121)]

    assert statuses == [200] * 120 + [429]


def test_logging_in_takes_back_what_was_counted(entry):
    for _ in range(12):
        assert try_to_log_in(password=PASSWORD)[1].status_code == 302


def test_one_reader_is_put_off_whatever_names_they_try(entry):
    answers = [try_to_log_in(f"name{number}")[1].status_code for number in range(31)]

    assert answers == [200] * 30 + [429]
    assert try_to_log_in(password=PASSWORD, address="203.0.113.6")[1].status_code == 302


def test_many_who_share_an_address_are_not_shut_out(entry, monkeypatch):
    monkeypatch.setattr("tracker.limits.time.sleep", lambda seconds: None)

    for number in range(32):
        answer = try_to_log_in(f"name{number}", address="127.0.0.1")[1]

    assert answer.status_code == 200


def test_who_cannot_be_counted_does_not_get_in(entry, settings, tmp_path, hashed):
    settings.SHARED_MEMORY = tmp_path / "a file"
    settings.SHARED_MEMORY.write_text("")

    answer = try_to_log_in(password=PASSWORD, address="127.0.0.1")[1]

    assert answer.status_code == 429
    assert hashed == []


def test_codes_are_put_off_and_a_recovery_code_is_not(entry):
    App(entry)
    code = factors.new_recovery_codes(entry)[0]
    client, _ = try_to_log_in(password=PASSWORD)

    answers = [client.post(ASKED, {"code": f"00000{number}"}) for number in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert client.post(ASKED, {"code": code}).status_code == 302


def test_a_fresh_login_is_put_off_as_well(browser):
    client = browser("publisher")
    address = f"/admin/cases/case/{CaseFactory(submitted=True).pk}/publish/"

    statuses = [client.post(address, {"proof-password": WRONG}).status_code for _ in range(11)]

    assert statuses == [403] * 10 + [429]


def test_strangers_who_guess_keep_nobody_from_proving_it_afresh(browser):
    """They reach the counts of logins, and not those of a session."""
    client, publisher = browser("publisher"), User.objects.get(username="publisher")
    app = App(publisher)
    address = f"/admin/cases/case/{CaseFactory(submitted=True).pk}/publish/"
    knows_the_password, _ = try_to_log_in("publisher", PASSWORD)
    guess(11, "publisher")
    codes = [knows_the_password.post(ASKED, {"code": f"00000{number}"}).status_code for number in range(6)]

    answer = client.post(address, {"proof-password": PASSWORD, "proof-code": app.code()})

    assert codes[-1] == 429
    assert answer.status_code not in (403, 429)


def test_a_proof_that_had_no_turn_is_not_counted(browser, settings):
    settings.PASSWORD_HASHERS = ["cases.workflow.accounts.hashing.QueuedArgon2PasswordHasher"]
    client, publisher = browser("publisher"), User.objects.get(username="publisher")
    publisher.set_password(PASSWORD)
    publisher.save()
    client.force_login(publisher)
    address = f"/admin/cases/case/{CaseFactory(submitted=True).pk}/publish/"
    taken = [hashing._waiting.acquire(blocking=False) for _ in range(hashing.WAITING)]
    try:
        statuses = {client.post(address, {"proof-password": PASSWORD}).status_code for _ in range(12)}
    finally:
        for _ in taken:
            hashing._waiting.release()

    assert statuses == {503}


def test_what_is_not_logged_takes_as_long_as_what_is(entry):
    """Else the time of an answer would tell whether there is such an account."""
    for number in range(60):
        guessing.note_refusal(f"name {number}")

    with CaptureQueriesContext(connection) as known:
        guessing.note_refusal("entry")
    with CaptureQueriesContext(connection) as unknown:
        guessing.note_refusal("another name")

    writes = ["INSERT INTO" in known[-1]["sql"], "pg_logical_emit_message(true" in unknown[-1]["sql"]]
    assert (len(known), writes) == (len(unknown), [True, True])


def test_guessing_is_logged_without_filling_the_log_and_without_names_typed(entry):
    guess(20)
    for number in range(70):
        guessing.note_refusal(f"my password {number}")

    logged = list(AccountEvent.objects.values_list("what", "account__username", "details"))
    assert logged.count(("refused", "entry", "")) == 10
    assert logged.count(("limited", "entry", "")) == 1
    assert logged.count(("refused", None, "")) == 60


def test_names_with_odd_letters_are_answered(entry):
    for name in ["a\0b", "‮", "x" * 5000, "ſ"]:
        assert try_to_log_in(name)[1].status_code == 200


def test_hashes_take_turns_and_who_would_wait_too_long_is_told(monkeypatch):
    monkeypatch.setattr(hashing, "LONGEST_WAIT", 0.1)
    inside, finished = threading.Barrier(2), threading.Event()

    def hold():
        with hashing.place():
            inside.wait()
            finished.wait()

    monkeypatch.setattr(hashing, "PLACES", 1)
    holder = threading.Thread(target=hold)
    holder.start()
    inside.wait()
    try:
        with pytest.raises(hashing.TooBusy), hashing.place():
            pass
    finally:
        finished.set()
        holder.join()
    with hashing.place():
        pass


def test_no_more_than_two_of_a_process_wait(monkeypatch):
    places = [hashing._waiting.acquire(blocking=False) for _ in range(hashing.WAITING)]
    try:
        with pytest.raises(hashing.TooBusy), hashing.place():
            pass
    finally:
        for _ in places:
            hashing._waiting.release()


def test_login_says_so_where_others_log_in_and_counts_nothing(entry, settings):
    settings.PASSWORD_HASHERS = ["cases.workflow.accounts.hashing.QueuedArgon2PasswordHasher"]
    entry.set_password(PASSWORD)
    entry.save()
    taken = [hashing._waiting.acquire(blocking=False) for _ in range(hashing.WAITING)]
    try:
        answers = [try_to_log_in(password=PASSWORD)[1] for _ in range(12)]
    finally:
        for _ in taken:
            hashing._waiting.release()

    assert {answer.status_code for answer in answers} == {503}
    assert answers[0].headers["Retry-After"] == "2"
    assert try_to_log_in(password=PASSWORD)[1].status_code == 302
