"""The rows of a case are handed to the derivation of custody whole, each fact in its place."""

from datetime import date

import pytest

from cases.models import Charge, Event, Proceeding, Sentence
from cases.models.custody import custody_of, stage_of
from tests.factories import CaseFactory, SourceFactory

pytestmark = pytest.mark.django_db

TODAY = date(2025, 6, 1)


def event(case, kind, day="", **details):
    return Event.objects.create(case=case, kind=kind, date=day, **details)


def criminal(case, **details):
    return Proceeding.objects.create(case=case, **{"number": 1, "kind": "criminal", **details})


def sentence(case, proceeding, years, **details):
    return Sentence.objects.create(
        case=case, proceeding=proceeding, kind="imprisonment", years=years, **details
    )


def test_no_fact_is_no_custody():
    assert custody_of(CaseFactory(violation="prosecution"), today=TODAY).status == "unknown"


def test_the_status_rests_on_the_row_that_made_it():
    case = CaseFactory()
    remand = event(case, "remand", "2025-05-01", until="2025-07-01")
    event(case, "arrest", "2025-04-28")

    found = custody_of(case, today=TODAY)

    assert (found.status, found.as_of.text, found.since) == ("pretrial_detention", "2025-05-01", remand.pk)
    assert not found.last_known


def test_the_day_somebody_looks_decides_whether_it_is_last_known():
    case = CaseFactory()
    event(case, "remand", "2025-05-01", until="2025-07-01")

    assert not custody_of(case, today=date(2025, 7, 1)).last_known
    assert custody_of(case, today=date(2025, 7, 2)).last_known


def test_marks_of_an_event_and_of_its_proceeding_arrive():
    case = CaseFactory(violation="prosecution")
    event(case, "remand", "2025-05-01", proceeding=criminal(case, in_absentia=True))
    assert custody_of(case, today=TODAY).status == "sought"

    other = CaseFactory()
    event(other, "located_held", "2025-05-01", custody_stated="pretrial_detention")
    assert custody_of(other, today=TODAY).status == "pretrial_detention"


def test_an_acquittal_frees_only_from_its_own_proceeding():
    case = CaseFactory()
    first, second = criminal(case), criminal(case, number=2)
    event(case, "remand", "2025-04-01", until="2026-01-01", proceeding=first)
    event(case, "verdict_acquittal", "2025-05-01", proceeding=second)

    found = custody_of(case, today=TODAY)

    assert found.status == "pretrial_detention"
    assert (stage_of(found, first), stage_of(found, second)) == ("unknown", "acquitted")


def test_a_stage_that_editors_state_goes_before_the_derived_one():
    case = CaseFactory()
    proceeding = criminal(case, stage_override="on_trial", stage_override_source=SourceFactory())
    event(case, "arrest", "2025-05-01", proceeding=proceeding)

    assert stage_of(custody_of(case, today=TODAY), proceeding) == "on_trial"


def test_charges_sentences_and_finality_arrive():
    case = CaseFactory()
    proceeding = criminal(case)
    event(case, "arrest", "2023-01-01", proceeding=proceeding)
    Charge.objects.create(
        case=case, proceeding=proceeding, category="treason", verbatim="treason", status="charged"
    )
    assert stage_of(custody_of(case, today=TODAY), proceeding) == "charged"

    sentence(case, proceeding, 8, date="2024-01-01")
    assert custody_of(case, today=TODAY).status == "held_after_conviction"

    Proceeding.objects.filter(pk=proceeding.pk).update(is_final=True)
    assert custody_of(case, today=TODAY).status == "imprisoned"


def test_of_sentences_added_up_or_replaced_one_stands():
    case = CaseFactory()
    proceeding = criminal(case)
    event(case, "arrest", "2023-01-01", proceeding=proceeding)
    total = sentence(case, proceeding, 15, date="2024-01-01")
    for years in (13, 12):
        sentence(case, proceeding, years, date="2024-01-01", total=total)
    assert [each.key for each in custody_of(case, today=TODAY).sentences[1]] == [total.pk]

    later = sentence(case, proceeding, 9, date="2024-09-01", supersedes=total)
    assert [each.key for each in custody_of(case, today=TODAY).sentences[1]] == [later.pk]


def test_only_the_rows_handed_over_count():
    case = CaseFactory()
    arrest = event(case, "arrest", "2025-05-01")
    event(case, "release", "2025-05-03")

    rows = {"events": [arrest], "sentences": [], "charges": [], "violations": []}

    assert custody_of(case, today=TODAY, rows=rows).status == "police_custody"
    assert custody_of(case, today=TODAY).status == "released"


def test_what_editors_state_of_custody_goes_before_events():
    case = CaseFactory(
        custody_override="released",
        custody_override_date="2025-05-20",
        custody_override_source=SourceFactory(),
    )
    event(case, "arrest", "2025-05-01")

    found = custody_of(case, today=TODAY)

    assert (found.status, found.as_of.text) == ("released", "2025-05-20")
