"""What is known in confidence alone stays out of the public document, also where another fact points at it."""

from datetime import date

import pytest

from cases.models import Event, PublishedCase, Relation
from cases.models.classification import CLASSIFICATION
from cases.vocabularies.proceedings import EVENT_KINDS
from cases.workflow.checking import confirm_still_held
from cases.workflow.document import document_of
from tests.factories import (
    AttributionFactory,
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
)
from tests.workflow.desk import change

pytestmark = pytest.mark.django_db


def content_of(record):
    return document_of(record).content


def in_confidence(record, **fact):
    """Cite a confidential source, and no other, for one fact of the record."""
    record.citations.create(source=SourceFactory(confidential=True, title="Gizlimemo"), **fact)


def hidden_event(record):
    event = record.events.create(kind="ill_treatment", description="Gizlievent")
    in_confidence(record, event=event)
    return event


@pytest.mark.parametrize("make", [CaseFactory, CampaignFactory])
def test_an_official_position_on_a_hidden_event_is_left_out(make):
    record = make()
    event = hidden_event(record)
    record.official_positions.create(
        event=event, position="denies", text="Gizlidenial", source=SourceFactory()
    )

    content = content_of(record)

    assert content["official_positions"] == []
    assert "Gizli" not in str(content)


def test_an_official_position_on_a_hidden_attribution_is_left_out():
    case = CaseFactory()
    attribution = AttributionFactory(
        case=case,
        attributed_to="Gizliunit",
        attributed_by="Gizliwitness",
        source=SourceFactory(confidential=True),
    )
    case.official_positions.create(attribution=attribution, position="denies", source=SourceFactory())

    content = content_of(case)

    assert content["official_positions"] == []
    assert "Gizli" not in str(content)


def test_an_official_position_on_an_event_of_another_record_is_left_out():
    case, draft = CaseFactory(), CaseFactory()
    event = draft.events.create(kind="other", description="Of a draft")
    case.official_positions.create(event=event, position="denies", source=SourceFactory())

    content = content_of(case)

    assert content["official_positions"] == []
    assert "Of a draft" not in str(content)


def test_an_official_position_on_an_open_event_says_what_it_is_about():
    case = CaseFactory()
    event = case.events.create(kind="ill_treatment", description="Beaten at the border")
    case.official_positions.create(event=event, position="denies", source=SourceFactory())

    (position,) = content_of(case)["official_positions"]

    assert position["about"] == "Beaten at the border"


def test_an_official_position_on_an_attribution_says_to_whom_and_by_whom():
    case = CaseFactory()
    attribution = AttributionFactory(
        case=case, attributed_to="A border unit", attributed_by="A witness", source=SourceFactory()
    )
    case.official_positions.create(attribution=attribution, position="denies", source=SourceFactory())

    (position,) = content_of(case)["official_positions"]

    assert position["about"] == "attributed to A border unit by A witness"


def test_a_relation_of_an_intervention_says_of_which():
    case, public = CaseFactory(), CaseFactory(published=True)
    petition = case.interventions.create(kind="petition", actor="A ministry")
    Relation.objects.create(from_intervention=petition, kind="follows", to_case=public)

    (relation,) = content_of(case)["relations"]

    assert (relation["text"], relation["reference"]) == ("Petition: A ministry", public.reference)


def test_the_words_for_a_fact_show_no_more_than_the_fact_itself(monkeypatch):
    """Whatever the classification keeps back at an identity is not told by what points at it either."""
    monkeypatch.setitem(CLASSIFICATION[Event], "description", "named")
    case = CaseFactory(person=PersonFactory(identity="withheld"))
    event = case.events.create(kind="ill_treatment", description="Gizlievent")
    other = case.events.create(kind="release")
    case.official_positions.create(event=event, position="denies", source=SourceFactory())
    Relation.objects.create(from_event=event, kind="precedes", to_event=other)
    Relation.objects.create(from_event=other, kind="follows", to_event=event)

    content = content_of(case)

    ill_treatment = str(EVENT_KINDS.label("ill_treatment"))
    assert content["official_positions"][0]["about"] == ill_treatment
    assert content["relations"][0]["text"] == ill_treatment
    assert content["relations"][1]["title"] == ill_treatment
    assert "Gizli" not in str(content)


@pytest.mark.parametrize("make", [CaseFactory, CampaignFactory])
def test_an_answer_to_a_hidden_intervention_does_not_name_whom_it_answers(make):
    record = make()
    hidden = record.interventions.create(kind="petition", actor="Gizliactor")
    in_confidence(record, intervention=hidden)
    record.interventions.create(kind="petition", actor="A ministry", response_to=hidden)

    content = content_of(record)

    assert [(each["actor"], each["response_to"]) for each in content["interventions"]] == [("A ministry", "")]
    assert "Gizli" not in str(content)


