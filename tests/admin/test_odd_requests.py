"""What no browser sends: answered with a message, an empty list or “not found”, never with a server error."""

import pytest
from django.http import QueryDict

from cases.admin.conflict import _take_rows
from cases.models import Case
from tests.admin.forms import record_form
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("reason", "told"),
    [("a\0b", "Null characters are not allowed."), ("x" * 1001, "at most 1000 characters")],
)
@pytest.mark.parametrize(
    ("step", "given"), [("return", {"submitted": True}), ("withdraw", {"published": True})]
)
def test_a_reason_that_cannot_be_kept_is_told(step, given, reason, told, browser):
    case = CaseFactory(**given)
    state = Case.objects.get().state

    answer = browser("publisher").post(
        f"/admin/cases/case/{case.pk}/{step}/", {"reason": reason, "how": "silent"}, follow=True
    )

    assert told in answer.content.decode()
    assert Case.objects.get().state == state


@pytest.mark.parametrize("version", ["9" * 5000, "9" * 30, "-1", "²"])
def test_a_version_that_is_none_is_an_old_one(version, browser):
    case = CaseFactory(submitted=True)

    answer = browser("publisher").post(
        f"/admin/cases/case/{case.pk}/publish/", {"edit_version": version}, follow=True
    )

    assert "was changed after you opened it" in answer.content.decode()


@pytest.mark.parametrize("marks", ["9" * 5000, ".".join(["9" * 5000] * 13), ".".join(["9" * 30] * 13)])
def test_a_seen_version_that_is_none_is_an_old_one(marks, browser):
    case, client = CaseFactory(), browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(address)).set("seen_version", f"1:{marks}").set("title", "Typed")

    answer = client.post(address, {**form.data(), "seen_version": [f"0:{marks}"]})

    assert record_form(answer)["title"] == "Typed"


@pytest.mark.parametrize(
    "asked",
    [
        "cases/case/?state=%00",
        "cases/case/?country=%00",
        "cases/case/?kind=%00",
        "cases/case/?work=%00&state=draft",
        "cases/campaign/?state=%00",
        "cases/person/?identity=%00",
        "cases/person/similar/?name=%00",
        "cases/source/?kind__exact=%00",
        "auth/user/?is_staff__exact=%00",
    ],
)
def test_a_list_ignores_a_nul(asked, browser):
    CaseFactory()

    assert browser("admin").get(f"/admin/{asked}", follow=True).status_code == 200


def test_a_list_ignores_a_filter_with_a_nul_only(browser):
    CaseFactory(title="A draft"), CaseFactory(title="Waiting", submitted=True)

    page = browser("entry").get("/admin/cases/case/?state=draft&country=%00").content.decode()

    assert "A draft" in page
    assert "Waiting" not in page


@pytest.mark.parametrize("name", ["person", "campaigns", "place", "part_of", "custody_override_source"])
def test_the_autocomplete_refuses_a_nul(name, browser):
    asked = f"/admin/autocomplete/?app_label=cases&model_name=case&field_name={name}&term="

    assert browser("entry").get(f"{asked}%00").status_code == 400
    assert browser("entry").get(f"{asked}a").status_code == 200


def test_confirming_an_unknown_case_finds_none(browser):
    client = browser("entry")

    for name in ("999999", "abc", "9" * 30):
        assert client.post(f"/admin/cases/case/{name}/confirm_held/", {}).status_code == 404


@pytest.mark.slow
def test_more_rows_than_fit_are_told(browser):
    case, client = CaseFactory(), browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(address)).set("events-TOTAL_FORMS", "201")

    answer = client.post(address, form.data())

    assert "At most 200 rows of one kind can stand here" in answer.content.decode()


@pytest.mark.slow
def test_rows_on_file_beyond_that_can_still_be_saved(browser):
    case, client = CaseFactory(), browser("entry")
    source = case.citations.get().source
    for number in range(201):
        case.citations.create(source=source, pinpoint=str(number))
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(address)).set("citations-201-remark", "typed")

    assert client.post(address, form.data()).status_code == 302
    assert case.citations.filter(remark="typed").exists()


def test_reading_the_rows_looks_at_each_name_once():
    class Counted(QueryDict):
        looked = 0

        def __iter__(self):
            for name in super().__iter__():
                Counted.looked += 1
                yield name

    data = Counted(mutable=True)
    data["events-TOTAL_FORMS"] = "1000"
    for number in range(500):
        data[f"other-{number}"] = "1"
    data["events-0-kind"], data["events-999-kind"], data["events-01-kind"] = "raid", "threat", "odd"

    rows = _take_rows(data, "events")

    assert (rows[0], rows[1], rows[999]) == ({"kind": ["raid"]}, {}, {"kind": ["threat"]})
    assert "events-01-kind" in data
    assert Counted.looked < 2000
