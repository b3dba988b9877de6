"""Two threads publish at once, a hundred times: the chain does not fork and the register agrees with it."""

import threading

import pytest
from django.db import connection

from cases.models import LedgerEntry, PublishedCase
from cases.register.check import check
from cases.workflow.publishing import publish
from tests.factories import CaseFactory, PersonFactory, SourceFactory, UserFactory

ROUNDS = 100


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
    assert check() == []