@pytest.mark.parametrize("hidden_side", ["from", "to"])
def test_a_relation_with_a_hidden_event_is_left_out(hidden_side):
    case = CaseFactory()
    hidden, told = hidden_event(case), case.events.create(kind="other", description="Told openly")
    start, finish = (hidden, told) if hidden_side == "from" else (told, hidden)
    Relation.objects.create(from_event=start, kind="follows", to_event=finish)

    content = content_of(case)

    assert content["relations"] == []
    assert "Gizli" not in str(content)


def test_a_relation_goes_when_its_source_is_made_private():
    public, source, case = CaseFactory(published=True), SourceFactory(), CaseFactory()
    Relation.objects.create(from_case=case, kind="causes", to_case=public, source=source)
    take_to_public(case)
    assert PublishedCase.objects.get(reference=case.reference).document["relations"]

    change(source, is_public=False)

    assert PublishedCase.objects.get(reference=case.reference).document["relations"] == []


def test_a_hidden_sentence_does_not_make_anybody_a_prisoner():
    case = CaseFactory()
    proceeding = case.proceedings.create(number=1, is_final=True)
    sentence = case.sentences.create(proceeding=proceeding, kind="imprisonment", years=7, date="2024-04-01")
    case.events.create(kind="arrest", date="2024-01-01")
    assert content_of(case)["custody"]["status"] == "imprisoned"

    in_confidence(case, sentence=sentence)

    content = content_of(case)
    assert content["custody"]["status"] == "police_custody"
    assert content["proceedings"][0]["sentences"] == []


def test_a_hidden_sentence_supersedes_nothing():
    case = CaseFactory()
    proceeding = case.proceedings.create(number=1)
    first = case.sentences.create(proceeding=proceeding, kind="imprisonment", years=7)
    second = case.sentences.create(proceeding=proceeding, kind="imprisonment", years=4, supersedes=first)
    assert [each["superseded"] for each in content_of(case)["proceedings"][0]["sentences"]] == [True, False]

    in_confidence(case, sentence=second)

    (shown,) = content_of(case)["proceedings"][0]["sentences"]
    assert (shown["years"], shown["superseded"]) == (7, False)


def test_a_hidden_event_moves_neither_custody_nor_stage():
    case = CaseFactory()
    proceeding = case.proceedings.create(number=1)
    case.events.create(kind="arrest", date="2024-01-01")
    indictment = case.events.create(kind="charge", date="2024-02-01", proceeding=proceeding)
    remand = case.events.create(kind="remand", date="2024-02-02", proceeding=proceeding)

    for event in (indictment, remand):
        in_confidence(case, event=event)

    content = content_of(case)
    assert content["custody"]["status"] == "police_custody"
    assert content["proceedings"][0]["stage"] == "suspect"


def test_a_fact_told_openly_and_in_confidence_shows_the_open_source_alone():
    case = CaseFactory()
    event = case.events.create(kind="arrest", description="Taken from home")
    in_confidence(case, event=event)
    case.citations.create(source=SourceFactory(title="An open report"), event=event)

    content = content_of(case)

    (shown,) = content["events"]
    titles = {source["number"]: source["title"] for source in content["sources"]}
    assert [titles[number] for number in shown["sources"]] == ["An open report"]
    assert "Gizli" not in str(content)


@pytest.mark.parametrize(("is_public", "last_checked"), [(True, "2025-01-05"), (False, "")])
def test_confirming_in_confidence_that_somebody_is_held_does_not_show(is_public, last_checked):
    case = CaseFactory()
    case.events.create(kind="arrest", date="2024-01-01")

    confirm_still_held(
        case,
        by=UserFactory(username="entry"),
        date=date(2025, 1, 5),
        source=SourceFactory(is_public=is_public),
    )

    content = content_of(case)
    assert content["last_checked"] == last_checked
    assert ("2025-01-05" in str(content)) == is_public


def test_a_spelling_for_the_desk_alone_is_never_the_public_name():
    person = PersonFactory()
    person.names.all().delete()
    person.names.create(text="Gizli Pen", is_public=False)
    case = CaseFactory(person=person)

    content = content_of(case)

    assert content["person"]["name"] == ""
    assert "Gizli" not in str(content)


def test_a_spelling_for_the_desk_alone_is_not_among_the_other_names():
    person = PersonFactory(name="Aydan Ulduzlu")
    person.names.create(text="Gizli Pen", is_public=False)
    person.names.create(text="Айдан Улдузлу", script="Cyrl")

    content = content_of(CaseFactory(person=person))

    assert [name["text"] for name in content["person"]["other_names"]] == ["Айдан Улдузлу"]
    assert "Gizli" not in str(content)


def test_a_relative_is_not_named_by_a_spelling_for_the_desk_alone():
    relative = PersonFactory()
    relative.names.all().delete()
    relative.names.create(text="Gizli Pen", is_public=False)

    content = content_of(CaseFactory(targeted_because_of=relative))

    assert content["targeted_because_of"] == ""
    assert "Gizli" not in str(content)
