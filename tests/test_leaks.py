"""What must not leak: secrets planted in published cases are looked for on every public surface.

A positive control looks for what must be found, so that an empty crawl fails.
"""

import unicodedata

import pytest
from django.db import models
from django.urls import reverse

from cases.models import (
    Assessment,
    Attribution,
    Case,
    Charge,
    Citation,
    Event,
    Intervention,
    OfficialPosition,
    Person,
    PersonName,
    PersonRelation,
    Place,
    Proceeding,
    PublishedCase,
    Source,
    Violation,
)
from cases.models.classification import CLASSIFICATION, NEVER
from cases.models.fields import CodeField, ReferenceField
from cases.public.surfaces import PUBLIC_SURFACES
from cases.text.partial_dates import PartialDate
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, SourceFactory, take_to_public

pytestmark = pytest.mark.django_db


def forms_of(secret):
    """A secret as it might turn up: composed, decomposed, in capitals, in small letters."""
    forms = {unicodedata.normalize(form, secret) for form in ("NFC", "NFD")}
    return {variant for form in forms for variant in (form, form.upper(), form.lower(), form.casefold())}


def crawl(client, *, references):
    """The text of every public surface, headers included, for every reference it takes."""
    prefixes = {"case_detail": "C-", "person_detail": "P-", "campaign_detail": "K-"}
    pages = []
    for name in PUBLIC_SURFACES:
        arguments = (
            [[each] for each in references if each.startswith(prefixes[name])] if name in prefixes else [[]]
        )
        for path in (reverse(f"public:{name}", args=each) for each in arguments):
            response = client.get(path)
            body = b"".join(response.streaming_content) if response.streaming else response.content
            pages.append(f"{path}\n{response.headers}\n{body.decode()}")
    return pages


def found_in(pages, secret):
    """Paths of the pages that hold it; a path itself does not count."""
    parts = [page.partition("\n") for page in pages]
    return [path for path, _, content in parts for form in forms_of(secret) if form in content]


def test_every_surface_is_crawled(client):
    campaign = CampaignFactory(published=True)
    case = CaseFactory()
    case.campaigns.add(campaign)
    take_to_public(case)
    references = [case.reference, case.person.reference, campaign.reference]

    pages = crawl(client, references=references)

    assert len(pages) >= len(PUBLIC_SURFACES)


def test_private_note_withheld_name_and_confidential_source_stay_private(client):
    """The three plants of every leak: a note, a name, a source, in cases that are public."""
    hidden = PersonFactory(identity="withheld", name="Sərdar Gizlisoylu", roles=["lawyer"])
    hidden.names.create(text="Гизлисойлу Сердар", script="Cyrl")
    confidential = SourceFactory(
        confidential=True, title="Gizlimemo", publisher="Gizlipublisher", author="Gizliauthor"
    )
    withheld = CaseFactory(person=hidden, title="A lawyer detained", notes="Gizlinote", location=["RU"])
    told = withheld.events.create(kind="ill_treatment", description="Gizlievent")
    Citation.objects.create(case=withheld, event=told, source=confidential, remark="Gizliremark")
    Citation.objects.create(
        case=withheld,
        source=SourceFactory(title="Report on Gizlisoylu", url="https://news.example/gizlisoylu"),
    )
    named = CaseFactory(
        person=PersonFactory(name="Aydan Ulduzlu"), notes="Gizlinote", consent_spoken="Gizlitalk"
    )
    named.citations.create(source=confidential, notes="Gizlinote")
    for case in (withheld, named):
        take_to_public(case)
    references = [withheld.reference, hidden.reference, named.reference, named.person.reference]

    pages = crawl(client, references=references)

    assert found_in(pages, "Ulduzlu"), "the control must be found"
    assert found_in(pages, withheld.reference)
    for secret in ("Gizli", "Гизли", "gizlisoylu", hidden.reference):
        assert found_in(pages, secret) == [], secret


@pytest.mark.parametrize("query", ["Sərdar Gizlisoylu", "Гизлисойлу", "Gizlimemo"])
def test_searching_for_a_secret_finds_nothing(client, query):
    hidden = PersonFactory(identity="withheld", name="Sərdar Gizlisoylu")
    case = CaseFactory(person=hidden)
    case.citations.create(source=SourceFactory(confidential=True, title="Gizlimemo"))
    take_to_public(case)
    CaseFactory(person=PersonFactory(name="Aydan Ulduzlu"), published=True)

    hits = client.get("/cases.csv", {"q": query}).getvalue().decode().splitlines()
    control = client.get("/cases.csv", {"q": "Ulduzlu"}).getvalue().decode().splitlines()

    assert len(hits) == 1
    assert len(control) == 2


def sentinel(model, field):
    return f"Zq{model.__name__}{field.name.replace('_', '')}Xv"


def plant(row):
    """Write a token of its own into every text field of a row that is never public; returns the tokens."""
    planted = []
    for field in row._meta.concrete_fields:
        plain = isinstance(field, models.CharField | models.TextField) and not isinstance(
            field, CodeField | ReferenceField
        )
        if plain and not field.choices and CLASSIFICATION[type(row)][field.name] == NEVER:
            if field.name.endswith("_words") or field.name == "state" or not field.editable:
                continue
            token = sentinel(type(row), field)[: field.max_length]
            setattr(row, field.name, token)
            planted.append(token)
    row.save()
    return planted


def test_sentinels_in_every_private_text_field_stay_private(client):
    case = CaseFactory(person=PersonFactory(name="Aydan Ulduzlu"))
    relative = PersonFactory(name="Zeynəb Gizlisoylu", identity="withheld")
    proceeding = Proceeding.objects.create(case=case, jurisdiction="AZ")
    place = Place.objects.create(name="Göydağ", country="AZ")
    source = SourceFactory()
    rows = [
        case,
        case.person,
        source,
        place,
        proceeding,
        Charge.objects.create(case=case, proceeding=proceeding, verbatim="a charge", category="drugs"),
        Event.objects.create(case=case, kind="arrest", date=PartialDate("2024-05-01"), place=place),
        Attribution.objects.create(case=case, attributed_to="police", attributed_by="kin", source=source),
        PersonRelation.objects.create(person=case.person, other=relative, kind="sibling"),
        Citation.objects.create(case=case, source=source),
        Intervention.objects.create(case=case, kind="petition", actor="Somebody"),
        Assessment.objects.create(
            case=case, assessor="A body", framework="other", outcome="pending", document=source
        ),
        OfficialPosition.objects.create(case=case, position="denies"),
        case.violations.get(),
        case.person.names.get(),
    ]
    tokens = [token for row in rows for token in plant(row)]
    take_to_public(case)

    pages = crawl(client, references=[case.reference, case.person.reference])

    assert len(tokens) >= 8
    assert found_in(pages, "Ulduzlu") and found_in(pages, "Göydağ")
    for token in tokens:
        assert found_in(pages, token) == [], token
    assert found_in(pages, "Zeynəb") == []


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


def test_models_used_here_are_all_of_the_record():
    """If a model joins the record, its private fields have to be planted above."""
    planted = {Case, Person, PersonName, PersonRelation, Source, Citation, Place, Proceeding, Charge, Event}
    planted |= {Attribution, Intervention, Assessment, OfficialPosition, Violation}
    without_private_text = {
        "Sentence",
        "LegalProvision",
        "Agency",
        "Campaign",
        "Relation",
        "Review",
        "PublishedUse",
    }

    assert {model.__name__ for model in CLASSIFICATION} == {
        each.__name__ for each in planted
    } | without_private_text
