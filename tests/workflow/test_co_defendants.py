"""Cases that were tried together name each other on both pages and in files, and only where both people are named."""

import csv
import io

import pytest

from cases.models import Circle, PublishedCase, Relation, Review
from cases.register.check import check
from cases.register.row import co_defendants
from cases.workflow.circles import give
from cases.workflow.document import document_of
from cases.workflow.editing import record_edit, relation_edited
from cases.workflow.hiding import hide
from cases.workflow.publishing import withdraw
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
)
from tests.public.files import csv_file
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return UserFactory(username="publisher")


def tried_together(one, other, **values):
    return Relation.objects.create(from_case=one, kind="tried_with", to_case=other, **values)


def pair(**of_other):
    """Two public cases tried together, one published after the other."""
    one = CaseFactory(title="One", person=PersonFactory(name="Aydan Ulduzlu"))
    other = CaseFactory(title="Other", person=PersonFactory(name="Elvin Səmədli", **of_other))
    tried_together(one, other)
    for case in (one, other):
        take_to_public(case)
        case.refresh_from_db()
    return one, other


def listed(case):
    return PublishedCase.objects.get(reference=case.reference).co_defendants


def page(client, case):
    return client.get(f"/cases/{case.reference}/").content.decode()


def cells():
    return {row["title"]: row["co_defendants"] for row in csv.DictReader(io.StringIO(csv_file()))}


def test_both_name_each_other_whichever_was_published_first(client):
    one, other = pair()

    assert (listed(one), listed(other)) == ([other.reference], [one.reference])
    assert "Tried together with" in page(client, one) and other.reference in page(client, one)
    assert "Tried together with" in page(client, other) and one.reference in page(client, other)
    assert cells() == {"One": other.reference, "Other": one.reference}
    assert check() == []


def test_the_first_is_told_with_its_public_text_and_no_draft_of_it_comes_out():
    one = CaseFactory(title="One", published=True)
    other = CaseFactory(title="Other", person=PersonFactory(name="Elvin Səmədli"))
    relation_edited(tried_together(one, other), by=UserFactory(username="entry"))
    one.refresh_from_db()
    one.summary = "Nobody has reviewed this."
    one.save()
    record_edit(one, by=UserFactory(username="entry"))

    take_to_public(other)

    row = PublishedCase.objects.get(reference=one.reference)
    assert (row.co_defendants, row.summary, row.version) == ([other.reference], "Detained at the border.", 2)
    assert Review.objects.of(one).first().action == "tied"
    one.refresh_from_db()
    assert one.state == "draft"
    assert Review.objects.worked_on(one, [UserFactory(username="entry").pk])


def test_stated_from_both_ends_it_is_listed_once():
    one, other = CaseFactory(), CaseFactory(published=True)
    tried_together(one, other)
    tried_together(other, one)

    assert co_defendants(document_of(one).content) == [other.reference]


@pytest.mark.parametrize("identity", ["initials", "withheld"])
def test_nothing_is_said_where_one_of_them_is_not_named(client, identity):
    one, other = pair(identity=identity)

    assert (listed(one), listed(other)) == ([], [])
    assert other.reference not in page(client, one)
    assert one.reference not in page(client, other)


def test_a_case_that_is_not_public_is_not_listed_nor_counted(client):
    one, draft = CaseFactory(), CaseFactory(title="A draft")
    tried_together(one, draft)
    take_to_public(one)

    assert listed(one) == []
    assert "Tried together" not in page(client, one)
    assert draft.reference not in everything_public()


def test_what_is_known_in_confidence_alone_is_not_said():
    one, other = CaseFactory(), CaseFactory(published=True)
    tried_together(one, other, source=SourceFactory(confidential=True))

    assert co_defendants(document_of(one).content) == []


def test_a_withdrawn_case_is_gone_from_the_other_and_its_versions(publisher):
    one, other = pair()

    withdraw(other, by=publisher, reason="A mistake", announced=False)

    assert listed(one) == []
    assert other.reference not in everything_public()
    assert cells() == {"One": ""}
    assert check() == []


def test_a_hidden_case_is_gone_at_once_from_page_file_and_versions(client, publisher):
    one, other = pair()

    hide(other, by=publisher, reason="Danger")

    assert other.reference not in page(client, one)
    assert cells() == {"One": ""}
    for number in (1, 2):
        assert (
            other.reference not in client.get(f"/cases/{one.reference}/versions/{number}/").content.decode()
        )


def test_of_several_only_the_hidden_one_is_gone_from_the_file(publisher):
    one, other = pair()
    third = CaseFactory(title="Third", person=PersonFactory(name="Nərmin Qaya"))
    tried_together(third, one)
    take_to_public(third)
    assert cells()["One"] == f"{other.reference} | {third.reference}"

    hide(other, by=publisher, reason="Danger")

    assert cells() == {"One": third.reference, "Third": one.reference}


def test_somebody_who_is_named_no_more_is_gone_from_the_other_at_once():
    one, other = pair()
    before = other.reference

    change(other.person, identity="withheld")

    assert listed(one) == []
    assert before not in everything_public()


def test_what_goes_to_a_circle_is_named_by_no_case_outside(publisher):
    one, other = pair()
    circle = Circle.objects.create(name="Four")
    circle.members.set([UserFactory(username="entry")])

    give(other, circle=circle, by=UserFactory(username="entry"))

    assert listed(one) == []
    assert co_defendants(document_of(one).content) == []


def test_a_circle_that_keeps_both_parts_nobody():
    one, other = pair()
    circle = Circle.objects.create(name="Four")
    circle.members.set([UserFactory(username="entry")])

    give(one, circle=circle, by=UserFactory(username="entry"))
    give(other, circle=circle, by=UserFactory(username="entry"))

    assert co_defendants(document_of(other).content) == [one.reference]


def test_a_tie_that_is_taken_away_goes_from_both_with_the_next_publication():
    one, other = pair()
    relation = Relation.objects.get()
    entry = UserFactory(username="entry")
    relation_edited(relation, by=entry)
    relation.delete()

    take_to_public(other)

    assert (listed(one), listed(other)) == ([], [])


def test_only_two_cases_are_tried_together():
    case = CaseFactory()
    with_campaign = Relation(from_case=case, kind="tried_with", to_campaign=CampaignFactory())
    with_itself = Relation(from_case=case, kind="tried_with", to_case=case)

    def broken(relation):
        return [each.name for each in Relation._meta.constraints if each.is_broken_by(relation)]

    assert broken(with_campaign) == ["relation_of_one_trial_is_of_two_cases"]
    assert broken(with_itself) == ["relation_of_one_trial_is_not_to_itself"]
