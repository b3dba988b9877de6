"""The button that hides at once, on four forms, for every editor; who publishes is told; two people bring it back."""

import time
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cases.admin.accounts.proof import FRESH_SECONDS, PROVED_AT
from cases.models import Hiding
from cases.models.record import kind_of
from cases.workflow.hiding import ask_to_show, hide
from tests.admin.forms import form_to
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

FACTORIES = [CaseFactory, CampaignFactory, PersonFactory, SourceFactory]


def address(record, step: str = "hide") -> str:
    return f"/admin/cases/{kind_of(record)}/{record.pk}/{step}/"


def words_of(response) -> str:
    return " ".join(response.content.decode().split())


def press(client, record, **typed):
    """The button of the page, with what is typed; whatever the form carries goes with it."""
    page = client.get(address(record))
    return client.post(address(record), {**form_to(page, ""), **typed}, follow=True)


@pytest.mark.parametrize("who", ["entry", "reviewer", "publisher", "admin"])
@pytest.mark.parametrize("factory", FACTORIES)
def test_every_editor_hides_whatever_they_edit(browser, factory, who):
    record, client = factory(), browser(who)

    form = client.get(address(record, "change"))
    page = client.get(address(record))
    told = client.post(address(record), {"step": "hide", "reason": "A threat"}, follow=True)

    assert f'href="{address(record)}"' in form.content.decode()
    assert "What happens" in words_of(page) and "The way back" in words_of(page)
    assert "Hidden. Its public addresses answer as if it had never existed." in words_of(told)
    assert "Hidden in an emergency on" in words_of(told)
    standing = Hiding.objects.standing().of(record).get()
    assert (standing.hidden_by.username, standing.reason) == (who, "A threat")


def test_who_may_only_look_sees_no_button_and_cannot_press_it():
    case = CaseFactory(published=True)
    reader = UserFactory(username="entry-reader")
    reader.groups.clear()
    from django.contrib.auth.models import Permission

    reader.user_permissions.add(Permission.objects.get(codename="view_case"))
    client = Client()
    client.force_login(reader)

    form = client.get(address(case, "change"))
    answers = [
        client.get(address(case)).status_code,
        client.post(address(case), {"step": "hide"}).status_code,
    ]

    assert form.status_code == 200 and "Hide at once" not in words_of(form)
    assert answers == [403, 403]
    assert not Hiding.objects.exists()


def test_looking_at_the_page_hides_nothing(browser):
    case = CaseFactory(published=True)

    browser("entry").get(address(case))

    assert not Hiding.objects.exists()


@pytest.mark.parametrize("step", ["", "nonsense", "hide\0"])
def test_a_step_nobody_offers_does_nothing(browser, step):
    case = CaseFactory(published=True)

    response = browser("entry").post(address(case), {"step": step, "reason": "x"})

    assert response.status_code == 200
    assert not Hiding.objects.exists()


def test_a_record_that_is_not_there_is_not_found(browser):
    client = browser("entry")

    assert [client.get(f"/admin/cases/case/{key}/hide/").status_code for key in ("0", "x", "9" * 30)] == [
        404
    ] * 3


def test_a_reason_is_kept_as_far_as_it_can_be(browser):
    case = CaseFactory(published=True)

    browser("entry").post(address(case), {"step": "hide", "reason": "a\0b" + "c" * 2000})

    assert Hiding.objects.get().reason.startswith("abccc") and len(Hiding.objects.get().reason) <= 1000


def test_it_waits_on_the_front_page_of_those_who_publish_and_of_nobody_else(browser):
    case = CaseFactory(published=True, title="Somebody taken")
    hide(case, by=UserFactory(username="entry"), reason="A threat")
    ask_to_show(case, by=UserFactory(username="reviewer"), reason="A mistake")

    publisher, entry = (words_of(browser(name).get("/admin/")) for name in ("publisher", "entry"))

    assert "Hidden in an emergency" in publisher and f'href="{address(case)}">Somebody taken' in publisher
    assert "A threat" in publisher and "reviewer asks to show it again: A mistake" in publisher
    assert "Hidden in an emergency" not in entry


