"""Nobody publishes alone through the account of a colleague, and nobody changes what the log says of it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

from cases.models import AccountEvent, DeskSession, What
from cases.workflow.accounts import stops
from cases.workflow.accounts.log import note
from cases.workflow.errors import Refused
from cases.workflow.publishing import publish
from tests.admin.forms import record_form
from tests.authenticator import App
from tests.factories import CaseFactory, UserFactory

pytestmark = pytest.mark.django_db

PHRASE = "seven green kettles fly north"


@pytest.fixture
def root(db):
    return User.objects.create_superuser("root", password="x")


@pytest.fixture
def second(db):
    return UserFactory(username="admin")


@pytest.fixture
def publisher(db):
    return UserFactory(username="publisher")


def as_(person):
    client = Client()
    client.force_login(person)
    return client


def address_of(user, step="change"):
    return f"/admin/auth/user/{user.pk}/{step}/"


def set_password(client, user):
    return client.post(
        address_of(user, "password"),
        {"password1": PHRASE, "password2": PHRASE, "usable_password": "true"},
    )


def told(client, path="/admin/words/"):
    return client.get(path).content.decode()


def publishes(user):
    """Whether somebody gets a submitted case published."""
    case = CaseFactory(submitted=True)
    try:
        publish(case, by=User.objects.get(pk=user.pk), edit_version=case.edit_version)
    except Refused as refused:
        return refused.messages
    return True


def test_nor_do_they_write_through_a_colleague_and_publish_themselves(root, second):
    writer = UserFactory(username="entry")
    case = CaseFactory(submitted=True)
    set_password(as_(root), writer)

    with pytest.raises(Refused, match="a colleague has to publish it"):
        publish(case, by=root, edit_version=case.edit_version)

    stops.confirm(stops.awaiting_confirmation()[0], by=second)
    publish(case, by=root, edit_version=case.edit_version)


def test_a_superuser_edits_submits_and_still_cannot_publish_through_a_colleague(root, publisher):
    assert set_password(as_(root), publisher).status_code == 302

    client = Client()
    client.post("/admin/login/", {"username": "publisher", "password": PHRASE})
    assert client.session["_auth_user_id"] == str(publisher.pk)
    assert "It publishes nothing until" in " ".join(publishes(publisher))
    assert "It publishes nothing until" in " ".join(publishes(User.objects.get(username="publisher")))


def test_its_owner_is_told_on_every_page(root, publisher):
    set_password(as_(root), publisher)
    client = as_(User.objects.get(pk=publisher.pk))

    for path in (
        "/admin/",
        "/admin/words/",
        "/admin/cases/case/",
        "/admin/cases/case/add/",
        "/admin/account/",
    ):
        page = told(client, path)
        assert "root: password set by somebody else." in page
        assert "This account publishes nothing until" in page
    assert "publishes nothing until" not in told(as_(root))


def resets(client, user):
    client.post(address_of(user, "reset-factors"), {})


def changes_roles(client, user):
    form = record_form(client.get(address_of(user)))
    client.post(address_of(user), form.set("groups", [Group.objects.get(name="reviewer").pk]).data())
    user.groups.add(Group.objects.get(name="publisher"))


def changes_the_group(client, user):
    group = Group.objects.get(name="publisher")
    address = f"/admin/auth/group/{group.pk}/change/"
    client.post(address, record_form(client.get(address)).data())


@pytest.mark.parametrize("does", [set_password, resets, changes_roles, changes_the_group])
def test_whatever_lets_one_act_as_another_stops_publishing(root, second, publisher, does):
    assert publishes(publisher) is True

    does(as_(root), publisher)

    assert publishes(publisher) is not True
    event = AccountEvent.objects.stopping().get(account=publisher)
    stops.confirm(event, by=second)
    assert publishes(publisher) is True


def test_an_account_that_somebody_makes_publishes_nothing_at_first(root, second):
    client = as_(root)
    add = client.post(
        "/admin/auth/user/add/",
        {"username": "sockpuppet", "password1": PHRASE, "password2": PHRASE, "usable_password": "true"},
    )
    made = User.objects.get(username="sockpuppet")
    form = record_form(client.get(address_of(made))).set("is_staff", True)
    client.post(address_of(made), form.set("groups", [Group.objects.get(name="admin").pk]).data())

    assert add.status_code == 302 and made.groups.count() == 1
    assert publishes(made) is not True
    assert "publishes nothing" in as_(made).get("/admin/").content.decode()


def test_who_did_it_whose_account_it_is_and_who_is_no_administrator_cannot_confirm(root, second, publisher):
    set_password(as_(root), second)
    event = AccountEvent.objects.stopping().get()

    for person in (root, second, publisher):
        with pytest.raises(Refused, match="second administrator"):
            stops.confirm(event, by=person)
        as_(User.objects.get(pk=person.pk)).post(f"/admin/account/confirm/{event.pk}/")
    assert stops.stopped_until(second)


def test_a_puppet_administrator_cannot_confirm_either(root, second, publisher):
    set_password(as_(root), second)
    set_password(as_(root), publisher)

    with pytest.raises(Refused, match="publishes nothing until"):
        stops.confirm(AccountEvent.objects.get(account=publisher), by=User.objects.get(pk=second.pk))


def test_a_second_administrator_confirms_at_the_front_of_the_desk(root, second, publisher):
    set_password(as_(root), publisher)
    event = AccountEvent.objects.stopping().get()
    client = as_(second)
    front = client.get("/admin/").content.decode()

    answer = client.post(f"/admin/account/confirm/{event.pk}/", follow=True)

    assert "For a second administrator" in front and f"/admin/account/confirm/{event.pk}/" in front
    assert "For a second administrator" not in as_(root).get("/admin/").content.decode()
    assert "Confirmed: publisher publishes again." in answer.content.decode()
    assert "Confirmed by admin." in told(as_(User.objects.get(pk=publisher.pk)))
    again = client.post(f"/admin/account/confirm/{event.pk}/", follow=True)
    assert "It is confirmed already." in again.content.decode()


def test_after_72_hours_it_publishes_again(root, publisher, monkeypatch):
    set_password(as_(root), publisher)
    now = stops.timezone.now()

    monkeypatch.setattr(stops.timezone, "now", lambda: now + timedelta(hours=71, minutes=59))
    assert stops.stopped_until(publisher)
    monkeypatch.setattr(stops.timezone, "now", lambda: now + timedelta(hours=72, minutes=1))
    assert stops.stopped_until(publisher) is None


def test_a_change_of_ones_own_password_stops_nothing(publisher):
    note(What.PASSWORD_CHANGED, publisher, by=publisher)

    assert publishes(publisher) is True


@pytest.mark.parametrize(
    "how", ["UPDATE cases_accountevent SET details = 'x'", "DELETE FROM cases_accountevent"]
)
def test_the_database_refuses_to_change_the_log(publisher, how):
    note(What.LOGGED_IN, publisher, by=publisher)

    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(how)

    assert AccountEvent.objects.get().details == ""


def test_administrators_read_the_log_and_cannot_edit_it(root, second, publisher):
    event = note(What.LOGGED_IN, publisher, by=publisher)
    address = f"/admin/cases/accountevent/{event.pk}/"

    for person in (root, second):
        client = as_(person)
        assert "logged in" in client.get("/admin/cases/accountevent/").content.decode()
        assert client.get(f"{address}change/").status_code == 200
        assert client.post(f"{address}change/", {"details": "x"}).status_code == 403
        assert client.post(f"{address}delete/", {"post": "yes"}).status_code == 403
        assert client.get("/admin/cases/accountevent/add/").status_code == 403
    assert as_(publisher).get("/admin/cases/accountevent/").status_code == 403
    assert "logged in" in told(as_(publisher), "/admin/account/")


def test_a_lost_phone_ends_factors_and_sessions_and_the_next_login_sets_up_new_ones(root, publisher):
    App(publisher)
    lost = as_(publisher)

    page = as_(root).get(address_of(publisher, "reset-factors")).content.decode()
    resets(as_(root), publisher)

    assert "whose phone or key is gone" in page
    assert lost.get("/admin/words/").headers["Location"].startswith("/admin/login/")
    client = Client()
    client.post("/admin/login/", {"username": "publisher", "password": "correct horse battery staple"})
    assert (
        client.get("/admin/words/", follow=True)
        .redirect_chain[-1][0]
        .startswith("/admin/second-factor/set-up/")
    )


def test_nobody_takes_away_their_own_factors_so_and_no_other_staff_does(root, publisher):
    App(publisher)

    assert as_(root).post(address_of(root, "reset-factors")).status_code == 403
    assert as_(publisher).post(address_of(root, "reset-factors")).status_code == 403
    assert as_(UserFactory(username="admin")).post(address_of(root, "reset-factors")).status_code == 403


@pytest.mark.parametrize("path", ["password", "change", "reset-factors"])
def test_keeping_accounts_asks_for_a_fresh_login(root, publisher, path):
    client = as_(root)
    session = client.session
    session["proved_at"] = 1.0
    session.save()

    answer = client.post(
        address_of(publisher, path), {"password1": PHRASE, "password2": PHRASE, "username": "x"}
    )

    assert answer.status_code == 403
    assert "Confirm that it is you" in answer.content.decode()
    assert not AccountEvent.objects.stopping().exists()


def test_a_disabled_account_is_out_at_once(root, publisher):
    client, keeper = as_(publisher), as_(root)

    keeper.post(
        address_of(publisher), record_form(keeper.get(address_of(publisher))).set("is_active", False).data()
    )

    assert client.get("/admin/words/").status_code == 302
    assert not DeskSession.objects.filter(user=publisher).exists()
    assert AccountEvent.objects.filter(account=publisher, what="disabled", by=root).exists()


def test_ones_own_password_ends_ones_other_sessions(publisher):
    here, elsewhere = as_(publisher), as_(publisher)

    here.post(
        "/admin/password_change/",
        {"old_password": "correct horse battery staple", "new_password1": PHRASE, "new_password2": PHRASE},
    )

    assert here.get("/admin/words/").status_code == 200
    assert elsewhere.get("/admin/words/").status_code == 302
    assert AccountEvent.objects.filter(what="password_changed", account=publisher).count() == 1
    assert DeskSession.objects.filter(user=publisher).count() == 1


def test_administrators_see_all_sessions_and_end_them(root, publisher, second):
    client, gone, other = as_(root), as_(publisher), as_(second)
    page = client.get("/admin/account/everybody/").content.decode()
    number = DeskSession.objects.get(user=publisher).number

    client.post("/admin/account/everybody/", {"number": str(number)})
    assert "<strong>publisher</strong>" in page and str(number) in page
    assert gone.get("/admin/words/").status_code == 302
    assert other.get("/admin/words/").status_code == 200

    client.post("/admin/account/everybody/")
    assert other.get("/admin/words/").status_code == 302
    assert client.get("/admin/words/").status_code == 200
    assert as_(publisher).get("/admin/account/everybody/").status_code == 403


def test_nobody_ends_the_session_of_another_by_its_number(publisher):
    client = as_(UserFactory(username="entry"))
    as_(publisher)
    number = DeskSession.objects.get(user=publisher).number

    client.post("/admin/account/sessions/end/", {"number": str(number)})
    client.post("/admin/account/sessions/end/", {"number": "no number"})

    assert DeskSession.objects.filter(number=number).exists()


def test_a_session_ends_eight_hours_after_the_login(publisher, settings):
    client = as_(publisher)
    session = client.session
    assert session.get_expiry_age() <= settings.SESSION_IDLE_MINUTES * 60

    session["started_at"] -= 8 * 3600 - 600
    session.save()
    assert client.get("/admin/words/").status_code == 200
    left = DeskSession.objects.get(user=publisher).expire_date - stops.timezone.now()
    assert 500 < left.total_seconds() <= 600

    session = client.session
    session["started_at"] -= 700
    session.save()
    assert client.get("/admin/words/").status_code == 302


def test_the_commands_disable_a_person_and_end_sessions(publisher, second, capsys):
    client, other = as_(publisher), as_(second)

    call_command("disable_account", "publisher")
    assert client.get("/admin/words/").status_code == 302
    assert not User.objects.get(pk=publisher.pk).is_active
    call_command("end_sessions", "admin")
    assert other.get("/admin/words/").status_code == 302
    as_(second)
    call_command("end_sessions", "--everybody")
    assert not DeskSession.objects.open().exists()
    for wrong in (["end_sessions"], ["end_sessions", "nobody"], ["disable_account", "nobody"]):
        with pytest.raises(CommandError):
            call_command(*wrong)


def test_a_group_that_goes_takes_its_roles_in_the_log(root, publisher):
    group = Group.objects.get(name="publisher")

    as_(root).post(f"/admin/auth/group/{group.pk}/delete/", {"post": "yes"})

    assert not Group.objects.filter(pk=group.pk).exists()
    assert AccountEvent.objects.get(what="roles_changed", by=root).account == publisher


def test_a_line_of_the_log_has_an_end(root):
    event = note(What.ROLES_CHANGED, root, details="x" * 100_000)

    event.full_clean(exclude=["account", "by", "confirms"])
    assert AccountEvent.objects.get(pk=event.pk).details.endswith("x…")
