"""Migrations that carry records over, there and back again, on what an earlier program left."""

import pgtrigger
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from cases.models import Campaign, Case
from cases.register.check import check
from cases.register.published_case import PublishedCase
from cases.register.published_cells import PublishedCells
from cases.register.repair import repair
from tests.register import earlier

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

BEFORE, MARKED = "0007_sentences_of_constraints", "0009_mark_sample_records"


@pytest.fixture
def five_samples():
    """Five sample cases, one edited since, and one that is none, as they were before samples had a mark."""
    call_command("migrate", "cases", BEFORE, verbosity=0)
    with transaction.atomic(), pgtrigger.ignore():  # the history is poured in, too
        earlier.pour_in("d0c43c1")
    with connection.cursor() as cursor:
        for table in ("cases_casehistory", "cases_campaignhistory"):
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'pgh_id'), (SELECT max(pgh_id) FROM {table}))"
            )
    yield
    call_command("migrate", verbosity=0)


def titles(table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT title FROM {table}")
        return {title for (title,) in cursor}


def test_sample_records_get_their_mark_and_lose_it_from_the_title(five_samples):
    before = titles("cases_case") | titles("cases_campaign")

    call_command("migrate", verbosity=0)

    samples = {*Case.objects.filter(is_sample=True).values_list("title", flat=True)}
    assert len(samples) == 5
    assert {f"Fictional sample: {title}" for title in samples} & before == {
        f"Fictional sample: {title}" for title in samples if "told anew" not in title
    }
    assert {*Case.objects.filter(is_sample=False).values_list("title", flat=True)} == {
        "A real record, for the sake of the test"
    }
    assert {*Campaign.objects.values_list("title", "is_sample")} == {
        ("Arrests before an election", True),
        ("The border cases", True),
    }


def test_published_rows_get_the_mark_of_their_texts_also_where_the_title_was_edited(five_samples):
    call_command("migrate", verbosity=0)

    repair()

    assert check() == []
    for case in Case.objects.all():
        row = PublishedCase.objects.get(reference=case.reference)
        assert (row.sample, row.title) == (case.is_sample, case.title)
        assert PublishedCells.objects.get(row_number=row.row_number).sample == str(case.is_sample).lower()


def test_the_way_back_puts_the_words_into_the_title_again(five_samples):
    before = titles("cases_case")
    call_command("migrate", "cases", MARKED, verbosity=0)

    call_command("migrate", "cases", BEFORE, verbosity=0)

    after = titles("cases_case")
    assert {title for title in before if title.startswith("Fictional sample: ")} <= after
    assert sum(title.startswith("Fictional sample: ") for title in after) == 5


@pytest.mark.parametrize("model", [Case, Campaign])
def test_nothing_takes_the_mark_away_and_nothing_gives_it_afterwards(model):
    record = model.objects.create(title="Made up", is_sample=True)
    other = model.objects.create(title="Not made up")

    for each, mark in ((record, False), (other, True)):
        with pytest.raises(DatabaseError, match="is_sample_for_ever"), transaction.atomic():
            model.objects.filter(pk=each.pk).update(is_sample=mark)
    model.objects.update(title="Edited")

    assert [*model.objects.order_by("pk").values_list("is_sample", flat=True)] == [True, False]
