"""One row at least of every model of the record, belonging to a case and a campaign and linked wherever one can point
at another."""

from django.db import models

from cases.models import (
    Affiliation,
    Agency,
    Assessment,
    Attribution,
    Campaign,
    Case,
    Charge,
    CircleLog,
    CircleRecord,
    Citation,
    Correction,
    DeletedRecord,
    Event,
    Hiding,
    Intervention,
    Lawyer,
    LegalProvision,
    ListImport,
    NameMask,
    Official,
    OfficialPosition,
    Organisation,
    Participation,
    Person,
    PersonRelation,
    Place,
    Proceeding,
    Relation,
    Sentence,
    Source,
    Translation,
)
from cases.text.partial_dates import PartialDate
from cases.workflow.review import give_back
from tests.factories import PersonFactory, UserFactory, take_to_review
from tests.leaks.private import OF_THE_DESK, other_value


def parts_of(
    case: Case, campaign: Campaign, *, label: str, relative: Person | None = None
) -> list[models.Model]:
    """Rows of the case and the campaign; what several records could share is their own, and called by the `label`."""
    relative = relative or PersonFactory(name="Zeynəb Gizlisoylu", identity="withheld")
    place = Place.objects.create(
        reference=f"F-{case.reference[2:]}",
        name=f"Göydağ {label}",
        country="AZ",
        region="AZ-GA",
        locality=f"Kənd {label}",
        facility=f"Qala {label}",
        latitude=40.5,
        longitude=46.5,
        precision="exact",
    )
    case.place = place
    case.save()
    agency = Agency.objects.create(
        reference=f"A-{case.reference[2:]}", name=f"Border police {label}", country="AZ"
    )
    source = Source.objects.create(
        title=f"Report {label}", publisher="The Daily", url=f"https://news.example/{label}", is_public=True
    )
    of_campaign = Source.objects.create(
        title=f"Report on it {label}", url=f"https://news.example/c/{label}", is_public=True
    )
    provision = LegalProvision.objects.create(
        country="AZ", code="criminal", article=f"999.{label}", title="Some offence", category="drugs"
    )
    proceeding = Proceeding.objects.create(
        case=case, jurisdiction="AZ", court="A court", counsel="before_trial"
    )
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
        date=PartialDate("2024-05"),
        place=place,
        agency=agency,
        proceeding=proceeding,
    )
    decree = Event.objects.create(campaign=campaign, kind="other", description=f"A decree {label}")
    attribution = Attribution.objects.create(
        case=case,
        agency=agency,
        attributed_by="kin",
        source=source,
        violation=case.violations.get(is_primary=True),
    )
    petition = Intervention.objects.create(case=case, kind="petition", actor="Somebody")
    answer = Intervention.objects.create(case=case, kind="petition", actor="A ministry", response_to=petition)
    appeal = Intervention.objects.create(campaign=campaign, kind="petition", actor="A union")
    assessment = Assessment.objects.create(
        case=case, assessor="A body", framework="other", outcome="pending", document=source
    )
    court = Agency.objects.create(
        reference=f"A-{case.reference[2:-4]}C00{case.reference[-1]}",
        name=f"Court {label}",
        country="AZ",
        kind="judiciary",
    )
    verdict = Event.objects.create(
        case=case, kind="verdict_guilty", date=PartialDate("2024-09"), court=court, proceeding=proceeding
    )
    organisation = Organisation.objects.create(
        reference=f"O-{case.reference[2:]}", name=f"Outlet {label}", country="AZ", kind="media_outlet"
    )
    affiliation = Affiliation.objects.create(
        case=case, organisation=organisation, role="employee", words="an editor"
    )
    official = Official.objects.create(
        reference=f"J-{case.reference[2:]}",
        name=f"Hakim Nümunəvi {label}",
        office="judge",
        agency=court,
        source=source,
    )
    participation = Participation.objects.create(
        case=case, official=official, role="judge", event=verdict, words="presided"
    )
    lawyer = Lawyer.objects.create(case=case, name="Vəkil Nümunəzadə")
    facts = [
        case.violations.get(is_primary=True),
        charge,
        sentence,
        event,
        attribution,
        petition,
        assessment,
        affiliation,
        participation,
        lawyer,
    ]
    about = (
        [PersonRelation.objects.create(person=case.person, other=relative, kind="sibling")]
        if case.person
        else []
    )
    names = [*case.person.names.all()] if case.person else []
    return [
        case,
        *([case.person] if case.person else []),
        *names,
        *about,
        place,
        agency,
        source,
        provision,
        proceeding,
        court,
        verdict,
        organisation,
        official,
        second_charge,
        superseding,
        decree,
        answer,
        appeal,
        *facts,
        *case.citations.all(),
        Citation.objects.create(case=case, source=source),
        Citation.objects.create(campaign=campaign, source=of_campaign, event=decree),
        *[
            Citation.objects.create(case=case, source=source, **{each._meta.model_name: each})
            for each in facts
        ],
        OfficialPosition.objects.create(case=case, position="denies", event=event, source=source),
        OfficialPosition.objects.create(case=case, position="denies", attribution=attribution),
        OfficialPosition.objects.create(campaign=campaign, position="denies", event=decree),
        *[
            Translation.objects.get_or_create(  # a campaign is that of several cases
                **owner, language="az", defaults={"from_language": "en", "text": "Tərcümə edilmiş mətn"}
            )[0]
            for owner in (
                {"case": case, "field": "title", "event": None},
                {"case": case, "field": "description", "event": event},
                {"campaign": campaign, "field": "title", "event": None},
                {"campaign": campaign, "field": "description", "event": decree},
            )
        ],
        Relation.objects.create(from_case=case, kind="follows", to_campaign=campaign, source=source),
        Relation.objects.create(from_event=event, kind="follows", to_intervention=petition),
        Relation.objects.create(from_campaign=campaign, kind="follows", to_event=decree),
    ]


