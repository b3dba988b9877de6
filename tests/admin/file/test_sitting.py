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
    return client.post(at(case), {"source": source.pk}, follow=True)


def at(case):
    return f"/admin/cases/case/{case.pk}/sitting/"


def told(answer):
    return " ".join(answer.content.decode().split())


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


@pytest.mark.parametrize("typed", ["derb", "Дерб", "killing"])
def test_half_a_title_chooses_the_one_source_that_has_it(typed, filed, browser):
    client, source = browser("entry"), SourceFactory(title="A killing in Derbent")

    page = client.post(at(filed), {"find": typed}, follow=True)

    assert "You are entering from: A killing in Derbent" in told(page)
    assert opened(client, filed, "charges", "add")["charges-0-cited_source"] == str(source.pk)


def test_of_several_with_half_a_title_one_is_chosen_on_a_page_without_script(filed, browser):
    client = browser("entry")
    one, other = (SourceFactory(title=f"List of prisoners, {year}") for year in (2024, 2025))

    page = client.post(at(filed), {"find": "prison"}, follow=True)

    assert page.redirect_chain == [(f"{at(filed)}?find=prison", 302)]
    assert f'name="source" value="{one.pk}"' in told(page) and f'value="{other.pk}"' in told(page)
    assert "You are entering from: List of prisoners, 2025" in told(sit_down(client, filed, other))


@pytest.mark.parametrize("posted", [{}, {"find": "nothing has this"}, {"source": "x"}, {"source": "9" * 30}])
def test_what_is_no_source_chooses_none(posted, filed, browser):
    client = browser("entry")

    page = client.post(at(filed), posted, follow=True)

    assert "You are entering from" not in told(page)
    assert ("No source is found by that." in told(page)) == ("find" in posted)
    assert ("Choose the source you enter from." in told(page)) == ("find" not in posted)


def test_no_more_is_sought_than_a_title_may_be_long(filed, browser):
    answer = browser("entry").post(at(filed), {"find": "ш" * 5000})

    assert len(answer.headers["Location"]) < 1500
    assert "No source is found by that." in told(browser("entry").get(answer.headers["Location"]))


def test_the_last_sources_of_this_person_are_one_press_away(filed, browser):
    client, other = browser("entry"), browser("entry-other")
    sources = [SourceFactory(title=f"List {number}") for number in range(7)]
    for source in sources:
        sit_down(client, filed, source)
        form = opened(client, filed, "charges", "add").set("charges-0-verbatim", f"from {source}")
        save(client, filed, "charges", "add", form.set("charges-0-category", "treason"))
    client.post(at(filed), {"_end": "1"})

    page = told(client.get(f"/admin/cases/case/{filed.pk}/change/"))

    last = [source for source in sources if f'name="source" value="{source.pk}"' in page]
    assert last == sources[2:]
    assert "sitting-last" not in told(other.get(f"/admin/cases/case/{filed.pk}/change/"))


def test_a_source_that_a_circle_keeps_is_not_offered(filed, browser):
    client, source = browser("entry"), SourceFactory(title="Gone from the desk", confidential=True)
    sit_down(client, filed, source)
    save(client, filed, "citations", "add", opened(client, filed, "citations", "add"))
    client.post(at(filed), {"_end": "1"})
    assert "Gone from the desk" in told(client.get(at(filed)))
    circle, member = Circle.objects.create(name="Three"), UserFactory(username="entry-in")
    circle.members.add(member)

    give(source, circle=circle, by=member)

    for address in (at(filed), f"{at(filed)}?find=gone"):
        assert "Gone from the desk" not in told(client.get(address))


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
