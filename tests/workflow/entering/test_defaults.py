"""A record with one of a kind need not say that it is the primary one; a source is cited once for a fact."""

import pytest

from cases.models import Citation, PersonName, Violation
from cases.workflow.entering.citations import cite_once
from cases.workflow.entering.defaults import mark_a_primary, missing_name
from tests.factories import CampaignFactory, CaseFactory, EventFactory, SourceFactory


def test_the_first_row_is_primary_when_none_is():
    rows = [Violation(kind="detention"), Violation(kind="torture")]

    assert mark_a_primary(rows) is rows[0]
    assert [row.is_primary for row in rows] == [True, False]


@pytest.mark.parametrize("rows", [[], [PersonName(text="A"), PersonName(text="B", is_primary=True)]])
def test_nothing_is_marked_where_one_is_primary_or_there_is_none(rows):
    assert mark_a_primary(rows) is None


def test_a_person_has_a_name():
    assert missing_name(["", ""]) == missing_name([]) == "Give at least one name."
    assert missing_name(["", "Aydan"]) == ""


@pytest.mark.django_db
@pytest.mark.parametrize("factory", [CaseFactory, CampaignFactory])
def test_a_source_is_cited_once_for_each_fact_of_a_case_or_campaign(factory):
    record, source = factory(), SourceFactory()
    owner = record._meta.model_name
    first, second = (
        EventFactory(case=None, **{owner: record}) if owner == "campaign" else EventFactory(case=record)
        for _ in range(2)
    )

    for fact in (first, first, second):
        cite_once(source, fact)

    cited = Citation.objects.filter(source=source)
    assert {citation.event for citation in cited} == {first, second}
    assert cited.count() == 2
    assert {getattr(citation, owner) for citation in cited} == {record}
