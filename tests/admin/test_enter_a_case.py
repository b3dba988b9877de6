"""One case from nothing to the public, through the forms alone: a killing that an article reports."""

import pytest
from django.test import Client

from cases.models import Case, Citation, Person, PublishedCase, Source
from tests.admin.forms import form_to, forms_of, record_form
from tests.public.files import csv_file

pytestmark = pytest.mark.django_db


def enter_source(client, **values):
    page = client.get("/admin/cases/source/add/")
    form = record_form(page).fill(**values)
    answer = client.post("/admin/cases/source/add/", form.data("_save"))
    assert answer.status_code == 302, told(answer)
    return Source.objects.latest("pk")


def enter_person(client, name, **values):
    page = client.get("/admin/cases/person/add/")
    form = record_form(page).fill(**values)
    form.add("names", text=name, language="English")
    answer = client.post("/admin/cases/person/add/", form.data("_save"))
    assert answer.status_code == 302, told(answer)
    return Person.objects.latest("pk")


def told(answer):
    """All error texts of an answered page, for a failing assertion."""
    context = answer.context
    return context["error_list"] if context and "error_list" in context else answer


def enter_the_killing(client):
    """The case as the person at the desk types it; returns it, submitted."""
    source = enter_source(
        client,
        title="Baku Commands Sway in Dagestan",
        publisher="ISA",
        language="English",
        reliability="C",
        is_public=True,
    )
    person = enter_person(client, "Ruslan Magomedragimov", roles=["community_leader"])
    page = client.get("/admin/cases/case/add/")
    form = record_form(page).fill(
        person=person.pk,
        title="Ruslan Magomedragimov: killed",
        summary="A community leader who opposed Azerbaijan's growing weight in Derbent was killed.",
        origin="not stated",
        location="not_stated",
        start_date_1="over the last decade",
    )
    form.add("violations", kind="killing", date_1="over the last decade", cited_source=source.pk)
    form.add(
        "attributions",
        attributed_to="Russia's security services",
        country="Russia",
        attributed_by="Bellingcat",
        level="2",
        source=source.pk,
    )
    form.add("citations", source=source.pk, credibility="3", remark="The investigation itself was not seen.")
    answer = client.post("/admin/cases/case/add/", form.data("_submit"))
    assert answer.status_code == 302, told(answer)
    return Case.objects.get()


def test_a_killing_is_entered_submitted_and_published(browser):
    case = enter_the_killing(browser("entry"))
    assert case.state == "submitted"
    assert case.violations.get().is_primary
    assert not case.proceedings.exists()
    assert Citation.objects.filter(case=case, violation__kind="killing").count() == 1

    publisher = browser("publisher")
    page = publisher.get(f"/admin/cases/case/{case.pk}/publish/")
    assert "As it would be" in page.content.decode()
    decision = next(form for form in forms_of(page) if form["edit_version"])
    answer = publisher.post(f"/admin/cases/case/{case.pk}/publish/", decision.data(None), follow=True)
    assert "Published." in answer.content.decode(), [str(m) for m in answer.context["messages"]]

    row = PublishedCase.objects.get(reference=case.reference)
    assert row.name == "Ruslan Magomedragimov"
    assert row.violations == ["killing"]
    assert row.attributed_to and row.attributed_by == ["Bellingcat"]
    assert row.origin == ["not_stated"]
    assert row.place == ""
    public = Client()
    page = public.get(f"/cases/{case.reference}/")
    assert page.status_code == 200
    assert "Magomedragimov" in page.content.decode()
    assert "Bellingcat" in page.content.decode()
    assert case.reference in csv_file("violation=killing")
    assert not page.cookies


def test_entry_cannot_publish(browser):
    client = browser("entry")
    case = enter_the_killing(client)

    page = client.get(f"/admin/cases/case/{case.pk}/publish/")
    answer = client.post(f"/admin/cases/case/{case.pk}/publish/", {"edit_version": case.edit_version})

    assert "Publish this text" not in page.content.decode()
    assert answer.status_code == 403
    assert not PublishedCase.objects.exists()


def test_submitting_has_a_button_of_its_own(browser):
    client = browser("entry")
    case = enter_the_killing(client)
    form = record_form(client.get(f"/admin/cases/case/{case.pk}/whole/")).fill(title="Another title")
    client.post(f"/admin/cases/case/{case.pk}/whole/", form.data())
    case.refresh_from_db()
    assert case.state == "draft"

    page = client.get(f"/admin/cases/case/{case.pk}/whole/")
    client.post(f"/admin/cases/case/{case.pk}/submit/", form_to(page, "submit/").data(None))

    case.refresh_from_db()
    assert case.state == "submitted"
