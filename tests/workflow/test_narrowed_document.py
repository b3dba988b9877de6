"""What a narrowed record shows without review: what its new document and the public one have in common."""

import copy

import pytest

from cases.models import PublishedCase, Relation
from cases.register.documents.keys import CUSTODY
from cases.text.partial_dates import PartialDate
from cases.workflow.document import document_of
from cases.workflow.document_parts import date
from cases.workflow.editing import record_edit
from cases.workflow.narrowing import common, initials_of
from cases.workflow.shared import before_change, record_changed
from tests.factories import (
    AttributionFactory,
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
)
from tests.workflow.desk import change, everything_public

NO_DATE = date(PartialDate())
PUBLIC = {
    "title": "A journalist detained",
    "summary": "Detained at the border.",
    "roles": ["journalist", "lawyer"],
    "place": {"country": "AZ", "region": "AZ-GA", "locality": "Göydağ", "latitude": 40.1},
    "start": date(PartialDate("2024-05-17", "on the seventeenth")),
    "person": {"reference": "P-7K3F-9Q2M-T4XW", "name": "Aydan Ulduzlu", "birth_year": 1980},
    "last_checked": "2025-01-05",
    "custody": {"status": "imprisoned", "as_of": date(PartialDate("2024-05-17")), "source": 1},
    "cross_border": {"value": True, "basis": "place"},
    "events": [
        {
            "kind": "arrest",
            "date": date(PartialDate("2024-05-17")),
            "place": {"country": "AZ"},
            "sources": [1],
        },
        {"kind": "remand", "date": date(PartialDate("2024-05-19")), "place": None, "sources": [2]},
    ],
    "proceedings": [
        {
            "number": 1,
            "stage": "charged",
            "stage_as_of": date(PartialDate("2024-05-19")),
            "court": "A district court",
            "charges": [{"number": 1, "text": "treason", "sources": []}],
        }
    ],
}


def narrowed(**changes):
    """What comes out where the new document differs from the public one in the values given."""
    return common(copy.deepcopy(PUBLIC) | changes, PUBLIC)


@pytest.mark.parametrize("field", ["title", "summary", "last_checked"])
def test_text_that_is_gone_stays_gone(field):
    assert narrowed(**{field: ""})[field] == ""


@pytest.mark.parametrize(
    ("field", "gone"),
    [("roles", []), ("place", None), ("person", None), ("events", []), ("start", NO_DATE)],
)
def test_what_is_gone_stays_gone(field, gone):
    assert narrowed(**{field: gone})[field] == gone


def test_a_part_that_is_gone_stays_gone():
    place = PUBLIC["place"] | {"locality": "", "latitude": None}

    assert narrowed(place=place)["place"] == place


@pytest.mark.parametrize("text", ["2024-05", ""])
def test_a_coarser_date_is_taken(text):
    assert narrowed(start=date(PartialDate(text)))["start"] == date(PartialDate(text))


@pytest.mark.parametrize("text", ["2024-05-18", "2024-06", "2024", "2023"])
def test_another_date_is_put_back(text):
    assert narrowed(start=date(PartialDate(text, "on the seventeenth")))["start"] == PUBLIC["start"]


def test_the_words_of_a_date_are_never_new():
    edited = narrowed(start=date(PartialDate("2024-05-17", "on a Friday")))
    gone = narrowed(start=date(PartialDate("2024-05-17")))

    assert edited["start"]["words"] == "on the seventeenth"
    assert gone["start"]["words"] == ""


@pytest.mark.parametrize("name", ["", "A. U.", "Aydan Ulduzlu"])
def test_a_name_shows_no_more_than_it_may(name):
    assert narrowed(person=PUBLIC["person"] | {"name": name})["person"]["name"] == name


def test_an_edited_name_is_put_back():
    assert narrowed(person=PUBLIC["person"] | {"name": "Rəna Bulaqlı"})["person"]["name"] == "Aydan Ulduzlu"


def test_initials_of_an_edited_name_are_those_of_the_public_one():
    assert narrowed(person=PUBLIC["person"] | {"name": "R. B."})["person"]["name"] == "A. U."


