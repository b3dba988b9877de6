"""Putting documents into the register and taking them out."""

import json
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.apps import apps
from django.db import connection, connections, transaction

from cases.register.check import check
from cases.register.ledger import LedgerEntry, LedgerText, Tombstone
from cases.register.merged_reference import MergedReference
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.register import delete_earlier_texts, merge, put, put_many, withdraw
from cases.register.state import RegisterState
from cases.text.name_tokens import tokens_of_name
from cases.text.names import word_keys
from tests.register.documents import campaign_document, case_document, charge, person, proceeding

MOMENT = datetime(2024, 10, 3, 12, 0, tzinfo=UTC)


@pytest.mark.django_db
class TestPut:
    def test_a_new_document_is_version_one_with_a_row(self):
        document = case_document()

        assert put(document, at=MOMENT)[:2] == (1, True)

        case = PublishedCase.objects.get(reference=document["reference"])
        assert (case.row_number, case.version, case.published_at) == (1, 1, MOMENT)
        assert case.document == document
        assert check() == []

    def test_a_changed_document_is_the_next_version_of_the_same_row(self):
        document = case_document()
        put(document, at=MOMENT)

        assert put(document | {"title": "Another title"}, at=MOMENT + timedelta(days=1))[:2] == (2, True)

        case = PublishedCase.objects.get()
        assert (case.row_number, case.version, case.title) == (1, 2, "Another title")
        assert case.published_at == MOMENT + timedelta(days=1)
        assert check() == []

    def test_the_same_document_again_changes_nothing(self):
        document = case_document()
        put(document, at=MOMENT)
        before = RegisterState.objects.current().sequence

        assert put(json.loads(json.dumps(document)), at=MOMENT + timedelta(days=1))[:2] == (1, False)

        assert RegisterState.objects.current().sequence == before
        assert PublishedCase.objects.get().published_at == MOMENT

    def test_a_campaign_has_a_row_of_its_own(self):
        document = campaign_document()

        put(document)
        put(document | {"title": "Renamed"})

        assert PublishedCampaign.objects.get().title == "Renamed"
        assert PublishedCampaign.objects.titles([document["reference"]]) == {document["reference"]: "Renamed"}
        assert not PublishedCase.objects.exists()
        assert check() == []

    @pytest.mark.parametrize(
        "changes, named",
        [
            ({"schema": 1}, "schema"),
            ({"type": "withdrawal"}, "type"),
            ({"reference": "C-1"}, "reference"),
            ({"reference": "K-7K3F-9Q2M-T4XW"}, "reference"),
            ({"reference": None}, "reference"),
        ],
    )
    def test_a_document_with_a_wrong_field_is_refused_by_its_name(self, changes, named):
        with pytest.raises(ValueError, match=f"^{named}: "):
            put(case_document(**changes))

        assert not LedgerEntry.objects.exists()

    @pytest.mark.parametrize("named", ["schema", "type", "reference", "custody", "proceedings"])
    def test_a_document_without_a_field_is_refused_by_its_name(self, named):
        document = case_document()
        del document[named]

        with pytest.raises(ValueError, match=f"^{named}: missing"):
            put(document)

    def test_a_moment_without_a_zone_is_refused(self):
        with pytest.raises(ValueError, match=r"^at: "):
            put(case_document(), at=datetime(2024, 1, 1))

    def test_a_failed_write_leaves_nothing_behind(self):
        with pytest.raises(RuntimeError), transaction.atomic():
            put(case_document())
            raise RuntimeError

        assert not LedgerEntry.objects.exists()
        assert RegisterState.objects.current().head_number == 0


@pytest.mark.django_db
class TestWithdraw:
    def test_announced_leaves_a_tombstone_and_no_text(self):
        document = case_document()
        put(document)
        put(document | {"title": "Second"})

        withdraw(document["reference"], announced=True, at=MOMENT)

        assert not PublishedCase.objects.exists()
        assert Tombstone.objects.get().withdrawn_at == MOMENT
        assert [text.type for text in LedgerText.objects.all()] == ["withdrawal"]
        assert LedgerEntry.objects.count() == 3
        assert check() == []

    def test_silent_leaves_nothing_that_names_the_reference(self):
        document = case_document()
        put(document)

        withdraw(document["reference"], announced=False)

        assert not PublishedCase.objects.exists()
        assert not Tombstone.objects.exists()
        assert not LedgerText.objects.exists()
        assert LedgerEntry.objects.count() == 1
        assert check() == []

    def test_silent_after_announced_takes_the_announcement_back(self):
        document = case_document()
        put(document)
        withdraw(document["reference"], announced=True)

        withdraw(document["reference"], announced=False)

        assert not Tombstone.objects.exists()
        assert not LedgerText.objects.exists()
        assert check() == []

    def test_what_comes_back_gets_a_new_row_number_and_loses_its_tombstone(self):
        document = case_document()
        put(document)
        withdraw(document["reference"], announced=True)

        assert put(document)[:2] == (3, True)

        assert PublishedCase.objects.get().row_number == 2
        assert not Tombstone.objects.exists()
        assert check() == []

    def test_a_campaign_can_be_withdrawn_too(self):
        document = campaign_document()
        put(document)

        withdraw(document["reference"], announced=True)

        assert not PublishedCampaign.objects.exists()
        assert check() == []

    @pytest.mark.parametrize("announced", [True, False])
    def test_what_was_never_published_cannot_be_withdrawn(self, announced):
        with pytest.raises(LookupError):
            withdraw("C-7K3F-9Q2M-T4XW", announced=announced)


