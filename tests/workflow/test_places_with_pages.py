"""Cases published before places had references are led to the page of the building they name, once, by an upgrade."""

from copy import deepcopy

import pytest

from cases.models import Action, Case, LedgerText, Place, PublishedCase, Review
from cases.register import register
from cases.register.check import check
from cases.workflow.editing import record_edit
from cases.workflow.hiding import hide
from cases.workflow.places_with_pages import lead_to_pages
from tests.factories import CaseFactory, PersonFactory, UserFactory, take_to_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def prison(db):
    return Place.objects.create(name="Prison No. 14", facility="Prison No. 14", country="AZ")


def published_before(prison, identity="named", **values) -> Case:
    """A case as it was public before places had references."""
    case = CaseFactory(person=PersonFactory(name="Aydan Ulduzlu", identity=identity), **values)
    case.events.create(kind="transfer", date="2024-06-05", place=prison)
    take_to_public(case)
    document = deepcopy(PublishedCase.objects.get(reference=case.reference).document)
    for holder in (*document["events"], *document["stays"], *document["violations"], document):
        if holder["place"]:
            holder["place"]["reference"] = ""
    version = register.put(document).version
    Case.objects.filter(pk=case.pk).update(published_version=version)
    return Case.objects.get(pk=case.pk)


def test_the_case_is_on_the_page_and_in_the_filter_since(client, prison):
    case = published_before(prison)
    page = f"/places/facility/{prison.reference}/"
    assert client.get(page).status_code == 404
    told = PublishedCase.objects.get().held_at

    assert lead_to_pages() == 1

    response = client.get(page)
    assert [row["reference"] for row in response.context["now"]["rows"]] == [case.reference]
    assert PublishedCase.objects.get().held_at == told == "Prison No. 14"
    assert f'href="{page}"' in client.get(f"/cases/{case.reference}/").content.decode()
    case.refresh_from_db()
    assert PublishedCase.objects.get().version == case.published_version
    assert Review.objects.of(case).first().action == Action.LED
    assert check() == []


def test_once_is_enough(prison):
    case = published_before(prison)
    lead_to_pages()

    assert lead_to_pages() == 0
    assert LedgerText.objects.of(case.reference).first().version == Case.objects.get().published_version


def test_nothing_of_a_draft_comes_out(client, prison):
    case = published_before(prison)
    case.summary = "What nobody has reviewed."
    case.save()
    record_edit(case, by=UserFactory(username="entry"))

    lead_to_pages()

    assert "nobody has reviewed" not in client.get(f"/cases/{case.reference}/").content.decode()
    case.refresh_from_db()
    assert (case.state, case.summary) == ("draft", "What nobody has reviewed.")


@pytest.mark.parametrize("identity", ["initials", "withheld"])
def test_below_named_there_is_nothing_to_lead(client, prison, identity):
    published_before(prison, identity)

    assert lead_to_pages() == 0
    assert client.get(f"/places/facility/{prison.reference}/").status_code == 404


def test_a_case_that_was_hidden_is_left_alone(client, prison):
    case = published_before(prison)
    version = case.published_version
    hide(case, by=UserFactory(username="entry"))

    assert lead_to_pages() == 0
    assert Case.objects.get().published_version == version
    assert client.get(f"/places/facility/{prison.reference}/").status_code == 404


def test_which_building_is_meant_is_not_guessed(prison):
    published_before(prison)
    Place.objects.update(name="Prison of another name", facility="Prison of another name")

    assert lead_to_pages() == 0
