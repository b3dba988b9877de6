"""Giving a record to a circle and taking it out, what its members may do, and what they are told."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from cases.models import Case, Circle, CircleLog, Citation, Event, Person, PublishedCase, Source
from cases.models.desk_session import PROVED_AT
from cases.workflow.circles import give, take
from cases.workflow.errors import Refused
from cases.workflow.surrounding import circle_of
from tests.admin.circles.conftest import TOKEN
from tests.admin.forms import form_to, forms_of, record_form
from tests.authenticator import App
from tests.factories import PASSWORD, CaseFactory, PersonFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return UserFactory(username="reviewer")


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def test_a_member_gives_a_case_and_takes_it_out_again(browser, circle):
    case, client = CaseFactory(title="Given"), browser("entry")
    address = f"/admin/cases/case/{case.pk}/circle/"

    client.post(address, {"given-circle": circle.pk})

    assert circle_of(case) == circle
    assert "Given" not in browser("reviewer").get("/admin/cases/case/").content.decode()

    answer = client.post(address, {"given-circle": ""}, follow=True)

    assert circle_of(case) is None
    assert "The whole desk knows of it now." in answer.content.decode()
    assert "Given" in browser("reviewer").get("/admin/cases/case/").content.decode()


def test_the_record_says_in_whose_circle_it_is_and_who_opened_it(browser, circle):
    case = CaseFactory()
    give(case, circle=circle, by=UserFactory(username="entry"))

    page = browser("publisher").get(f"/admin/cases/case/{case.pk}/change/").content.decode()
    log = browser("entry").get(f"/admin/cases/case/{case.pk}/circle/").content.decode()

    assert "Only the circle “Four” knows of this record." in page
    read = CircleLog.objects.filter(action="read", by__username="publisher").get()
    assert read.case == case
    assert f"{read.at:%Y-%m-%d %H:%M}" in log
    assert "publisher" in log


def test_every_page_of_it_is_noted_once_and_lists_are_not(browser, circle):
    case = CaseFactory()
    give(case, circle=circle, by=UserFactory(username="entry"))
    client = browser("publisher")

    for page in ("change", "history", "publish", "explain", "circle"):
        client.get(f"/admin/cases/case/{case.pk}/{page}/")
    client.get("/admin/cases/case/")

    assert CircleLog.objects.filter(action="read").count() == 5


def test_a_case_of_a_person_is_noted_in_the_persons_circle(browser, circle):
    case = CaseFactory()
    give(case.person, circle=circle, by=UserFactory(username="entry"))

    browser("publisher").get(f"/admin/cases/case/{case.pk}/change/")

    assert [(each.case, each.circle) for each in CircleLog.objects.filter(action="read")] == [(case, circle)]


def test_who_is_in_no_circle_finds_no_page_about_circles(browser, reviewer):
    case = CaseFactory()

    assert browser("reviewer").get(f"/admin/cases/case/{case.pk}/circle/").status_code == 404
    assert "/circle/" not in browser("reviewer").get(f"/admin/cases/case/{case.pk}/change/").content.decode()


def test_nobody_gives_to_a_circle_they_are_not_in_or_takes_out_of_one(circle, reviewer, superuser):
    case = CaseFactory()

    for outsider in (reviewer, superuser):
        with pytest.raises(Refused, match="not in this circle"):
            give(case, circle=circle, by=outsider)
    give(case, circle=circle, by=UserFactory(username="entry"))
    for outsider in (reviewer, superuser):
        with pytest.raises(Refused, match="not in this circle"):
            take(case, by=outsider)


def test_a_public_source_and_one_that_carries_a_status_set_by_hand_stay_with_the_desk(circle):
    source, by = SourceFactory(), UserFactory(username="entry")
    CaseFactory(custody_override="released", custody_override_date="2024", custody_override_source=source)

    with pytest.raises(Refused) as refused:
        give(source, circle=circle, by=by)

    assert [message.partition(" ")[0] for message in refused.value.messages] == ["A", "A"]
    assert circle_of(source) is None


def test_no_status_set_by_hand_comes_to_rest_on_a_source_of_the_circle(browser, circle, keep):
    """Others would see a status without its source, and that there is one they may not know of."""
    source, case = SourceFactory(is_public=False), CaseFactory()
    case.proceedings.create(number=1, jurisdiction="AZ", kind="criminal")
    keep(source)
    client, address = browser("entry"), f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(address))
    form.set("custody_override", "released").set("custody_override_date_0", "2024")
    form.fields["custody_override_source"] = [str(source.pk)]
    form.set("proceedings-0-stage_override", "trial")
    form.fields["proceedings-0-stage_override_source"] = [str(source.pk)]

    answer = client.post(address, form.data())

    assert answer.content.decode().count("A circle keeps this source") == 2
    case.refresh_from_db()
    assert case.custody_override == ""


def test_what_the_public_sees_stays_when_a_case_goes_to_a_circle_and_goes_on_within_it(browser, circle):
    """Written by one member, published by the other, and nobody else at the desk knew."""
    case = CaseFactory(title="Public", published=True)
    before = PublishedCase.objects.values().get()

    give(case, circle=circle, by=UserFactory(username="entry"))

    assert PublishedCase.objects.values().get() == before
    writer, publisher = browser("entry"), browser("publisher")
    address = f"/admin/cases/case/{case.pk}/whole/"
    writer.post(address, record_form(writer.get(address)).set("title", "Public, told anew").data("_submit"))
    address = f"/admin/cases/case/{case.pk}/publish/"
    decision = next(form for form in forms_of(publisher.get(address)) if "digest" in form.offered)
    publisher.post(address, decision.data(None))
    assert PublishedCase.objects.get().title == "Public, told anew"


def test_a_new_case_is_of_the_circle_from_its_first_moment_and_leaves_no_gap_in_the_numbers(browser, circle):
    client, person = browser("entry"), PersonFactory()
    form = record_form(client.get("/admin/cases/case/add/"))
    form.fields["person"] = [str(person.pk)]
    form.set("title", "Known to few").set("circle", circle.pk).set("violations-0-kind", "detention")

    client.post("/admin/cases/case/add/", form.data())
    case = Case.objects.get(title="Known to few")

    assert circle_of(case) == circle
    assert case.pk > 2**40
    assert CaseFactory().pk < 2**40
    assert "circle" not in record_form(browser("reviewer").get("/admin/cases/case/add/")).offered


def test_a_new_source_of_a_circle_is_not_public(browser, circle):
    client = browser("entry")
    form = (
        record_form(client.get("/admin/cases/source/add/")).set("title", "Interview").set("circle", circle.pk)
    )

    answer = client.post("/admin/cases/source/add/", form.set("is_public", True).data())

    assert "What a circle keeps cannot be public." in answer.content.decode()
    assert not Source.objects.exists()


def test_a_source_of_a_circle_is_not_made_public(browser, circle):
    source = SourceFactory(confidential=True)
    give(source, circle=circle, by=UserFactory(username="entry"))
    client, address = browser("entry"), f"/admin/cases/source/{source.pk}/change/"

    answer = client.post(address, record_form(client.get(address)).set("is_public", True).data())

    assert "What a circle keeps cannot be public." in answer.content.decode()
    assert not Source.objects.get().is_public


SENTENCE = "Ask an administrator before you enter this person."


def test_entering_somebody_a_circle_keeps_says_to_ask_and_no_more(browser, circle):
    person = PersonFactory(name=f"{TOKEN} Mehdiyev")
    give(person, circle=circle, by=UserFactory(username="entry"))
    client = browser("reviewer")
    form = record_form(client.get("/admin/cases/person/add/")).set(
        "names-0-text", f"mehdiyev {TOKEN.upper()}"
    )

    typing = client.get(f"/admin/cases/person/similar/?name=mehdiyev+{TOKEN.upper()}").content.decode()
    answer = client.post("/admin/cases/person/add/", form.data()).content.decode()

    assert SENTENCE in typing
    assert SENTENCE in answer
    assert TOKEN not in typing + answer
    assert "<a" not in typing
    assert Person.objects.count() == 1
    assert SENTENCE not in client.get("/admin/cases/person/similar/?name=Somebody+Else").content.decode()
    assert (
        SENTENCE
        not in browser("entry").get(f"/admin/cases/person/similar/?name={TOKEN}+Mehdiyev").content.decode()
    )


def test_saving_keeps_what_the_one_who_saves_may_not_know_of(browser, circle):
    by, opened, part, person = UserFactory(username="entry"), CaseFactory(), CaseFactory(), PersonFactory()
    source = SourceFactory(confidential=True)
    Case.objects.filter(pk=opened.pk).update(part_of=part, targeted_because_of=person)
    opened.overlaps_with.add(part)
    fact = Event.objects.create(case=opened, kind="released", date="2024")
    Citation.objects.create(case=opened, source=source, event=fact)
    for record in (part, person, source):
        give(record, circle=circle, by=by)
    client, address = browser("reviewer"), f"/admin/cases/case/{opened.pk}/whole/"
    form = record_form(client.get(address))
    assert (form["part_of"], form["targeted_because_of"], form["events-TOTAL_FORMS"]) == ("", "", "0")

    assert client.post(address, form.set("title", "Another title").data()).status_code == 302

    opened = Case.objects.get(pk=opened.pk)
    assert (opened.title, opened.part_of, opened.targeted_because_of) == ("Another title", part, person)
    assert list(opened.overlaps_with.all()) == [part]
    assert list(opened.events.all()) == [fact]


def test_the_address_of_a_source_a_circle_keeps_is_no_error_to_others(browser, circle):
    url = "https://secret.example/interview"
    source = SourceFactory(is_public=False, url=url)
    give(source, circle=circle, by=UserFactory(username="entry"))
    sent = {"title": "Mine", "url": url, "kind": "news_article", "is_public": True}
    forms = {name: browser(name) for name in ("reviewer", "entry")}

    answers = {}
    for name, client in forms.items():
        form = record_form(client.get("/admin/cases/source/add/"))
        for field, value in sent.items():
            form.set(field, value)
        answers[name] = client.post("/admin/cases/source/add/", form.data())

    assert answers["reviewer"].status_code == 302
    assert "A source with this address is on file already." in answers["entry"].content.decode()


def test_administrators_make_circles_and_their_members_alone_change_them(browser, circle, superuser):
    admin, entry = browser("admin"), UserFactory(username="entry")
    form = record_form(admin.get("/admin/cases/circle/add/")).set("name", "Two").set("members", [entry.pk])

    admin.post("/admin/cases/circle/add/", form.data())
    made = Circle.objects.get(name="Two")
    address = f"/admin/cases/circle/{made.pk}/change/"

    assert [each.username for each in made.members.all()] == ["entry"]
    for outsider in (admin, signed_in(superuser)):
        page = outsider.get(address).content.decode()
        assert "Two" in page
        assert "What it holds" not in page
        assert outsider.post(address, {"name": "Mine", "members": [entry.pk]}).status_code == 403
    assert browser("reviewer").get(address).status_code == 404
    assert "Two" not in browser("publisher").get("/admin/cases/circle/").content.decode()

    publisher, member = UserFactory(username="publisher"), browser("entry")
    member.post(address, record_form(member.get(address)).set("members", [entry.pk, publisher.pk]).data())

    named = (
        CircleLog.objects.filter(circle=made)
        .order_by("pk")
        .values_list("action", "member__username", "by__username")
    )
    assert list(named) == [("named", "entry", "admin"), ("named", "publisher", "entry")]
    assert "What it holds" in member.get(address).content.decode()


def test_a_circle_may_ask_for_a_fresh_login_before_a_record_is_opened(browser, circle):
    Circle.objects.update(asks_fresh_login=True)
    case, publisher = CaseFactory(title="Given"), UserFactory(username="publisher")
    give(case, circle=circle, by=UserFactory(username="entry"))
    app, client = App(publisher), signed_in(publisher)
    address, session = f"/admin/cases/case/{case.pk}/change/", client.session
    session[PROVED_AT] = 0
    session.save()

    asked = client.get(address)
    form = form_to(asked, address).set("proof-password", PASSWORD).set("proof-code", app.code())
    client.post(address, form.data(None))

    assert asked.status_code == 403
    assert "Given" not in asked.content.decode()
    assert "Given" in client.get(address).content.decode()
    assert CircleLog.objects.filter(action="read").count() == 1


def test_a_text_that_prints_a_protected_name_of_a_circle_waits_for_an_administrator(browser, circle):
    person = PersonFactory(name="Sevinj Guliyeva", identity="withheld")
    give(person, circle=circle, by=UserFactory(username="entry"))
    case = CaseFactory(summary="Arrested with Sevinj Guliyeva.", submitted=True)
    address, sentence = (
        f"/admin/cases/case/{case.pk}/publish/",
        "Ask an administrator before this text is published.",
    )

    outside = browser("publisher-two").get(address).content.decode()
    inside = browser("publisher").get(address).content.decode()

    assert sentence in outside
    assert "confirmed_homonyms" not in outside
    assert sentence not in inside
    assert "confirmed_homonyms" in inside


def test_what_a_hidden_record_needs_is_not_deleted_by_who_may_not_know_of_it(circle, superuser):
    person = PersonFactory(name="Leyla Aliyeva")
    case = CaseFactory(person=person, title=f"{TOKEN} hidden")
    give(case, circle=circle, by=UserFactory(username="entry"))
    client, address = signed_in(superuser), f"/admin/cases/person/{person.pk}/delete/"

    asked = client.get(address).content.decode()
    told = client.post(address, {"post": "yes"}, follow=True).content.decode()

    assert TOKEN not in asked + told
    assert "This cannot be deleted now; ask an administrator." in told
    assert Person.objects.filter(pk=person.pk).exists()


def test_a_change_reaches_the_public_side_of_records_its_editor_may_not_know_of(browser, circle):
    """And the message names none of them."""
    source = SourceFactory()
    case = CaseFactory(title=f"{TOKEN} hidden", source=source, published=True)
    CaseFactory(title="An open one", source=source, published=True)
    give(case, circle=circle, by=UserFactory(username="entry"))
    client, address = browser("reviewer"), f"/admin/cases/source/{source.pk}/change/"

    form = record_form(client.get(address)).set("is_public", False)
    told = client.post(address, form.data(), follow=True).content.decode()

    assert not PublishedCase.objects.exists()
    assert "An open one" in told
    assert TOKEN not in told


def test_the_server_names_a_member_where_the_desk_has_none_left(circle, capsys):
    circle.members.clear()
    UserFactory(username="reviewer")

    call_command("name_in_circle", "Four", "reviewer")

    assert [each.username for each in circle.members.all()] == ["reviewer"]
    assert [(each.action, each.by) for each in CircleLog.objects.all()] == [("named", None)]
    with pytest.raises(CommandError, match="circle: there is none called 'Five'"):
        call_command("name_in_circle", "Five", "reviewer")
    with pytest.raises(CommandError, match="username: no member of staff"):
        call_command("name_in_circle", str(circle.pk), "nobody")


def test_a_stolen_session_changes_no_circle(browser, circle):
    """Else it would first untick that a fresh login is asked for, or name somebody."""
    Circle.objects.update(asks_fresh_login=True)
    client = browser("entry")
    address = f"/admin/cases/circle/{circle.pk}/change/"
    form = record_form(client.get(address)).set("asks_fresh_login", None)
    session = client.session
    session[PROVED_AT] = 0
    session.save()

    asked = client.post(address, form.data())

    assert asked.status_code == 403 and "Confirm that it is you" in asked.content.decode()
    assert Circle.objects.get().asks_fresh_login
