"""Who may do what: the table, its copy in the documents, permissions, and posts that somebody forged."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from cases.models import Correction
from cases.workflow.accounts.rights import RIGHTS
from cases.workflow.groups import GROUPS
from tests.admin.accounts.test_addresses import desk_addresses
from tests.factories import CaseFactory, UserFactory

pytestmark = pytest.mark.django_db

MAY_ALL, MAY_REVIEW, MAY_PUBLISH, MAY_KEEP = (
    set(GROUPS),
    set(GROUPS) - {"entry"},
    {"publisher", "admin"},
    {"admin"},
)


def test_the_documents_have_the_same_table():
    rows = [
        f"| {right.what}{' (asks afresh)' if right.asks_afresh else ''} | "
        + " | ".join("yes" if group in right.groups else "–" for group in GROUPS)
        + " |"
        for right in RIGHTS
    ]
    text = (settings.BASE_DIR / "docs" / "accounts.md").read_text()

    assert "\n".join(rows) in text


@pytest.mark.parametrize("group", GROUPS)
def test_groups_have_the_permissions_of_the_table_and_no_others(group):
    person = User.objects.get(pk=UserFactory(username=group).pk)

    for right in RIGHTS:
        assert person.has_perm(right.permission) == (group in right.groups), right.what


def test_the_desk_shows_it(browser):
    page = browser("entry").get("/admin/account/roles/").content.decode()

    assert all(right.what in page for right in RIGHTS)


FORGED = {
    "/admin/cases/case/{case}/submit/": MAY_ALL,
    "/admin/cases/case/{case}/return/": MAY_REVIEW,
    "/admin/cases/case/{case}/publish/": MAY_PUBLISH,
    "/admin/cases/case/{case}/withdraw/": MAY_PUBLISH,
    "/admin/cases/case/{case}/change/": MAY_ALL,
    "/admin/cases/case/{case}/whole/": MAY_ALL,
    "/admin/cases/case/{case}/lines/record/what/": MAY_ALL,
    "/admin/cases/case/add/": MAY_ALL,
    "/admin/cases/case/{case}/delete/": set(),
    "/admin/cases/person/add/": MAY_ALL,
    "/admin/cases/person/{person}/delete/": set(),
    "/admin/cases/accountevent/": MAY_KEEP,
    "/admin/cases/accountevent/add/": set(),
    "/admin/auth/user/": MAY_KEEP,
    "/admin/auth/user/add/": MAY_KEEP,
    "/admin/auth/user/{entry}/change/": MAY_KEEP,
    "/admin/auth/user/{entry}/password/": MAY_KEEP,
    "/admin/auth/user/{entry}/reset-factors/": MAY_KEEP,
    "/admin/auth/user/{root}/change/": set(),
    "/admin/auth/user/{root}/password/": set(),
    "/admin/auth/user/{root}/reset-factors/": set(),
    "/admin/auth/group/add/": set(),
    "/admin/auth/group/1/change/": set(),
    "/admin/account/everybody/": MAY_KEEP,
}
"""Addresses of what not everybody may, and who gets past the door of each with a post."""


@pytest.mark.parametrize("group", GROUPS)
def test_a_forged_post_gets_no_further_than_the_role(group):
    case = CaseFactory(submitted=True)
    root = User.objects.create_superuser("root", password="x")
    other = UserFactory(username="entry-other", in_group="entry")
    gaps = {"case": case.pk, "person": case.person.pk, "entry": other.pk, "root": root.pk}
    person = UserFactory(username=group)
    passwords = dict(User.objects.values_list("pk", "password"))

    through = set()
    for pattern in FORGED:
        client = Client()
        client.force_login(User.objects.get(pk=person.pk))
        answer = client.post(pattern.format(**gaps), {"reason": "x", "how": "silent"})
        if answer.status_code != 403:
            through.add(pattern)

    assert through == {pattern for pattern, groups in FORGED.items() if group in groups}
    assert dict(User.objects.values_list("pk", "password")) == passwords
    assert not Correction.objects.exists()


@pytest.mark.slow
def test_no_address_of_the_desk_fails_at_a_forged_post():
    """Whatever is posted to whatever address, by who may most: an answer, and never an error of ours."""
    CaseFactory()
    person = UserFactory(username="admin")
    client = Client()

    for address in desk_addresses():
        client.force_login(User.objects.get(pk=person.pk))
        answer = client.post(address, {"_save": "1", "number": "x", "credential": "[]", "code": "1"})
        assert answer.status_code < 500, address
