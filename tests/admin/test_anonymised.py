"""What an editor sees of a case that was anonymised: the words to be said anew, the day, and who may choose another."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Action, State
from tests.admin.forms import forms_of
from tests.factories import CaseFactory, PersonFactory, take_to_review
from tests.workflow.anonymised import approved, day_of, hidden, reworded

pytestmark = pytest.mark.django_db

SUMMARY = "She was stopped at the northern border while she carried leaflets."


@pytest.fixture
def case():
    person = PersonFactory(name="Zarema Kayanova")
    return hidden(CaseFactory(person=person, summary=SUMMARY, published=True))


def address(case, step):
    return f"/admin/cases/case/{case.pk}/{step}/"


def form_with(field, page):
    """The form of a page that has a field of this name."""
    return next(form for form in forms_of(page) if field in form.offered)


def text_of(answer):
    return " ".join(answer.content.decode().split())


def test_the_form_shows_the_words_to_be_said_anew_and_the_day(case, browser):
    page = text_of(browser("entry").get(address(case, "change")))

    assert f"appears on {day_of(case):%Y-%m-%d}, not before" in page
    assert "“She was stopped at the northern border while she carried leaflets.” was public before" in page
    assert 'href="#line-record-what"' in page
    assert "Choose another day" not in page


def test_hiding_a_person_says_what_became_of_the_case(browser):
    person = PersonFactory(name="Zarema Kayanova")
    case = CaseFactory(person=person, published=True)
    client = browser("entry")
    page = client.get(f"/admin/cases/person/{person.pk}/change/")
    form = form_with("identity", page)

    answer = text_of(
        client.post(page.request["PATH_INFO"], form.fill(identity="withheld").fields, follow=True)
    )

    case.refresh_from_db()
    assert f"Gone from the public side without trace, and drafts now: {case} ({case.reference})" in answer


def test_the_review_approves_it_for_its_day(case, browser):
    reworded(case)
    take_to_review(case)
    client = browser("publisher")
    page = client.get(address(case, "publish"))
    form = form_with("digest", page)

    assert "Approve this text for its day" in text_of(page)
    answer = text_of(client.post(address(case, "publish"), form.fields, follow=True))

    case.refresh_from_db()
    assert case.state == State.APPROVED
    assert "Approved; it appears on its day." in answer
    assert f"it appears on {day_of(case):%Y-%m-%d}, by itself" in answer


def test_a_second_person_chooses_another_day(case, browser):
    approved(reworded(case))
    client, day = browser("publisher-two"), timezone.localdate() + timedelta(days=5)
    assert address(case, "day") in text_of(client.get(address(case, "change")))
    form = form_with("day", client.get(address(case, "day")))

    answer = text_of(
        client.post(
            address(case, "day"), form.fill(day=day.isoformat(), reason="A hearing.").fields, follow=True
        )
    )

    assert f"It appears on {day.isoformat()}." in answer
    assert day_of(case) == day
    assert case.reviews.get(action=Action.DAY_CHOSEN).reason == f"{day.isoformat()}: A hearing."


@pytest.mark.parametrize(
    ("day", "reason", "told"),
    [("", "Why", "required"), ("yesterday week", "Why", "date"), ("2020-01-01", "Why", "after today")],
)
def test_a_day_that_cannot_be_is_refused_beside_its_field(case, browser, day, reason, told):
    drawn = day_of(case)

    page = text_of(browser("publisher").post(address(case, "day"), {"day": day, "reason": reason}))

    assert told in page
    assert day_of(case) == drawn


@pytest.mark.parametrize(("who", "status"), [("entry", 403), ("reviewer", 403), ("publisher", 200)])
def test_the_page_of_the_day_is_for_those_who_publish(case, browser, who, status):
    assert browser(who).get(address(case, "day")).status_code == status


def test_a_case_that_waits_for_no_day_is_given_none(browser):
    page = text_of(browser("publisher").get(address(CaseFactory(), "day")))

    assert "Only a case that waits for its day" in page
