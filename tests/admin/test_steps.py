"""The buttons follow the table of moves, and who publishes is told what followed from it."""

import pytest

from cases.models import Case, Tombstone
from cases.workflow.document import document_of
from cases.workflow.groups import GROUPS
from cases.workflow.moves import open_steps
from cases.workflow.publishing import digest_of, withdraw
from tests.admin.forms import forms_of
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, UserFactory, take_to_review
from tests.workflow.test_moves import STANDINGS

pytestmark = pytest.mark.django_db


def offered(page, record):
    """The steps whose button stands on the form of a record; the way to a withdrawal is one for both kinds."""
    path = f"/admin/cases/{record._meta.model_name}/{record.pk}"
    signs = {
        "submit": f'action="{path}/submit/"',
        "return": f'action="{path}/return/"',
        "publish": "Review and publish",
        "withdraw": f'href="{path}/withdraw/"',
    }
    return {step for step, sign in signs.items() if sign in page}


@pytest.mark.parametrize("make", [CaseFactory, CampaignFactory])
@pytest.mark.parametrize("standing", STANDINGS)
def test_the_buttons_are_those_that_the_table_opens(standing, make, browser):
    record = STANDINGS[standing][0](make)

    for who in GROUPS:
        page = (
            browser(who).get(f"/admin/cases/{record._meta.model_name}/{record.pk}/change/").content.decode()
        )

        opened = open_steps(record, UserFactory(username=who)) - {"remove_earlier"}
        assert offered(page, record) == {"withdraw" if step == "silence" else step for step in opened}


def test_what_was_announced_can_be_withdrawn_silently_after_all(browser):
    case = CaseFactory(published=True)
    withdraw(case, by=UserFactory(username="publisher"), reason="A mistake", announced=True)
    client, address = browser("publisher"), f"/admin/cases/case/{case.pk}/withdraw/"
    page = client.get(address)
    form = next(form for form in forms_of(page) if "how" in form.offered)

    client.post(address, {**form.data(None), "reason": "Risk to the family", "how": "silent"})

    assert "silently after all" in page.content.decode()
    assert 'value="announced"' not in page.content.decode()
    assert not Tombstone.objects.exists()


def published(client, record):
    """What the desk says to who publishes a submitted record."""
    seen = {"edit_version": record.edit_version, "digest": digest_of(document_of(record))}
    address = f"/admin/cases/{record._meta.model_name}/{record.pk}/publish/"
    answer = client.post(address, seen, follow=True)
    return [str(message) for message in answer.context["messages"]]


def test_who_publishes_a_campaign_is_told_which_cases_are_marked_for_it(browser):
    campaign, case = CampaignFactory(title="Crackdown"), CaseFactory(published=True)
    case.campaigns.add(campaign)
    take_to_review(campaign)

    told = published(browser("publisher-two"), campaign)

    assert told == ["Published.", f"Marked for review: {case} ({case.reference})."]


def test_who_publishes_less_of_somebody_is_told_to_say_it_in_other_words(browser):
    person = PersonFactory(name="Zarema Kayanova")
    whole = CaseFactory(person=person, title="A whole", published=True)
    withdraw(whole, by=UserFactory(username="publisher"), reason="A mistake", announced=True)
    person.identity = "withheld"
    person.save()
    whole.refresh_from_db()
    take_to_review(whole)

    told = published(browser("publisher-two"), whole)

    assert told[0] == "“A whole” was public before this case was anonymised. Say it in other words."
    assert not Case.objects.get(pk=whole.pk).is_public


def test_who_publishes_what_changes_nothing_else_is_told_no_more(browser):
    case = CaseFactory(submitted=True)

    assert published(browser("publisher-two"), case) == ["Published."]
