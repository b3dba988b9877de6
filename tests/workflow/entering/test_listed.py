"""A line of a list becomes a person, a case and all its facts in one step, or nothing with every reason named."""

from datetime import date

import pytest

from cases.models import Agency, Case, LegalProvision, Organisation, Person, Place
from cases.models.custody import custody_of
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.listed import NEW, ListedCase, Shared, enter_listed
from cases.workflow.entering.saving import NotEntered
from tests.factories import CampaignFactory, PersonFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

LINE = {
    "name": "Orxan Uydurmalı",
    "birth_date": "1985",
    "gender": "male",
    "roles": "journalist",
    "articles": "234.4.3, 28-228.1",
    "arrested_on": "3.10.2024",
    "place": "Uydurma",
    "remand_until": "3.2.2025",
    "court": "An invented district court",
    "verdict": "verdict_guilty",
    "verdict_on": "2025-01-20",
    "term": "8 il 6 ay",
    "is_final": True,
    "held_at": "14 saylı uydurma müəssisə",
    "summary": "An invented journalist of an invented paper was convicted of drugs.",
}


@pytest.fixture
def shared():
    return Shared(
        source=SourceFactory(title="An invented list"),
        country="AZ",
        campaign=CampaignFactory(title="An invented campaign"),
        as_of=PartialDate.parse("2025-06-01"),
    )


def entered(*args, **kwargs):
    return enter_listed(ListedCase(*args, **kwargs), by=UserFactory(username="entry"))


def test_one_line_makes_person_case_proceeding_charges_sentence_and_events(shared):
    case = entered(LINE, shared)

    assert str(case.person) == "Orxan Uydurmalı"
    assert (case.person.birth_date.text, case.person.roles) == ("1985", ["journalist"])
    [proceeding] = case.proceedings.all()
    assert (proceeding.jurisdiction, proceeding.court, proceeding.is_final) == ("AZ", LINE["court"], True)
    charges = case.charges.values_list("provision__article", "modality", "status")
    assert sorted(charges) == [("228.1", "preparation", "convicted"), ("234.4.3", "completed", "convicted")]
    [sentence] = case.sentences.all()
    assert (sentence.kind, sentence.years, sentence.months, sentence.words) == (
        "imprisonment",
        8,
        6,
        "8 il 6 ay",
    )
    assert set(case.events.values_list("kind", "place__name")) == {
        ("arrest", "Uydurma"),
        ("remand", None),
        ("verdict_guilty", None),
        ("confirmed_still_held", "14 saylı uydurma müəssisə"),
    }
    assert list(case.campaigns.all()) == [shared.campaign]
    assert (case.state, case.edited_by.username) == ("draft", "entry")
    assert custody_of(case, today=date(2025, 6, 2)).status == "imprisoned"


def test_the_list_is_cited_for_every_fact(shared):
    case = entered(LINE, shared)

    facts = [*case.violations.all(), *case.charges.all(), *case.sentences.all(), *case.events.all()]
    assert len(facts) == 8
    for fact in facts:
        assert [each.source for each in fact.citations.all()] == [shared.source], fact


def test_what_came_after_is_entered_with_its_place(shared):
    later = [
        {"kind": "transfer", "date": "2025-03", "place": "14 saylı uydurma müəssisə"},
        {"kind": "release", "date": "2025-05-01", "place": ""},
        {"kind": "", "date": "", "place": ""},
    ]
    line = {name: value for name, value in LINE.items() if name != "held_at"}

    case = entered(line, shared, later=later)

    assert case.events.get(kind="transfer").place.facility == "14 saylı uydurma müəssisə"
    assert custody_of(case, today=date(2025, 6, 2)).status == "released"


def test_a_line_without_verdict_is_somebody_who_is_held(shared):
    line = {name: LINE[name] for name in ("name", "articles", "arrested_on", "remand_until")}

    case = entered(line, shared)

    assert set(case.charges.values_list("status", flat=True)) == {"charged"}
    assert case.violations.get().kind == "detention"
    custody = custody_of(case, today=date(2024, 12, 1))
    assert (custody.status, case.events.get(kind="remand").until.text) == ("pretrial_detention", "2025-02-03")


def test_nobody_is_said_to_be_detained_of_whom_the_line_says_no_such_thing(shared):
    assert (
        entered({"name": "Orxan Uydurmalı", "articles": "274"}, shared).violations.get().kind == "prosecution"
    )


