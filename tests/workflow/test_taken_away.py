"""What is taken away from a shared record, or a row that stays, goes at once; what is replaced waits for a review."""

import pytest

from cases.models import (
    Action,
    Agency,
    LegalProvision,
    Official,
    Organisation,
    Person,
    Place,
    PublishedCase,
    Source,
)
from cases.models.classification import CLASSIFICATION, NEVER
from cases.models.fields import ReferenceField
from cases.register.check import check
from cases.text.partial_dates import PartialDate
from cases.workflow.document import document_of
from cases.workflow.editing import record_edit
from cases.workflow.narrowing import common, takes_away
from cases.workflow.saying_less import has_less, is_part, is_rounder, says_less, taken_away
from cases.workflow.shared import LINKS, before_change
from tests.factories import CampaignFactory, CaseFactory, UserFactory, take_to_public
from tests.leaks.rows import parts_of
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    campaign = CampaignFactory()
    case = CaseFactory()
    parts_of(case, campaign, label="one")
    case.campaigns.add(campaign)
    for record in (campaign, case):
        take_to_public(record)
    return case


def place_of(case):
    return case.events.get(kind="arrest").place


def edited(case):
    case.refresh_from_db()
    return record_edit(case, by=UserFactory(username="entry"))


PUBLIC_FIELDS = [
    (model, field.name)
    for model in LINKS
    for field in model._meta.concrete_fields
    if CLASSIFICATION[model][field.name] != NEVER and not isinstance(field, ReferenceField)
]


@pytest.mark.parametrize(("model", "name"), PUBLIC_FIELDS)
def test_every_public_field_of_every_shared_record_can_be_taken_away(model, name):
    """By the classification alone: a record or a field that joins it follows the rule."""
    field = model._meta.get_field(name)
    before = {each.attname: each.get_default() for each in model._meta.concrete_fields} | {"names": {}}
    full = before | {field.attname: PartialDate("2024-05-04") if name.endswith("_date") else ["a"]}
    nothing = full | {field.attname: type(full[field.attname])()}

    assert has_less(model, full, nothing)
    assert not has_less(model, nothing, full)


def test_what_shared_records_there_are():
    assert {*LINKS} == {Person, Source, Place, Agency, Organisation, Official, LegalProvision}


@pytest.mark.parametrize(
    ("new", "old", "less"),
    [
        ("", "Qala", True),
        ("Qala", "", False),
        ("Qala", "Qala", False),
        ("Border police", "Border police, unit 4", True),
        ("unit 4", "Border police, unit 4", True),
        ("Border unit", "Border police, unit 4", False),
        ("Border polic", "Border police", False),
        ("Border police, unit 4", "Border police", False),
        ("unknown", "exact", True),
        (None, 40.4, True),
        (40.4, 40.4093, True),
        (40.41, 40.4093, True),
        (40.40, 40.4093, True),
        (41.4, 40.4093, False),
        (40.4093, 40.4, False),
        (["a"], ["a", "b"], True),
        (["a", "c"], ["a", "b"], True),
        (["a", "b"], ["a"], False),
        (PartialDate("2024"), PartialDate("2024-05-04"), False),
        (PartialDate("2024-05"), PartialDate("2024-05-04"), True),
        (PartialDate("2024-05-04"), PartialDate("2024-05"), False),
        (PartialDate("2023"), PartialDate("2024-05"), False),
        (PartialDate(), PartialDate("2024-05"), True),
        (True, False, False),
        (3, 4, False),
    ],
)
def test_when_a_value_says_less(new, old, less):
    assert says_less(new, old) is less


def test_words_and_numbers_that_are_part_of_others():
    assert is_part("border POLICE", "Border police of Baku")
    assert not is_part("", "Border police")
    assert is_rounder(40.0, 40.4093)
    assert not is_rounder(40.5, 40.5)


def test_a_facility_goes_from_current_text_and_earlier_versions_at_once(case):
    case.summary = "Corrected."
    case.save()
    edited(case)
    take_to_public(case)
    assert "Qala one" in everything_public()

    outcome = change(place_of(case), facility="")

    case.refresh_from_db()
    assert case in outcome.republished
    assert "Qala one" not in everything_public()
    assert "Kənd one" in everything_public()
    assert case.reviews.filter(action=Action.NARROWED).exists()
    assert check() == []


def test_coordinates_go_from_the_row_and_the_map_at_once(case):
    assert PublishedCase.objects.get().latitude == 40.5

    change(place_of(case), latitude=None, longitude=None, precision="")

    assert PublishedCase.objects.get().latitude is None
    assert "40.5" not in everything_public()


def test_a_name_that_is_taken_away_goes_wherever_it_stands_as_a_name(case):
    """Though the place is still called by it, until somebody has looked at that."""
    place = place_of(case)
    change(place, name="Kənd one")
    take_to_public(case)

    change(place, locality="")

    assert "Kənd one" not in everything_public()


