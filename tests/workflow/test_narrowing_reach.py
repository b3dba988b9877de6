"""How far narrowing reaches: relatives, dead links, unreviewed sources, other texts, consent that runs out."""

from datetime import date, timedelta

import pytest

from cases.models import Case, Person, PublishedCase
from cases.text.partial_dates import PartialDate
from cases.workflow.completeness import second_look
from cases.workflow.document import document_of
from cases.workflow.editing import record_edit
from cases.workflow.expiry import narrow_expired
from cases.workflow.narrowing import common
from cases.workflow.publishing import withdraw
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
)
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db
TODAY = date.today()
NAME = "Zarema Kayanova"


def until_today():
    """A consent to be named that ends today, by the person's own word."""
    return {"consent": "publish_named", "consent_by": "self", "consent_expires_date": TODAY}


def let_consent_end(person):
    Person.objects.filter(pk=person.pk).update(consent_expires_date=TODAY - timedelta(days=1))
    return narrow_expired()


@pytest.mark.parametrize(
    "values",
    [
        {"identity": "withheld"},
        {"consent": "refused", "consent_by": "self"},
        {"consent": "publish_anonymised", "consent_by": "self"},
        {"birth_date": PartialDate(str(TODAY.year - 10))},
    ],
)
def test_a_relative_on_whose_account_it_was_done_is_hidden_at_once(values):
    relative = PersonFactory(name=NAME)
    CaseFactory(targeted_because_of=relative, published=True)
    assert "Kayanova" in everything_public()

    change(relative, **values)

    assert "Kayanova" not in everything_public()


def test_a_relative_is_hidden_when_their_consent_has_run_out():
    relative = PersonFactory(name=NAME, **until_today())
    CaseFactory(targeted_because_of=relative, published=True)

    let_consent_end(relative)

    assert "Kayanova" not in everything_public()


def test_a_source_nobody_has_reviewed_does_not_come_out_with_narrowing():
    kept, hidden = SourceFactory(title="Kept"), SourceFactory(title="Memo")
    case = CaseFactory(source=kept)
    case.citations.create(source=hidden)
    take_to_public(case)
    case.citations.create(source=SourceFactory(title="Not reviewed"))
    record_edit(case, by=UserFactory(username="entry"))

    change(hidden, is_public=False)

    assert PublishedCase.objects.get().source_titles == ["Kept"]


def test_an_edited_source_title_waits_for_its_review():
    kept, hidden = SourceFactory(title="Kept"), SourceFactory(title="Memo")
    case = CaseFactory(source=kept)
    case.citations.create(source=hidden)
    take_to_public(case)
    change(kept, title="Not reviewed")

    change(hidden, is_public=False)

    assert "Not reviewed" not in everything_public()
    assert "Memo" not in everything_public()


def test_a_part_does_not_keep_the_old_reference_of_its_whole():
    whole = CaseFactory(published=True)
    part = CaseFactory(group=True, part_of=whole, published=True)
    old = whole.reference

    change(whole.person, identity="withheld")

    assert old not in str(PublishedCase.objects.get(reference=part.reference).document)


def test_alike_proceedings_keep_their_charges():
    case = CaseFactory()
    for number in (1, 2):
        proceeding = case.proceedings.create(number=number, jurisdiction="AZ")
        case.charges.create(proceeding=proceeding, verbatim=f"charge {number}", category="treason")
    document = document_of(case).content

    assert common(document, document) == document


@pytest.mark.parametrize("by_expiry", [False, True])
def test_other_texts_with_the_name_are_marked_when_a_case_hides_it(by_expiry):
    person = PersonFactory(name=NAME, **until_today())
    case = CaseFactory(person=person, published=True)
    other = CaseFactory(summary=f"Arrested together with {NAME}.", published=True)

    if by_expiry:
        let_consent_end(person)
    else:
        case.consent, case.consent_by = "publish_anonymised", "self"
        case.save()
        record_edit(case, by=UserFactory(username="entry"))

    other.refresh_from_db()
    assert "hidden now" in other.review_wanted


def test_other_texts_are_marked_though_the_person_has_no_public_case():
    person = PersonFactory(name=NAME)
    other = CaseFactory(summary=f"Arrested together with {NAME}.", published=True)

    change(person, consent="refused", consent_by="self")

    other.refresh_from_db()
    assert "hidden now" in other.review_wanted


def test_a_name_whose_consent_has_run_out_needs_a_second_look():
    PersonFactory(name=NAME, **until_today() | {"consent_expires_date": TODAY - timedelta(days=1)})

    assert second_look(CaseFactory(summary=f"Arrested together with {NAME}."), today=TODAY) == [NAME]


def test_a_group_that_is_anonymised_goes_and_gets_a_new_reference():
    case = CaseFactory(group=True, published=True)
    old = case.reference
    case.consent, case.consent_by = "publish_anonymised", "lawyer"
    case.save()

    record_edit(case, by=UserFactory(username="entry"))

    assert not PublishedCase.objects.exists()
    assert Case.objects.get().reference != old


