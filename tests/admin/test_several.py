"""What happened to several: one event in many cases at once, or in none, with whoever stands against it named."""

import pytest
from django.contrib.auth.models import User

from cases.models import Case, Event
from cases.workflow.editing import record_edit
from tests.admin.forms import forms_of
from tests.admin.test_from_a_list import typed_in
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/cases/case/several/"
RELEASE = {"country": "AZ", "kind": "release", "date": "4.5.2025"}


@pytest.fixture
def two(db):
    return [CaseFactory(person=PersonFactory(name=name)) for name in ("Orxan Uydurmalı", "Nigar Xəyali")]


def happened_form(page):
    return next(form for form in forms_of(page) if "settles_charges" in form.offered)


def asked(client, cases, **values):
    page = client.get(f"{ADDRESS}?{'&'.join(f'case={case.pk}' for case in cases)}")
    form = happened_form(page)
    data = typed_in(form) | {"listed": form.fields["listed"], "case": form.fields["case"]}
    return {**data, **RELEASE, **values}


def test_each_of_the_ticked_gets_the_event_and_its_citation(two, browser):
    source, third, client = SourceFactory(), CaseFactory(), browser("entry")
    data = asked(client, [*two, third], source=source.pk)
    data["case"] = [case.pk for case in two]

    done = client.post(ADDRESS, data, follow=True)
    again = client.post(ADDRESS, data, follow=True)

    assert "Recorded in 2 cases." in done.content.decode()
    assert "This was recorded before" in again.content.decode()
    for case in two:
        [event] = case.events.filter(kind="release")
        assert (event.date.text, event.citations.get().source) == ("2025-05-04", source)
        case.refresh_from_db()
        assert (case.state, case.edited_by.username) == ("draft", "entry")
    assert not third.events.filter(kind="release").exists()


def test_who_was_changed_meanwhile_is_named_and_nothing_is_half_written(two, browser):
    source, client = SourceFactory(), browser("entry")
    data = asked(client, two, source=source.pk)
    record_edit(two[1], by=UserFactory(username="reviewer"))

    answer = client.post(ADDRESS, data)

    page = answer.content.decode()
    assert two[1].reference in " ".join(answer.context["form"].non_field_errors())
    assert "was changed meanwhile by reviewer" in page
    assert not Event.objects.filter(kind="release").exists()
    again = happened_form(answer)
    assert (again["kind"], again["date"]) == ("release", "4.5.2025")
    client.post(ADDRESS, {**data, f"version:{two[1].pk}": again[f"version:{two[1].pk}"]})
    assert Event.objects.filter(kind="release").count() == 2


@pytest.mark.parametrize("settles", ["on", ""])
def test_a_verdict_convicts_where_the_box_is_ticked(settles, two, browser):
    source, client = SourceFactory(), browser("entry")
    for case in two:
        proceeding = case.proceedings.create(number=1, jurisdiction="AZ")
        for status in ("charged", "dropped"):
            case.charges.create(
                proceeding=proceeding, verbatim="an invented charge", category="other", status=status
            )
    verdict = {
        "kind": "verdict_guilty",
        "court": "An invented court",
        "term": "8 il 6 ay",
        "settles_charges": settles,
    }

    client.post(ADDRESS, asked(client, two, source=source.pk, **verdict))

    for case in two:
        wanted = ["convicted" if settles else "charged", "dropped"]
        assert list(case.charges.order_by("pk").values_list("status", flat=True)) == wanted
        [sentence] = case.sentences.all()
        assert (sentence.years, sentence.months, sentence.citations.get().source) == (8, 6, source)
        assert case.events.get(kind="verdict_guilty").court.name == "An invented court"
        assert case.events.get(kind="verdict_guilty").proceeding == case.proceedings.get()
    assert two[0].events.get(kind="verdict_guilty").court == two[1].events.get(kind="verdict_guilty").court


def test_an_appeal_takes_the_place_of_the_sentence_that_stands(two, browser):
    source, client = SourceFactory(), browser("entry")
    first = two[0].sentences.create(
        proceeding=two[0].proceedings.create(number=1), kind="imprisonment", years=8
    )

    client.post(
        ADDRESS, asked(client, two[:1], source=source.pk, kind="appeal_decision:reduced", term="6 il")
    )

    assert two[0].sentences.get(years=6).supersedes == first
    assert two[0].events.get(kind="appeal_decision").decision == "reduced"


@pytest.mark.parametrize(
    "cell, typed",
    [
        ("date", "soon"),
        ("kind", ""),
        ("term", "long"),
        ("place", "a \u202e b"),
        ("source", ""),
        ("country", "nowhere at all"),
    ],
)
def test_an_odd_cell_is_told_and_nothing_is_written(cell, typed, two, browser):
    source, client = SourceFactory(), browser("entry")

    answer = client.post(ADDRESS, asked(client, two, **{"source": source.pk, cell: typed}))

    assert answer.context["form"].errors.keys() == {cell}
    assert not Event.objects.filter(kind="release").exists()


def test_from_the_list_of_cases_and_from_a_campaign(two, browser):
    campaign, client = CampaignFactory(), browser("entry")
    two[0].campaigns.add(campaign)
    chosen = {"action": "happened_action", "_selected_action": [case.pk for case in two]}

    from_list = client.post("/admin/cases/case/", chosen, follow=True)
    page = client.get(f"/admin/cases/campaign/{campaign.pk}/change/").content.decode()
    of_campaign = client.get(f"{ADDRESS}?campaign={campaign.pk}")

    assert happened_form(from_list).fields["case"] == [str(case.pk) for case in two]
    assert f"{ADDRESS}?campaign={campaign.pk}" in page
    assert happened_form(of_campaign).fields["case"] == [str(two[0].pk)]


def test_it_is_for_those_who_change_cases(two, browser):
    client = browser("entry")
    User.objects.get(username="entry").groups.clear()

    assert client.get(ADDRESS).status_code == client.post(ADDRESS, RELEASE).status_code == 403


@pytest.mark.parametrize(
    "given", [{"case": "9" * 40}, {"case": "²"}, {"case": "99999999"}, {"campaign": "x"}]
)
def test_odd_keys_are_no_server_error(given, browser):
    source, client = SourceFactory(), browser("entry")

    assert client.get(ADDRESS, given).status_code == 200
    posted = client.post(ADDRESS, {**RELEASE, "source": source.pk, **given})
    assert posted.status_code == 200 and posted.context["error_list"]
    assert not Case.objects.exists()
