"""A forged post to every address of the desk, of every role: no further than the role goes.

The addresses are those the resolver knows, with a row of its own for each kind of record. Each is in one line of the
table below or the test fails, so whoever adds an address says who may post to it.
"""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.utils import timezone

from cases.models import AccountEvent, Circle, Correction, DeletedRecord, NameMask, StatusChange, What
from cases.models.name_mask import PublicNaming
from cases.workflow.accounts.log import note
from cases.workflow.groups import GROUPS
from tests.admin.accounts.test_addresses import desk_addresses
from tests.admin.accounts.test_rights import MAY_ALL, MAY_KEEP, MAY_PUBLISH, MAY_REVIEW
from tests.factories import PASSWORD, CampaignFactory, CaseFactory, UserFactory
from tests.leaks.rows import parts_of

pytestmark = pytest.mark.django_db

NO_GROUP, STRANGER, HALF = "no group", "stranger", "half a login"
AT_THE_DESK = MAY_ALL | {NO_GROUP}
ANYBODY = AT_THE_DESK | {STRANGER, HALF}
NOBODY: set[str] = set()

RECORDS = "case|campaign|person|source|place|agency|organisation|official|legalprovision|relation"
FOUND_ONLY = "event|intervention"
"""Rows of a record, for others to point at: changed on the record's own page."""
FURTHER = [
    # Getting in, and out.
    (r"(login|logout|language|passkeys/options)/", ANYBODY),
    (r"second-factor/", AT_THE_DESK),  # leads on
    (r"second-factor/set-up/", {HALF}),
    (r"passkeys/new-options/", AT_THE_DESK | {HALF}),
    # One's own account.
    (r"account/(app/|passkeys/|recovery-codes/|roles/|sessions/end/)?", AT_THE_DESK),
    (r"account/factors/1/remove/", NOBODY),  # of somebody else
    (r"password_change/", AT_THE_DESK),
    # The accounts of others.
    (r"account/(everybody|confirm/1)/", MAY_KEEP),
    (r"auth/user/((add|1/(change|password|reset-factors|delete|history))/)?", MAY_KEEP),
    (r"auth/group/(1/history/)?", MAY_KEEP),
    (r"auth/group/(add|1/change|1/delete)/", NOBODY),
    (r"cases/accountevent/(1/history/)?", MAY_KEEP),
    (r"cases/accountevent/(add|1/change|1/delete)/", NOBODY),
    # Records.
    (r"|words/|date-echo/|drafts/throw-away/", AT_THE_DESK),
    (r"session/", AT_THE_DESK),
    (r"drafts/keep/", NOBODY),  # but a page that was made for them
    (r"cases/", MAY_ALL),
    (r"autocomplete/|nowhere/|jsi18n/|password_change/done/", NOBODY),  # nothing is posted there
    (rf"cases/({RECORDS})/((add|1/(change|history))/)?", MAY_ALL),
    (rf"cases/({FOUND_ONLY})/(1/history/)?", MAY_ALL),
    (rf"cases/({FOUND_ONLY})/(add|1/(change|delete))/", NOBODY),
    (
        r"cases/(case|campaign|person|source|place|agency|organisation|official|legalprovision)/1/delete/",
        NOBODY,
    ),
    (r"cases/relation/1/delete/", MAY_ALL),
    (r"cases/person/similar/|cases/case/(from-a-list|many-at-once|several)/", MAY_ALL),
    (r"cases/case/many-at-once/entered/", NOBODY),  # nothing is posted there
    (r"cases/\w+/1/revert/", NOBODY),  # but with a change of its history
    (r"cases/(case|campaign|person|source)/1/hide/", MAY_ALL),
    (r"cases/(case|campaign)/1/submit/", MAY_ALL),
    (r"cases/case/1/(answer|confirm_held|copy|explain|texts|whole|sitting)/?", MAY_ALL),
    (r"cases/case/1/lines/record/what/", MAY_ALL),
    (r"cases/(case|campaign)/1/return/", MAY_REVIEW),
    (r"cases/(case|campaign)/1/(publish|withdraw)/", MAY_PUBLISH),
    (r"cases/case/1/day/", MAY_PUBLISH),
    (r"cases/person/1/name/", MAY_ALL),  # says on the page what they may not decide
    (r"cases/(case|person|source)/1/circle/", NOBODY),  # who is in no circle
    (r"cases/circle/", AT_THE_DESK),
    (r"cases/circle/(add|1/history)/", MAY_KEEP),
    (r"cases/circle/1/(change|delete)/", NOBODY),
    # Lists brought in.
    (r"import/(template\.(csv|xlsx))?", MAY_ALL),
    (
        r"import/1/(settle/|encoding/|answers/|confirm/|discard/|undo/|errors\.csv)?",
        NOBODY,
    ),  # of others
    # What comes in, and what the desk is told.
    (r"cases/correction/(1/(change|history)/)?", MAY_ALL),
    (r"cases/correction/1/delete/", MAY_PUBLISH),
    (r"cases/correction/add/", NOBODY),
    (r"cases/namemask/(1/history/)?", MAY_ALL),
    (r"cases/namemask/(add|1/(change|delete))/", NOBODY),
    (r"cases/statuschange/(1/history/)?", MAY_PUBLISH),
    (r"cases/statuschange/(add|1/(change|delete))/", NOBODY),
    (r"cases/deletedrecord/(1/history/)?", MAY_KEEP),
    (r"cases/deletedrecord/(add|1/(change|delete))/", NOBODY),
    (r"cases/deletedrecord/1/bring-back/", MAY_KEEP),
    (r"(auth|cases)/\w+/1/", AT_THE_DESK),  # leads to the form
]
"""What stands in an address after /admin/, with 1 for the key of a row; and who gets past the door with a post."""


