"""Real threads at the desk: the chain does not fork, nobody is thrown out by a deadlock, nothing slips through."""

import threading
import time

import pytest
from django.db import connection, transaction

from cases.models import Case, LedgerEntry, PublishedCampaign, PublishedCase, State
from cases.register import register
from cases.register.check import check
from cases.workflow.locking import last_turn, one_turn, patiently
from cases.workflow.publishing import publish, withdraw
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
    take_to_review,
)
from tests.workflow.desk import change, everything_public

ROUNDS = 100
# How long the first step stays inside the register, once it is there: time for the second to run into it.
STAY = 0.5


@pytest.fixture
def one_after_the_other(monkeypatch):
    """Run two steps in threads of their own: the second begins while the first is writing to the register, and
    has not committed. Answers the errors they met, none if both went through."""
    inside = threading.Event()

    def slow(write):
        def writing(*args, **kwargs):
            inside.set()
            time.sleep(STAY)
            return write(*args, **kwargs)

        return writing

    def run(first, second):
        failures = []

        def step(work, *, begin):
            try:
                begin()
                with transaction.atomic():
                    work()
            except Exception as error:
                failures.append(error)
            finally:
                connection.close()

        for name in ("put", "withdraw"):
            monkeypatch.setattr(register, name, slow(getattr(register, name)))
        threads = [
            threading.Thread(target=step, args=(first,), kwargs={"begin": lambda: None}),
            threading.Thread(target=step, args=(second,), kwargs={"begin": lambda: inside.wait(timeout=10)}),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=30)
        assert not any(thread.is_alive() for thread in threads)
        return failures

    return run


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_threads_publish_a_hundred_times_each():
    source, person, publisher = SourceFactory(), PersonFactory(), UserFactory(username="publisher")
    cases = [CaseFactory(person=person, source=source, submitted=True) for _ in range(2 * ROUNDS)]
    start, failures = threading.Barrier(2), []

    def publish_all(own):
        try:
            for case in own:
                start.wait(timeout=30)
                publish(case, by=publisher, edit_version=case.edit_version)
        except Exception as error:
            failures.append(error)
            start.abort()
        finally:
            connection.close()

    threads = [threading.Thread(target=publish_all, args=(cases[side::2],)) for side in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert PublishedCase.objects.count() == 2 * ROUNDS
    previous = list(LedgerEntry.objects.values_list("previous", flat=True))
    assert len(previous) == len(set(previous)) == 2 * ROUNDS
    moments = list(LedgerEntry.objects.order_by("number").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert check() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", ["campaign", "case"])
def test_a_campaign_and_its_case_are_published_at_once(one_after_the_other, first):
    publisher = UserFactory(username="publisher")
    campaign, case = CampaignFactory(), CaseFactory(published=True)
    case.campaigns.add(campaign)
    take_to_review(case)
    take_to_review(campaign)

    def publish_campaign():
        publish(campaign, by=publisher, edit_version=campaign.edit_version)

    def publish_case():
        publish(case, by=publisher, edit_version=case.edit_version)

    steps = [publish_campaign, publish_case]
    failures = one_after_the_other(*(steps if first == "campaign" else reversed(steps)))

    case.refresh_from_db()
    assert failures == []
    assert PublishedCampaign.objects.count() == PublishedCase.objects.count() == 1
    names_it = PublishedCase.objects.get().campaigns == [campaign.reference]
    assert names_it if first == "campaign" else case.review_wanted
    assert check() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", ["narrowing", "withdrawal"])
def test_two_cases_are_narrowed_while_one_is_withdrawn(one_after_the_other, first):
    publisher, kept = UserFactory(username="publisher"), SourceFactory()
    source = SourceFactory(title="Gizlimemo")
    cases = [CaseFactory(source=kept), CaseFactory(source=kept)]
    for case in cases:
        case.citations.create(source=source)
        take_to_public(case)

    def narrow_both():
        change(source, is_public=False)

    def withdraw_one():
        withdraw(cases[1], by=publisher, reason="Risk to the family", announced=False)

    steps = [narrow_both, withdraw_one]
    failures = one_after_the_other(*(steps if first == "narrowing" else reversed(steps)))

    source.refresh_from_db()
    cases[1].refresh_from_db()
    assert failures == []
    assert not source.is_public
    assert cases[1].state == State.WITHDRAWN
    assert list(PublishedCase.objects.values_list("reference", flat=True)) == [cases[0].reference]
    assert "Gizlimemo" not in everything_public()
    assert check() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("make", [CampaignFactory, CaseFactory])
def test_a_source_is_made_private_while_what_cites_it_is_published(one_after_the_other, make):
    publisher, source = UserFactory(username="publisher"), SourceFactory(title="Gizlimemo")
    record = make(source=source)
    record.citations.create(source=SourceFactory(title="Kept report"))
    take_to_review(record)

    def publish_record():
        publish(record, by=publisher, edit_version=record.edit_version)

    def make_private():
        change(source, is_public=False)

    failures = one_after_the_other(publish_record, make_private)

    source.refresh_from_db()
    assert failures == []
    assert not source.is_public
    assert "Kept report" in everything_public()
    assert "Gizlimemo" not in everything_public()
    assert check() == []


@pytest.mark.django_db(transaction=True)
def test_a_person_is_hidden_while_their_case_is_published(one_after_the_other):
    publisher, person = UserFactory(username="publisher"), PersonFactory(name="Zarema Kayanova")
    case = CaseFactory(person=person, submitted=True)

    def publish_case():
        publish(case, by=publisher, edit_version=case.edit_version)

    def hide_person():
        change(person, identity="withheld")

    failures = one_after_the_other(publish_case, hide_person)

    assert failures == []
    assert not PublishedCase.objects.exists()
    assert "Kayanova" not in everything_public()
    assert check() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("factory", [PersonFactory, SourceFactory])
def test_what_changes_in_turns_lets_whoever_publishes_with_it_go_first_and_marks_it(factory):
    record, by, case = factory(), UserFactory(username="publisher"), CaseFactory(submitted=True)
    changed, failures = threading.Event(), []

    def in_turns():
        with transaction.atomic():
            with one_turn():
                change(record, **({"gender": "female"} if factory is PersonFactory else {"title": "Renamed"}))
            changed.set()
            while colleague.is_alive():
                with one_turn():
                    time.sleep(0.01)
            last_turn()

    def publish_with_it():
        try:
            assert changed.wait(10)
            rows = Case.objects.filter(pk=case.pk) if factory is PersonFactory else case.citations
            rows.update(**{record._meta.model_name: record})
            publish(case, by=by, edit_version=case.edit_version)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    colleague = threading.Thread(target=publish_with_it)
    colleague.start()
    patiently(in_turns)
    colleague.join()

    assert not failures
    case.refresh_from_db()
    assert case.is_public and case.review_wanted
