"""What is typed and not saved is kept for its author alone, offered on the form, and goes with its record."""

from datetime import timedelta
from threading import Thread
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone

from cases.admin.drafts import SHEET_INPUT
from cases.models import Case, Circle, DeskDraft, Person, Place
from cases.workflow.circles import give
from cases.workflow.expiry import narrow_expired
from cases.workflow.hiding import ask_to_show, hide, show
from cases.workflow.locking import one_at_a_time
from tests.admin.forms import forms_of, record_form
from tests.admin.test_from_a_list import ADDRESS as LIST
from tests.admin.test_from_a_list import CELLS, filled, line, typed_in
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db
KEEP = "/admin/drafts/keep/"
SEVERAL = "/admin/cases/case/several/"
NEW = "/admin/cases/place/add/"
NEW_CASE = "/admin/cases/case/add/"


def change(record):
    """Where the whole form of a record stands."""
    return at(record, "whole" if isinstance(record, Case) else "change")


def at(record, page):
    return f"/admin/cases/{type(record).__name__.lower()}/{record.pk}/{page}/"


def sheet_on(page):
    return (
        page.content.decode().partition(f'name="{SHEET_INPUT}"')[2].partition('value="')[2].partition('"')[0]
    )


def typed(page, **values):
    """What a page's form holds after something was typed into it, with the number of the page."""
    return {**record_form(page).fill(**values).data(button=None), SHEET_INPUT: [sheet_on(page)]}


def keep(client, address, data):
    return client.post(f"{KEEP}?{urlencode({'address': address})}", data)


def kept(client, address, **values):
    """Open a form, type, and let the script keep it. The draft."""
    answer = keep(client, address, typed(client.get(address), **values))
    assert answer.status_code == 200, answer.content
    return DeskDraft.objects.latest("pk")


def restored(client, draft):
    return client.get(draft.address, {"draft": str(draft.sheet)})


def several_data(page):
    form = next(form for form in forms_of(page) if "settles_charges" in form.offered)
    return typed_in(form) | {name: form.fields.get(name, []) for name in ("listed", "case")}


def copy_data(page):
    form = next(form for form in forms_of(page) if "parts" in form.offered)
    return typed_in(form) | {"parts": form.fields.get("parts", [])}


def test_a_new_record_is_kept_offered_and_gone_once_saved(browser):
    client, address = browser("entry"), NEW
    draft = kept(client, address, name="Some")

    offered = client.get(address).content.decode()
    page = restored(client, draft)

    assert f"{address}?draft={draft.sheet}" in offered
    assert f"draft={draft.sheet}" in client.get("/admin/").content.decode()
    assert record_form(page)["name"] == "Some"
    assert "This is what you typed until" in page.content.decode()
    assert "errorlist" not in page.content.decode()
    assert not Place.objects.filter(name="Some").exists()

    answer = client.post(address, {**typed(page, name="Somewhere", country="AZ"), "_save": ["1"]})

    assert answer.status_code == 302, answer.content.decode()
    assert Place.objects.filter(name="Somewhere").exists() and not DeskDraft.objects.exists()


def test_a_form_of_a_record_comes_back_with_its_new_rows(browser):
    case, client = CaseFactory(), browser("entry")
    page = client.get(change(case))
    form = record_form(page).set("title", "Half a tit")
    form.add("events", kind="arrest", date_0="3.10.20")
    keep(client, change(case), {**form.data(button=None), SHEET_INPUT: [sheet_on(page)]})

    page = restored(client, DeskDraft.objects.get())
    again = record_form(page)

    assert (again["title"], again["events-0-kind"], again["events-0-date_0"]) == (
        "Half a tit",
        "arrest",
        "3.10.20",
    )
    assert again["seen_version"] == record_form(client.get(change(case)))["seen_version"]
    case.refresh_from_db()
    assert (case.title, case.events.count()) == ("A journalist detained", 0)