def corrected(case, **values):
    """Edit a public case and publish it again."""
    for name, value in values.items():
        setattr(case, name, value)
    case.save()
    record_edit(case, by=UserFactory(username="entry"))
    take_to_public(case)


def test_a_source_that_only_an_earlier_version_cited_takes_that_version_s_text_along():
    case = CaseFactory()
    source = SourceFactory(title="A leaked letter")
    citation = case.citations.create(source=source)
    take_to_public(case)
    citation.delete()
    corrected(case, summary="Told by another source.")
    assert "A leaked letter" in everything_public()

    change(source, is_public=False)

    case.refresh_from_db()
    assert "A leaked letter" not in everything_public()
    assert PublishedCase.objects.get().summary == "Told by another source."
    assert case.published_version == 2


@pytest.mark.parametrize("values", [{"identity": "withheld"}, {"consent": "refused", "consent_by": "self"}])
def test_somebody_named_by_mistake_is_hidden_in_earlier_versions_too(values):
    person = PersonFactory(name=NAME)
    case = CaseFactory(person=person, published=True)
    corrected(case, person=PersonFactory(name="Aydan Ulduzlu"))
    assert "Kayanova" in everything_public()

    change(person, **values)

    assert "Kayanova" not in everything_public()
    assert PublishedCase.objects.get().name == "Aydan Ulduzlu"


def test_a_campaign_that_only_an_earlier_version_named_is_withdrawn_from_it():
    campaign = CampaignFactory(title="Quiet campaign", published=True)
    case = CaseFactory()
    case.campaigns.add(campaign)
    take_to_public(case)
    case.campaigns.clear()
    corrected(case, summary="Not part of it.")

    withdraw(campaign, by=UserFactory(username="publisher"), reason="Asked for.", announced=False)

    assert "Quiet campaign" not in everything_public()
    assert PublishedCase.objects.exists()


def test_a_name_that_was_marked_is_gone_from_earlier_versions_once_it_is_rewritten():
    person = PersonFactory(name=NAME)
    other = CaseFactory(summary=f"Arrested together with {NAME}.", published=True)
    change(person, consent="refused", consent_by="self")
    other.refresh_from_db()
    assert "Kayanova" in everything_public()

    corrected(other, summary="Arrested together with a colleague.")

    assert "Kayanova" not in everything_public()


def test_a_name_that_only_an_earlier_text_prints_is_removed_from_it():
    person = PersonFactory(name=NAME)
    CaseFactory(person=person, published=True)
    other = CaseFactory(summary=f"Arrested together with {NAME}.", published=True)
    corrected(other, summary="Arrested together with a colleague.")
    assert "Kayanova" in everything_public()

    change(person, consent="refused", consent_by="self")

    assert "Kayanova" not in everything_public()
    assert PublishedCase.objects.get().summary == "Arrested together with a colleague."


def test_a_person_who_never_was_public_changes_no_text_of_others():
    person = PersonFactory(name=NAME)
    other = CaseFactory(summary=f"Arrested together with {NAME}.", published=True)
    corrected(other, summary=f"Arrested with {NAME}.")
    before = everything_public()

    change(person, consent="refused", consent_by="self")

    assert everything_public() == before
    assert second_look(other) == [NAME]


def test_a_relative_of_an_earlier_version_is_hidden_when_their_consent_has_run_out():
    relative = PersonFactory(name=NAME, **until_today())
    case = CaseFactory(targeted_because_of=relative, published=True)
    corrected(case, targeted_because_of=None)
    assert "Kayanova" in everything_public()

    let_consent_end(relative)

    assert "Kayanova" not in everything_public()


def test_what_narrowing_put_back_can_still_be_hidden():
    relative, source = PersonFactory(name=NAME), SourceFactory(title="Memo")
    case = CaseFactory(targeted_because_of=relative)
    case.citations.create(source=source)
    take_to_public(case)
    case.targeted_because_of = None
    case.save()
    record_edit(case, by=UserFactory(username="entry"))
    change(source, is_public=False)

    change(relative, consent="refused", consent_by="self")

    assert "Kayanova" not in everything_public()


def test_a_case_whose_draft_is_about_somebody_else_is_withdrawn_rather_than_mixed():
    source = SourceFactory(title="Memo")
    case = CaseFactory(person=PersonFactory(name=NAME))
    case.citations.create(source=source)
    take_to_public(case)
    case.person = PersonFactory(name="Aydan Ulduzlu")
    case.save()
    record_edit(case, by=UserFactory(username="entry"))

    outcome = change(source, is_public=False)

    assert [each.pk for each in outcome.withdrawn] == [case.pk]
    assert not PublishedCase.objects.exists()
