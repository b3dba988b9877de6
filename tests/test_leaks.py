"""What must not leak, by example: what is told in confidence of public records, and what is hidden of a person.

The rule over every field and surface is in `tests/leaks/`.
"""

import pytest

from cases.models import (
    Citation,
    Event,
    Place,
    PublishedCase,
    Relation,
)
from cases.text.partial_dates import PartialDate
from tests.crawling import crawl, found_in
from tests.factories import (
    AttributionFactory,
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    take_to_public,
)
from tests.public.files import csv_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reachable(settings):
    """With an address to write to there is a security.txt as well."""
    settings.CONTACT_ADDRESS = "desk@tracker.example"


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
