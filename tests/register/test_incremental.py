"""Whatever is published, corrected, withdrawn and merged, by whomever: what is derived is what a rebuild derives."""

from threading import Thread

import pytest
from django.db import connections, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from cases.register import bitmaps
from cases.register.check import check
from cases.register.common_words import give_bitmaps
from cases.register.ledger import LedgerText
from cases.register.published_case import PublishedCase
from cases.register.register import merge, put, put_many, withdraw
from cases.register.repair import DERIVED, repair
from cases.register.snapshot import take_snapshot
from cases.register.state import RegisterState
from tests.public.parts import states
from tests.register.documents import (
    attribution,
    case_document,
    charge,
    custody,
    date,
    event,
    group_document,
    person,
    proceeding,
    violation,
)

PERSONS = [f"P-0000-0000-000{number}" for number in range(4)]
NAMES = ["Bəhruz Səmədov", "Бахруз Самедов", "Gül Ağa", "Nazim Gadjiev"]
PLAIN = settings(
    max_examples=12,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@st.composite
def changes(draw) -> dict:
    """What may differ from one version of a case to the next: everything the bitmaps and the words hang on."""
    begun = draw(st.sampled_from(["", "2020", "2021-03", "2022-05-06"]))
    return {
        "person": person(draw(st.sampled_from(NAMES)), reference=draw(st.sampled_from(PERSONS))),
        "title": draw(st.sampled_from(["A visit to Derbent", "A visit to Baku", "An arrest"])),
        "roles": draw(st.lists(st.sampled_from(["lawyer", "student"]), unique=True)),
        "violations": [violation(draw(st.sampled_from(["detention", "killing", "surveillance"])))],
        "proceedings": draw(
            st.sampled_from([[], [proceeding(charge())], [proceeding(charge(category="drugs"))]])
        ),
        "start": date(begun),
        "events": [
            event("arrest", "2020-03-05", proceeding=1),
            event("release", "2020-04"),
            event("arrest", "2020-03", proceeding=2),
            event("release", "2021"),
        ][: draw(st.integers(0, 4))],
        "states": draw(st.sampled_from([states(), states(origin=["AZ"], location=["GE", "TR"])])),
        "cross_border": {"value": draw(st.sampled_from([None, True])), "basis": ""},
        "custody": custody(draw(st.sampled_from(["", "released", "imprisoned"])), "2024-01"),
        "last_checked": draw(st.sampled_from(["", "2025-05", "2025-05-21"])),
        "attributions": [attribution(to=draw(st.sampled_from(["State Security Service", "SSS"])))][
            : draw(st.integers(0, 1))
        ],
    }


GROUPS = st.fixed_dictionaries(
    {"min": st.sampled_from([None, 0, 3, 40]), "overlaps": st.sampled_from([[], ["C-0000-0000-0001"]])}
)


class Register(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        put(case_document(title="A visit to Derbent"))
        # So that words are kept as bitmaps, too, without a hundred thousand cases.
        state = RegisterState.objects.locked()
        give_bitmaps({"visit"} | set(PublishedCase.objects.get().words[:3]), state)

    @property
    def published(self) -> list[str]:
        return list(PublishedCase.objects.order_by("row_number").values_list("reference", flat=True))

    @rule(parts=changes())
    def publish(self, parts):
        put(case_document(**parts))

    @rule(parts=GROUPS)
    def publish_a_group(self, parts):
        document = group_document()
        document["people"] |= parts
        put(document)

    @rule(parts=st.lists(changes(), min_size=2, max_size=4))
    def publish_many(self, parts):
        put_many([case_document(**each) for each in parts])

    @precondition(lambda self: self.published)
    @rule(parts=changes(), data=st.data())
    def correct(self, parts, data):
        reference = data.draw(st.sampled_from(self.published))
        document = LedgerText.objects.latest_of([reference])[reference].document
        put(case_document(**document | parts))

    @precondition(lambda self: self.published)
    @rule(data=st.data(), announced=st.booleans())
    def withdraw(self, data, announced):
        withdraw(data.draw(st.sampled_from(self.published)), announced=announced)

    @precondition(lambda self: len(self.published) > 1)
    @rule(data=st.data())
    def merge(self, data):
        gone, kept = data.draw(st.lists(st.sampled_from(self.published), min_size=2, max_size=2, unique=True))
        merge(gone, into=kept)

    @invariant()
    def what_is_derived_is_what_a_rebuild_derives(self):
        assert check() == []
        with take_snapshot() as snapshot:
            anew = bitmaps._loaded(RegisterState.objects.current(), None)
            worker = snapshot.bitmaps
            assert {name: rows for name, rows in worker._rows.items() if any(rows.values())} == anew._rows
            assert (worker.first_rows, worker.common_words) == (anew.first_rows, anew.common_words)


@pytest.mark.slow
@pytest.mark.django_db
def test_what_is_derived_follows_every_change():
    class WithinATransaction(Register):
        def __init__(self):
            super().__init__()
            self.savepoint = transaction.atomic()
            self.savepoint.__enter__()

        def teardown(self):
            transaction.set_rollback(True)
            self.savepoint.__exit__(None, None, None)

    run_state_machine_as_test(WithinATransaction, settings=PLAIN)


def derived() -> dict:
    """Everything derived, as it lies in the tables, apart from the sequence of writing."""
    tables = {}
    for model in DERIVED:
        names = [field.name for field in model._meta.concrete_fields if field.name not in ("sequence", "pk")]
        rows = [
            tuple(bytes(value) if isinstance(value, memoryview) else repr(value) for value in row)
            for row in model.objects.values_list(*names)
        ]
        tables[model.__name__] = sorted(map(repr, rows))
    return tables


@pytest.mark.django_db(transaction=True)
def test_threads_that_publish_correct_withdraw_and_merge_leave_what_a_rebuild_makes():
    problems = []

    def work(name: str):
        try:
            mine = [
                case_document(person=person(f"{NAMES[0]} {name}", reference=PERSONS[0])) for _ in range(8)
            ]
            put_many(mine)
            for number, document in enumerate(mine):
                put(document | {"roles": ["lawyer"], "start": date("2021-03"), "summary": f"{name} {number}"})
            withdraw(mine[0]["reference"], announced=True)
            withdraw(mine[1]["reference"], announced=False)
            merge(mine[2]["reference"], into=mine[3]["reference"])
            put(mine[1])
        except Exception as problem:
            problems.append(problem)
        finally:
            connections.close_all()

    threads = [Thread(target=work, args=(name,)) for name in ("first", "second", "third")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert problems == []
    assert check() == []
    before = derived()
    assert repair() == 3 * 6
    assert derived() == before
    assert check() == []
