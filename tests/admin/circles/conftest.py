"""Two circles of staff, and a hidden world: a case, a person and a source with all that hangs on them."""

from types import SimpleNamespace

import pgtrigger
import pytest
from django.contrib.auth import get_user_model

from cases.models import (
    Assessment,
    Attribution,
    Case,
    Charge,
    Circle,
    CircleRecord,
    Citation,
    Event,
    Intervention,
    OfficialPosition,
    PersonName,
    PersonRelation,
    Place,
    Proceeding,
    Relation,
    Sentence,
    Source,
    StatusChange,
    Violation,
)
from tests.factories import CaseFactory, PersonFactory, SourceFactory, UserFactory

TOKEN = "Zqxjkv"
"""Stands in every text of the hidden world, and in no other."""


@pytest.fixture
def circle(db):
    """A circle of `entry` and `publisher`."""
    made = Circle.objects.create(name="Four")
    made.members.set([UserFactory(username="entry"), UserFactory(username="publisher")])
    return made


@pytest.fixture
def superuser(db):
    return get_user_model().objects.create_superuser("root", password="x", is_staff=True)


@pytest.fixture
def keep(circle):
    """Lays a record into the circle, as `give` leaves it."""

    def lay(record):
        return CircleRecord.objects.create(circle=circle, **{type(record).__name__.lower(): record})

    return lay


@pytest.fixture
def open_world(db):
    """What the whole desk knows of."""
    person, place = PersonFactory(name="Leyla Aliyeva"), Place.objects.create(name="Baku", country="AZ")
    case = CaseFactory(person=person, title="An open case", place=place)
    proceeding = Proceeding.objects.create(case=case, kind="criminal")
    source = case.citations.get().source
    event = Event.objects.create(case=case, kind="detained", date="2024-05-01", description="In the street.")
    Citation.objects.create(case=case, source=source, event=event)
    return SimpleNamespace(
        person=person,
        place=place,
        case=case,
        source=source,
        event=event,
        charge=Charge.objects.create(case=case, proceeding=proceeding, verbatim="theft", category="other"),
        public=CaseFactory(person=PersonFactory(name="Rauf Quliyev"), title="A public case", published=True),
    )


def hide_a_world(open_world, keep):
    """A case, a person with a case, and a source, each in the circle, tied to what is open in every way there is."""
    person = PersonFactory(name=f"{TOKEN} Mehdiyev", notes=f"{TOKEN} notes", identity="withheld")
    PersonName.objects.create(person=person, text=f"{TOKEN} Alias")
    PersonRelation.objects.create(person=open_world.person, other=person, kind="sibling", notes=TOKEN)
    PersonRelation.objects.create(person=person, other=open_world.person, kind="sibling", notes=TOKEN)
    given = {"source": open_world.source, "summary": TOKEN, "place": open_world.place, "origin": ["FJ"]}
    of_person = CaseFactory(person=person, title=f"{TOKEN} case of a hidden person", **given)
    case = CaseFactory(person=open_world.person, title=f"{TOKEN} hidden case", **given)
    source = SourceFactory(title=f"{TOKEN} interview", confidential=True)
    for record in (person, case, source, _public(open_world).person):
        keep(record)
    _fill(case, open_world, source)
    _tie(open_world, person, case, source)
    return SimpleNamespace(person=person, of_person=of_person, case=case, source=source)


def _public(open_world):
    """A case that is public and stays so, and whose public text prints the name of somebody all may know of."""
    return CaseFactory(
        person=PersonFactory(name="Wvbnmk Hidden"),
        title="Wvbnmk public case",
        summary="Arrested beside Rauf Quliyev.",
        source=open_world.public.citations.get().source,
        published=True,
    )


def _fill(case, open_world, source):
    """What is in the hidden case."""
    proceeding = Proceeding.objects.create(case=case, kind="criminal", court=f"{TOKEN} court")
    event = Event.objects.create(
        case=case, kind="detained", date="2024-05-01", description=TOKEN, place=open_world.place
    )
    Charge.objects.create(case=case, proceeding=proceeding, verbatim=f"{TOKEN} charge", category="other")
    Sentence.objects.create(case=case, proceeding=proceeding, kind="imprisonment", words=TOKEN)
    Intervention.objects.create(case=case, kind="statement", actor=f"{TOKEN} actor")
    Attribution.objects.create(
        case=case, attributed_to=f"{TOKEN} men", attributed_by=TOKEN, source=open_world.source
    )
    Citation.objects.create(case=case, source=open_world.source, event=event, remark=TOKEN)
    StatusChange.objects.create(case=case, changed_at="2026-01-01T00:00Z", custody_after="released")
    Relation.objects.create(from_case=case, kind="precedes", to_case=open_world.case)
    Relation.objects.create(from_case=open_world.case, kind="follows", to_event=event)


def _tie(open_world, person, case, source):
    """What is in the open case and leads to what is hidden, or is known from the hidden source alone."""
    opened = open_world.case
    # Without a line in the history of the open rows: that somebody saved them is for all to see.
    with pgtrigger.ignore():
        Case.objects.filter(pk=opened.pk).update(part_of=case, targeted_because_of=person)
        Source.objects.filter(pk=open_world.source.pk).update(derived_from=source)
        opened.overlaps_with.add(case)
    fact = Event.objects.create(case=opened, kind="released", date="2024-06-01", description=TOKEN)
    violation = Violation.objects.create(case=opened, kind="torture")
    Citation.objects.create(case=opened, source=source, event=fact, remark=TOKEN)
    Citation.objects.create(case=opened, source=source, violation=violation, remark=TOKEN)
    Citation.objects.create(case=opened, source=source, event=open_world.event, remark=TOKEN)
    Citation.objects.create(case=opened, source=source, remark=TOKEN)
    Attribution.objects.create(case=opened, attributed_to=TOKEN, attributed_by=TOKEN, source=source)
    OfficialPosition.objects.create(case=opened, position="denies", stated_by=TOKEN, source=source)
    Assessment.objects.create(case=opened, assessor=TOKEN, document=source)
