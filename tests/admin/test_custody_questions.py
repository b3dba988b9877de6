"""Beside the row and above the form stands what is asked; one click tells why a status is what it is."""

import pytest
from django.utils import timezone

from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    case = CaseFactory(risk_review_outcome="clear", risk_review_date=timezone.localdate())
    case.events.create(kind="arrest", date="2024-03-01")
    case.events.create(kind="release", date="2024-05-01")
    case.events.create(kind="confirmed_still_held", date="2024-06-01")
    return case


def page(browser, case, what, who="entry"):
    return browser(who).get(f"/admin/cases/case/{case.pk}/{what}/").content.decode()


def test_a_question_stands_in_the_strip_and_beside_its_row(browser, case):
    html = page(browser, case, "change")

    question = "Shown in custody after they were out. When were they taken again?"
    assert html.count(question) == 2
    row = html[html.index(f'id="line-events-{case.events.last().pk}"') :]
    assert f'<strong class="row-ask">Confirmed still held 2024-06-01: {question}' in row
    form = page(browser, case, "whole")
    row = form[form.index('id="events-2"') : form.index('id="events-empty"')]
    assert f'<strong class="row-ask">Confirmed still held 2024-06-01: {question}' in row


def test_a_reason_is_kept_and_shown_with_who_gave_it(browser, case):
    given = {
        "code": "shown_while_out",
        "about": f"event {case.events.last().pk}: confirmed_still_held 2024-06-01",
        "reason": "A list of June names her",
    }

    browser("entry").post(f"/admin/cases/case/{case.pk}/answer/", given)

    html = page(browser, case, "change")
    assert "Answered by entry: A list of June names her" in html
    assert "row-ask" not in html


def test_the_steps_are_told_in_their_order_with_what_follows(browser, case):
    html = page(browser, case, "explain", who="publisher")

    told = ["Police custody", "Released", "custody unchanged"]
    assert [html.index(word) for word in told] == sorted(html.index(word) for word in told)
    assert "On " in html and "Shown in custody after they were out" in html


@pytest.mark.parametrize("step", ["answer", "explain"])
def test_a_stranger_sees_nothing_of_it(client, case, step):
    assert client.get(f"/admin/cases/case/{case.pk}/{step}/").status_code == 302


def test_an_answer_is_never_given_by_a_link(browser, case):
    assert browser("entry").get(f"/admin/cases/case/{case.pk}/answer/").status_code == 405
