"""The file of a case: what it says, what of it is public, and that it asks little."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case, Circle, Relation
from cases.workflow.circles import give
from tests.admin.forms import record_form
from tests.factories import CaseFactory, PersonFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

MOST_QUERIES = 30
MOST_BYTES = 150_000


def address(case):
    return f"/admin/cases/case/{case.pk}/change/"


def file_of(client, case):
    return " ".join(client.get(address(case)).content.decode().split())


def line(page, part, key):
    """The text of one line of a page."""
    html = page.split(f'id="line-{part}-{key}"')[1].split("</li>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition(">")[2]).split())


def test_a_line_says_what_readers_will_read_with_its_sources(filed, browser):
    page = file_of(browser("entry"), filed)

    arrest = filed.events.get(kind="arrest")
    charge = filed.charges.order_by("pk").first()
    assert "1 March 2023: Arrest in a criminal case" in line(page, "events", arrest.pk)
    assert "[1]" in line(page, "events", arrest.pk)
    assert "article 900.0" in line(page, "charges", charge.pk)
    assert "8 years, 6 months" in line(page, "sentences", filed.sentences.get().pk)


def test_its_parts_stand_in_the_order_readers_have_them(filed, browser):
    page = file_of(browser("entry"), filed)

    parts = re.findall(r'class="file-part" id="(\w+)-group"', page)
    assert parts[:5] == ["record", "violations", "events", "proceedings", "affiliations"]
    assert parts[-3:] == ["relations_from", "translations", "citations"]


def test_a_line_tells_public_from_private_in_words(filed, browser):
    page = file_of(browser("entry"), filed)

    hidden, shown = (filed.events.get(kind=kind) for kind in ("confirmed_still_held", "arrest"))
    assert line(page, "events", hidden.pk).startswith("▨ Never public:")
    assert line(page, "events", shown.pk).startswith("● Public:")
    assert "[a]" in line(page, "events", hidden.pk)
    assert line(page, "record", "notes").startswith("▨ Never public:")


def test_a_large_case_costs_few_queries_and_little_text(filed, browser):
    client = browser("entry")
    client.get("/admin/words/")

    with CaptureQueriesContext(connection) as queries:
        page = client.get(address(filed))

    asked = [each["sql"] for each in queries if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(asked) <= MOST_QUERIES, [sql[:200] for sql in asked]
    assert len(page.content) <= MOST_BYTES


def test_the_whole_form_stays_beside_the_file(filed, browser):
    client = browser("entry")
    whole = f"/admin/cases/case/{filed.pk}/whole/"
    assert whole in file_of(client, filed)

    form = record_form(client.get(whole)).fill(title="Another title")
    answer = client.post(whole, form.data())

    assert answer.status_code == 302, re.findall(
        r'class="error-list.*?</section>', answer.content.decode(), re.DOTALL
    )
    assert Case.objects.get(pk=filed.pk).title == "Another title"


def test_what_a_circle_keeps_does_not_stand_in_the_file_of_others(browser):
    member = UserFactory(username="entry-in")
    circle = Circle.objects.create(name="Three")
    circle.members.add(member)
    kept = CaseFactory(title="Kept by three", person=PersonFactory(name="Gizli Adam"))
    source = SourceFactory(title="A letter of three", confidential=True)
    open_case = CaseFactory(title="Known to all", part_of=kept, targeted_because_of=kept.person)
    Relation.objects.create(from_case=open_case, to_case=kept, kind="tried_with")
    Relation.objects.create(from_case=kept, to_case=open_case, kind="precedes")
    open_case.overlaps_with.add(kept)
    event = open_case.events.create(kind="arrest", date="2024-01-02", verb="seized by three")
    open_case.citations.create(source=source, event=event)
    for record in (kept, kept.person, source):
        give(record, circle=circle, by=member)

    theirs = file_of(browser("entry-in"), open_case)
    others = file_of(browser("entry-out"), open_case)

    for word in ("Kept by three", "A letter of three", "seized by three", "Gizli Adam"):
        assert word in theirs
        assert word not in others
    assert f"case/{kept.pk}/" not in others
    assert browser("entry-out").get(address(kept)).status_code == 404