@pytest.fixture
def rows():
    case = CaseFactory(submitted=True)
    parts_of(case, CampaignFactory(), label="A")
    other = UserFactory(username="entry-other", in_group="entry")
    note(What.MADE, other, by=UserFactory(username="admin-first", in_group="admin"))
    now = timezone.now()
    Correction.objects.create(received_at=now, wrong="x", digest=b"x", language="en")
    StatusChange.objects.create(case=case, changed_at=now, stages_before=[], stages_after=[])
    Circle.objects.create(name="Four")
    DeletedRecord.objects.create(
        kind="cases.case",
        key=1,
        name="x",
        deleted_at=now,
        deleted_by=other,
        rows={},
        links=[],
        persons=[],
        circles=[],
    )
    naming = PublicNaming.objects.create(person=case.person, hidden_at=now)
    NameMask.objects.create(
        naming=naming, case=case, path=["title"], before="x", state="waiting", made_at=now
    )


def filled(address: str) -> str:
    """With the key of a row there is."""
    found = re.fullmatch(r"/admin/(auth|cases)/(\w+)/1/(.*)", address)
    if not found:
        return address.replace("/confirm/1/", f"/confirm/{AccountEvent.objects.first().pk}/")
    app, kind, rest = found.groups()
    row = apps.get_model(app, kind).objects.order_by("pk").first()
    return f"/admin/{app}/{kind}/{row.pk}/{rest}"


def expected(address: str) -> set[str]:
    matching = [who for pattern, who in FURTHER if re.fullmatch(f"/admin/({pattern})", address)]
    assert matching, f"Who may post to {address}? Say so in FURTHER."
    return matching[0]


def signed_in(who: str) -> Client:
    client = Client()
    if who == STRANGER:
        return client
    person = UserFactory(username=who) if who in GROUPS else UserFactory(username="entry-x", in_group="entry")
    if who not in GROUPS:
        person.groups.clear()
    if who == HALF:
        client.post("/admin/login/", {"username": person.username, "password": PASSWORD})
    else:
        client.force_login(User.objects.get(pk=person.pk))
    return client


def is_turned_away(answer) -> bool:
    to_log_in = answer.status_code == 302 and answer.headers["Location"].startswith(
        ("/admin/login/", "/admin/second-factor/")
    )
    return to_log_in or answer.status_code in (403, 404, 405)


@pytest.mark.slow
@pytest.mark.parametrize("who", [*GROUPS, NO_GROUP, HALF, STRANGER])
def test_a_forged_post_gets_no_further_than_the_role_anywhere(who, rows):
    before = (dict(User.objects.values_list("pk", "password")), Group.objects.count())
    addresses = desk_addresses()
    cookies = signed_in(who).cookies

    wrong = {}
    for address in addresses:
        client = Client()
        client.cookies.update(cookies)
        with transaction.atomic():  # a post that logs out does so for itself
            answer = client.post(filled(address), {"reason": "x", "how": "silent"})
            transaction.set_rollback(True)
        assert answer.status_code < 500, address
        if is_turned_away(answer) == (who in expected(address)):
            wrong[address] = answer.status_code

    assert len(addresses) > 140
    assert wrong == {}, wrong
    assert dict(User.objects.filter(pk__in=before[0]).values_list("pk", "password")) == before[0]
    assert Group.objects.count() == before[1]