def test_a_record_whose_text_still_prints_a_name_that_was_taken_away_is_marked(case):
    case.summary = "Held at Salyan barracks, then let go."
    case.save()
    place = place_of(case)
    place.facility, place.spellings = "Salyan barracks", ["Elsewhere"]
    place.save()
    record_edit(case, by=UserFactory(username="entry"))
    case.refresh_from_db()
    take_to_public(case)

    outcome = change(place, facility="", spellings=[])

    case.refresh_from_db()
    assert (
        case.review_wanted
        == "Its public text still prints “Salyan barracks”, which was taken away. Reword it."
    )
    assert case in outcome.marked
    assert PublishedCase.objects.get().summary == "Held at Salyan barracks, then let go."


def test_the_event_at_a_place_stays_and_says_the_region_alone(case):
    change(place_of(case), facility="", locality="", latitude=None, longitude=None, precision="")

    event = PublishedCase.objects.get().document["events"][0]
    assert (event["kind"], event["place"]["country"], event["place"]["region"]) == ("arrest", "AZ", "AZ-GA")
    assert (event["place"]["facility"], event["place"]["latitude"]) == ("", None)


def test_what_is_replaced_waits_for_its_review(case):
    outcome = change(place_of(case), facility="Another prison")

    case.refresh_from_db()
    assert outcome.republished == []
    assert case.review_wanted
    assert "Another prison" not in everything_public()
    assert "Qala one" in everything_public()


def test_what_is_taken_away_brings_nothing_unreviewed_out_with_it(case):
    case.summary = "Not reviewed yet."
    case.save()
    edited(case)

    change(place_of(case), facility="", name="Somewhere else")

    assert "Qala one" not in everything_public()
    assert "Somewhere else" not in everything_public()
    assert "Not reviewed yet" not in everything_public()


def test_a_part_of_an_agency_s_name_is_taken_away_at_once(case):
    agency = case.events.get(kind="arrest").agency
    change(agency, name="Border police one, unit 4")
    take_to_public(case)
    assert "unit 4" in everything_public()

    change(agency, name="Border police one")

    assert "unit 4" not in everything_public()
    document = PublishedCase.objects.get().document
    assert document["events"][0]["agency"] == document["attributions"][0]["to"] == "Border police one"
    assert check() == []


def test_the_country_of_an_agency_is_taken_away_at_once(case):
    change(case.events.get(kind="arrest").agency, country="")

    assert PublishedCase.objects.get().document["attributions"][0]["country"] == ""


ROWS = {
    "court": ("proceedings", "court", "A court"),
    "place": ("events", "place", "Qala one"),
    "agency": ("events", "agency", ""),
    "official": ("official_positions", "stated_by", "A spokesman"),
    "addressee": ("interventions", "addressee", "A minister"),
}


@pytest.mark.parametrize("what", ROWS)
def test_what_is_taken_out_of_a_row_that_stays_goes_at_once(case, what):
    rows, name, text = ROWS[what]
    row = getattr(case, rows).first()
    if not getattr(row, name):
        setattr(row, name, text)
        row.save()
        edited(case)
        take_to_public(case)
    case.place = None
    case.save()
    setattr(row, name, None if row._meta.get_field(name).is_relation else "")
    row.save()

    outcome = edited(case)

    assert [each.pk for each in outcome.republished] == [case.pk]
    if text:
        assert text not in everything_public()
    assert check() == []


def test_an_agency_that_is_replaced_by_words_goes_with_its_claim_until_those_are_reviewed(case):
    claim = case.attributions.get()
    claim.agency, claim.attributed_to = None, "security services"
    claim.save()

    edited(case)

    assert PublishedCase.objects.get().agencies == []
    assert "security services" not in everything_public()


def test_other_edits_of_a_case_wait_for_their_review(case):
    case.summary = "Corrected."
    case.save()
    case.events.create(kind="release")
    case.proceedings.update(court="Another court")

    outcome = edited(case)

    assert outcome.republished == []
    assert "A court" in everything_public()


def test_a_whole_row_that_is_deleted_is_a_correction(case):
    case.interventions.all().delete()

    assert edited(case).republished == []


def test_nothing_is_published_anew_where_the_public_never_saw_it(case):
    """A validity that stands in no document makes no new version; earlier ones go, since they might have shown it."""
    provision = case.charges.exclude(provision=None).get().provision
    provision.valid_from = "2020-01-01"
    provision.save()
    before = PublishedCase.objects.get().version

    change(provision, valid_from=None)

    assert PublishedCase.objects.get().version == before


def test_the_texts_that_are_gone_are_those_for_which_none_stands_there(case):
    place = place_of(case)
    before = before_change(place)

    assert taken_away(Place, before, before | {"facility": ""}) == {"Qala one"}
    assert taken_away(Place, before, before | {"facility": "Another"}) == frozenset()
    assert taken_away(Place, before | {"spellings": ["a", "b"]}, before | {"spellings": ["b"]}) == {"a"}


def test_a_document_takes_nothing_away_from_itself(case):
    content = document_of(case).content

    assert not takes_away(content, content)
    assert common(content, content) == content