@pytest.mark.parametrize(
    "cell, typed",
    [
        ("arrested_on", "the day after"),
        ("articles", "28"),
        ("articles", "no such article"),
        ("term", "long"),
        ("remand_until", "soon"),
        ("verdict", "convicted"),
        ("birth_date", "last year"),
        ("roles", "jurnalist of the sea"),
        ("gender", "M."),
        ("place", "x" * 201),
        ("name", "y" * 201),
        ("held_at", "z" * 201),
        ("title", "t" * 301),
        ("summary", "a \u202e b"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_saved(cell, typed, shared):
    listed = ListedCase({**LINE, cell: typed}, shared)

    assert list(listed.errors) == [cell]
    with pytest.raises(NotEntered):
        enter_listed(listed, by=UserFactory(username="entry"))
    assert not Case.objects.exists() and not Person.objects.exists() and not Place.objects.exists()
    assert not LegalProvision.objects.filter(article="228.1").exists()


def test_a_verdict_that_nobody_named_and_a_place_without_a_day_are_asked_for(shared):
    line = {"name": "Orxan Uydurmalı", "verdict_on": "2025", "held_at": "A prison"}

    listed = ListedCase(line, Shared(source=shared.source, country="AZ"))

    assert sorted(listed.errors) == ["held_at", "verdict"]


def test_a_name_is_needed(shared):
    assert "name" in ListedCase({"articles": "274"}, shared).errors


@pytest.mark.parametrize("typed", ["Орхан Уйдурмалы", "Orkhan Uydurmaly"])
def test_somebody_who_may_be_on_file_is_asked_about_in_any_script(typed, shared):
    person = PersonFactory(name="Orxan Uydurmalı")
    line = {**LINE, "name": typed}

    asked = ListedCase(line, shared)
    same = entered(line, shared, answers={"name": person})
    other = entered(line, shared, answers={"name": NEW})

    assert asked.questions == {"name": [person]}
    with pytest.raises(NotEntered):
        enter_listed(asked, by=UserFactory(username="entry"))
    assert same.person == person and other.person != person
    assert ListedCase(line, shared, answers={"name": person}).unused == ["birth_date", "gender", "roles"]


def test_a_place_on_file_is_used_and_one_like_it_is_asked_about(shared):
    prison = Place.objects.create(
        name="Uydurma prison", country="AZ", facility="Uydurma prison", spellings=["Prison U"]
    )

    assert ListedCase({**LINE, "held_at": "uydurma PRISON"}, shared).places["held_at"] == prison
    assert ListedCase({**LINE, "held_at": "Prison U"}, shared).places["held_at"] == prison
    asked = ListedCase({**LINE, "held_at": "Uydurma"}, shared)
    assert prison in asked.questions["held_at"]
    numbered = Place.objects.create(name="Prison No. 97", country="AZ")
    asked = ListedCase({**LINE, "held_at": "97 saylı cəzaçəkmə müəssisəsi"}, shared)
    assert asked.questions["held_at"] == [numbered]
    made = entered({**LINE, "held_at": "Uydurma"}, shared, answers={"held_at": NEW, "place": NEW})
    assert made.events.get(kind="confirmed_still_held").place != prison


def test_courts_are_found_or_made_and_stand_at_what_they_decided(shared):
    remanding = Agency.objects.create(name="Sarıqaya District Court", country="AZ", kind="judiciary")
    later = [
        {
            "kind": "appeal_decision",
            "decision": "reduced",
            "date": "2025-04-01",
            "court": "Göydağ Court of Appeal",
            "term": "6 il",
        }
    ]

    line = {**LINE, "remand_court": "Sarıqaya rayon məhkəməsi"}

    case = entered(line, shared, later=later, answers={"remand_court": remanding})

    courts = dict(case.events.exclude(court=None).values_list("kind", "court__name"))
    assert courts == {
        "remand": "Sarıqaya District Court",
        "verdict_guilty": LINE["court"],
        "appeal_decision": "Göydağ Court of Appeal",
    }
    assert set(Agency.objects.values_list("kind", flat=True)) == {"judiciary"}
    first, reduced = case.sentences.order_by("pk")
    assert (reduced.supersedes, reduced.years, reduced.date.text) == (first, 6, "2025-04-01")
    assert reduced.citations.get().source == shared.source


def test_an_organisation_is_found_across_scripts_or_made_with_its_kind(shared):
    outlet = Organisation.objects.create(name="Nümunə Xəbər", country="AZ", kind="media_outlet")
    tie = {"organisation_role": "employee", "post": "an editor"}
    new = {"organisation": "Party of Invented Freedoms", "organisation_kind": "political_party"}

    asked = ListedCase({**LINE, **tie, "organisation": "Нюмуне Хабер"}, shared)
    found = entered({**LINE, **tie, "organisation": "nümunə xəbər"}, shared)
    made = entered({**LINE, **tie, **new, "name": "Zarema Kayanova"}, shared)

    assert asked.questions["organisation"] == [outlet]
    affiliation = found.affiliations.get()
    assert (affiliation.organisation, affiliation.words) == (outlet, "an editor")
    assert affiliation.citations.get().source == shared.source
    assert made.affiliations.get().organisation.kind == "political_party"
    assert "organisation_role" in ListedCase({**LINE, "organisation": "nümunə xəbər"}, shared).errors
    assert "organisation" in ListedCase({**LINE, **tie}, shared).errors


def test_who_took_somebody_and_private_notes_are_kept(shared):
    cells = {
        "agency": "An invented service",
        "taken": "detained",
        "notes": "The mother called.",
        "age_at_arrest": "34",
    }

    case = entered({**LINE, **cells}, shared)

    event = case.events.get(kind="detained")
    assert (event.agency.name, event.place.name) == ("An invented service", "Uydurma")
    assert (case.notes, case.age_at_arrest) == ("The mother called.", 34)
