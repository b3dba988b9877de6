"""The source one sits down to enter from, and the fields an event of a kind can have."""

import pytest

from cases.models import Circle, Citation
from cases.text.custody.effects import EVENT_EFFECTS
from cases.vocabularies.events import EVENT_KINDS
from cases.workflow.circles import give
from cases.workflow.entering.event_fields import FIELDS, can_have
from tests.admin.file.test_lines import line_address, line_form, opened, save, texts
from tests.factories import SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


def sit_down(client, case, source):
    return client.post(f"/admin/cases/case/{case.pk}/sitting/", {"sitting-source": source.pk}, follow=True)


def test_the_source_of_the_sitting_is_cited_for_each_line_that_is_saved(filed, browser):
    client, source = browser("entry"), SourceFactory(title="A new list")
    page = sit_down(client, filed, source).content.decode()
    assert "You are entering from: A new list" in " ".join(page.split())

    form = opened(client, filed, "charges", "add")
    assert form["charges-0-cited_source"] == str(source.pk)
    form.set("charges-0-verbatim", "treason charges").set("charges-0-category", "treason")
    save(client, filed, "charges", "add", form.set("charges-0-cited_pinpoint", "p. 4"))
    arrest = filed.events.get(kind="arrest")
    save(client, filed, "events", arrest.pk, opened(client, filed, "events", arrest.pk))
    save(client, filed, "citations", "add", opened(client, filed, "citations", "add"))

    cited = Citation.objects.filter(case=filed, source=source).order_by("pk")
    assert [(each.target, each.pinpoint) for each in cited] == [
        ("charge", "p. 4"),
        ("event", ""),
        ("case", ""),
    ]
    client.post(f"/admin/cases/case/{filed.pk}/sitting/", {"_end": "1"})
    assert opened(client, filed, "charges", "add")["charges-0-cited_source"] == ""


def test_a_place_in_a_source_needs_the_source(filed, browser):
    client, arrest = browser("entry"), filed.events.get(kind="arrest")

    form = opened(client, filed, "events", arrest.pk).set("events-0-cited_pinpoint", "p. 4")
    answer = save(client, filed, "events", arrest.pk, form)

    assert "Choose the source this is said of." in texts(answer)


def test_a_source_that_a_circle_keeps_by_now_is_cited_no_more(filed, browser):
    client, source = browser("entry"), SourceFactory(title="Gone from the desk", confidential=True)
    sit_down(client, filed, source)
    member = UserFactory(username="entry-in")
    circle = Circle.objects.create(name="Three")
    circle.members.add(member)

    give(source, circle=circle, by=member)

    page = client.get(f"/admin/cases/case/{filed.pk}/change/").content.decode()
    assert "Gone from the desk" not in page
    assert opened(client, filed, "charges", "add")["charges-0-cited_source"] == ""


def test_without_script_the_kind_is_asked_first_and_then_what_it_can_have(filed, browser):
    client, address = browser("entry"), line_address(filed, "events", "add")
    assert 'name="kind"' in client.get(address).content.decode()

    transfer, appeal = (
        line_form(client.get(f"{address}?kind={kind}")) for kind in ("transfer", "appeal_decision")
    )

    assert transfer["events-0-kind"] == "transfer"
    assert "events-0-decision" not in transfer.fields
    assert "events-0-place" in transfer.fields
    assert "events-0-decision" in appeal.fields
    appeal.set("events-0-decision", "reduced").set("events-0-date_0", "2024-06-01")
    assert client.post(f"{address}?kind=appeal_decision", appeal.data(button="_save")).status_code == 302
    assert filed.events.get(kind="appeal_decision").decision == "reduced"


def test_every_kind_that_fields_are_for_is_one():
    assert {kind for kinds in FIELDS.values() for kind in kinds} <= {*EVENT_KINDS.codes}
    assert all(can_have(kind, "proceeding_number") for kind, effect in EVENT_EFFECTS.items() if effect.stage)
