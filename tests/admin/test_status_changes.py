"""Those who publish are told at the desk whose status became another by other rules, until somebody has looked."""

import pytest

from cases.models import PublishedCase, StatusChange
from cases.workflow.derivation import derive_anew
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/cases/statuschange/"


@pytest.fixture
def change():
    CaseFactory(published=True, title="Somebody taken")
    PublishedCase.objects.update(custody_status="police_custody")
    derive_anew()
    return StatusChange.objects.get()


def words_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_front_page_tells_before_and_after(browser, change):
    page = words_of(browser("publisher").get("/admin/"))

    assert "Another status by other rules" in page
    assert f'<a href="/admin/cases/case/{change.case_id}/change/">Somebody taken</a>' in page
    assert "Police custody → Unknown" in page
    assert f'href="{LIST}?seen=no"' in page


def test_who_does_not_publish_is_told_nothing(browser, change):
    client = browser("reviewer")

    assert client.get("/admin/").context["status_changes"] is None
    assert client.get(LIST).status_code == 403


def test_it_is_marked_as_seen_by_whom_and_then_gone_from_the_front_page(browser, change):
    client = browser("publisher")

    client.post(LIST, {"action": "seen", "_selected_action": [change.pk]})

    change.refresh_from_db()
    assert change.seen_by.username == "publisher"
    assert "Another status by other rules" not in words_of(client.get("/admin/"))
    assert list(client.get(f"{LIST}?seen=no").context["cl"].queryset) == []
    assert list(client.get(f"{LIST}?seen=yes").context["cl"].queryset) == [change]
    assert list(client.get(f"{LIST}?q={change.case.reference}").context["cl"].queryset) == [change]


def test_the_list_is_headed_by_what_it_holds(browser, change):
    page = words_of(browser("publisher").get(LIST))

    assert "<h1>Changes of status by other rules</h1>" in page


def test_nothing_of_it_can_be_edited_or_deleted(browser, change):
    client = browser("admin")

    page = client.get(f"{LIST}{change.pk}/change/")
    posted = client.post(
        f"{LIST}{change.pk}/change/", {"custody_after": "released", "seen_at_0": "2024-01-01"}
    )
    deleted = client.post(f"{LIST}{change.pk}/delete/", {"post": "yes"})

    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert posted.status_code == 403
    assert deleted.status_code == 403
    assert StatusChange.objects.filter(pk=change.pk, custody_after="unknown", seen_at=None).exists()