def test_what_a_colleague_saved_meanwhile_is_told_on_the_form_that_comes_back(browser):
    case, one, other = CaseFactory(), browser("entry-one"), browser("entry-two")
    draft = kept(one, change(case), title="Mine")
    other.post(change(case), record_form(other.get(change(case))).fill(title="Theirs", summary="New.").data())

    page = restored(one, draft)
    form = record_form(page)

    assert "Saved by entry-two meanwhile: Theirs" in page.content.decode()
    assert (form["title"], form["summary"]) == ("Mine", "New.")
    assert one.post(change(case), form.data()).status_code == 302
    case.refresh_from_db()
    assert case.title == "Mine"


def test_two_pages_of_one_form_do_not_overwrite_each_other(browser):
    client = browser("entry")
    first = kept(client, NEW, name="One")
    second = kept(client, NEW, name="Two")

    assert record_form(restored(client, first))["name"] == "One"
    page = restored(client, second)
    assert record_form(page)["name"] == "Two"
    assert str(first.sheet) in page.content.decode()  # the other is still offered

    keep(client, NEW, typed(page, name="Two, and more"))
    assert sorted(each.data["name"][0] for each in DeskDraft.objects.all()) == ["One", "Two, and more"]


def test_what_could_not_be_saved_is_kept_without_a_script(browser):
    case, client = CaseFactory(), browser("entry")
    page = client.get(change(case))

    client.post(change(case), {**typed(page, start_date_0="31 February 2024"), "_save": ["1"]})

    assert record_form(restored(client, DeskDraft.objects.get()))["start_date_0"] == "31 February 2024"


def test_the_short_form_comes_back_and_is_gone_once_saved(browser):
    source, client = SourceFactory(), browser("entry")
    data = {**filled(client, source=source.pk), SHEET_INPUT: sheet_on(client.get(LIST))}
    keep(client, LIST, {**data, "later-0-kind": "release", "later-0-date": "1.6.20"})

    page = restored(client, DeskDraft.objects.get())

    again = typed_in(line(page))
    assert {name: again[name] for name in CELLS} == CELLS
    assert (again["source"], again["later-0-date"]) == (str(source.pk), "1.6.20")
    assert "error-list" not in page.content.decode()
    answer = client.post(LIST, {**again, "later-0-date": "1.6.2025", SHEET_INPUT: sheet_on(page)})
    assert answer.status_code == 302, answer.content.decode()
    assert Case.objects.exists() and not DeskDraft.objects.exists()


def test_lines_of_many_at_once_come_back(browser):
    client, address = browser("entry"), "/admin/cases/case/many-at-once/"
    data = {**typed_in(line(client.get(address))), SHEET_INPUT: sheet_on(client.get(address))}
    keep(client, address, {**data, "lines": "Orxan Uydurmalı"})

    page = restored(client, DeskDraft.objects.get())

    assert "Orxan Uydurmalı</textarea>" in page.content.decode()


def test_what_happened_to_several_comes_back_with_who_is_ticked_and_goes_once_recorded(browser):
    source, client, cases = SourceFactory(), browser("entry"), [CaseFactory(), CaseFactory()]
    address = f"{SEVERAL}?case={cases[0].pk}&case={cases[1].pk}"
    page = client.get(address)
    data = {**several_data(page), "source": source.pk, "country": "AZ", "kind": "release", "date": "4.5.20"}
    keep(client, SEVERAL, {**data, "case": [cases[1].pk], SHEET_INPUT: sheet_on(page)})

    page = restored(client, DeskDraft.objects.get())

    again = several_data(page)
    assert (again["kind"], again["date"], again["source"]) == ("release", "4.5.20", str(source.pk))
    assert (again["listed"], again["case"]) == ([str(case.pk) for case in cases], [str(cases[1].pk)])
    assert "error-list" not in page.content.decode()
    answer = client.post(SEVERAL, {**again, "date": "4.5.2025", SHEET_INPUT: sheet_on(page)})
    assert answer.status_code == 302, answer.content.decode()
    assert cases[1].events.filter(kind="release").exists() and not DeskDraft.objects.exists()


