"""Password, then second factor, then the desk: and nothing of it before."""

import threading

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db import connection, connections
from django.test import Client

from cases.admin.accounts import second_factor
from cases.models import AccountEvent, DeskSession
from cases.workflow.accounts import factors
from cases.workflow.accounts.sealing import CannotUnseal
from tests.admin.forms import forms_of
from tests.authenticator import App
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

LOGIN, ASKED, SET_UP = "/admin/login/", "/admin/second-factor/", "/admin/second-factor/set-up/"


@pytest.fixture
def entry(db):
    return UserFactory(username="entry")


def half_logged_in(user):
    client = Client()
    answer = client.post(LOGIN, {"username": user.username, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def test_the_first_login_sets_up_an_app_and_shows_recovery_codes_once(entry):
    client = half_logged_in(entry)
    address = client.get("/admin/cases/case/").headers["Location"]
    assert address == f"{ASKED}?next=%2Fadmin%2Fcases%2Fcase%2F"

    page = client.get(address, follow=True)
    form = next(form for form in forms_of(page) if "code" in form.offered)
    app = App(seed=page.context["seed"])
    wrong = client.post(SET_UP, form.set("code", "000000").data(None))
    form = next(form for form in forms_of(wrong) if "code" in form.offered)
    answer = client.post(SET_UP, form.set("code", app.code()).data(None))

    codes = answer.context["codes"]
    assert "This code is not right" in wrong.content.decode()
    assert len(codes) == 10 and all(len(code) == 12 for code in codes)
    assert f"{codes[0][:4]} {codes[0][4:8]} {codes[0][8:]}" in answer.content.decode()
    assert client.get("/admin/cases/case/").status_code == 200
    later = client.get("/admin/account/").content.decode()
    assert not any(code[:4] in later and code[4:8] in later for code in codes)
    assert client.get(SET_UP).status_code == 302


def test_a_code_opens_the_desk_where_one_wanted_to_go(entry):
    app, client = App(entry), half_logged_in(entry)
    asked = client.get(client.get("/admin/words/").headers["Location"])
    form = next(form for form in forms_of(asked) if "code" in form.offered)

    answer = client.post(ASKED, form.set("code", app.code()).data(None))

    assert answer.headers["Location"] == "/admin/words/"
    assert client.get("/admin/words/").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example/admin/", "/cases/"])
def test_the_way_on_leads_nowhere_but_to_the_desk(entry, elsewhere):
    app, client = App(entry), half_logged_in(entry)

    answer = client.post(ASKED, {"code": app.code(), "next": elsewhere})

    assert answer.headers["Location"] == "/admin/"


def test_a_wrong_code_opens_nothing_and_is_logged(entry):
    App(entry)
    client = half_logged_in(entry)

    answer = client.post(ASKED, {"code": "000000"})

    assert answer.status_code == 200
    assert client.get("/admin/words/").status_code == 302
    assert AccountEvent.objects.filter(account=entry, what="code_refused").count() == 1


def test_a_code_works_once(entry):
    app = App(entry)
    code = app.code()

    assert half_logged_in(entry).post(ASKED, {"code": code}).status_code == 302
    assert half_logged_in(entry).post(ASKED, {"code": code}).status_code == 200


def test_a_code_from_before_one_that_was_accepted_is_refused(entry):
    app = App(entry)
    first, second = app.code(), app.code()

    assert factors.accept_code(entry, second)
    assert not factors.accept_code(entry, first)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["app", "recovery code"])
def test_of_many_at_once_one_code_lets_one_in(kind):
    """Each thread has a connection of its own, as each process would."""
    entry = UserFactory(username="entry")
    code = App(entry).code() if kind == "app" else factors.new_recovery_codes(entry)[0]
    accepted, together = [], threading.Barrier(8)

    def try_it():
        together.wait()
        accepted.append(bool(factors.accept_code(entry, code)))
        connections.close_all()

    threads = [threading.Thread(target=try_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(accepted) == [False] * 7 + [True]


def test_a_recovery_code_works_once_in_whatever_groups_it_is_typed(entry):
    App(entry)
    code = factors.new_recovery_codes(entry)[3]
    typed = f" {code[:4]}-{code[4:8]} {code[8:]} "

    assert half_logged_in(entry).post(ASKED, {"code": typed}).status_code == 302
    assert half_logged_in(entry).post(ASKED, {"code": typed}).status_code == 200
    assert len(factors.unused_codes(entry)) == 9


def test_new_recovery_codes_end_those_before(entry):
    before = factors.new_recovery_codes(entry)
    factors.new_recovery_codes(entry)

    assert not factors.accept_code(entry, before[0])


def test_seeds_are_nowhere_in_the_database(entry):
    client = half_logged_in(entry)
    page = client.get(SET_UP)
    seed = page.context["seed"].replace(" ", "")
    app = App(seed=seed)

    def stored():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT session_data FROM cases_desksession UNION ALL SELECT data::text FROM mfa_authenticator"
            )
            rows = [row[0] for row in cursor.fetchall()]
        return rows + [str(session.get_decoded()) for session in DeskSession.objects.all()]

    before = stored()
    codes = client.post(SET_UP, {"code": app.code()}).context["codes"]
    after = stored()

    assert before and Authenticator.objects.count() == 2
    assert not any(secret in text for text in before + after for secret in [seed, *codes])


def test_another_key_reads_no_seed(entry, settings):
    app = App(entry)
    settings.FACTOR_KEY = "another key altogether"

    with pytest.raises(CannotUnseal, match="FACTOR_KEY"):
        factors.accept_code(entry, app.code())


def test_unknown_wrong_inactive_and_foreign_accounts_get_the_same_answer(entry):
    UserFactory(username="entry-gone", is_active=False)
    User.objects.create_user("guest", password=PASSWORD)
    tried = [("entry", "wrong"), ("nobody", "wrong"), ("entry-gone", PASSWORD), ("guest", PASSWORD)]

    pages = [Client().post(LOGIN, {"username": name, "password": word}) for name, word in tried]

    told = {(page.status_code, tuple(page.context["form"].non_field_errors())) for page in pages}
    assert len(told) == 1
    assert "Please enter the correct" in pages[0].content.decode()


def test_half_a_login_ends_after_ten_minutes_and_a_whole_one_later(entry):
    app, client = App(entry), half_logged_in(entry)
    assert client.session.get_expiry_age() <= 600

    client.post(ASKED, {"code": app.code()})

    assert 800 < client.session.get_expiry_age() <= 900


def test_a_demonstration_asks_for_no_second_factor_unless_one_was_set_up(entry, settings):
    settings.DEMO = True

    assert half_logged_in(entry).get("/admin/words/").status_code == 200
    App(entry)
    assert half_logged_in(entry).get("/admin/words/").status_code == 302


def test_a_session_of_a_demonstration_does_not_outlive_it(entry, settings):
    settings.DEMO = True
    client = half_logged_in(entry)
    assert client.get("/admin/words/").status_code == 200

    settings.DEMO = False

    assert client.get("/admin/words/").headers["Location"].startswith(ASKED)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_know_the_password_one_sets_up_the_first_factor(monkeypatch):
    """Both were asked to before either had."""
    entry = UserFactory(username="entry")
    clients = [half_logged_in(entry), half_logged_in(entry)]
    apps = [App(seed=client.get(SET_UP).context["seed"]) for client in clients]
    together, answers = threading.Barrier(2, timeout=30), {}
    monkeypatch.setattr(second_factor, "AppForm", slow(second_factor.AppForm, together))

    def set_up(which):
        answers[which] = clients[which].post(SET_UP, {"code": apps[which].code()}).status_code
        connections.close_all()

    threads = [threading.Thread(target=set_up, args=[which]) for which in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    first = next(which for which in range(2) if answers[which] == 200)
    assert sorted(answers.values()) == [200, 302]
    assert factors.accept_code(entry, apps[first].code())


def slow(form, together):
    """A form that waits to be read until both are."""

    def made(*given):
        together.wait()
        return form(*given)

    return made


@pytest.mark.parametrize(
    "credential",
    ["[" * 19_000, "9" * 19_000, "{" * 5, "null", "[]", '{"rawId": "\\u0000"}', "x" * 30_000],
    ids=["deep", "long number", "half", "null", "list", "NUL", "too long"],
)
def test_a_credential_that_is_none_is_refused_and_no_error_of_ours(entry, credential):
    stranger, half = Client(), half_logged_in(entry)
    App(entry)

    for client, address in ((stranger, LOGIN), (half, ASKED)):
        client.post("/admin/passkeys/options/")
        assert client.post(address, {"credential": credential}).status_code == 200
        assert client.get("/admin/words/").status_code == 302


def test_who_is_logged_in_is_not_asked_again(browser):
    client = browser("entry")

    assert client.get(LOGIN).headers["Location"] == "/admin/"
    assert client.get(ASKED).headers["Location"] == "/admin/"


def test_the_only_factor_stays_and_others_go(entry, client):
    App(entry)
    client.force_login(entry)
    only = Authenticator.objects.get()
    page = client.post(f"/admin/account/factors/{only.pk}/remove/", follow=True)

    assert "This is your only second factor." in page.content.decode()
    assert Authenticator.objects.filter(pk=only.pk).exists()


def test_nobody_removes_the_factor_of_another(entry, browser):
    App(entry)

    answer = browser("admin").post(f"/admin/account/factors/{Authenticator.objects.get().pk}/remove/")

    assert answer.status_code == 404


def test_a_new_app_takes_the_place_of_the_one_before(entry, client):
    before = App(entry)
    client.force_login(entry)
    page = client.get("/admin/account/app/")
    after = App(seed=page.context["seed"])
    form = next(form for form in forms_of(page) if "code" in form.offered)

    client.post("/admin/account/app/", form.set("code", after.code()).data(None))

    assert not factors.accept_code(entry, before.code())
    assert factors.accept_code(entry, after.code())


def test_who_logs_in_again_in_the_same_browser_gets_in(entry):
    app, client = App(entry), half_logged_in(entry)

    for _ in range(2):
        assert client.post(LOGIN, {"username": "entry", "password": PASSWORD}).status_code == 302
    assert client.post(ASKED, {"code": app.code()}).status_code == 302
    assert DeskSession.objects.filter(user=entry).count() == 1
