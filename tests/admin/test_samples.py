"""A sample record stays one, whatever the desk does with it."""

from datetime import date

import pytest
from django.test import Client

from cases.models import PublishedCampaign, PublishedCase
from cases.workflow.appearing import publish_due
from tests.admin.forms import form_address, record_form
from tests.factories import CampaignFactory, CaseFactory, UserFactory, take_to_public
from tests.workflow.anonymised import approved, begin_day, day_of, hidden, reworded

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    client = Client()
    client.force_login(UserFactory(username="entry-desk"))
    return client


def edit(desk, record, **values):
    """Type the values into the record's form, and whatever somebody might add to what the form sends."""
    path = form_address(record)
    form = record_form(desk.get(path)).fill(**values)
    answer = desk.post(path, {**form.data("_save"), "is_sample": "", "sample": "false"})
    assert answer.status_code == 302
    record.refresh_from_db()


@pytest.mark.parametrize(
    "make, published", [(CaseFactory, PublishedCase), (CampaignFactory, PublishedCampaign)]
)
def test_the_mark_stays_when_a_record_is_edited_and_published_again(desk, make, published):
    sample, other = make(is_sample=True, published=True), make(published=True)

    for record in (sample, other):
        edit(desk, record, title="Another title")
        take_to_public(record)

    rows = {row.reference: row.sample for row in published.objects.filter(title="Another title")}
    assert rows == {sample.reference: True, other.reference: False}


def test_the_mark_stays_when_a_record_has_to_show_less(monkeypatch):
    begin_day(monkeypatch, date(2026, 3, 2))
    case = hidden(CaseFactory(is_sample=True, published=True), identity="initials")
    case = approved(reworded(case))

    begin_day(monkeypatch, day_of(case))
    publish_due()

    row = PublishedCase.objects.get()
    assert (row.identity, row.sample) == ("initials", True)


def test_the_desk_says_that_a_record_is_a_sample(desk):
    sample, other = CaseFactory(is_sample=True), CaseFactory()

    pages = [desk.get(f"/admin/cases/case/{case.pk}/change/").content.decode() for case in (sample, other)]

    assert ["fictional sample" in page for page in pages] == [True, False]