def test_a_copy_for_another_person_comes_back_and_goes_once_copied(browser):
    case, client = CaseFactory(), browser("entry")
    page = client.get(at(case, "copy"))
    keep(client, at(case, "copy"), {**copy_data(page), "name": "", SHEET_INPUT: sheet_on(page), "parts": []})

    page = restored(client, DeskDraft.objects.get())

    assert "error-list" not in page.content.decode() and "checked" not in page.content.decode()
    file = client.get(at(case, "change")).content.decode()
    assert f"copy/?draft={DeskDraft.objects.get().sheet}" in file
    assert "<strong>Copy this case for another person:</strong>" in file
    client.post(at(case, "copy"), {**copy_data(page), "name": "Nigar Xəyali", SHEET_INPUT: sheet_on(page)})
    assert Person.objects.filter(names__text="Nigar Xəyali").exists() and not DeskDraft.objects.exists()


def test_a_draft_about_several_goes_when_one_of_them_shows_less(browser):
    case, other, client = CaseFactory(published=True), CaseFactory(), browser("entry")
    page = client.get(f"{SEVERAL}?case={case.pk}&case={other.pk}")
    keep(client, SEVERAL, {**several_data(page), "description": "Of both.", SHEET_INPUT: sheet_on(page)})

    page = client.get(change(case.person))
    client.post(change(case.person), record_form(page).set("identity", "withheld").data())

    assert not DeskDraft.objects.exists()


def test_a_line_of_the_file_comes_back_and_is_gone_once_saved(browser):
    case, client = CaseFactory(), browser("entry")
    address = at(case, "lines/events/add") + "?kind=detained"
    page = client.get(address)
    data = {**record_form(page).data(button=None), "events-0-description": "Half a sen"}
    keep(client, at(case, "lines/events/add"), {**data, SHEET_INPUT: sheet_on(page)})

    page = restored(client, DeskDraft.objects.get())

    assert record_form(page)["events-0-description"] == "Half a sen"
    assert "lines/events/add" in client.get(at(case, "change")).content.decode()
    client.post(at(case, "lines/events/add"), {**typed(page), "_save": ["1"]})
    assert case.events.get().description == "Half a sen" and not DeskDraft.objects.exists()


def test_it_is_thrown_away_by_its_author_alone(browser):
    client, other = browser("entry"), browser("entry-other")
    draft = kept(client, NEW, name="One")
    asked = {"draft": str(draft.sheet), "address": NEW}

    other.post("/admin/drafts/throw-away/", asked)
    assert DeskDraft.objects.exists()

    answer = client.post("/admin/drafts/throw-away/", asked)
    assert answer.headers["Location"] == NEW
    assert not DeskDraft.objects.exists()


def test_nobody_else_gets_it_superusers_included(browser):
    User.objects.filter(pk=UserFactory(username="admin").pk).update(is_superuser=True)
    client, other = browser("entry"), browser("admin")
    draft = kept(client, NEW, name="Only mine")

    for address in (NEW, "/admin/", f"{NEW}?draft={draft.sheet}"):
        page = other.get(address).content.decode()
        assert "Only mine" not in page
        assert str(draft.sheet) not in page.replace(
            f"?draft={draft.sheet}", ""
        )  # what was asked is no answer


def test_a_page_made_for_somebody_else_keeps_nothing(browser):
    client, other = browser("entry"), browser("entry-other")
    data = typed(client.get(NEW), name="One")

    assert keep(other, NEW, data).status_code == 404
    assert keep(client, NEW, {**data, SHEET_INPUT: ["made up"]}).status_code == 404
    assert not DeskDraft.objects.exists()


def test_no_button_token_or_password_is_kept(browser):
    client = browser("entry")
    data = {**typed(client.get(NEW), name="A\0B"), "_save": ["1"], "new_password1": ["secret"]}
    keep(client, NEW, {**data, "csrfmiddlewaretoken": ["x"]})

    draft = DeskDraft.objects.get()

    assert draft.data["name"] == ["AB"]
    assert not {"_save", "new_password1", "csrfmiddlewaretoken", SHEET_INPUT} & set(draft.data)


def test_what_is_too_long_is_refused_with_the_reason(browser):
    client = browser("entry")
    data = typed(client.get(NEW), name="x" * 600_000)

    answer = keep(client, NEW, data)

    assert (answer.status_code, answer.json()["told"][:16]) == (413, "This is too long")


