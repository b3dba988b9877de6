"""The small forms of a file: each saves its line by the rules of the whole form, and nobody else's."""

import pytest

from cases.admin.drafts import SHEET_INPUT
from cases.models import Case, Citation, DeskDraft, Review
from tests.admin.forms import forms_of
from tests.admin.test_drafts import keep, restored, sheet_on
from tests.factories import CaseFactory, SourceFactory

pytestmark = pytest.mark.django_db


def line_address(case, part, key):
    return f"/admin/cases/case/{case.pk}/lines/{part}/{key}/"


def line_form(response):
    return next(form for form in forms_of(response) if "_save" in form.buttons)


def opened(client, case, part, key):
    """The form as the script of the file asks for it."""
    return line_form(client.get(line_address(case, part, key), headers={"X-Desk-Fragment": "1"}))


def save(client, case, part, key, form):
    return client.post(line_address(case, part, key), form.data(button="_save"))


def delete(client, case, part, key, form):
    """Press “Delete…”, and then the button of the question."""
    question = client.post(line_address(case, part, key), form.data(button="_delete"))
    return save(client, case, part, key, line_form(question))


def texts(response):
    return " ".join(response.content.decode().split())


def test_saving_a_line_is_an_edit_of_the_case_and_leads_back_to_it(filed, browser):
    client, event = browser("entry"), filed.events.get(kind="arrest")
    before = Case.objects.get(pk=filed.pk).edit_version

    form = opened(client, filed, "events", event.pk).set("events-0-verb", "taken away")
    answer = save(client, filed, "events", event.pk, form)

    assert answer.url.endswith(f"?at=line-events-{event.pk}#line-events-{event.pk}")
    assert "Saved." in client.get(answer.url).content.decode()
    event.refresh_from_db()
    assert event.verb == "taken away"
    assert Case.objects.get(pk=filed.pk).edit_version == before + 1
    assert Review.objects.filter(case=filed, action="edited").count() == 1
    assert "taken away" in client.get(f"/admin/cases/case/{filed.pk}/history/").content.decode()
    assert filed.events.count() == 10


def test_a_save_that_changed_nothing_says_so_and_is_no_edit(filed, browser):
    client, before = browser("entry"), Case.objects.get(pk=filed.pk).edit_version

    for part, key in (("record", "what"), ("sentences", filed.sentences.get().pk)):
        answer = save(client, filed, part, key, opened(client, filed, part, key))
        assert "Nothing was changed." in client.get(answer.url).content.decode()

    assert Case.objects.get(pk=filed.pk).edit_version == before


@pytest.mark.parametrize(
    ("part", "typed"),
    [
        ("violations", {"kind": "torture"}),
        ("proceedings", {"kind": "administrative"}),
        ("charges", {"verbatim": "treason charges", "category": "treason", "cited_source": "source"}),
        ("sentences", {"kind": "fine", "printed_term": "500 AZN"}),
        ("events", {"kind": "release", "date_0": "2024-06-01"}),
        ("attributions", {"attributed_to": "the police", "attributed_by": "The Daily", "source": "source"}),
        ("lawyers", {"name": "N. Nümunəvi"}),
        ("translations", {"field": "title", "language": "az", "text": "Mətbəə işi", "translated_by": "A"}),
        ("citations", {"source": "source", "pinpoint": "p. 4"}),
        ("relations_from", {"to_case": "case"}),
    ],
)
def test_a_line_of_each_kind_can_be_added(filed, browser, part, typed):
    client = browser("entry")
    rows = {"source": SourceFactory(title="Another").pk, "case": CaseFactory(title="Another case").pk}
    before = getattr(filed, part).count()

    form = opened(client, filed, part, "add")
    for name, value in typed.items():
        form.set(f"{part}-0-{name}", rows.get(value, value))
    answer = save(client, filed, part, "add", form)

    assert answer.status_code == 302, texts(answer)
    row = getattr(filed, part).order_by("pk").last()
    assert getattr(filed, part).count() == before + 1
    assert f"#line-{part}-{row.pk}" in answer.url
    if "cited_source" in typed:
        assert row.citations.get().source_id == rows["source"]


def test_a_group_of_fields_is_a_line_too(filed, browser):
    client = browser("entry")

    form = opened(client, filed, "record", "where").set("location", "AZ, Georgia").set("transit", "Türkiye")
    assert "title" not in form.fields
    save(client, filed, "record", "where", form)

    stored = Case.objects.get(pk=filed.pk)
    assert (stored.location, stored.transit, stored.title) == (["AZ", "GE"], ["TR"], filed.title)


def test_a_wrong_line_says_what_is_wrong_and_keeps_what_was_typed(filed, browser):
    client = browser("entry")

    form = opened(client, filed, "sentences", "add").set("sentences-0-printed_term", "8 to 10 years")
    answer = save(client, filed, "sentences", "add", form)

    assert "Not saved. Please correct the" in texts(answer)
    assert line_form(answer)["sentences-0-printed_term"] == "8 to 10 years"
    assert filed.sentences.count() == 1


def test_marking_another_violation_as_primary_takes_the_mark_from_the_first(filed, browser):
    client, other = browser("entry"), filed.violations.create(kind="torture")

    form = opened(client, filed, "violations", other.pk).set("violations-0-is_primary", True)
    save(client, filed, "violations", other.pk, form)

    assert filed.violations.get(is_primary=True) == other