def test_a_name_the_public_never_saw_stays_away():
    public = PUBLIC | {"person": PUBLIC["person"] | {"name": ""}}

    assert common(PUBLIC, public)["person"]["name"] == ""


@pytest.mark.parametrize(
    ("name", "initials"), [("Aydan Ulduzlu", "A. U."), ("gül-nar ağca", "G. N. A."), ("", "")]
)
def test_initials_stand_for_every_part_of_a_name(name, initials):
    assert initials_of(name) == initials


def test_the_last_check_becomes_coarser_and_never_newer():
    assert narrowed(last_checked="2025-01")["last_checked"] == "2025-01"
    assert narrowed(last_checked="2025-03-09")["last_checked"] == "2025-01-05"
    assert narrowed(last_checked="2025-03")["last_checked"] == "2025-01"


@pytest.mark.parametrize(
    ("field", "edited"),
    [("title", "Not reviewed yet"), ("summary", "Not reviewed yet.")],
)
def test_an_edited_text_is_put_back(field, edited):
    assert narrowed(**{field: edited})[field] == PUBLIC[field]


def test_an_edited_part_is_put_back():
    place = PUBLIC["place"] | {"locality": "Bulaqlı", "latitude": 41.7}

    assert narrowed(place=place)["place"] == PUBLIC["place"]


def test_text_added_where_the_public_has_none_stays_away():
    assert common(PUBLIC, PUBLIC | {"summary": ""})["summary"] == ""
    assert common(PUBLIC, PUBLIC | {"place": None})["place"] is None


def test_new_items_of_a_list_are_dropped():
    new = {"kind": "release", "date": NO_DATE, "place": None, "sources": []}

    assert narrowed(roles=["journalist", "activist"])["roles"] == ["journalist"]
    assert narrowed(events=[*PUBLIC["events"], new])["events"] == PUBLIC["events"]


def test_edited_items_of_a_list_are_dropped():
    arrest, remand = PUBLIC["events"]

    assert narrowed(events=[arrest | {"kind": "detained"}, remand])["events"] == [remand]


def test_items_of_a_list_that_show_less_are_kept():
    arrest, remand = PUBLIC["events"]
    less = arrest | {"date": date(PartialDate("2024-05")), "place": None}

    assert narrowed(events=[less, remand])["events"] == [less, remand]


def test_items_keep_their_new_numbers_of_sources():
    arrest, remand = PUBLIC["events"]

    assert narrowed(events=[arrest | {"sources": []}, remand | {"sources": [1]}])["events"] == [
        arrest | {"sources": []},
        remand | {"sources": [1]},
    ]


def test_a_new_charge_is_dropped_from_its_proceeding():
    (proceeding,) = PUBLIC["proceedings"]
    added = {"number": 2, "text": "espionage", "sources": []}

    (shown,) = narrowed(proceedings=[proceeding | {"charges": [*proceeding["charges"], added]}])[
        "proceedings"
    ]

    assert shown == proceeding


def test_a_derived_custody_that_differs_is_unknown():
    custody = PUBLIC["custody"] | {"status": "released"}

    assert narrowed(custody=custody)["custody"] == CUSTODY.empty()


def test_a_derived_crossing_of_borders_that_differs_is_unknown():
    assert narrowed(cross_border={"value": False, "basis": ""})["cross_border"] == {
        "value": None,
        "basis": "",
    }


def test_a_derived_value_that_is_coarser_is_taken():
    custody = PUBLIC["custody"] | {"as_of": date(PartialDate("2024-05"))}

    assert narrowed(custody=custody)["custody"] == custody


def test_a_reference_is_always_the_new_one():
    person = PUBLIC["person"] | {"reference": "P-0N3W-0N3W-0N3W"}

    assert narrowed(person=person)["person"] == person