@pytest.mark.django_db
class TestForgetEarlier:
    def test_earlier_texts_go_and_the_chain_still_verifies(self):
        document = case_document()
        for title in ("First", "Second", "Third"):
            put(document | {"title": title})

        assert delete_earlier_texts(document["reference"]) == 2

        assert [text.version for text in LedgerText.objects.all()] == [3]
        assert LedgerEntry.objects.count() == 3
        assert check() == []
        assert put(document)[:2] == (4, True)
        assert check() == []

    def test_no_trace_of_a_name_remains_in_any_register_table(self):
        document = case_document(person=person("Zzyzx Qwertov"))
        put(document)
        put(document | {"person": person("Z. Q.", reference="", birth_year=None), "identity": "initials"})

        delete_earlier_texts(document["reference"])

        traces = {"qwertov", *tokens_of_name("Zzyzx Qwertov"), *word_keys("Zzyzx Qwertov")}
        traces = {trace for trace in traces if len(trace) > 3}
        assert len(traces) > 3
        for model in register_models():
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT t::text FROM "{model._meta.db_table}" t')
                texts = [text.lower() for (text,) in cursor.fetchall()]
            assert not [trace for trace in traces for text in texts if trace in text]


def register_models():
    return [model for model in apps.get_models() if model.__module__.startswith("cases.register.")]


def test_no_register_table_has_a_relation_to_a_private_one():
    models = register_models()

    relations = [
        (model.__name__, field.name, field.related_model.__name__)
        for model in models
        for field in model._meta.get_fields(include_hidden=True)
        if field.is_relation and field.related_model not in models
    ]

    assert len(models) >= 12
    assert relations == []


@pytest.mark.django_db(transaction=True)
def test_two_threads_that_publish_at_once_leave_one_unforked_chain():
    together, problems = Barrier(2), []
    shared = case_document()

    def publish(name):
        try:
            together.wait()
            for number in range(100):
                document = shared if number % 4 == 0 else case_document()
                put(document | {"summary": f"{name} {number}"})
        except Exception as problem:
            problems.append(problem)
        finally:
            connections.close_all()

    threads = [Thread(target=publish, args=(name,)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert problems == []
    assert check() == []
    assert list(LedgerEntry.objects.values_list("number", flat=True)) == list(range(1, 201))
    assert PublishedCase.objects.get(reference=shared["reference"]).version == 50
    assert PublishedCase.objects.count() == 151


@pytest.mark.django_db
class TestMerging:
    def test_a_merged_reference_leads_on_and_its_row_is_gone(self):
        gone, kept = case_document(), case_document()
        put_many([gone, kept])

        merge(gone["reference"], into=kept["reference"])

        assert list(PublishedCase.objects.values_list("reference", flat=True)) == [kept["reference"]]
        assert MergedReference.objects.get().into == kept["reference"]
        assert check() == []

    def test_what_led_to_a_merged_record_leads_to_the_last_one(self):
        documents = [case_document() for _ in range(3)]
        put_many(documents)
        first, second, third = (document["reference"] for document in documents)

        merge(first, into=second)
        merge(second, into=third)

        assert dict(MergedReference.objects.values_list("reference", "into")) == {first: third, second: third}
        assert check() == []

    def test_a_silent_withdrawal_leaves_nothing_of_the_record_and_of_what_was_merged_into_it(self):
        documents = [case_document() for _ in range(3)]
        put_many(documents)
        first, second, third = (document["reference"] for document in documents)
        merge(first, into=second)
        merge(second, into=third)
        put(documents[1])
        withdraw(third, announced=True)

        withdraw(third, announced=False)
        withdraw(second, announced=False)

        assert not LedgerText.objects.exists()
        assert not MergedReference.objects.exists()
        assert not Tombstone.objects.exists()
        assert check() == []

    def test_a_merger_is_undone_by_putting_the_record_again(self):
        gone, kept = case_document(), case_document()
        put_many([gone, kept])
        merge(gone["reference"], into=kept["reference"])

        put(gone)

        assert PublishedCase.objects.count() == 2
        assert not MergedReference.objects.exists()
        assert check() == []

    def test_only_published_cases_are_merged(self):
        document = case_document()
        put(document)

        with pytest.raises(LookupError, match="C-0000-0000-0000 is not a published case"):
            merge(document["reference"], into="C-0000-0000-0000")
        with pytest.raises(LookupError, match="itself"):
            merge(document["reference"], into=document["reference"])


@pytest.mark.django_db
def test_odd_characters_come_back_as_they_were_put():
    odd = [
        'a "quoted" one',
        "back\\slash",
        "{a,b}",
        "NULL",
        "",
        "line\nbreak\tand tab",
        "\\.",
        "\\N",
        "ə ж ش",
    ]
    document = case_document(
        title=odd[0], summary="\n".join(odd), proceedings=[proceeding(*(charge(text) for text in odd))]
    )
    put(document)

    case = PublishedCase.objects.get()

    assert case.charges == [text or "" for text in odd]
    assert case.summary == "\n".join(odd)
    assert case.document == document
    assert check() == []


@pytest.mark.django_db
def test_the_same_reference_twice_is_refused_and_nothing_is_put():
    document = case_document()

    with pytest.raises(ValueError, match="stands twice"):
        put_many([case_document(), document, document])

    assert not PublishedCase.objects.exists()


@pytest.mark.django_db
def test_a_day_nobody_can_have_checked_on_is_named_before_anything_is_put():
    with pytest.raises(ValueError, match="last_checked"):
        put_many([case_document(), case_document(last_checked="2026~")])

    assert not PublishedCase.objects.exists()
