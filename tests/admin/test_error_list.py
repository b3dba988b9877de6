"""What is wrong with a posted form stands above it, each with a link to where it is mended."""

import pytest

from tests.admin.forms import record_form
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


def change(case):
    return f"/admin/cases/case/{case.pk}/whole/"


def test_errors_link_to_their_field_and_mark_their_section(browser):
    case = CaseFactory()
    client = browser("entry")
    form = record_form(client.get(change(case))).set("start_date_0", "soonish")
    form.set("violations-0-date_0", "2024-99")

    page = client.post(change(case), form.data()).content.decode()

    assert "Please correct the errors below." in page
    assert 'href="#id_start_date"' in page and 'id="id_start_date"' in page
    assert 'href="#id_violations-0-date"' in page and 'id="id_violations-0-date"' in page
    assert 'class="has-errors">Violations' in page
    assert page.count("has-errors") == 1
    assert page.index('class="error-list') < page.index('id="case_form"')


def test_a_complaint_about_all_rows_links_to_them(browser):
    client = browser("entry")
    form = record_form(client.get("/admin/cases/person/add/"))

    page = client.post("/admin/cases/person/add/", form.data()).content.decode()

    assert '<a href="#names-group">Names</a>: Give at least one name.' in page


def test_a_conflict_alone_is_not_called_an_error(browser):
    case = CaseFactory()
    one, other = browser("entry-one"), browser("entry-two")
    first, second = record_form(one.get(change(case))), record_form(other.get(change(case)))
    one.post(change(case), first.set("title", "Title of one").data())

    page = other.post(change(case), second.set("title", "Title of two").data()).content.decode()

    assert "a colleague saved this meanwhile" in page
    assert '<a href="#id_title">Title</a>: Saved by entry-one meanwhile: Title of one' in page
    assert "Please correct" not in page


def test_a_sound_form_has_no_list(browser):
    assert "error-list" not in browser("entry").get(change(CaseFactory())).content.decode()


@pytest.mark.parametrize("path", ["case/add/", "person/add/", "source/add/"])
def test_enter_saves_and_stays(path, browser):
    page = browser("entry").get(f"/admin/cases/{path}").content.decode()
    form = page[
        page.index('enctype="multipart')
        if 'enctype="multipart' in page
        else page.index('_form" novalidate') :
    ]

    first = form[form.index('type="submit"') :]

    assert first[: first.index(">")].count('name="_continue"') == 1
    assert "change_form.js" not in page


def test_a_popup_keeps_its_one_button(browser):
    page = browser("entry").get("/admin/cases/source/add/?_popup=1").content.decode()

    assert "implicit-submit" not in page
