"""The functions of the database under every history trigger, in their own words: `models/history_functions.py`."""

import pghistory
import pgtrigger
import pytest
from django.db import connection, transaction
from pghistory.models import Context

from cases.models import Source
from cases.models.history import history_of

pytestmark = pytest.mark.django_db(transaction=True)


def made(title: str) -> object:
    """The one row of history that a new source has, or None."""
    return history_of(Source).filter(id=Source.objects.create(title=title).pk).first()


def test_what_nobody_is_named_for_has_no_context():
    assert made("By nobody").pgh_context is None
    assert not Context.objects.exists()


def test_everything_of_one_context_names_it_and_the_last_that_was_told():
    with transaction.atomic(), pghistory.context(user=1):
        first = made("First")
        pghistory.context(reason="added later")  # not entered: it adds to the one around it
        second = made("Second")
    assert first.pgh_context_id == second.pgh_context_id
    assert Context.objects.get().metadata == {"user": 1, "reason": "added later"}


def test_a_context_ends_with_its_transaction():
    with transaction.atomic(), pghistory.context(user=1):
        made("Within")
    # The settings of a transaction that is over stay behind as empty texts.
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('pghistory.context_id', true)")
        assert cursor.fetchone() == ("",)
    assert made("After").pgh_context is None


def test_triggers_are_passed_over_only_while_that_is_asked_for():
    with transaction.atomic(), pgtrigger.ignore():
        assert made("Passed over") is None
    assert made("Kept").pgh_label == "added"


def test_no_row_costs_a_subtransaction():
    """Each would go through all that waits for the end of the transaction: `migrate` has to leave ours in place."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname FROM pg_proc"
            " WHERE proname IN ('_pgtrigger_should_ignore', '_pgh_attach_context') AND prosrc ILIKE '%exception%'"
        )
        assert cursor.fetchall() == []
