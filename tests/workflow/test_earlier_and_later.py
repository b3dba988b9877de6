"""An earlier conviction, a second arrest, arrests in a row: entered as `docs/entering.md` says, one course of life."""

from datetime import date

import pytest

from cases.models import Case, Relation
from cases.models.custody import custody_of
from cases.text.custody.in_all import InAll, in_all
from cases.workflow.document import document_of
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.saving import enter
from tests.factories import PersonFactory, SourceFactory, UserFactory, take_to_public

pytestmark = pytest.mark.django_db

TODAY = date(2025, 1, 1)


@pytest.fixture
def person():
    return PersonFactory(name="Aydan Ulduzlu")


@pytest.fixture
def entered(person):
    def enter_case(title, **parts):
        values = {
            "title": title,
            "person": person,
            "origin": "AZ",
            "location": "AZ",
            "summary": "As a list says.",
        }
        entry = Entry(Case, values, source=SourceFactory(), violations=[{"kind": "detention"}], **parts)
        return enter(entry, by=UserFactory(username="entry"))

    return enter_case


def counted(*cases):
    return in_all([custody_of(case, today=TODAY).held.spells for case in cases], TODAY)


def asked(case):
    return [ask.code for ask in custody_of(case, today=TODAY).asks]


def test_an_earlier_conviction_is_a_case_that_precedes_the_later_one(entered, client):
    earlier = entered(
        "Convicted in 2009",
        proceedings=[{"is_final": True}],
        charges=[{"printed_article": "221.3", "status": "convicted"}],
        events=[
            {"kind": "arrest", "date": "2009-03"},
            {"kind": "verdict_guilty", "date": "2009-10-12"},
            {"kind": "release", "date": "2011-06-20"},
        ],
        sentences=[{"kind": "imprisonment", "printed_term": "3 years", "date": "2009-10-12"}],
    )
    later = entered("Arrested in 2023", events=[{"kind": "arrest", "date": "2023-11-20"}])
    enter(
        Entry(
            Relation, {"kind": "precedes", "from_case": earlier, "to_case": later, "source": SourceFactory()}
        ),
        by=UserFactory(username="entry"),
    )
    for case in (earlier, later):
        case.refresh_from_db()
        case.risk_review_date, case.risk_review_outcome = date(2024, 6, 1), "clear"
        case.save()
        take_to_public(case)

    assert asked(earlier) == asked(later) == []
    assert counted(earlier) == InAll(1, 1, 812, 842, is_open=False)
    assert counted(earlier, later) == InAll(2, 2, 813, 842 + 409, is_open=True)
    assert "Convicted in 2009" in client.get(f"/cases/{later.reference}/").content.decode()
    assert "Held 2 times" in client.get(f"/people/{later.person.reference}/").content.decode()


def test_a_second_arrest_is_a_further_event_in_a_new_proceeding(entered):
    case = entered(
        "Arrested twice",
        proceedings=[{}, {}],
        events=[
            {"kind": "arrest", "date": "2023-11-20", "proceeding_number": 1},
            {"kind": "release", "date": "2024-03-18", "proceeding_number": 1},
            {"kind": "arrest", "date": "2024-08-02", "proceeding_number": 2},
        ],
    )

    assert asked(case) == []
    assert counted(case) == InAll(2, 2, 121, 273, is_open=True)


def test_arrests_in_a_row_are_proceedings_of_one_case_and_no_day_counts_twice(entered):
    def arrest(number, begin, given, end):
        return [
            {"kind": "detained", "date": begin, "proceeding_number": number},
            {"kind": "administrative_sentence", "date": given, "until": end, "proceeding_number": number},
            {"kind": "release", "date": end, "proceeding_number": number},
        ]

    case = entered(
        "Arrested for days, three times",
        proceedings=[{"kind": "administrative"}] * 3,
        events=[
            *arrest(1, "2024-05-01", "2024-05-02", "2024-05-15"),
            *arrest(2, "2024-05-15", "2024-05-16", "2024-05-30"),
            *arrest(3, "2024-06-10", "2024-06-10", "2024-06-20"),
        ],
    )

    assert asked(case) == []
    assert document_of(case).content["custody"]["status"] == "released"
    assert counted(case) == InAll(3, 3, 41, 41, is_open=False)