def of_the_desk(linked: dict[str, models.Model]) -> None:
    """A row at least of every table of the desk, saying sentinels; `linked` is what it may be about, by its model."""
    for model in sorted(OF_THE_DESK, key=lambda each: each.__name__):
        if not model.objects.exists():
            linked[model.__name__] = _invented(model, linked)


def _invented(model: type[models.Model], linked: dict[str, models.Model]) -> models.Model:
    """A row that says something in every field; IntegrityError where constraints want more than types tell."""
    values = {}
    for each in model._meta.concrete_fields:
        target = each.related_model.__name__ if each.is_relation else ""
        if isinstance(each, models.AutoField) or (each.primary_key and each.has_default()):
            continue
        if each.related_model in OF_THE_DESK - {model} and target not in linked:
            linked[target] = _invented(each.related_model, linked)
        if not target or target in linked:
            values[each.name] = other_value(model, each.name, "named", linked)
    values |= BY_HAND.get(model, {})
    return model.objects.create(**values)


BY_HAND: dict[type[models.Model], dict] = {
    # On a case or on a campaign.
    NameMask: {"campaign": None, "state": "waiting"},
    Hiding: {"campaign": None, "person": None, "source": None},
    # On one record; a member only where it is about one.
    CircleRecord: {"person": None, "source": None},
    CircleLog: {"member": None, "action": "read"},
    Correction: {"language": "en", "record": "C-0PEN-0000-0001"},
    # Keys, which are no words.
    DeletedRecord: {"persons": [7], "circles": [7]},
    ListImport: {"file_hash": "7" * 64},
}
"""What constraints of a table of the desk ask for, beside values by type."""


def returned_once(record: Case | Campaign):
    """The Review by which a record went back to its editors."""
    take_to_review(record)
    review = give_back(record, by=UserFactory(username="reviewer"), reason="Where is the source?")
    record.refresh_from_db()
    return review
