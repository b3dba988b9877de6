"""An anonymised case is gone at once, a draft in other words, and back on a random day: nothing joins the two."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import transaction

from cases.models import Action, Case, LedgerText, PublishedCase, Relation, State, Tombstone
from cases.register.check import check
from cases.workflow.anonymising import EARLIEST, LATEST, choose_day, random_day
from cases.workflow.appearing import publish_due
from cases.workflow.completeness import problems
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.publishing import publish, withdraw
from cases.workflow.review import give_back
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    EventFactory,
    PersonFactory,
    UserFactory,
    take_to_public,
    take_to_review,
)
from tests.workflow.anonymised import approved, begin_day, day_of, hidden, reworded
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db

HIDDEN_ON = date(2026, 3, 2)
SUMMARY = "She was stopped at the northern border while she carried leaflets."


@pytest.fixture
def today(monkeypatch):
    """Sets the day; the day somebody is hidden to begin with."""

    def today(day):
        begin_day(monkeypatch, day)

    today(HIDDEN_ON)
    return today


@pytest.fixture
def case(today):
    """Public by name, with a summary long enough to be found by."""
    return CaseFactory(person=PersonFactory(name="Zarema Kayanova"), summary=SUMMARY, published=True)


def messages(case):
    return [problem.message for problem in problems(case)]


def test_the_old_record_is_gone_at_once_and_without_trace(case):
    old = case.reference

    hidden(case)

    assert not PublishedCase.objects.exists()
    assert not LedgerText.objects.exists()
    assert not Tombstone.objects.exists()
    assert (case.state, case.published_version) == (State.DRAFT, None)
    assert case.reference != old
    assert case.reviews.get(action=Action.WITHDRAWN).is_announced is False
    assert check() == []


def test_the_day_is_drawn_between_the_limits_and_each_is_as_likely():
    drawn = Counter((random_day(HIDDEN_ON) - HIDDEN_ON).days for _ in range(47 * 200))

    assert set(drawn) == set(range(EARLIEST, LATEST + 1))
    assert (EARLIEST, LATEST) == (14, 60)
    # Of 200 expected for each; a thousand such runs would stay within this.
    assert all(120 < count < 290 for count in drawn.values())


def test_until_its_day_nothing_of_it_is_in_the_register_whatever_the_desk_does(case, today):
    hidden(case)
    silence = everything_public()

    approved(reworded(case))
    for day in (HIDDEN_ON, HIDDEN_ON + timedelta(days=1), day_of(case) - timedelta(days=1)):
        today(day)
        outcome = publish_due()
        assert not outcome
        assert everything_public() == silence

    case.refresh_from_db()
    assert (case.state, case.published_version) == (State.APPROVED, None)


def test_on_its_day_it_is_published_as_approved(case, today):
    old = case.reference
    approved(reworded(hidden(case)))
    day = day_of(case)

    today(day)
    outcome = publish_due()

    case.refresh_from_db()
    row = PublishedCase.objects.get()
    assert outcome.published == [case]
    assert (row.reference, row.version, row.identity) == (case.reference, 1, "withheld")
    assert row.published_at.date() == LedgerText.objects.get().entry.at.date() == day
    assert (case.state, case.published_edit_version) == (State.PUBLISHED, case.edit_version)
    assert old not in everything_public() and "Kayanova" not in everything_public()
    assert not publish_due()
    assert check() == []


def test_approved_after_its_day_it_is_published_at_once(case, today):
    reworded(hidden(case))

    today(day_of(case))
    approved(case)

    assert PublishedCase.objects.get().reference == case.reference


@pytest.mark.parametrize(
    "summary",
    [
        SUMMARY,
        "Somebody WAS STOPPED, at the northern… border; nobody knows why.",
        "She was stopped at the nórthern bor\u00adder.",
        "Because leaflets were found? While she carried leaflets.. she was stopped at the\nnorthern border.",
    ],
)
def test_five_words_that_were_public_stand_against_it(case, summary):
    reworded(hidden(case), summary=summary)

    [problem] = problems(case)
    take_to_review(case)
    with pytest.raises(Refused, match="was public before this case was anonymised"):
        publish(case, by=UserFactory(username="publisher"), edit_version=case.edit_version)

    assert problem.field == "summary"
    assert "stopped" in problem.message.lower()


def test_the_very_words_are_shown(case):
    reworded(hidden(case), summary="We heard that she was stopped at the northern border, and not why.")

    [message] = messages(case)

    assert "“she was stopped at the northern border”" in message


def test_four_words_in_a_row_may_stand(case):
    reworded(
        hidden(case), summary="Stopped at the northern coast while she was out; others carried leaflets."
    )

    assert messages(case) == []


def test_a_title_that_stands_as_it_stood_is_refused_however_short(case):
    reworded(hidden(case), title="a journalist detained.")

    assert [problem.field for problem in problems(case)] == ["title"]


def test_words_of_events_campaigns_and_earlier_versions_count(today):
    campaign = CampaignFactory(
        title="Winter", summary="Among them a teacher who had filmed the square.", published=True
    )
    case = CaseFactory(person=PersonFactory(name="Zarema Kayanova"), summary=SUMMARY)
    EventFactory(case=case, description="Two men without uniform took her from the bus.")
    case.campaigns.add(campaign)
    take_to_public(case)
    case.summary = "Held since."
    case.save()
    record_edit(case, by=UserFactory(username="entry"))
    take_to_public(case)
    hidden(case)

    reworded(case, summary=f"{SUMMARY} It was a teacher who had filmed the square.")

    assert sorted(problem.field for problem in problems(case)) == ["events", "summary", "summary"]


def test_names_of_bodies_and_laws_are_no_words_of_the_case(today):
    case = CaseFactory(person=PersonFactory(name="Zarema Kayanova"))
    body = "Working Group on Arbitrary Detention of the United Nations"
    case.assessments.create(assessor=body, framework="other", outcome="pending")
    take_to_public(case)

    reworded(hidden(case))

    assert messages(case) == []


def test_what_it_was_tied_to_is_not_shown_on_either_side(today):
    other, third = CaseFactory(published=True), CaseFactory(published=True)
    case = CaseFactory(person=PersonFactory(name="Zarema Kayanova"), part_of=third)
    Relation.objects.create(from_case=case, kind="follows", to_case=other)
    take_to_public(case)
    record_edit(other, by=UserFactory(username="entry"))
    take_to_public(other)
    assert PublishedCase.objects.get(reference=other.reference).document["relations"]

    approved(reworded(hidden(case)))
    today(day_of(case))
    publish_due()
    record_edit(other, by=UserFactory(username="entry"))
    take_to_public(other)

    rows = {row.reference: row.document for row in PublishedCase.objects.all()}
    assert rows[case.reference]["relations"] == rows[other.reference]["relations"] == []
    assert rows[case.reference]["part_of"] == ""
    assert check() == []


def test_a_second_person_chooses_another_day_with_a_reason(case, today):
    approved(reworded(hidden(case)))
    day = HIDDEN_ON + timedelta(days=3)

    choose_day(case, by=UserFactory(username="publisher"), day=day, reason=" A hearing nears. ")
    today(day)
    publish_due()

    assert PublishedCase.objects.get().published_at.date() == day
    chosen = case.reviews.get(action=Action.DAY_CHOSEN)
    assert (chosen.reason, str(chosen.by)) == ("2026-03-05: A hearing nears.", "publisher")


@pytest.mark.parametrize(
    ("who", "day", "reason", "why"),
    [
        ("publisher", 0, "Why not", "after today"),
        ("publisher", 9, " ", "Say why"),
        ("entry", 9, "Why not", "no permission"),
        ("admin", 9, "Why not", "a colleague"),
    ],
)
def test_another_day_is_refused_without_reason_second_person_or_time(case, who, day, reason, why):
    record_edit(case, by=UserFactory(username="admin"))
    reworded(hidden(case))
    drawn = day_of(case)

    with pytest.raises(Refused, match=why), transaction.atomic():
        choose_day(case, by=UserFactory(username=who), day=HIDDEN_ON + timedelta(days=day), reason=reason)

    assert day_of(case) == drawn


def test_what_changed_since_its_approval_goes_back_instead_of_appearing(case, today):
    approved(reworded(hidden(case)))
    source = case.citations.get().source
    change(source, language="ru")

    today(day_of(case))
    outcome = publish_due()

    case.refresh_from_db()
    assert (outcome.published, outcome.marked, case.state) == ([], [case], State.DRAFT)
    assert "changed after it was approved" in case.reviews.filter(action=Action.RETURNED).get().reason
    assert not PublishedCase.objects.exists()


def test_consent_withdrawn_meanwhile_keeps_it_away(case, today):
    approved(reworded(hidden(case)))
    change(case.person, consent="withdrawn", consent_by="self")

    today(day_of(case))
    publish_due()

    assert not PublishedCase.objects.exists()


def test_a_name_protected_since_keeps_it_away(case, today):
    approved(reworded(hidden(case), summary="Taken together with Rauf Tanınmaz."))
    PersonFactory(name="Rauf Tanınmaz", identity="withheld")

    today(day_of(case))
    publish_due()

    assert not PublishedCase.objects.exists()


def test_an_approval_can_be_taken_back(case, today):
    approved(reworded(hidden(case)))

    give_back(case, by=UserFactory(username="reviewer"), reason="Another look.")
    today(day_of(case))
    publish_due()

    assert not PublishedCase.objects.exists()


def test_a_later_version_must_not_repeat_what_was_public_either(case, today):
    approved(reworded(hidden(case)))
    today(day_of(case))
    publish_due()

    case.refresh_from_db()
    reworded(case, summary=SUMMARY)

    assert [problem.field for problem in problems(case)] == ["summary"]


def test_withdrawn_before_it_was_anonymised_its_texts_are_still_known(case):
    withdraw(case, by=UserFactory(username="publisher"), reason="Risk", announced=True)
    case.refresh_from_db()

    reworded(hidden(case), summary=SUMMARY)

    assert day_of(case) > HIDDEN_ON
    assert [problem.field for problem in problems(case)] == ["summary"]


def test_hidden_a_second_time_before_its_day_it_keeps_the_day(case):
    hidden(case, "initials")
    day, reference = day_of(case), case.reference

    hidden(case, "withheld")

    assert (day_of(case), case.reference) == (day, reference)


def test_named_after_all_it_is_an_ordinary_case(case):
    hidden(case)
    change(case.person, identity="named")
    case.refresh_from_db()

    take_to_public(case)

    row = PublishedCase.objects.get()
    assert (row.identity, row.summary) == ("named", SUMMARY)


def test_two_cases_of_a_person_come_back_on_days_of_their_own(today):
    person = PersonFactory(name="Zarema Kayanova")
    cases = [CaseFactory(person=person, published=True) for _ in range(4)]

    change(person, identity="withheld")

    days = {day_of(case) for case in Case.objects.filter(pk__in=[case.pk for case in cases])}
    # All four alike once in 100,000 runs.
    assert len(days) > 1
