"""What was done to somebody beside custody and court is counted and searched, and moves neither custody nor stage."""

import pytest

from cases.models import PublishedCase
from cases.models.classification import EVENT_KINDS_OF_THE_NAMED
from cases.text.custody.effects import NO_EFFECT, effect_of
from cases.text.partial_dates import PartialDate
from cases.vocabularies.proceedings import EVENT_KINDS, MEASURES
from cases.workflow.document import document_of
from tests.factories import CaseFactory, PersonFactory, SourceFactory, take_to_public

pytestmark = pytest.mark.django_db


def case_with(*kinds, **of_person):
    case = CaseFactory(person=PersonFactory(**of_person))
    case.events.create(kind="arrest", date=PartialDate("2024-05-01"))
    for day, kind in enumerate(kinds, start=2):
        event = case.events.create(
            kind=kind, date=PartialDate(f"2024-05-{day:02}"), until=PartialDate("2024-06")
        )
        case.citations.create(event=event, source=SourceFactory(title=f"Report on {kind}"))
    return case


@pytest.mark.parametrize("kind", MEASURES.codes)
def test_no_measure_moves_custody_or_stage(kind):
    case = case_with(kind)

    content = document_of(case).content

    assert effect_of(kind) == NO_EFFECT
    assert (content["custody"]["status"], content["custody"]["as_of"]["text"]) == (
        "police_custody",
        "2024-05-01",
    )
    assert [event["custody"] for event in content["events"]] == ["police_custody", ""]


def test_measures_stand_in_the_row_each_once_and_are_found_and_counted(client):
    take_to_public(case_with("solitary_confinement", "hunger_strike", "solitary_confinement"))
    take_to_public(CaseFactory(title="Another", person=PersonFactory(name="Elvin Səmədli")))

    assert PublishedCase.objects.get(title="A journalist detained").measures == [
        "solitary_confinement",
        "hunger_strike",
    ]
    found = client.get("/cases/", {"measure": "solitary_confinement"}).content.decode()
    assert "A journalist detained" in found and "Another" not in found
    assert client.get("/cases/", {"measure": "arrest"}).status_code == 400


@pytest.mark.parametrize("identity", ["initials", "withheld"])
def test_below_named_nothing_of_the_new_kinds_shows_nor_what_is_cited_for_them(identity):
    case = case_with("ill_treatment", *sorted(EVENT_KINDS_OF_THE_NAMED), identity=identity)

    content = document_of(case).content

    assert [event["kind"] for event in content["events"]] == ["arrest", "ill_treatment"]
    assert len(content["sources"]) == 2, "of the case and of the ill-treatment"
    assert len([each for each in content["citations"] if each["target"] == "event"]) == 1


def test_the_kinds_of_the_named_are_measures():
    assert EVENT_KINDS_OF_THE_NAMED < {*MEASURES.codes} < {*EVENT_KINDS.codes}
