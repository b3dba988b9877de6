"""Courts, organisations, officials and lawyers in public documents: who shows where, and according to whom."""

from datetime import date

import pytest

from cases.models import (
    Affiliation,
    Agency,
    Case,
    Event,
    Lawyer,
    Official,
    Organisation,
    Participation,
    Proceeding,
    PublishedCase,
)
from cases.text.partial_dates import PartialDate
from cases.workflow.completeness import problems, second_look
from cases.workflow.document import document_of
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.saving import enter
from tests.factories import CaseFactory, PersonFactory, SourceFactory, UserFactory, take_to_public
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db

TODAY = date(2025, 6, 1)
COURT, OUTLET, JUDGE, LAWYER = "Göydağ District Court", "Nümunə Xəbər", "Tofiq Nümunəvi", "Vəkil Uydurmazadə"
TOLD = (COURT, OUTLET, JUDGE, LAWYER)


def tried(**of_person) -> Case:
    """A case with a court, an outlet, a judge and a lawyer, each told by a source of its own."""
    case = CaseFactory(person=PersonFactory(birth_date=PartialDate("1990-07-02"), **of_person))
    court = Agency.objects.create(name=COURT, country="AZ", kind="judiciary")
    proceeding = Proceeding.objects.create(case=case, court="Another Court", counsel="not_permitted")
    Event.objects.create(case=case, kind="arrest", date=PartialDate("2024-03-05"), proceeding=proceeding)
    verdict = Event.objects.create(
        case=case, kind="verdict_guilty", date=PartialDate("2024-09-10"), proceeding=proceeding, court=court
    )
    outlet = Organisation.objects.create(name=OUTLET, country="AZ", kind="media_outlet")
    judge = Official.objects.create(
        name=JUDGE, office="judge", agency=court, source=SourceFactory(title="On the bench")
    )
    facts = [
        Affiliation.objects.create(case=case, organisation=outlet, role="employee", words="an editor"),
        Participation.objects.create(case=case, official=judge, role="presiding_judge", event=verdict),
        Lawyer.objects.create(case=case, name=LAWYER),
    ]
    for fact in facts:
        name = fact._meta.model_name
        case.citations.create(source=SourceFactory(title=f"On the {name}"), **{name: fact})
    return case


def content(case: Case) -> dict:
    return document_of(case, today=TODAY).content


def test_a_named_case_says_which_court_decided_and_who_took_part_according_to_whom():
    document = content(tried())

    titles = {source["number"]: source["title"] for source in document["sources"]}
    verdict = document["events"][1]
    assert (verdict["court"], verdict["court_reference"][:2]) == (COURT, "A-")
    (tie,) = document["affiliations"]
    assert (tie["organisation"], tie["role"], tie["words"]) == (OUTLET, "employee", "an editor")
    assert [titles[number] for number in tie["sources"]] == ["On the affiliation"]
    (part,) = document["participations"]
    assert (part["official"], part["role"], part["office"]) == (JUDGE, "presiding_judge", "judge")
    assert (part["agency"], part["about"]) == (COURT, "Guilty verdict")
    assert sorted(titles[number] for number in part["sources"]) == ["On the bench", "On the participation"]
    (lawyer,) = document["lawyers"]
    assert lawyer["lawyer"] == LAWYER
    assert [titles[number] for number in lawyer["sources"]] == ["On the lawyer"]
    assert document["proceedings"][0]["counsel"] == "not_permitted"


@pytest.mark.parametrize("identity", ["initials", "withheld"])
def test_below_named_nothing_tells_of_them_nor_of_what_was_cited_for_them(identity):
    case = tried(identity=identity)
    Case.objects.filter(pk=case.pk).update(age_at_arrest=33)

    document = content(case)

    assert not any(told in str(document) for told in (*TOLD, "Another Court"))
    assert [event["court_reference"] for event in document["events"]] == ["", ""]
    assert (document["affiliations"], document["participations"], document["lawyers"]) == ([], [], [])
    assert (document["age_at_arrest"], document["proceedings"][0]["counsel"]) == (None, "")
    assert {citation["target"] for citation in document["citations"]} == {"case"}
    assert len(document["sources"]) == 1


def test_a_lawyer_is_private_until_a_public_source_is_cited_for_them():
    case = CaseFactory()
    lawyer = Lawyer.objects.create(case=case, name=LAWYER)
    assert content(case)["lawyers"] == []

    case.citations.create(source=SourceFactory(confidential=True), lawyer=lawyer)
    assert content(case)["lawyers"] == []

    case.citations.create(source=SourceFactory(), lawyer=lawyer)
    assert [each["lawyer"] for each in content(case)["lawyers"]] == [LAWYER]