def full_case():
    case = CaseFactory(
        person=PersonFactory(name="Aydan Ulduzlu", nationalities=["AZ"], birth_date=PartialDate("1980-05")),
        start_date=PartialDate("2024-05-17", "on the seventeenth"),
        methods=["abduction"],
        host=["RU"],
    )
    case.person.names.create(text="Айдан Улдузлу", script="Cyrl")
    proceeding = case.proceedings.create(number=1, jurisdiction="AZ", court="A district court")
    case.charges.create(proceeding=proceeding, verbatim="treason", category="treason")
    case.charges.create(proceeding=proceeding, verbatim="espionage", category="treason")
    case.sentences.create(proceeding=proceeding, kind="imprisonment", years=7)
    arrest = case.events.create(kind="arrest", date="2024-05-17", description="Taken from home")
    case.events.create(kind="remand", date="2024-05-19", until="2024-07-19", proceeding=proceeding)
    case.citations.create(source=SourceFactory(), event=arrest, remark="Seen by neighbours.")
    case.official_positions.create(event=arrest, position="denies", source=SourceFactory())
    petition = case.interventions.create(kind="petition", actor="A union", date="2024-06")
    case.interventions.create(kind="petition", actor="A ministry", response_to=petition)
    AttributionFactory(case=case)
    Relation.objects.create(from_intervention=petition, kind="follows", to_event=arrest)
    case.campaigns.add(CampaignFactory(published=True))
    return case


def bare_case():
    return CaseFactory()


def case_in_initials():
    return CaseFactory(person=PersonFactory(identity="initials", name="Gül-nar Ağca"))


def withheld_case():
    case = full_case()
    change(case.person, identity="withheld")
    return case


def group_case():
    return CaseFactory(group=True, count_words="a dozen")


def campaign():
    record = CampaignFactory()
    record.events.create(kind="other", date="2024-05", description="A decree")
    return record


@pytest.mark.django_db
@pytest.mark.parametrize(
    "make", [full_case, bare_case, case_in_initials, withheld_case, group_case, campaign]
)
def test_a_document_has_all_of_itself_in_common_with_itself(make):
    document = document_of(make()).content

    assert common(document, document) == document


@pytest.mark.django_db
def test_what_two_documents_have_in_common_is_in_common_with_each():
    case = full_case()
    public = document_of(case).content
    case.summary = "Not reviewed yet."
    case.save()
    case.person.identity = "initials"
    case.person.save()
    new = document_of(case).content

    shown = common(new, public)

    assert common(shown, public) == shown
    assert common(new, shown) == shown


@pytest.mark.django_db
def test_a_name_edited_together_with_a_narrowing_stays_away():
    person = PersonFactory(name="Aydan Ulduzlu")
    alias = person.names.create(text="Ayko Pen", kind="pen")
    CaseFactory(person=person, published=True)
    name = person.primary_name

    before = before_change(person)
    name.text, alias.is_public = "Not Reviewed", False
    name.save()
    alias.save()
    record_changed(person, by=UserFactory(username="entry"), before=before)

    row = PublishedCase.objects.get()
    assert (row.name, row.other_names) == ("Aydan Ulduzlu", [])
    assert "Not Reviewed" not in everything_public()


@pytest.mark.django_db
def test_a_group_swapped_for_another_stays_away():
    person = PersonFactory(affected_groups=["ethnic", "religious"], published_groups=["ethnic"])
    CaseFactory(person=person, published=True)

    change(person, published_groups=["religious"])

    assert PublishedCase.objects.get().document["person"]["groups"] == []


@pytest.mark.django_db
@pytest.mark.parametrize("link", ["relation", "overlap"])
def test_a_link_drawn_by_the_draft_of_another_case_stays_away(link):
    drawing, hidden = CaseFactory(group=True, published=True), SourceFactory()
    other = CaseFactory(group=True)
    other.citations.create(source=hidden)
    take_to_public(other)
    if link == "relation":
        Relation.objects.create(from_case=drawing, kind="causes", to_case=other)
    else:
        drawing.overlaps_with.add(other)
    record_edit(drawing, by=UserFactory(username="entry"))

    change(hidden, is_public=False)

    document = PublishedCase.objects.get(reference=other.reference).document
    assert (document["relations"], document["people"]["overlaps"]) == ([], [])