def test_steps_and_accounts_keep_nothing(browser):
    case, client = CaseFactory(), browser("admin")
    data = typed(client.get(NEW))
    steps = [
        "cases/case/{pk}/publish/",
        "cases/case/{pk}/hide/",
        "cases/case/{pk}/delete/",
        "cases/case/",
        "auth/user/add/",
        "password_change/",
        "account/roles/",
        "cases/case/{other}/whole/",
        "nowhere/",
    ]

    addresses = ["/admin/" + step.format(pk=case.pk, other=case.pk + 1) for step in steps]

    assert {keep(client, address, data).status_code for address in addresses} == {404}
    assert not DeskDraft.objects.exists()


@pytest.mark.parametrize("of", ["person", "chosen person"])
def test_who_may_not_know_of_the_record_any_more_is_offered_nothing(browser, of):
    case, client = CaseFactory(), browser("entry")
    record = case.person
    if of == "chosen person":
        draft = kept(client, NEW_CASE, person=record.pk, title="Of a person")
    else:
        draft = kept(client, change(record), notes="Of the record")
    member = UserFactory(username="publisher")
    circle = Circle.objects.create(name="Four")
    circle.members.add(member)
    give(record, circle=circle, by=member)

    assert str(draft.sheet) not in client.get("/admin/").content.decode()
    answer = restored(client, draft)
    assert answer.status_code == 404 or "Of a person" not in answer.content.decode()


def test_what_was_typed_before_a_record_was_hidden_waits_until_it_is_shown_again(browser):
    case, client = CaseFactory(), browser("entry")
    draft = kept(client, change(case), title="Typed before")
    entry, publisher = User.objects.get(username="entry"), UserFactory(username="publisher")
    hide(case, by=entry)

    assert "Typed before" not in restored(client, draft).content.decode()
    after = kept(client, change(case), title="Typed after")
    assert record_form(restored(client, after))["title"] == "Typed after"

    ask_to_show(case, by=entry, reason="A mistake.")
    show(case, by=publisher)
    assert record_form(restored(client, draft))["title"] == "Typed before"


def test_drafts_go_when_the_person_shows_less(browser):
    case, client = CaseFactory(published=True), browser("entry")
    other = CampaignFactory()
    for record in (case, case.person):
        kept(client, change(record), notes="x")
    kept(client, NEW_CASE, person=case.person.pk)
    stays = kept(client, change(other), notes="x")

    page = client.get(change(case.person))
    client.post(change(case.person), record_form(page).set("identity", "withheld").data())

    assert list(DeskDraft.objects.all()) == [stays]


def test_drafts_go_with_a_record_that_is_deleted(browser):
    person, client = PersonFactory(), browser("entry")
    kept(client, change(person), notes="x")
    User.objects.filter(pk=UserFactory(username="admin").pk).update(is_superuser=True)
    boss = browser("admin")
    address = f"/admin/cases/person/{person.pk}/delete/"

    assert "draft" not in boss.get(address).content.decode().lower()
    boss.post(address, {"post": "yes"})

    assert not (Person.objects.exists() or DeskDraft.objects.exists())


def test_drafts_go_after_fourteen_days(browser):
    client = browser("entry")
    old, young = kept(client, NEW, name="Old"), kept(client, NEW, name="Young")
    DeskDraft.objects.filter(pk=old.pk).update(saved_at=timezone.now() - timedelta(days=15))
    DeskDraft.objects.filter(pk=young.pk).update(saved_at=timezone.now() - timedelta(days=13))

    narrow_expired()

    assert list(DeskDraft.objects.all()) == [young]


@pytest.mark.django_db(transaction=True)
def test_keeping_waits_for_no_save(browser):
    case, client = CaseFactory(), browser("entry")
    data, answers = typed(client.get(change(case)), title="Typed"), []

    def work():
        answers.append(keep(client, change(case), data).status_code)
        connection.close()

    with transaction.atomic():
        one_at_a_time()
        Case.objects.select_for_update(no_key=True).get(pk=case.pk)
        thread = Thread(target=work, daemon=True)
        thread.start()
        thread.join(20)
        assert answers == [200]