def test_two_bring_it_back(browser):
    case = CaseFactory(published=True)
    entry, publisher = browser("entry"), browser("publisher")
    entry.post(address(case), {"step": "hide"})

    asked = entry.post(address(case), {"step": "ask", "reason": "A mistake"}, follow=True)
    offered = words_of(publisher.get(address(case)))
    agreed = publisher.post(address(case), {"step": "show"}, follow=True)

    assert "Asked. A colleague who publishes has to agree" in words_of(asked)
    assert "entry asked on" in offered and "Agree and show it again" in offered
    assert "Shown again." in words_of(agreed)
    assert Client().get(f"/cases/{case.reference}/").status_code == 200


def test_whoever_asked_is_offered_no_button_to_agree(browser):
    case = CaseFactory(published=True)
    publisher = browser("publisher")
    publisher.post(address(case), {"step": "hide"})
    publisher.post(address(case), {"step": "ask", "reason": "A mistake"})

    page = words_of(publisher.get(address(case)))
    refused = words_of(publisher.post(address(case), {"step": "show"}))

    assert "Agree and show it again" not in page
    assert "You asked for this yourself; a colleague has to agree." in refused


def proved(client, seconds_ago: int) -> None:
    session = client.session
    session[PROVED_AT] = time.time() - seconds_ago
    session.save()


def test_the_sixth_in_an_hour_asks_for_a_fresh_login_and_warns_those_who_publish(browser):
    entry = browser("entry")
    proved(entry, FRESH_SECONDS + 60)
    cases = [CaseFactory() for _ in range(7)]

    first_five = [entry.post(address(case), {"step": "hide"}).status_code for case in cases[:5]]
    asked = entry.post(address(cases[5]), {"step": "hide", "reason": "A threat"})
    before = Hiding.objects.count()
    proved(entry, 0)
    sixth = entry.post(address(cases[5]), {"step": "hide", "reason": "A threat"})

    assert (first_five, asked.status_code, before, sixth.status_code) == ([302] * 5, 403, 5, 302)
    assert Hiding.objects.standing().of(cases[5]).get().reason == "A threat"
    assert "entry had hidden five others within the hour" in words_of(browser("publisher").get("/admin/"))


def test_within_an_hour_means_the_last_sixty_minutes(browser, monkeypatch):
    entry = browser("entry")
    for _ in range(5):
        entry.post(address(CaseFactory()), {"step": "hide"})
    Hiding.objects.update(hidden_at=timezone.now() - timedelta(minutes=61))
    proved(entry, FRESH_SECONDS + 60)

    assert entry.post(address(CaseFactory()), {"step": "hide"}).status_code == 302


def test_agreeing_asks_for_a_fresh_login(browser):
    case = CaseFactory(published=True)
    hide(case, by=UserFactory(username="entry"))
    ask_to_show(case, by=UserFactory(username="entry"), reason="A mistake")
    publisher = browser("publisher")
    proved(publisher, FRESH_SECONDS + 60)

    assert publisher.post(address(case), {"step": "show"}).status_code == 403
    assert Hiding.objects.standing().exists()


def test_a_hidden_source_cannot_be_ticked_public(browser):
    source = SourceFactory()
    hide(source, by=UserFactory(username="entry"))

    form = browser("publisher").get(address(source, "change")).content.decode()

    assert 'name="is_public"' not in form
    assert 'name="is_public"' in browser("publisher").get(address(SourceFactory(), "change")).content.decode()


def test_the_strip_of_a_hidden_record_says_that_nothing_is_public(browser):
    case = CaseFactory(published=True)
    hide(case, by=UserFactory(username="entry"))

    page = browser("entry").get(address(case, "change")).content.decode()

    assert f'href="/cases/{case.reference}/"' not in page
