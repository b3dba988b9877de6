"""The path draft → submitted → published and out again, and who may take it."""

import pytest
from django.test import override_settings

from cases.models import Action, Campaign, LedgerText, PublishedCase, Relation, State, Tombstone
from cases.register.check import check
from cases.text.partial_dates import PartialDate
from cases.workflow.editing import record_edit, relation_edited
from cases.workflow.errors import Refused
from cases.workflow.publishing import publish, withdraw
from cases.workflow.review import give_back, submit
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
    take_to_review,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    return UserFactory(username="entry")


@pytest.fixture
def publisher():
    return UserFactory(username="publisher")


def refusal(step, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        step(*args, **kwargs)
    return " ".join(refused.value.messages)


def test_a_reviewed_case_becomes_public(publisher):
    case = CaseFactory(submitted=True)

    version = publish(case, by=publisher, edit_version=case.edit_version).version

    case.refresh_from_db()
    row = PublishedCase.objects.get(reference=case.reference)
    assert (version, row.version, case.state, case.published_version) == (1, 1, State.PUBLISHED, 1)
    assert row.name == "Aydan Ulduzlu"


def test_a_draft_is_not_published(publisher):
    case = CaseFactory()

    assert "submitted" in refusal(publish, case, by=publisher, edit_version=case.edit_version)
    assert not PublishedCase.objects.exists()


def test_publishing_needs_the_permission():
    case = CaseFactory(submitted=True)

    assert "permission" in refusal(
        publish, case, by=UserFactory(username="reviewer"), edit_version=case.edit_version
    )


@pytest.mark.parametrize("is_superuser", [False, True])
def test_nobody_publishes_what_they_submitted_or_edited(is_superuser):
    case = CaseFactory()
    person = UserFactory(username="publisher", is_superuser=is_superuser)
    record_edit(case, by=UserFactory(username="entry"))
    submit(case, by=person, edit_version=case.edit_version)

    assert "colleague" in refusal(publish, case, by=person, edit_version=case.edit_version)


def test_an_edit_of_the_person_counts_as_an_edit_of_their_case(publisher):
    from cases.workflow.shared import before_change, record_changed

    case = CaseFactory()
    before = before_change(case.person)
    case.person.gender = "female"
    case.person.save()
    record_changed(case.person, by=publisher, before=before)
    take_to_review(case)

    assert "colleague" in refusal(publish, case, by=publisher, edit_version=case.edit_version)


@override_settings(SELF_PUBLISHING=True)
def test_an_office_of_one_may_publish_its_own_work(publisher):
    case = CaseFactory()
    submit(case, by=publisher, edit_version=case.edit_version)

    assert publish(case, by=publisher, edit_version=case.edit_version).version == 1


def test_the_edit_version_that_was_reviewed_is_the_one_published(publisher):
    case = CaseFactory(submitted=True)

    assert "changed after" in refusal(publish, case, by=publisher, edit_version=case.edit_version - 1)


def test_editing_a_submitted_case_returns_it_to_draft(entry):
    case = CaseFactory(submitted=True)
    seen = case.edit_version

    record_edit(case, by=entry)

    case.refresh_from_db()
    assert (case.state, case.edit_version) == (State.DRAFT, seen + 1)


def test_a_returned_case_says_why(entry):
    case = CaseFactory(submitted=True)
    reviewer = UserFactory(username="reviewer")

    assert "why" in refusal(give_back, case, by=reviewer, reason=" ")
    review = give_back(case, by=reviewer, reason="Where is the source?")

    case.refresh_from_db()
    assert (case.state, review.action, review.reason) == (
        State.DRAFT,
        Action.RETURNED,
        "Where is the source?",
    )


def test_a_correction_keeps_the_public_version_until_it_is_published(publisher):
    case = CaseFactory(published=True)
    case.title = "Corrected"
    case.save()
    record_edit(case, by=UserFactory(username="entry"))
    assert PublishedCase.objects.get().title == "A journalist detained"

    take_to_public(case)

    assert (PublishedCase.objects.get().title, PublishedCase.objects.get().version) == ("Corrected", 2)
    assert check() == []


def test_everything_that_is_missing_is_listed_at_once(publisher):
    from cases.models import Case

    case = Case.objects.create()
    submit(case, by=UserFactory(username="entry"), edit_version=case.edit_version)

    text = refusal(publish, case, by=publisher, edit_version=case.edit_version)

    for missing in ("choose a person", "No violation", "not stated", "No public source"):
        assert missing in text


def test_not_stated_is_enough_for_the_country(publisher):
    case = CaseFactory(submitted=True, origin=["not_stated"], location=[])

    assert publish(case, by=publisher, edit_version=case.edit_version).version == 1


def test_a_confidential_source_alone_does_not_publish(publisher):
    case = CaseFactory(submitted=True, source=SourceFactory(confidential=True))

    assert "No public source" in refusal(publish, case, by=publisher, edit_version=case.edit_version)


def test_an_announced_withdrawal_leaves_a_tombstone_and_no_text(publisher):
    case = CaseFactory(published=True)

    withdraw(case, by=publisher, reason="Risk to the family", announced=True)

    case.refresh_from_db()
    assert (case.state, case.published_version) == (State.WITHDRAWN, None)
    assert not PublishedCase.objects.exists()
    assert Tombstone.objects.filter(reference=case.reference).exists()
    assert not LedgerText.objects.filter(type="case").exists()
    assert check() == []


def test_a_silent_withdrawal_leaves_nothing_under_the_reference(publisher):
    case = CaseFactory(published=True)

    withdraw(case, by=publisher, reason="Risk to the family", announced=False)

    assert not Tombstone.objects.exists()
    assert not LedgerText.objects.filter(reference=case.reference).exists()
    assert check() == []


def test_a_withdrawal_says_why(publisher):
    case = CaseFactory(published=True)

    assert "why" in refusal(withdraw, case, by=publisher, reason="", announced=True)
    assert PublishedCase.objects.exists()


def test_a_withdrawn_case_can_be_published_again():
    case = CaseFactory(published=True)
    withdraw(case, by=UserFactory(username="publisher"), reason="A mistake", announced=True)
    case.refresh_from_db()

    take_to_public(case)

    assert PublishedCase.objects.filter(reference=case.reference).exists()
    assert not Tombstone.objects.exists()
    assert check() == []


def test_withdrawing_a_campaign_takes_it_out_of_its_cases(publisher):
    campaign = CampaignFactory(published=True)
    case = CaseFactory()
    case.campaigns.add(campaign)
    take_to_public(case)
    assert PublishedCase.objects.get().campaigns == [campaign.reference]

    withdraw(campaign, by=publisher, reason="Wrong", announced=False)

    assert PublishedCase.objects.get().campaigns == []
    assert Campaign.objects.get().state == State.WITHDRAWN
    assert check() == []


def test_names_of_other_protected_persons_need_a_colleagues_word(publisher):
    PersonFactory(identity="withheld", name="Zarema Kayanova")
    case = CaseFactory(summary="Arrested together with Zarema Kayanova.", submitted=True)

    assert "Zarema Kayanova" in refusal(publish, case, by=publisher, edit_version=case.edit_version)
    assert publish(case, by=publisher, edit_version=case.edit_version, confirmed_homonyms=True).version == 1


def test_the_persons_own_hidden_name_in_the_text_is_refused(publisher):
    person = PersonFactory(identity="withheld", name="Zarema Kayanova")
    case = CaseFactory(person=person, title="Detained", summary="Каянову задержали.", submitted=True)

    text = refusal(publish, case, by=publisher, edit_version=case.edit_version, confirmed_homonyms=True)

    assert "prints “Zarema Kayanova”" in text


def test_a_changed_relation_is_an_edit_of_both_records():
    earlier, later = CaseFactory(published=True), CaseFactory(published=True)
    relation = Relation.objects.create(from_case=later, kind="follows", to_case=earlier)

    relation_edited(relation, by=UserFactory(username="entry"))

    for case in (earlier, later):
        case.refresh_from_db()
        assert (case.state, case.is_public) == (State.DRAFT, True)


def test_a_stage_carries_its_date_and_its_source():
    case = CaseFactory()
    proceeding = case.proceedings.create(jurisdiction="AZ")
    event = case.events.create(kind="verdict_guilty", date=PartialDate("2024-05-01"), proceeding=proceeding)
    case.citations.create(source=SourceFactory(), event=event)
    take_to_public(case)

    published = PublishedCase.objects.get().document["proceedings"][0]

    assert (published["stage"], published["stage_as_of"]["text"], published["stage_source"]) == (
        "convicted_not_final",
        "2024-05-01",
        2,
    )