def test_what_an_entry_rests_on_makes_no_lawyer_public():
    entry = Entry(
        Case,
        {"person": PersonFactory(), "title": "A case", "origin": ["AZ"]},
        source=SourceFactory(),
        violations=[{"kind": "detention"}],
        lawyers=[{"name": LAWYER}],
    )

    case = enter(entry, by=UserFactory())

    assert case.lawyers.get().citations.count() == 0
    assert case.violations.get().citations.count() == 1


@pytest.mark.parametrize(
    "model, gone", [("official", [JUDGE]), ("affiliation", [OUTLET]), ("lawyer", [LAWYER])]
)
def test_a_source_that_is_made_private_takes_along_what_it_alone_told(model, gone):
    case = tried()
    take_to_public(case)
    assert all(told in everything_public() for told in gone)
    sources = {
        "official": Official.objects.get().source,
        **{each.target: each.source for each in case.citations.all()},
    }

    change(sources[model], is_public=False)

    assert not any(told in everything_public() for told in gone)


def test_a_name_taken_from_a_shared_record_goes_from_all_that_is_public():
    case = tried()
    take_to_public(case)

    change(Organisation.objects.get(), name="Nümunə")
    change(Official.objects.get(), name="Tofiq")

    row = PublishedCase.objects.get()
    assert (row.organisations, row.officials) == (["Nümunə"], ["Tofiq"])
    assert not any(told in everything_public() for told in (OUTLET, JUDGE))


def test_hiding_the_person_takes_all_of_it_away():
    case = tried()
    take_to_public(case)

    change(case.person, identity="withheld")

    assert not any(told in everything_public() for told in TOLD)


def test_the_name_of_an_official_stays_where_somebody_hidden_has_the_same():
    namesake = PersonFactory(name=JUDGE)
    CaseFactory(person=namesake, published=True)
    case = tried()
    case.summary = f"{JUDGE} read out the verdict."
    case.save()
    take_to_public(case)

    change(namesake, identity="withheld")

    row = PublishedCase.objects.get(reference=case.reference)
    assert row.officials == [JUDGE]
    assert row.summary == f"{JUDGE} read out the verdict."


def test_the_name_of_a_lawyer_goes_where_somebody_hidden_has_it():
    lawyer = PersonFactory(name=LAWYER)
    CaseFactory(person=lawyer, published=True)
    case = tried()
    case.summary = f"{LAWYER} was not let in."
    case.save()
    take_to_public(case)
    assert LAWYER in everything_public()

    change(lawyer, identity="withheld")

    assert LAWYER not in everything_public()
    assert PublishedCase.objects.get(reference=case.reference).lawyers == ["[name withheld]"]


def test_the_second_look_finds_a_private_lawyer_in_any_text():
    Lawyer.objects.create(case=CaseFactory(), name=LAWYER)

    assert second_look(CaseFactory(summary=f"{LAWYER} was not let in."), today=TODAY) == [LAWYER]
    assert second_look(CaseFactory(summary="A lawyer was not let in."), today=TODAY) == []


def test_a_lawyer_named_openly_elsewhere_is_private_in_a_case_that_does_not_say_so():
    tried()
    silent = CaseFactory(summary=f"{LAWYER} was not let in.")
    Lawyer.objects.create(case=silent, name=LAWYER)

    assert second_look(silent, today=TODAY) == [LAWYER]
    assert second_look(CaseFactory(summary=f"{LAWYER} spoke."), today=TODAY) == []


def test_below_named_a_text_that_names_the_lawyer_is_refused():
    case = CaseFactory(person=PersonFactory(identity="withheld"), summary=f"{LAWYER} was let in.")
    Lawyer.objects.create(case=case, name=LAWYER)

    assert any(LAWYER in problem.message for problem in problems(case, today=TODAY))


def test_an_affiliation_without_any_source_stands_against_publishing():
    case = CaseFactory()
    case.citations.all().delete()
    violation = case.violations.get()
    case.citations.create(source=SourceFactory(), violation=violation)
    outlet = Organisation.objects.create(name=OUTLET)
    Affiliation.objects.create(case=case, organisation=outlet, role="member")

    assert any("affiliations" in problem.message for problem in problems(case, today=TODAY))
