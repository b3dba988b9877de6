"""What must not leak: secrets planted in published cases are looked for on every public surface.

A positive control looks for what must be found, so that an empty crawl fails.
"""

import pytest
from django.db import models
from django.utils import timezone

from cases.models import (
    Agency,
    Assessment,
    Attribution,
    Campaign,
    Case,
    Charge,
    Citation,
    CleanUp,
    Correction,
    Event,
    Intervention,
    LegalProvision,
    OfficialPosition,
    PersonRelation,
    Place,
    Proceeding,
    PublishedCase,
    PublishedUse,
    Relation,
    Sentence,
    Source,
    StatusChange,
)
from cases.models.classification import CLASSIFICATION, NEVER
from cases.models.fields import CodeField, ReferenceField
from cases.public.surfaces import PUBLIC_SURFACES
from cases.text.partial_dates import PartialDate
from cases.workflow.review import give_back
from tests.crawling import crawl, found_in
from tests.factories import (
    AttributionFactory,
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
    take_to_review,
)
from tests.public.files import csv_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reachable(settings):
    """With an address to write to there is a security.txt as well."""
    settings.CONTACT_ADDRESS = "desk@tracker.example"


def test_every_surface_is_crawled(client):
    campaign = CampaignFactory(published=True)
    place = Place.objects.create(name="Göydağ", country="AZ", region="AZ-BA")
    case = CaseFactory(location=["AZ"], place=place)
    case.campaigns.add(campaign)
    AttributionFactory(case=case, agency=Agency.objects.create(name="Border police", country="AZ"))
    Charge.objects.create(
        case=case,
        proceeding=Proceeding.objects.create(case=case, jurisdiction="AZ"),
        provision=LegalProvision.objects.create(country="AZ", code="CC", article="999.9", category="drugs"),
    )
    take_to_public(case)
    references = [case.reference, case.person.reference, campaign.reference]

    pages = crawl(client, references=references)

    assert len(pages) == len(PUBLIC_SURFACES)
    for control in (case.title, campaign.title, "Aydan Ulduzlu"):
        assert found_in(pages, control), control


def known_in_confidence(record, source):
    """Facts of a case or campaign that only a confidential source tells, and facts that point at them."""
    event = record.events.create(kind="ill_treatment", description="Gizlievent")
    petition = record.interventions.create(kind="petition", actor="Gizliactor")
    told = record.events.create(kind="other", description="Told openly")
    record.citations.create(event=event, source=source, remark="Gizliremark")
    record.citations.create(intervention=petition, source=source)
    record.official_positions.create(event=event, position="denies", text="Gizlidenial")
    record.interventions.create(kind="petition", actor="A ministry", response_to=petition)
    Relation.objects.create(from_event=told, kind="follows", to_event=event)
    Relation.objects.create(from_intervention=petition, kind="follows", to_event=told)


def sentenced_in_confidence(case, source):
    """An attribution and two sentences only a confidential source tells; one supersedes what is told openly."""
    claim = AttributionFactory(
        case=case, attributed_to="Gizliunit", attributed_by="Gizliwitness", source=source
    )
    case.official_positions.create(attribution=claim, position="denies", text="Gizlidenial")
    proceeding = case.proceedings.create(number=1, jurisdiction="AZ", in_absentia=True)
    open_sentence = case.sentences.create(proceeding=proceeding, kind="imprisonment", years=7)
    hidden = case.sentences.create(
        proceeding=proceeding, kind="imprisonment", words="Gizliterm", supersedes=open_sentence
    )
    case.citations.create(sentence=hidden, source=source)


