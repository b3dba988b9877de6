"""Texts that cannot be kept are told beside their field, at the desk and from a file alike."""

import pytest
from django.db import models

from cases.admin.desk import desk
from cases.admin.record import RecordAdmin
from cases.models import Case, Person, Source
from cases.models.fields import LONGEST_SUMMARY
from cases.workflow.answering import answer
from cases.workflow.entering.entry import Entry
from cases.workflow.errors import Refused
from tests.admin.forms import record_form
from tests.factories import CaseFactory, UserFactory

pytestmark = pytest.mark.django_db

RECORDS = [(model, options) for model, options in desk._registry.items() if isinstance(options, RecordAdmin)]
TYPED = {model for model, _ in RECORDS} | {row.model for _, options in RECORDS for row in options.inlines}


def test_every_text_somebody_types_has_a_longest():
    endless = {
        f"{model.__name__}.{field.name}"
        for model in TYPED
        for field in model._meta.concrete_fields
        if isinstance(field, models.TextField | models.CharField) and field.editable and not field.max_length
    }

    assert len(TYPED) > 20
    assert endless == set()


@pytest.mark.parametrize(
    ("model", "values", "field", "told"),
    [
        (Case, {"title": "A \u202eteacher"}, "title", "U+202E"),
        (Case, {"title": "two\nlines"}, "title", "U+000A"),
        (Case, {"summary": "\u2066x"}, "summary", "At the beginning"),
        (Case, {"start_date_words": "in \u202dMay"}, "start_date", "U+202D"),
        (Case, {"summary": "x" * (LONGEST_SUMMARY + 1)}, "summary", "at most 20000 characters"),
        (Source, {"title": "A", "url": "ftp://news.example/1"}, "url", "http:// or https://"),
        (
            Source,
            {"title": "A", "archived_url": "ftps://news.example/1"},
            "archived_url",
            "http:// or https://",
        ),
        (Source, {"title": "A\u0007"}, "title", "U+0007"),
        (Source, {"title": "A", "publisher": "\u202b"}, "publisher", "U+202B"),
    ],
)
def test_a_text_that_cannot_be_kept_is_an_error_of_its_field(model, values, field, told):
    entry = Entry(model, values)

    assert [wrong.field for wrong in entry.errors if told in str(wrong.message)] == [field]


def test_a_name_is_looked_at_too():
    entry = Entry(Person, {}, names=[{"text": "Bəhruz\u202e Səmədov", "script": "Latn", "language": "az"}])

    assert [(wrong.part, wrong.field) for wrong in entry.errors] == [("names", "text")]


def test_what_languages_need_can_be_typed():
    entry = Entry(Person, {}, names=[{"text": "علی\u200cرضا رضایی", "script": "Arab", "language": "fa"}])

    assert entry.errors == []


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("title", "A \u202eteacher", "U+202E"),
        ("summary", "x" * (LONGEST_SUMMARY + 1), "at most 20000"),
        ("start_date_1", "\u202ewords", "U+202E"),
        ("count_words", "some\u2069", "U+2069"),
        ("notes", "a\x01b", "U+0001"),
    ],
)
def test_the_desk_tells_it_beside_the_field(field, typed, told, client):
    client.force_login(UserFactory(username="entry"))
    address = "/admin/cases/case/add/"

    answer = client.post(
        address, {**record_form(client.get(address)).set("kind", "group").data(), field: [typed]}
    )

    assert answer.status_code == 200
    name = field.removesuffix("_1")
    errors = answer.context["adminform"].form.errors
    assert told in " ".join(errors[name])


def test_a_row_of_a_record_is_looked_at_too(client):
    client.force_login(UserFactory(username="entry"))
    address = "/admin/cases/source/add/"

    answer = client.post(
        address, record_form(client.get(address)).fill(title="A", url="ftp://x.example/").data()
    )

    assert "http:// or https://" in " ".join(answer.context["adminform"].form.errors["url"])


def test_a_reason_is_looked_at_too(client):
    case = CaseFactory(submitted=True)
    client.force_login(UserFactory(username="reviewer"))

    told = client.post(f"/admin/cases/case/{case.pk}/return/", {"reason": "Where\u202e?"}, follow=True)

    assert "U+202E" in told.content.decode()
    assert Case.objects.get().state == "submitted"
    with pytest.raises(Refused):
        answer(case, code="orders", about="", reason="a\u202eb", by=UserFactory(username="entry"))
