"""One snapshot: everything of one moment, by whichever thread and after whatever happened in between."""

from threading import Barrier, Event, Thread

import pytest
from django.db import OperationalError, connection, connections
from psycopg.errors import QueryCanceled

from cases.register.published_case import PublishedCase
from cases.register.register import put, withdraw
from cases.register.repair import repair
from cases.register.selection import Selection
from cases.register.snapshot import NotReady, take_snapshot
from cases.register.state import DERIVATION_VERSION, RegisterState
from tests.register.documents import case_document, person


def cases_seen() -> int:
    with take_snapshot() as snapshot:
        return len(snapshot.bitmaps.all)


@pytest.mark.django_db(transaction=True)
def test_rows_and_bitmaps_of_a_snapshot_are_of_one_moment_whatever_is_published_meanwhile():
    put(case_document())
    taken, published = Event(), Event()
    seen_rows = []

    def read():
        with take_snapshot() as snapshot:
            seen_rows.append(len(snapshot.bitmaps.all))
            taken.set()
            published.wait(30)
            seen_rows.append(PublishedCase.objects.count())
            seen_rows.append(len(Selection.everything(snapshot.bitmaps)))
        connections.close_all()

    reader = Thread(target=read)
    reader.start()
    taken.wait(30)
    put(case_document())
    published.set()
    reader.join()

    assert seen_rows == [1, 1, 1]
    assert cases_seen() == 2


@pytest.mark.django_db(transaction=True)
def test_many_readers_see_whole_numbers_while_many_publish():
    put(case_document())
    together, odd, problems = Barrier(4), [], []

    def publish():
        together.wait()
        for _ in range(15):
            document = case_document(person=person("Rəna Quliyeva"))
            put(document)
            withdraw(document["reference"], announced=False)

    def read():
        together.wait()
        for _ in range(40):
            with take_snapshot() as snapshot:
                if len(snapshot.bitmaps.all) != PublishedCase.objects.count():
                    odd.append(snapshot.moment)

    def run(work):
        try:
            work()
        except Exception as problem:
            problems.append(problem)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(work,)) for work in (publish, publish, read, read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert problems == []
    assert odd == []


@pytest.mark.django_db(transaction=True)
def test_after_the_register_went_back_what_is_there_is_seen():
    first = case_document()
    put(first)
    kept = RegisterState.objects.values().get()
    put(case_document())
    assert cases_seen() == 2

    # As after restoring a copy: fewer rows, an earlier state.
    withdraw(PublishedCase.objects.exclude(reference=first["reference"]).get().reference, announced=False)
    RegisterState.objects.update(**kept)

    assert cases_seen() == 1


@pytest.mark.django_db
def test_what_was_rolled_back_is_not_seen_under_the_same_sequence():
    from django.db import transaction

    with pytest.raises(KeyError), transaction.atomic():
        put(case_document(roles=["lawyer"]))
        with take_snapshot() as snapshot:
            assert Selection.everything(snapshot.bitmaps).count_of("role") == {"researcher": 1, "lawyer": 1}
        raise KeyError

    put(case_document(roles=["student"]))

    with take_snapshot() as snapshot:
        assert Selection.everything(snapshot.bitmaps).count_of("role") == {"researcher": 1, "student": 1}


@pytest.mark.django_db
def test_a_value_that_went_is_forgotten_by_workers():
    document = case_document(roles=["lawyer"])
    put(document)
    put(case_document())
    assert cases_seen() == 2

    withdraw(document["reference"], announced=False)

    with take_snapshot() as snapshot:
        assert "lawyer" not in snapshot.bitmaps.values("role")


@pytest.mark.django_db
def test_bitmaps_of_another_make_are_not_read():
    put(case_document())
    RegisterState.objects.update(derivation_version=DERIVATION_VERSION - 1)

    with pytest.raises(NotReady), take_snapshot():
        pass

    repair()

    assert cases_seen() == 1


@pytest.mark.django_db(transaction=True)
def test_no_statement_runs_longer_than_readers_may_wait(settings):
    settings.READER_SECONDS = 1

    with pytest.raises(OperationalError) as error, take_snapshot(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(20)")

    assert isinstance(error.value.__cause__, QueryCanceled)
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)