def test_private_note_withheld_name_and_confidential_source_stay_private(client):
    """The three plants of every leak: a note, a name, a source, in records that are public, and what points at
    them."""
    hidden = PersonFactory(identity="withheld", name="Sərdar Gizlisoylu", roles=["lawyer"])
    hidden.names.create(text="Гизлисойлу Сердар", script="Cyrl")
    confidential = SourceFactory(
        confidential=True, title="Gizlimemo", publisher="Gizlipublisher", author="Gizliauthor"
    )
    withheld = CaseFactory(person=hidden, title="A lawyer detained", notes="Gizlinote", location=["RU"])
    Citation.objects.create(
        case=withheld,
        source=SourceFactory(title="Report on Gizlisoylu", url="https://news.example/gizlisoylu"),
    )
    named = CaseFactory(
        person=PersonFactory(name="Aydan Ulduzlu"),
        targeted_because_of=hidden,
        notes="Gizlinote",
        consent_spoken="Gizlitalk",
    )
    named.person.names.create(text="Gizli Pen", is_public=False)
    named.citations.create(source=confidential, notes="Gizlinote")
    campaign = CampaignFactory(notes="Gizlinote")
    Relation.objects.create(from_case=named, kind="follows", to_campaign=campaign, source=confidential)
    for record in (campaign, withheld, named):
        known_in_confidence(record, confidential)
    for case in (withheld, named):
        case.campaigns.add(campaign)
        sentenced_in_confidence(case, confidential)
    for record in (campaign, withheld, named):
        take_to_public(record)
    references = [withheld.reference, named.reference, named.person.reference, campaign.reference]

    pages = crawl(client, references=references, absent=[hidden.reference])

    for control in ("Ulduzlu", "Told openly", "A ministry", withheld.reference):
        assert found_in(pages, control), control
    for secret in ("Gizli", "Гизли", "gizlisoylu", hidden.reference):
        assert found_in(pages, secret) == [], secret


@pytest.mark.parametrize("query", ["Sərdar Gizlisoylu", "Гизлисойлу", "Gizlimemo"])
def test_searching_for_a_secret_finds_nothing(query):
    hidden = PersonFactory(identity="withheld", name="Sərdar Gizlisoylu")
    case = CaseFactory(person=hidden)
    case.citations.create(source=SourceFactory(confidential=True, title="Gizlimemo"))
    take_to_public(case)
    CaseFactory(person=PersonFactory(name="Aydan Ulduzlu"), published=True)

    hits = csv_file(f"q={query}").splitlines()
    control = csv_file("q=Ulduzlu").splitlines()

    assert len(hits) == 1
    assert len(control) == 2


# Written by the door about public records, and no words of anybody's.
NO_WORDS = {CleanUp, PublishedUse, StatusChange}


