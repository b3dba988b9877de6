"""Whatever is typed into whichever field of whichever form of the desk: an answer with a message, never a server error.

Every form the desk registers is found, none is listed here. In round after round each of its fields is given another
piece of garbage, those the page keeps hidden too, until each field has had each piece.
"""

from itertools import count

import pytest
from django.urls import reverse

from cases.admin.desk import desk
from tests.admin.forms import PageForm, forms_of, record_form
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db

GARBAGE = [
    "abc",
    "a\0b",
    "-1",
    "9" * 30,
    "9" * 5000,
    "1.5",
    "²",
    "١٢",
    "\ud83d",
    "NaN",
    "2024-13-45",
    " ",
    "\u202eabc",
    "http://[",
    "http://a.example:99999999/",
    "ftp://a.example/",
    "x" * 100_000,
    ["abc", "1"],
    [],
    "event:abc",
    "event:" + "9" * 30,
    "true",
]


def is_typed(name: str) -> bool:
    return name != "csrfmiddlewaretoken" and not name.endswith("_FORMS") and "__prefix__" not in name


def typed(value) -> list[str]:
    given = value if isinstance(value, list) else [value]
    return [text.encode("utf-8", "replace").decode() for text in given]


def pages_of(browser) -> list[str]:
    """The address of every form of the desk: a new record of each kind, and one on file."""
    client = browser("admin")
    addresses = []
    for model in desk._registry:
        kind = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        row = model.objects.first()
        addresses += [reverse(f"{kind}_add")] + ([reverse(f"{kind}_change", args=[row.pk])] if row else [])
    return [each for each in addresses if client.get(each).status_code == 200]


def with_rows(page) -> PageForm | None:
    """The form with a new row of each kind, None where a page has none to fill."""
    if not any({"_save", "_continue"} & form.buttons for form in forms_of(page)):
        return None
    form = record_form(page)
    for name in [each for each in form.offered if each.endswith("-TOTAL_FORMS")]:
        form.add(name.removesuffix("-TOTAL_FORMS"))
    return form


@pytest.mark.slow
def test_no_garbage_in_any_field_of_any_form_is_a_server_error(browser):
    CaseFactory()
    client, pages = browser("admin"), pages_of(browser)
    assert len(pages) > 10

    for address in pages:
        form = with_rows(client.get(address))
        if form is None:
            continue
        names = [name for name in form.data() if is_typed(name)]
        for shift in range(len(GARBAGE)):
            given = {name: typed(GARBAGE[(at + shift) % len(GARBAGE)]) for at, name in enumerate(names)}
            answer = client.post(address, {**form.data(), **given})
            assert answer.status_code < 500, (address, shift)


@pytest.mark.slow
def test_no_garbage_in_an_address_of_a_new_record_is_a_server_error(browser):
    CaseFactory()
    client, pages = browser("admin"), [each for each in pages_of(browser) if each.endswith("/add/")]

    for address in pages:
        form = with_rows(client.get(address))
        names = [name for name in (form.offered if form else ()) if is_typed(name)]
        for garbage in (each for each in GARBAGE if len(each) < 5000):
            answer = client.get(address, {name: typed(garbage) for name in names})
            assert answer.status_code < 500, (address, garbage)


@pytest.mark.parametrize("field", ["person", "campaigns", "place", "part_of", "cited", "overlaps_with"])
@pytest.mark.parametrize("garbage", ["abc", "²", "9" * 5000, "-1"])
def test_a_row_that_is_none_is_told_beside_its_field(field, garbage, browser):
    client, address = browser("entry"), "/admin/cases/case/add/"
    form = record_form(client.get(address))
    if field == "cited":
        row = form.add("events", kind="arrest")
        name = f"events-{row}-cited_source"
    else:
        name = field

    answer = client.post(address, {**form.set("title", "Kept as typed").data(), name: [garbage]})

    assert answer.status_code == 200
    assert record_form(answer)["title"] == "Kept as typed"
    assert "errorlist" in answer.content.decode()


@pytest.mark.parametrize("count", ["100000", "abc", "-1", "9" * 5000, ""])
def test_counts_of_rows_that_are_lies_cost_nothing(count, browser):
    case, client = CaseFactory(), browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(address))
    for name in form.fields:
        if name.endswith(("-TOTAL_FORMS", "-INITIAL_FORMS")):
            form.set(name, count)

    answer = client.post(address, form.data())

    assert answer.status_code < 500
    assert len(answer.content) < 600_000


def test_more_rows_than_anybody_types_are_not_read_and_nothing_is_saved(browser):
    client, address = browser("entry"), "/admin/cases/case/add/"
    form = record_form(client.get(address)).set("title", "Kept")
    data = form.data()
    for prefix in ("events", "violations", "charges"):
        data[f"{prefix}-TOTAL_FORMS"] = ["150"]
        data |= {f"{prefix}-{number}-id": [""] for number in range(150)}

    answer = client.post(address, data)

    read = [len(each.formset.forms) for each in answer.context["inline_admin_formsets"]]
    assert sum(read) == 200
    assert "Not all rows of this form could be read" in answer.content.decode()


def test_a_row_far_behind_the_others_is_not_dropped_in_silence(browser):
    case, client = CaseFactory(), browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"
    data = record_form(client.get(address)).data()
    data["events-TOTAL_FORMS"], data["events-150-description"] = ["151"], ["Somebody typed this"]

    answer = client.post(address, data)

    assert answer.status_code == 200
    assert "Not all rows of this form could be read" in answer.content.decode()


IN_AN_ADDRESS = ("abc", "%00", "9" * 30, "²", "-1", "%ED%A0%80", "[]")


@pytest.mark.slow
def test_no_garbage_in_the_address_of_a_list_is_a_server_error(browser):
    """Each parameter of a list gets two pieces, others in turn: over all lists each kind of them gets every piece."""
    CaseFactory()
    client, turn = browser("admin"), count()
    for model, options in desk._registry.items():
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        names = ["q", "o", "p", "all", "e", "_to_field", "_popup", "pk", "id__in", "reference__regex"]
        if options.date_hierarchy:
            names += [f"{options.date_hierarchy}__{part}" for part in ("year", "month", "day", "gte")]
        for each in options.list_filter:
            name = each if isinstance(each, str) else each.parameter_name
            names += [name, f"{name}__exact", f"{name}__isnull", f"{name}__id__exact"]
        for name in names:
            at = next(turn)
            for piece in (IN_AN_ADDRESS[at % 7], IN_AN_ADDRESS[(at + 3) % 7]):
                assert client.get(f"{address}?{name}={piece}").status_code < 500, (address, name, piece)
        piece = IN_AN_ADDRESS[next(turn) % 7]
        posted = {"action": "delete_selected", "_selected_action": [piece], "index": piece, "post": "yes"}
        assert client.post(address, posted).status_code < 500, (address, piece)
        for page in ("change", "delete", "history"):
            assert client.get(f"{address}{piece}/{page}/").status_code < 500, (address, page, piece)
