"""Persons, sources and other shared records; history; the front of the desk; the lists."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.db import transaction
from django.utils import timezone

from cases.models import Case, Citation, Person, Review
from cases.workflow.review import submit
from tests.admin.forms import record_form
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    EventFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def add_person(client, name, **more):
    form = record_form(client.get("/admin/cases/person/add/")).fill(roles=["lawyer"])
    form.add("names", text=name)
    return client.post("/admin/cases/person/add/", {**form.data(), **more})


@pytest.mark.parametrize("typed", ["Bahruz Samadov", "Бахруз Самедов", "Samadov, Bəhruz"])
def test_a_new_person_who_may_be_on_file_is_asked_about(typed, browser):
    on_file = PersonFactory(name="Bəhruz Səmədov", nationalities=["AZ"])
    client = browser("entry")

    answer = add_person(client, typed)
    page = answer.content.decode()

    assert Person.objects.count() == 1
    assert f"/admin/cases/person/{on_file.pk}/change/" in page
    assert "This is another person" in page
    assert record_form(answer)["names-0-text"] == typed
    assert record_form(answer).fields["roles"] == ["lawyer"]


def test_another_person_of_the_same_name_is_saved_when_said_so(browser):
    PersonFactory(name="Bəhruz Səmədov")

    answer = add_person(browser("entry"), "Bahruz Samadov", another_person="1")

    assert answer.status_code == 302
    assert Person.objects.count() == 2


def test_a_person_without_a_likeness_is_simply_saved(browser):
    PersonFactory(name="Bəhruz Səmədov")

    add_person(browser("entry"), "Nigar Uzaqlı")

    assert Person.objects.count() == 2
    assert Person.objects.latest("pk").names.get().is_primary


def test_a_person_needs_a_name(browser):
    client = browser("entry")
    form = record_form(client.get("/admin/cases/person/add/"))

    answer = client.post("/admin/cases/person/add/", form.data())

    assert "Give at least one name." in answer.content.decode()


def test_the_list_while_typing_is_for_staff_alone(browser, client):
    PersonFactory(name="Bəhruz Səmədov")

    inside = browser("entry").get("/admin/cases/person/similar/?name=Samadov+Bahruz").content.decode()
    outside = client.get("/admin/cases/person/similar/?name=Samadov+Bahruz")

    assert "Bəhruz Səmədov" in inside
    assert outside.status_code == 302


@pytest.mark.parametrize("typed", ["Самедов", "Bəh", "samadov bahruz"])
def test_autocomplete_finds_a_person_and_tells_them_apart(typed, browser):
    person = PersonFactory(name="Bəhruz Səmədov", birth_date="1995", nationalities=["AZ"])
    CaseFactory(person=person)
    query = {"app_label": "cases", "model_name": "case", "field_name": "person", "term": typed}

    answer = browser("entry").get("/admin/autocomplete/", query).json()

    assert [each["text"] for each in answer["results"]] == [
        "Bəhruz Səmədov · born 1995 · Azerbaijan · 1 case"
    ]


def test_withholding_a_person_says_what_happened_to_public_cases(browser):
    case = CaseFactory(published=True, title="A journalist detained", summary="Detained.")
    client = browser("entry")
    address = f"/admin/cases/person/{case.person.pk}/change/"
    form = record_form(client.get(address)).set("identity", "withheld")

    answer = client.post(address, form.data(), follow=True)

    case.refresh_from_db()
    assert not case.is_public
    told = [str(message) for message in answer.context["messages"]]
    assert told[0] == (
        f"Gone from the public side without trace, and drafts now: {case.title} ({case.reference})."
    )
    assert f"{case.person} is hidden now." in told[1]


def test_changing_a_source_marks_the_public_cases_that_cite_it(browser):
    source = SourceFactory(title="Old title")
    case = CaseFactory(published=True, source=source)
    client = browser("entry")
    address = f"/admin/cases/source/{source.pk}/change/"

    answer = client.post(
        address, record_form(client.get(address)).set("title", "New title").data(), follow=True
    )

    assert f"Marked for review: {case} ({case.reference})" in answer.content.decode()
    assert Case.objects.get().review_wanted


def test_a_source_field_beside_a_fact_cites_it_once(browser):
    case, source = CaseFactory(), SourceFactory()
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"

    for _ in range(2):
        form = record_form(client.get(address)).set("violations-0-cited_source", source.pk)
        client.post(address, form.data())

    assert Citation.objects.filter(violation=case.violations.get(), source=source).count() == 1
    assert f"Cited: {source}" in client.get(address).content.decode()


def test_a_citation_chooses_its_fact_among_those_of_the_case(browser):
    case = CaseFactory()
    violation, foreign = case.violations.get(), CaseFactory().violations.get()
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(address)).set("citations-0-target", f"violation:{violation.pk}")
    client.post(address, form.data())

    refused = record_form(client.get(address)).set("citations-0-target", f"violation:{foreign.pk}")
    answer = client.post(address, refused.data())

    assert case.citations.get().violation == violation
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("AZ, RU", ["AZ", "RU"]),
        ("azerbaijan; Россия", ["AZ", "RU"]),
        ("not stated", ["not_stated"]),
        ("", []),
    ],
)
def test_countries_are_typed_as_codes_or_names(typed, codes, browser):
    case = CaseFactory()
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"

    client.post(address, record_form(client.get(address)).set("destination", typed).data())

    assert Case.objects.get().destination == codes


def test_a_country_nobody_knows_is_told_with_a_suggestion(browser):
    case = CaseFactory()
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"

    answer = client.post(address, record_form(client.get(address)).set("origin", "Azerbajan").data())

    assert "“Azerbajan” is not in the list; did you mean AZ (Azerbaijan)?" in answer.content.decode()
    assert record_form(answer)["origin"] == "Azerbajan"


def test_a_date_that_is_none_stays_in_the_form_with_a_plain_sentence(browser):
    case = CaseFactory()
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"

    answer = client.post(address, record_form(client.get(address)).set("start_date_0", "soonish").data())

    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["start_date"]
    assert record_form(answer)["start_date_0"] == "soonish"


def test_the_history_tells_who_changed_what_in_the_record_and_its_rows(browser):
    case = CaseFactory(title="First title")
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(address)).set("title", "Second title").set("violations-0-date_0", "2024-05")
    campaign = CampaignFactory(title="Crackdown")
    form.set("campaigns", [campaign.pk])
    client.post(address, form.data("_submit"))

    answer = client.get(f"/admin/cases/case/{case.pk}/history/")

    latest = answer.context["chapters"][0]
    told = {(change.subject, change.kind): change.details for change in latest.changes}
    assert latest.who == "entry"
    assert ("Title", "First title", "Second title") in told["", "changed"]
    assert told["Violation", "changed"] == [("Date", "", "2024-05")]
    assert told["Link to campaign", "added"] == [("Campaign", "", "Crackdown")]
    assert [step["label"] for step in latest.steps] == ["Submitted"]
    assert "<del>First title</del>" in answer.content.decode()


def chapters_of(client, case):
    """The history as (who, the kinds of changes, the steps), newest first."""
    chapters = client.get(f"/admin/cases/case/{case.pk}/history/").context["chapters"]
    return [
        (chapter.who, [change.kind for change in chapter.changes], [step["label"] for step in chapter.steps])
        for chapter in chapters
    ]


@pytest.mark.django_db(transaction=True)
def test_a_step_is_told_beside_what_its_own_request_saved_however_soon_after_another(browser):
    case = CaseFactory()
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"

    client.post(address, record_form(client.get(address)).set("title", "Second title").data())
    case.refresh_from_db()
    client.post(f"/admin/cases/case/{case.pk}/submit/", {"edit_version": case.edit_version})
    client.post(address, record_form(client.get(address)).set("title", "Third title").data("_submit"))

    assert chapters_of(client, case)[:3] == [
        ("entry", ["changed"], ["Submitted"]),
        ("entry", [], ["Submitted"]),
        ("entry", ["changed"], []),
    ]


@pytest.mark.django_db(transaction=True)
def test_a_step_stays_with_what_its_request_saved_however_long_that_took(browser):
    case = CaseFactory()
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"
    client.post(address, record_form(client.get(address)).set("title", "Second title").data("_submit"))

    Review.objects.filter(case=case, action="submitted").update(at=timezone.now() + timedelta(minutes=5))

    assert chapters_of(client, case)[0] == ("entry", ["changed"], ["Submitted"])


@pytest.mark.django_db(transaction=True)
def test_without_a_request_a_step_is_told_beside_what_its_transaction_saved(browser):
    case, entry = CaseFactory(title="First title"), UserFactory(username="entry")
    case.refresh_from_db()
    with transaction.atomic():
        case.title = "Second title"
        case.save()
        submit(case, by=entry, edit_version=case.edit_version)

    newest = chapters_of(browser("entry"), case)[0]

    assert newest[1:] == (["changed"], ["Submitted"])


def test_the_front_of_the_desk_lists_what_waits(browser):
    waiting = CaseFactory(submitted=True, title="Waits for a look")
    CaseFactory(published=True, title="Checked long ago", last_checked_date=date(2020, 1, 1))

    lists = {each.name: each for each in browser("entry").get("/admin/").context["work_lists"]}

    assert [record for record, *_ in lists["review"].rows] == [waiting]
    assert lists["stale"].count == 1
    assert lists["unfinished"].count == 0


@pytest.mark.parametrize(
    "query", ["", "?q=Самедов", "?work=review", "?state=submitted", "?country=AZ", "?kind__exact=person"]
)
def test_the_list_of_cases_finds_by_name_state_and_country(query, browser):
    CaseFactory(submitted=True, person=PersonFactory(name="Bəhruz Səmədov"))

    page = browser("entry").get(f"/admin/cases/case/{query}")

    assert page.context["cl"].result_count == 1


@pytest.mark.parametrize(
    "path",
    ["case", "campaign", "person", "source", "place", "agency", "legalprovision", "relation"],
)
def test_every_form_and_list_opens(path, browser):
    client = browser("entry")

    assert client.get(f"/admin/cases/{path}/").status_code == 200
    assert client.get(f"/admin/cases/{path}/add/").status_code == 200


def test_the_desk_says_that_it_is_private_and_whether_it_is_a_demonstration(browser, settings):
    settings.DEMO = True

    page = browser("entry").get("/admin/").content.decode()

    assert "Private – desk" in page
    assert "Demonstration" in page


def test_no_page_of_the_desk_carries_a_style_or_script_of_its_own(browser):
    event = EventFactory()
    client = browser("publisher")

    for path in (
        "",
        "words/",
        "cases/case/",
        f"cases/case/{event.case.pk}/change/",
        f"cases/case/{event.case.pk}/publish/",
    ):
        page = client.get(f"/admin/{path}").content.decode()
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page
        assert not any(f" on{name}=" in page for name in ("click", "change", "submit", "load"))


def test_a_typed_date_is_said_back_in_plain_words(browser):
    client = browser("entry")

    said = client.get("/admin/date-echo/?date=3.10.2024").json()
    unfinished = client.get("/admin/date-echo/?date=20")

    assert said == {"text": "3 October 2024", "is_error": False}
    assert unfinished.status_code == 200
    assert unfinished.json()["is_error"]


def test_who_may_only_look_sees_the_case_without_a_form(browser):
    case = CaseFactory(submitted=True)
    case.charges.create(
        proceeding=case.proceedings.create(number=1, kind="criminal"), verbatim="treason", category="treason"
    )
    client = browser("entry")
    guest = User.objects.create_user("guest", is_staff=True)
    guest.user_permissions.add(Permission.objects.get(codename="view_case"))
    client.force_login(guest)

    page = client.get(f"/admin/cases/case/{case.pk}/whole/")
    saved = client.post(f"/admin/cases/case/{case.pk}/whole/", {"title": "Changed"})

    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert saved.status_code == 403


def test_a_relation_finds_events_by_the_record_they_belong_to(browser):
    event = EventFactory(case=CaseFactory(title="A case of its own"))
    query = {"app_label": "cases", "model_name": "relation", "field_name": "from_event", "term": "of its own"}
    client = browser("entry")

    answer = client.get("/admin/autocomplete/", query).json()

    assert [each["text"] for each in answer["results"]] == [f"A case of its own: {event}"]
    assert client.post(f"/admin/cases/event/{event.pk}/change/", {"kind": "arrest"}).status_code == 403


def test_a_script_in_a_title_stays_text(browser):
    source = SourceFactory(title="<script>alert(1)</script>")
    case = CaseFactory(source=source, title="<b>bold</b>", submitted=True)
    Citation.objects.create(case=case, source=source, violation=case.violations.get())
    client = browser("entry")

    for path in ("", "cases/case/", f"cases/case/{case.pk}/change/", f"cases/case/{case.pk}/publish/"):
        page = client.get(f"/admin/{path}").content.decode()
        assert "<script>alert" not in page
        assert "<b>bold</b>" not in page


def test_a_source_can_be_added_from_beside_a_fact(browser):
    case, client = CaseFactory(), browser("entry")

    page = client.get(f"/admin/cases/case/{case.pk}/whole/").content.decode()

    assert 'id="add_id_violations-0-cited_source"' in page
    assert 'id="add_id_events-__prefix__-cited_source"' in page
    assert "Will be cited for this fact." in page
