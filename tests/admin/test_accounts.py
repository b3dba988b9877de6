"""Who keeps the accounts cannot become a superuser, nor take over the account of one."""

import pytest
from django.contrib.auth.models import Group, Permission, User

from tests.admin.forms import record_form
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(db):
    return User.objects.create_superuser("root", password="x")


def address_of(user, step="change"):
    return f"/admin/auth/user/{user.pk}/{step}/"


def test_the_group_admin_makes_nobody_a_superuser(browser):
    client = browser("admin")
    user = User.objects.get(username="admin")
    form = record_form(client.get(address_of(user)))
    may_delete = Permission.objects.get(codename="delete_case").pk

    answer = client.post(
        address_of(user),
        {**form.data(), "email": ["a@b.example"], "is_superuser": ["on"], "user_permissions": [may_delete]},
    )

    user = User.objects.get(username="admin")
    assert answer.status_code == 302
    assert (user.email, user.is_superuser, user.user_permissions.count()) == ("a@b.example", False, 0)


def test_the_group_admin_adds_staff_and_puts_them_into_a_group(browser):
    client, entry = browser("admin"), UserFactory(username="entry")
    form = record_form(client.get(address_of(entry)))

    client.post(address_of(entry), form.set("groups", [Group.objects.get(name="reviewer").pk]).data())

    assert [group.name for group in entry.groups.all()] == ["reviewer"]
    assert client.get("/admin/auth/user/add/").status_code == 200


def test_superusers_are_out_of_reach_of_others(browser, root):
    client = browser("admin")
    User.objects.get(username="admin").user_permissions.add(Permission.objects.get(codename="delete_user"))
    before = User.objects.get(pk=root.pk).password

    change = client.post(address_of(root), {"username": "mine"})
    password = client.post(
        address_of(root, "password"), {"password1": "taken-over-1", "password2": "taken-over-1"}
    )
    delete = client.post(address_of(root, "delete"), {"post": "yes"})

    after = User.objects.get(pk=root.pk)
    assert (change.status_code, password.status_code, delete.status_code) == (403, 403, 403)
    assert (after.username, after.password) == ("root", before)


def test_a_superuser_makes_another(client, root):
    client.force_login(root)
    user = UserFactory(username="admin")

    client.post(address_of(user), record_form(client.get(address_of(user))).set("is_superuser", True).data())

    assert User.objects.get(username="admin").is_superuser


def test_only_superusers_change_groups(browser, client, root):
    keeper = browser("admin")
    group = Group.objects.get(name="entry")
    address = f"/admin/auth/group/{group.pk}/change/"
    client.force_login(root)

    assert keeper.get(address).status_code == 200
    assert keeper.post(address, {"name": "mine"}).status_code == 403
    assert keeper.get("/admin/auth/group/add/").status_code == 403
    assert keeper.get(f"/admin/auth/group/{group.pk}/delete/").status_code == 403
    assert client.post(address, {"name": "mine"}).status_code == 302
