"""Courts, organisations, officials and lawyers at the desk: entered on the spot, within the case, and read back."""

import re

import pytest

from cases.models import Agency, Case, Lawyer, Official, Organisation
from tests.admin.forms import record_form
from tests.admin.test_enter_a_case import told
from tests.factories import CaseFactory, SourceFactory

pytestmark = pytest.mark.django_db


def enter(client, model, **values):
    address = f"/admin/cases/{model._meta.model_name}/add/"
    answer = client.post(address, record_form(client.get(address)).fill(**values).data("_save"))
    assert answer.status_code == 302, told(answer)
    return model.objects.latest("pk")


def test_everybody_of_a_trial_is_entered_through_the_forms(browser):
    desk, case, source = browser("entry"), CaseFactory(), SourceFactory(title="On the trial")
    court = enter(desk, Agency, name="Göydağ District Court", country="Azerbaijan", kind="judiciary")
    outlet = enter(desk, Organisation, name="Nümunə Xəbər", country="Azerbaijan", kind="media_outlet")
    judge = enter(desk, Official, name="Tofiq Nümunəvi", office="judge", agency=court.pk, source=source.pk)
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(desk.get(address)).fill(age_at_arrest=34)
    form.add("proceedings", number=1, kind="criminal", jurisdiction="Azerbaijan", counsel="at_trial")
    form.add("events", kind="verdict_guilty", date_0="2024-09-10", court=court.pk)
    form.add("affiliations", organisation=outlet.pk, role="employee", words="an editor")
    form.add("participations", official=judge.pk, role="judge", cited_source=source.pk)
    form.add("lawyers", name="Vəkil Uydurmazadə", cited_source=source.pk)

    answer = desk.post(address, form.data())

    assert answer.status_code == 302, told(answer)
    case = Case.objects.get()
    assert (case.age_at_arrest, case.proceedings.get().counsel) == (34, "at_trial")
    assert case.events.get().court == court
    assert case.affiliations.get().organisation == outlet
    assert case.participations.get().official == judge
    assert case.lawyers.get().citations.get().source == source


def test_a_court_is_an_agency_of_the_judiciary_and_its_plus_makes_one(browser):
    desk, case = browser("entry"), CaseFactory()
    police = Agency.objects.create(name="City Police", country="AZ", kind="police")
    address = f"/admin/cases/case/{case.pk}/whole/"
    page = desk.get(address)
    form = record_form(page)
    form.add("events", kind="remand", court=police.pk)

    answer = desk.post(address, form.data())

    assert answer.status_code == 200
    assert not case.events.exists()
    links = re.findall(r'href="(/admin/cases/agency/add/\?[^"]*)"', page.content.decode())
    (prefilled,) = {link.replace("&amp;", "&") for link in links if "kind=judiciary" in link}
    assert record_form(desk.get(prefilled))["kind"] == "judiciary"


def test_an_official_needs_a_public_source(browser):
    desk = browser("entry")
    court = Agency.objects.create(name="District Court", kind="judiciary")
    for source in ("", SourceFactory(confidential=True).pk):
        form = record_form(desk.get("/admin/cases/official/add/"))
        form.fill(name="Tofiq Nümunəvi", office="judge", agency=court.pk, source=source)

        assert desk.post("/admin/cases/official/add/", form.data("_save")).status_code == 200

    assert not Official.objects.exists()


def test_a_lawyer_stands_once_in_a_case(browser):
    desk, case = browser("entry"), CaseFactory()
    Lawyer.objects.create(case=case, name="Vəkil Uydurmazadə")
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(desk.get(address))
    form.taken.add(("lawyers", 0))
    form.add("lawyers", name="Vəkil Uydurmazadə")

    answer = desk.post(address, form.data())

    assert answer.status_code == 200
    assert case.lawyers.count() == 1