def private_text_fields(model):
    """The fields of a model that hold words somebody wrote and are never public."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, CodeField | ReferenceField)
        and field.editable
        and not field.choices
        and CLASSIFICATION[model][field.name] == NEVER
    ]


def sentinel(model, field):
    return f"Zq{model.__name__}{field.name.replace('_', '')}Xv"


def plant(row):
    """Write a token of its own into every private text field of a row; returns the tokens."""
    planted = []
    for field in private_text_fields(type(row)):
        token = sentinel(type(row), field)[: field.max_length]
        setattr(row, field.name, token)
        planted.append(token)
    row.save()
    return planted


def linked_rows(case, campaign):
    """At least one row of every model of the record, belonging to a case and a campaign and linked wherever one
    can point at another."""
    relative = PersonFactory(name="Zeynəb Gizlisoylu", identity="withheld")
    case.person.names.create(text="Айдан Улдузлу", script="Cyrl")
    place = Place.objects.create(name="Göydağ", country="AZ")
    agency = Agency.objects.create(name="Border police", country="AZ")
    source = SourceFactory()
    provision = LegalProvision.objects.create(
        country="AZ", code="criminal", article="999.9", title="Some offence", category="drugs"
    )
    proceeding = Proceeding.objects.create(case=case, jurisdiction="AZ")
    second_charge = Charge.objects.create(case=case, proceeding=proceeding, provision=provision)
    charge = Charge.objects.create(
        case=case,
        proceeding=proceeding,
        verbatim="a charge",
        category="drugs",
        status="reclassified",
        replaced_by=second_charge,
    )
    sentence = Sentence.objects.create(case=case, proceeding=proceeding, kind="imprisonment", years=7)
    superseding = Sentence.objects.create(
        case=case, proceeding=proceeding, kind="imprisonment", years=4, supersedes=sentence
    )
    event = Event.objects.create(
        case=case,
        kind="arrest",
        date=PartialDate("2024-05-01"),
        place=place,
        agency=agency,
        proceeding=proceeding,
    )
    decree = Event.objects.create(campaign=campaign, kind="other", description="A decree")
    attribution = Attribution.objects.create(
        case=case, agency=agency, attributed_by="kin", source=source, violation=case.violations.get()
    )
    petition = Intervention.objects.create(case=case, kind="petition", actor="Somebody")
    answer = Intervention.objects.create(case=case, kind="petition", actor="A ministry", response_to=petition)
    appeal = Intervention.objects.create(campaign=campaign, kind="petition", actor="A union")
    assessment = Assessment.objects.create(
        case=case, assessor="A body", framework="other", outcome="pending", document=source
    )
    facts = [case.violations.get(), charge, sentence, event, attribution, petition, assessment]
    return [
        case,
        case.person,
        *case.person.names.all(),
        PersonRelation.objects.create(person=case.person, other=relative, kind="sibling"),
        campaign,
        place,
        agency,
        source,
        provision,
        proceeding,
        second_charge,
        superseding,
        decree,
        answer,
        appeal,
        *facts,
        Citation.objects.create(case=case, source=source),
        Citation.objects.create(campaign=campaign, source=source, event=decree),
        *[
            Citation.objects.create(case=case, source=source, **{each._meta.model_name: each})
            for each in facts
        ],
        OfficialPosition.objects.create(case=case, position="denies", event=event, source=source),
        OfficialPosition.objects.create(case=case, position="denies", attribution=attribution),
        OfficialPosition.objects.create(campaign=campaign, position="denies", event=decree),
        Relation.objects.create(from_case=case, kind="follows", to_campaign=campaign, source=source),
        Relation.objects.create(from_event=event, kind="follows", to_intervention=petition),
        Relation.objects.create(from_campaign=campaign, kind="follows", to_event=decree),
        *reviews_with_reasons(case, campaign),
        case.answered_asks.create(
            code="orders",
            reason="Kin said so",
            answered_by=UserFactory(username="entry"),
            answered_at=timezone.now(),
        ),
        Correction.objects.create(
            record=case.reference, wrong="A date", received_at=timezone.now(), digest=b"1", language="en"
        ),
    ]


def reviews_with_reasons(*records):
    """What the desk wrote about records that went back to their editors once."""
    for record in records:
        take_to_review(record)
        yield give_back(record, by=UserFactory(username="reviewer"), reason="Where is the source?")
        record.refresh_from_db()


def test_sentinels_in_every_private_text_field_stay_private(client):
    case = CaseFactory(person=PersonFactory(name="Aydan Ulduzlu"))
    campaign = CampaignFactory()
    case.campaigns.add(campaign)
    rows = linked_rows(case, campaign)
    tokens = {token for row in rows for token in plant(row)}
    for record in (campaign, case):
        take_to_public(record)
    references = [case.reference, case.person.reference, campaign.reference]

    pages = crawl(client, references=references)

    for control in (
        "Ulduzlu",
        "Улдузлу",
        "Göydağ",
        "Border police",
        "999.9",
        "A decree",
        "A ministry",
        "A body",
    ):
        assert found_in(pages, control), control
    for token in tokens:
        assert found_in(pages, token) == [], token
    assert found_in(pages, "Zeynəb") == []


def test_every_model_of_the_record_is_planted():
    """If a model or a private field joins the record, `linked_rows` has to hold it."""
    rows = linked_rows(CaseFactory(), CampaignFactory())

    tokens = {token for row in rows for token in plant(row)}

    assert {type(row) for row in rows} == set(CLASSIFICATION) - NO_WORDS
    assert tokens == {
        sentinel(model, field)[: field.max_length]
        for model in CLASSIFICATION
        if model not in NO_WORDS
        for field in private_text_fields(model)
    }
    for model in (Case, Campaign, Source, LegalProvision, Attribution, PersonRelation):
        assert private_text_fields(model), model.__name__


def test_below_named_nothing_that_identifies_is_in_the_register():
    person = PersonFactory(
        name="Aydan Ulduzlu", identity="initials", birth_date=PartialDate("1980-05-04"), nationalities=["AZ"]
    )
    person.names.create(text="Ulduzlu A.", kind="alias")
    place = Place.objects.create(
        name="Göydağ",
        country="AZ",
        region="AZ-GA",
        locality="Göydağ",
        facility="Qala",
        latitude=40.1,
        longitude=47.2,
        precision="exact",
    )
    case = CaseFactory(
        person=person,
        place=place,
        start_date=PartialDate("2024-05-17", "on the seventeenth"),
        title="A journalist held",
    )
    Event.objects.create(case=case, kind="arrest", date=PartialDate("2024-05-17"), place=place)
    take_to_public(case)

    row = PublishedCase.objects.get()

    assert (row.name, row.person_reference, row.birth_year, row.other_names) == ("A. U.", "", None, [])
    assert (row.start_date, row.start_words, row.place, row.latitude, row.region) == (
        "2024-05",
        "",
        "",
        None,
        "AZ-GA",
    )
    assert (row.source_titles, row.source_urls) == ([""], [""])
    text = str(row.document)
    for secret in ("Ulduzlu", "Göydağ", "Qala", "2024-05-17", "1980", "news.example", person.reference):
        assert secret not in text, secret