def test_deleting_a_line_asks_first(filed, browser):
    client, charge = browser("entry"), filed.charges.first()

    answer = delete(client, filed, "charges", charge.pk, opened(client, filed, "charges", charge.pk))

    assert filed.charges.count() == 5
    assert answer.url.endswith("#charges-group")


def test_a_proceeding_takes_no_charges_along_unseen(filed, browser):
    client, row = browser("entry"), filed.proceedings.get()

    form = opened(client, filed, "proceedings", row.pk)
    question = client.post(line_address(filed, "proceedings", row.pk), form.data(button="_delete"))
    forged = {**form.data(button="_save"), "proceedings-0-DELETE": "on"}
    answer = client.post(line_address(filed, "proceedings", row.pk), forged)

    for page in (question, answer):
        assert "Charges or sentences stand in this proceeding." in texts(page)
    assert filed.proceedings.count() == 1


def test_two_people_in_two_lines_never_conflict(filed, browser):
    one, other = browser("entry-one"), browser("entry-two")
    arrest, remand = (filed.events.get(kind=kind) for kind in ("arrest", "remand"))
    first, second = opened(one, filed, "events", arrest.pk), opened(other, filed, "events", remand.pk)
    third = opened(other, filed, "record", "what").set("title", "Title of two")

    save(one, filed, "events", arrest.pk, first.set("events-0-verb", "of one"))
    answers = [
        save(other, filed, "events", remand.pk, second.set("events-0-verb", "of two")),
        save(other, filed, "record", "what", third),
    ]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert sorted(filed.events.exclude(verb="").values_list("verb", flat=True)) == ["of one", "of two"]


@pytest.mark.parametrize(("part", "name"), [("events", "events-0-verb"), ("record", "title")])
def test_the_second_in_one_line_sees_both_texts(filed, browser, part, name):
    one, other = browser("entry-one"), browser("entry-two")
    key = "what" if part == "record" else filed.events.get(kind="arrest").pk
    first, second = opened(one, filed, part, key), opened(other, filed, part, key)

    save(one, filed, part, key, first.set(name, "Text of one"))
    answer = save(other, filed, part, key, second.set(name, "Text of two"))

    page = texts(answer)
    assert "entry-one saved this record" in page
    assert "Saved by entry-one meanwhile: Text of one" in page
    assert line_form(answer)[name] == "Text of two"
    assert save(other, filed, part, key, line_form(answer)).status_code == 302
    assert "Text of two" in texts(one.get(f"/admin/cases/case/{filed.pk}/change/"))


def test_a_row_deleted_meanwhile_keeps_what_was_typed_and_says_so(filed, browser):
    one, other, event = browser("entry-one"), browser("entry-two"), filed.events.get(kind="health")
    first, second = (opened(client, filed, "events", event.pk) for client in (one, other))

    delete(one, filed, "events", event.pk, first)
    answer = save(other, filed, "events", event.pk, second.set("events-0-verb", "was ill"))

    assert "Deleted by entry-one meanwhile" in texts(answer)
    assert not filed.events.filter(kind="health").exists()
    save(other, filed, "events", event.pk, line_form(answer))
    assert filed.events.get(kind="health").verb == "was ill"


def test_a_line_of_another_case_and_one_that_never_was_are_not_there(filed, browser):
    client, other = browser("entry"), CaseFactory()

    for part, key in (
        ("violations", other.violations.get().pk),
        ("events", 10**9),
        ("nothing", 1),
        ("record", "all"),
    ):
        assert client.get(line_address(filed, part, key)).status_code == 404
        assert client.post(line_address(filed, part, key), {}).status_code == 404


def test_a_citation_names_its_fact_so_that_no_two_read_alike(filed, browser):
    source = SourceFactory()
    proceeding = filed.proceedings.get()
    for _ in range(2):
        filed.charges.create(proceeding=proceeding, verbatim="charges", category="treason")
    citation = Citation.objects.create(case=filed, source=source)

    page = browser("entry").get(line_address(filed, "citations", citation.pk)).content.decode()

    options = page.split('name="citations-0-target"')[1].split("</select>")[0].split("<option")[1:]
    words = [option.split(">")[1].split("<")[0] for option in options]
    assert len(words) == len(set(words)) > 18


def test_what_is_typed_into_a_line_is_kept_and_comes_back(browser, filed):
    client, event = browser("entry"), filed.events.get(kind="arrest")
    lines = f"/admin/cases/case/{filed.pk}/lines/events"

    for address, kind in ((f"{lines}/{event.pk}/", "arrest"), (f"{lines}/add/", "release")):
        page = client.get(address, {"kind": kind})
        form = line_form(page).set("events-0-verb", "typed and not saved")
        sheet = {SHEET_INPUT: [sheet_on(page)]}
        assert keep(client, address, {**form.data(button=None), **sheet}).status_code == 200
        draft = DeskDraft.objects.get(address=address)
        assert "Go on with it" in client.get(address, {"kind": kind}).content.decode()

        again = line_form(restored(client, draft))
        assert again["events-0-verb"] == "typed and not saved"
        saved = client.post(address, {**again.data("_save"), **sheet})

        assert saved.status_code == 302
        assert not DeskDraft.objects.exists()
    assert filed.events.filter(verb="typed and not saved").count() == 2
