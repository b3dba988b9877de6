"""Several, copies and second arrests for who is not in the circle: what it keeps is not there, nothing hints at it."""

import pytest

from cases.models import Case, Event
from tests.admin.circles.conftest import TOKEN
from tests.admin.test_case_ways import copy_data
from tests.admin.test_from_a_list import ADDRESS as SHORT_FORM
from tests.admin.test_several import ADDRESS, asked, happened_form
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(keep):
    case = CaseFactory(person=PersonFactory(name=f"{TOKEN} Mehdiyev"), title=f"{TOKEN} case")
    keep(case)
    keep(case.person)
    return case


def test_a_case_of_the_circle_is_in_no_list_and_gets_no_event(secret, browser):
    campaign, client, case = CampaignFactory(), browser("reviewer"), CaseFactory()
    secret.campaigns.add(campaign)
    case.campaigns.add(campaign)
    data = asked(client, [case, secret], source=SourceFactory().pk)

    listed = client.get(f"{ADDRESS}?campaign={campaign.pk}")
    keys = [secret.pk, secret.pk + 100_000]
    answers = [
        client.post(ADDRESS, {**data, "case": [case.pk, key], "listed": [case.pk, key]}) for key in keys
    ]

    assert happened_form(listed).fields["case"] == data["case"] == [str(case.pk)]
    told = [answer.context["form"].errors for answer in answers]
    assert told[0] == told[1] and told[0]
    assert all(TOKEN not in answer.content.decode() for answer in (listed, *answers))
    assert not Event.objects.filter(kind="release").exists()


def test_a_copy_leaves_out_what_the_circle_keeps_and_nobody_of_it_is_offered(keep, secret, browser):
    client, case, source = browser("reviewer"), CaseFactory(), SourceFactory(title=f"{TOKEN} interview")
    hidden = case.events.create(kind="release", date="2025-05-04")
    case.citations.create(source=source, event=hidden)
    keep(source)

    refused = client.post(
        f"/admin/cases/case/{case.pk}/copy/", copy_data(client, case, name=f"{TOKEN} Mehdiyev")
    )
    client.post(f"/admin/cases/case/{case.pk}/copy/", copy_data(client, case, name="Zarema Kayanova"))

    assert "Ask an administrator before you enter this person." in refused.content.decode()
    copy = Case._base_manager.order_by("-pk").first()
    assert str(copy.person) == "Zarema Kayanova"
    assert not Event._base_manager.filter(case=copy, kind="release").exists()
    assert not copy.citations.filter(source=source).exists()


def test_a_second_arrest_and_a_copy_of_a_case_of_the_circle_begin_with_nothing(secret, browser):
    client = browser("reviewer")

    page = client.get(f"{SHORT_FORM}?after={secret.pk}")

    assert page.status_code == 200 and TOKEN not in page.content.decode()
    assert client.get(f"/admin/cases/case/{secret.pk}/copy/").status_code == 404
