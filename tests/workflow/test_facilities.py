"""Where somebody is held, from the desk's rows to the public: as far as the identity and the sources let it show."""

import pytest

from cases.admin.status_strip import strip_of
from cases.models import Citation, Event, Place, PublishedCase
from cases.text.partial_dates import PartialDate
from tests.factories import CaseFactory, PersonFactory, SourceFactory, take_to_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def prison(db):
    return Place.objects.create(
        name="Prison No. 14", spellings=["14 saylı cəzaçəkmə müəssisəsi"], country="AZ"
    )


def transferred(prison: Place, identity: str, *, source=None):
    case = CaseFactory(person=PersonFactory(identity=identity))
    Event.objects.create(case=case, kind="arrest", date=PartialDate("2024-01-10"))
    event = Event.objects.create(case=case, kind="transfer", date=PartialDate("2024-02-03"), place=prison)
    if source:
        Citation.objects.create(case=case, source=source, event=event)
    take_to_public(case)
    return PublishedCase.objects.get(reference=case.reference)


def test_a_prison_entered_by_its_name_alone_is_where_somebody_is_held(client, prison):
    published = transferred(prison, "named")

    assert (published.held_at, published.held_at_as_of) == ("Prison No. 14", "2024-02-03")
    assert published.held_at_reference == prison.reference
    (stay,) = published.document["stays"]
    assert (stay["place"]["reference"], stay["as_of"]["text"], stay["over"]) == (
        prison.reference,
        "2024-02-03",
        False,
    )
    assert client.get(f"/places/facility/{prison.reference}/").status_code == 200
    assert published.reference in client.get(f"/cases.atom?held_at={prison.reference}").content.decode()


def test_the_desk_says_it_too(prison):
    case = CaseFactory()
    Event.objects.create(case=case, kind="transfer", date=PartialDate("2024-02-03"), place=prison)

    assert strip_of(case).custody["where"] == "At Prison No. 14, as of 3 February 2024"


@pytest.mark.parametrize("identity", ["initials", "withheld"])
def test_below_named_nobody_is_on_its_page_in_its_filter_or_count(client, prison, identity):
    published = transferred(prison, identity)

    assert published.custody_status == "police_custody"
    assert (published.held_at, published.held_at_reference, published.document["stays"]) == ("", "", [])
    assert client.get(f"/places/facility/{prison.reference}/").status_code == 404
    assert client.get(f"/cases/?held_at={prison.reference}").status_code == 400
    assert "14" not in str(published.document["events"])
    transferred(prison, "named")
    page = client.get(f"/places/facility/{prison.reference}/?held_on=2024-06-01")
    assert [len(page.context[part]["rows"]) for part in ("now", "on_day")] == [1, 1]
    assert client.get("/cases/").context["counts"].facets["held_at"] == {prison.reference: 1}


def test_what_only_a_confidential_source_says_of_where_is_left_out(client, prison):
    published = transferred(prison, "named", source=SourceFactory(confidential=True))

    assert published.held_at == ""
    assert client.get(f"/places/facility/{prison.reference}/").status_code == 404
