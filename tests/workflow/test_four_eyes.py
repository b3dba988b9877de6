"""A second person looks at what becomes public: at all of it, and at the very text that comes out."""

import pytest

from cases.models import Agency, PublishedCase, Relation
from cases.workflow.document import document_of
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.publishing import digest_of, publish
from cases.workflow.shared import before_change, record_changed
from tests.factories import (
    AttributionFactory,
    CampaignFactory,
    CaseFactory,
    SourceFactory,
    UserFactory,
    take_to_review,
)
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return UserFactory(username="publisher")


def source_title(case, by):
    change(case.citations.get().source, by=by, title="A better title")


def agency_name(case, by):
    change(case.attributions.get().agency, by=by, name="Border guard")


@pytest.mark.parametrize("edit", [source_title, agency_name])
def test_an_edit_of_a_shared_record_counts_as_an_edit_of_the_cases_that_use_it(publisher, edit):
    case = CaseFactory()
    AttributionFactory(case=case, agency=Agency.objects.create(name="Border police"))
    take_to_review(case)

    edit(case, "publisher")

    case.refresh_from_db()
    with pytest.raises(Refused, match="colleague"):
        publish(case, by=publisher, edit_version=case.edit_version)
    another = UserFactory(username="publisher-two")
    assert publish(case, by=another, edit_version=case.edit_version).version == 1


def test_a_submitted_campaign_whose_source_changed_is_looked_at_again(publisher):
    source = SourceFactory()
    campaign = CampaignFactory(source=source)
    take_to_review(campaign)
    seen = digest_of(document_of(campaign))

    change(source, title="Not what was reviewed")

    with pytest.raises(Refused, match="Look at it again"):
        publish(campaign, by=publisher, edit_version=campaign.edit_version, digest=seen)
    assert "Not what was reviewed" not in everything_public()


def test_a_submitted_case_is_looked_at_again_when_another_draws_a_relation_to_it(publisher):
    drawing, case = CaseFactory(published=True), CaseFactory(submitted=True)
    seen = digest_of(document_of(case))

    Relation.objects.create(from_case=drawing, kind="causes", to_case=case)
    record_edit(drawing, by=UserFactory(username="entry"))

    with pytest.raises(Refused, match="Look at it again"):
        publish(case, by=publisher, edit_version=case.edit_version, digest=seen)


def test_an_edit_saved_from_an_old_page_acts_on_what_is_public_now(publisher):
    """The editor opened the case before it was published; a refusal still takes it out."""
    case = CaseFactory(submitted=True)
    opened_before = type(case).objects.get(pk=case.pk)
    publish(case, by=publisher, edit_version=case.edit_version)

    opened_before.consent, opened_before.consent_by = "refused", "self"
    opened_before.save(update_fields=["consent", "consent_by"])
    record_edit(opened_before, by=UserFactory(username="entry"))

    assert not PublishedCase.objects.exists()


def test_a_changed_name_waits_for_its_review():
    case = CaseFactory(published=True)
    name = case.person.names.get()

    before = before_change(case.person)
    name.text = "Not Reviewed"
    name.save()
    record_changed(case.person, by=UserFactory(username="entry"), before=before)

    case.refresh_from_db()
    assert "Not Reviewed" not in everything_public()
    assert case.review_wanted
