"""Invented entries with the structure of real lists: typed into the forms, read back on page, file and dictionary."""

import csv
import io
import re

import pytest

from cases.models import Case, Official, Place
from cases.vocabularies.events import MEASURES
from tests.admin.forms import record_form
from tests.admin.listed_entries import ENTRIES, LINKS, SHARED
from tests.admin.test_enter_a_case import told
from tests.factories import PersonFactory, SourceFactory, take_to_public
from tests.public.files import csv_file

pytestmark = pytest.mark.django_db

ROWS_WITH_CITATIONS = (
    "charges", "sentences", "events", "affiliations", "participations", "lawyers", "violations",
)  # fmt: skip
ANOTHER = {"another_record": "1"}
"""Said of a court that is near to another one."""


@pytest.fixture
def typed(browser):
    """`typed(name)` types an entry into the forms and publishes it; `identity` is how the person may show."""
    source, on_file = SourceFactory(title="A list of prisoners"), {}

    def shared(desk, key):
        if key not in on_file:
            model, values = SHARED[key]
            values = {name: shared(desk, each) if name in LINKS else each for name, each in values.items()}
            if model is Official:
                values["source"] = source.pk
            address = f"/admin/cases/{model._meta.model_name}/add/"
            form = record_form(desk.get(address)).fill(**values)
            answer = desk.post(address, form.data("_save") | ANOTHER)
            assert answer.status_code == 302, told(answer)
            on_file[key] = model.objects.latest("pk").pk
        return on_file[key]

    def add(desk, form, rows, case=None):
        for part, each in rows.items():
            for row in each:
                values = {
                    name: shared(desk, value) if name in LINKS else value(case) if callable(value) else value
                    for name, value in row.items()
                }
                if part in ROWS_WITH_CITATIONS:
                    values["cited_source"] = source.pk
                form.add(part, **values)

    def save(desk, address, form):
        answer = desk.post(address, form.data())
        assert answer.status_code == 302, told(answer)

    def type_and_publish(name, identity="named", group=()):
        # Publishing is by accounts that the factories log out again.
        listed, desk = ENTRIES[name], browser("entry")
        form = record_form(desk.get("/admin/cases/case/add/"))
        states = {"origin": listed.country, "location": listed.country}
        form.fill(
            title=name if identity == "named" else "Somebody of a list",
            summary="As a list says.",
            person=PersonFactory(name=name, identity=identity).pk,
            **{**states, **listed.case},
        )
        form.add("violations", kind="detention", cited_source=source.pk)
        rows = listed.rows if identity == "named" else {**listed.rows, "translations": []}
        add(desk, form, rows)
        if listed.private_lawyer:
            form.add("lawyers", name=listed.private_lawyer)
        if group:
            form.add("relations_from", group=[case.pk for case in group], source=source.pk)
        save(desk, "/admin/cases/case/add/", form)
        case = Case.objects.latest("pk")
        if listed.more_rows:
            address = f"/admin/cases/case/{case.pk}/whole/"
            form = record_form(desk.get(address))
            add(desk, form, listed.more_rows, case)
            save(desk, address, form)
        case.risk_review_date, case.risk_review_outcome = "2025-10-01", "clear"
        case.save()
        case.refresh_from_db()
        take_to_public(case)
        return case

    return type_and_publish


def row_of(case):
    rows = csv.DictReader(io.StringIO(csv_file()))
    return next(row for row in rows if row["reference"] == case.reference)


def text_of(client, path):
    page = client.get(path).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page[page.index("<main") :]))


def test_there_are_ten():
    assert len(ENTRIES) >= 10


@pytest.mark.parametrize("name", ENTRIES)
def test_what_was_typed_stands_in_the_file_and_on_the_page_each_fact_with_its_citation(client, typed, name):
    listed, case = ENTRIES[name], typed(name)

    row = row_of(case)
    assert {column: row[column] for column in listed.cells} == listed.cells
    text = text_of(client, f"/cases/{case.reference}/")
    for each in listed.words:
        assert each in text, each
    assert not listed.private_lawyer or listed.private_lawyer not in text
    for part in ROWS_WITH_CITATIONS:
        for fact in getattr(case, part).exclude(
            **({"name": listed.private_lawyer} if part == "lawyers" else {})
        ):
            assert fact.citations.exists(), fact


@pytest.mark.parametrize("name", ENTRIES)
def test_of_somebody_who_is_not_named_none_of_it_shows(client, typed, name):
    case = typed(name, identity="withheld")

    row, text = row_of(case), text_of(client, f"/cases/{case.reference}/")
    for each in (name, *name.split(), "A list of prisoners", *ENTRIES[name].private):
        assert each not in text, each
        assert each not in " ".join(row.values()), each
    for column in (
        "held_at", "courts", "officials", "lawyers", "counsel", "organisations",
        "age_at_arrest", "co_defendants", "source_titles",
    ):  # fmt: skip
        assert row[column] == "", column


def test_those_tried_together_name_each_other_but_not_who_may_not_be_named(client, typed):
    hidden = typed("Tural Nağıl", identity="withheld")
    second = typed("Nigar Xəyali")

    first = typed("Qəhrəman Uydurma", group=[second, hidden])

    assert row_of(first)["co_defendants"] == second.reference
    assert row_of(second)["co_defendants"] == first.reference
    assert row_of(hidden)["co_defendants"] == ""
    assert "Tried together with Nigar Xəyali" in text_of(client, f"/cases/{first.reference}/")
    assert "Tried together with Qəhrəman Uydurma" in text_of(client, f"/cases/{second.reference}/")
    for case in (first, second):
        assert hidden.reference not in client.get(f"/cases/{case.reference}/").content.decode()
    assert "Tried together" not in text_of(client, f"/cases/{hidden.reference}/")


def test_arrests_in_a_row_and_a_later_case_are_one_course_of_life(client, typed):
    case = typed("Samir Xəyalzadə")

    assert "Held 3 times" in text_of(client, f"/people/{case.person.reference}/")


def test_the_page_of_a_prison_says_who_was_held_there_on_a_day(client, typed):
    case = typed("Fərid Nümunəzadə")

    prison = Place.objects.get(name="Prison No. 91").reference
    assert case.title in text_of(client, f"/places/facility/{prison}/?held_on=2025-11-06")
    assert case.reference in csv_file(f"held_at={prison}&held_on=2025-11-06")
    assert case.reference not in csv_file(f"held_at={prison}&held_on=2025-10-01")


def test_texts_in_another_language_stand_on_the_page_in_that_language(client, typed):
    case = typed("Günel Tərcümə")

    assert "Как сказано в списке." in text_of(client, f"/ru/cases/{case.reference}/")
    assert "Siyahıda deyildiyi kimi." in text_of(client, f"/az/cases/{case.reference}/")


def test_the_dictionary_explains_every_column_and_kind(client, db):
    page = client.get("/data/").content.decode()

    columns = {column for listed in ENTRIES.values() for column in listed.cells}
    kinds = {row["kind"] for listed in ENTRIES.values() for row in listed.rows["events"]} & set(
        MEASURES.codes
    )
    assert kinds == set(MEASURES.codes)
    for word in (*columns, *kinds, "measure", "licence_withdrawn", "presiding_judge", "not_permitted"):
        assert word in page, word
