"""What was deleted at the desk is brought back whole by an administrator, for ninety days; never what was hidden."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Model
from django.utils import timezone

from cases.models import Case, Circle, DeletedRecord, DeskDraft, Person, Source
from cases.workflow.circles import give
from cases.workflow.expiry import narrow_expired
from cases.workflow.hiding import hide
from tests.admin.forms import record_form
from tests.admin.test_drafts import at, change
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, SourceFactory, UserFactory
from tests.leaks.rows import parts_of

pytestmark = pytest.mark.django_db
LIST = "/admin/cases/deletedrecord/"


@pytest.fixture
def boss(db):
    """Who may delete whole records."""
    User.objects.filter(pk=UserFactory(username="admin-boss").pk).update(is_superuser=True)
    return User.objects.get(username="admin-boss")


@pytest.fixture
def sign_in(client):
    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


def delete(client, record):
    return client.post(at(record, "delete"), {"post": "yes"}, follow=True)


def bring_back(client, deleted):
    return client.post(f"{LIST}{deleted.pk}/bring-back/", follow=True)


def on_file():
    """Every row of every private table but those that tell of steps and accounts."""
    return {
        model._meta.label: sorted(model._base_manager.values_list("pk", flat=True))
        for model in apps.get_app_config("cases").get_models()
        if model.__module__.startswith("cases.models.")
        and not hasattr(model, "pgh_tracked_model")
        and model not in (DeletedRecord, DeskDraft)
        and model._meta.model_name not in ("desksession", "review", "accountevent")
    }


def values(record: Model):
    return {each.attname: getattr(record, each.attname) for each in record._meta.concrete_fields}


def test_a_whole_case_goes_and_comes_back_with_every_kind_of_row(boss, sign_in):
    case = CaseFactory(title="Of a life")
    parts_of(case, CampaignFactory(), label="A")
    before, kept = on_file(), {each.pk: values(each) for each in case.events.all()}
    client = sign_in(boss)

    answer = delete(client, case)

    assert "An administrator can bring it back for 90 days." in answer.content.decode()
    assert not Case.objects.filter(pk=case.pk).exists() and not kept.keys() & set(
        apps.get_model("cases", "event").objects.values_list("pk", flat=True)
    )
    deleted = DeletedRecord.objects.get()
    assert {"cases.event", "cases.intervention", "cases.citation", "cases.charge"} <= set(deleted.rows)
    page = client.get(LIST).content.decode()
    assert "Of a life" in page and case.reference in page and "admin-boss" in page

    administrator = sign_in(UserFactory(username="admin"))
    answer = bring_back(administrator, deleted)

    assert "is back" in answer.content.decode()
    again = Case.objects.get(pk=case.pk)
    assert (again.reference, again.title, again.state) == (case.reference, "Of a life", "draft")
    assert on_file() == before
    assert {each.pk: values(each) for each in again.events.all()} == kept
    assert not DeletedRecord.objects.exists()
    assert administrator.get(change(again)).status_code == 200


def test_a_person_comes_back_with_names_after_what_it_led_to(boss, sign_in):
    case, client = CaseFactory(), sign_in(boss)
    person = case.person
    delete(client, case)
    delete(client, person)
    of_person, of_case = DeletedRecord.objects.order_by("-pk")

    refused = bring_back(client, of_case)
    assert "Bring that back first" in refused.content.decode() and not Case.objects.exists()

    bring_back(client, of_person)
    bring_back(client, of_case)
    assert Case.objects.get().person.names.get().text == "Aydan Ulduzlu"


def test_who_keeps_no_accounts_sees_and_brings_back_nothing(boss, sign_in):
    source = SourceFactory()
    delete(sign_in(boss), source)
    deleted = DeletedRecord.objects.get()
    client = sign_in(UserFactory(username="publisher"))

    assert client.get(LIST).status_code == 403
    assert bring_back(client, deleted).status_code == 403
    assert not Source.objects.exists()


def test_what_stood_in_a_circle_is_shown_to_its_members_alone(boss, sign_in):
    person, member = PersonFactory(), UserFactory(username="admin")
    circle = Circle.objects.create(name="Four")
    circle.members.set([member, boss])
    give(person, circle=circle, by=member)
    delete(sign_in(boss), person)
    deleted = DeletedRecord.objects.get()
    outside = sign_in(UserFactory(username="admin-other"))

    assert "Aydan" not in outside.get(LIST).content.decode()
    assert bring_back(outside, deleted).status_code == 404

    bring_back(sign_in(member), deleted)
    assert Person.objects.get().in_circle.circle == circle


def test_about_somebody_a_circle_keeps_since_nothing_is_shown(boss, sign_in):
    case = CaseFactory(title="Of a person")
    delete(sign_in(boss), case)
    circle, member = Circle.objects.create(name="Four"), UserFactory(username="publisher")
    circle.members.add(member)
    give(case.person, circle=circle, by=member)

    assert "Of a person" not in sign_in(UserFactory(username="admin")).get(LIST).content.decode()


@pytest.mark.parametrize("why", ["hidden", "consent over", "person hidden"])
def test_what_was_hidden_or_is_over_is_not_kept(boss, sign_in, why):
    case = CaseFactory()
    if why == "consent over":
        Case.objects.update(consent_expires_date=timezone.localdate() - timedelta(days=1))
    else:
        hide(case if why == "hidden" else case.person, by=UserFactory(username="entry"))
    case.refresh_from_db()

    answer = delete(sign_in(boss), case)

    assert "Nothing of it is kept." in answer.content.decode()
    assert not (Case.objects.exists() or DeletedRecord.objects.exists())


def test_what_was_deleted_goes_for_good_when_the_person_shows_less(boss, sign_in):
    public = CaseFactory(published=True)
    draft, client = CaseFactory(person=public.person), sign_in(boss)
    delete(client, draft)
    assert DeletedRecord.objects.exists()

    form = record_form(client.get(change(public.person))).set("identity", "withheld")
    client.post(change(public.person), form.data())

    assert not DeletedRecord.objects.exists()


def test_after_ninety_days_it_is_gone_for_good(boss, sign_in):
    client = sign_in(boss)
    for source in (SourceFactory(), SourceFactory()):
        delete(client, source)
    old, young = DeletedRecord.objects.order_by("pk")
    DeletedRecord.objects.filter(pk=old.pk).update(deleted_at=timezone.now() - timedelta(days=91))
    DeletedRecord.objects.filter(pk=young.pk).update(deleted_at=timezone.now() - timedelta(days=89))

    narrow_expired()

    assert list(DeletedRecord.objects.all()) == [young]


def test_what_took_its_place_stands_against_it(boss, sign_in):
    source, client = SourceFactory(), sign_in(boss)
    delete(client, source)
    SourceFactory(pk=source.pk)

    answer = bring_back(client, DeletedRecord.objects.get())

    assert "stands in its place" in answer.content.decode()
    assert DeletedRecord.objects.exists()
