"""Migrations that carry records over, there and back again, on what an earlier program left."""

import pgtrigger
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from cases.models import AnsweredAsk, Campaign, Case
from cases.register.check import check
from cases.register.published_case import PublishedCase
from cases.register.published_cells import PublishedCells
from cases.register.repair import repair
from tests.catalogue import catalogue
from tests.factories import CaseFactory, UserFactory
from tests.register import earlier

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

BEFORE, MARKED = "0007_sentences_of_constraints", "0009_mark_sample_records"


@pytest.fixture
def whole_way():
    """Every leg takes a minute, so there is one way, all the way back and forward again, and the next test finds the
    database as it was."""
    yield
    call_command("migrate", verbosity=0)


def titles(table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT title FROM {table}")
        return {title for (title,) in cursor}


def test_records_are_carried_over_there_and_back(whole_way):
    answer_with_long_texts()
    call_command("migrate", "cases", "0012_custody_from_facts", verbosity=0)
    long_answers_are_shorter_and_keep_their_reasons()

    call_command("migrate", "cases", "zero", verbosity=0)
    no_table_is_left()
    call_command("migrate", "cases", BEFORE, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE auth_user CASCADE")
    pour_in_five_samples()
    before = titles("cases_case"), titles("cases_campaign")

    call_command("migrate", "cases", MARKED, verbosity=0)
    call_command("migrate", "cases", BEFORE, verbosity=0)
    the_words_are_in_the_titles_again(before[0])

    call_command("migrate", verbosity=0)
    samples_have_their_mark_and_no_words_in_the_title(before[0] | before[1])
    published_rows_have_the_mark_of_their_texts()
    tables_are_those_that_are_made_together()


LONG = ", ".join(f"event {number}: release 2024-05-01" for number in range(40))
SAID = {"short": "event 1", "long": LONG, "longer": f"{LONG}, event 41: arrest"}


def answer_with_long_texts():
    case, by = CaseFactory(), UserFactory()
    for reason, about in SAID.items():
        AnsweredAsk.objects.create(
            case=case,
            code="ambiguous",
            about=about,
            reason=reason,
            answered_by=by,
            answered_at=timezone.now(),
        )


def long_answers_are_shorter_and_keep_their_reasons():
    kept = dict(AnsweredAsk.objects.values_list("reason", "about"))
    assert (kept.keys(), kept["short"]) == (SAID.keys(), "event 1")
    assert kept["long"] != kept["longer"]
    assert all(len(about) <= 500 for about in kept.values())


def no_table_is_left():
    assert not [name for name in connection.introspection.table_names() if name.startswith("cases_")]


def pour_in_five_samples():
    """Five sample cases, one edited since, and one that is none, as they were before samples had a mark."""
    with transaction.atomic(), pgtrigger.ignore():  # the history is poured in, too
        earlier.pour_in("d0c43c1")
    with connection.cursor() as cursor:
        for table in ("cases_casehistory", "cases_campaignhistory"):
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'pgh_id'), (SELECT max(pgh_id) FROM {table}))"
            )


def the_words_are_in_the_titles_again(before: set[str]):
    after = titles("cases_case")
    assert {title for title in before if title.startswith("Fictional sample: ")} <= after
    assert sum(title.startswith("Fictional sample: ") for title in after) == 5


def samples_have_their_mark_and_no_words_in_the_title(before: set[str]):
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


def published_rows_have_the_mark_of_their_texts():
    """Also where the title was edited."""
    repair()

    assert check() == []
    for case in Case.objects.all():
        row = PublishedCase.objects.get(reference=case.reference)
        assert (row.sample, row.title) == (case.is_sample, case.title)
        assert PublishedCells.objects.get(row_number=row.row_number).sample == str(case.is_sample).lower()


# Names that PostgreSQL or Django gave once and that stayed when what they name got another.
NAMED_SINCE = {
    "cases_latercase_": "cases_furthercase_",
    "cases_publishedagency_": "cases_publishedname_",
    "cases_registerstate_make_": "cases_registerstate_derivation_version_",
    "cases_place_reference_ec338a9c_uniq": "cases_place_reference_key",
}


def tables_are_those_that_are_made_together():
    """From nothing, one migration leaves what those leave that it replaces: columns, constraints, indexes, triggers."""
    by_steps = catalogue(NAMED_SINCE)
    call_command("migrate", "cases", "zero", verbosity=0)
    no_table_is_left()
    call_command("migrate", verbosity=0)
    together = catalogue()

    assert len(together["triggers"]) == 98
    for part in together:
        assert by_steps[part] == together[part], part


@pytest.mark.parametrize("model", [Case, Campaign])
def test_nothing_takes_the_mark_away_and_nothing_gives_it_afterwards(model):
    record = model.objects.create(title="Made up", is_sample=True)
    other = model.objects.create(title="Not made up")

    for each, mark in ((record, False), (other, True)):
        with pytest.raises(DatabaseError, match="is_sample_for_ever"), transaction.atomic():
            model.objects.filter(pk=each.pk).update(is_sample=mark)
    model.objects.update(title="Edited")

    assert [*model.objects.order_by("pk").values_list("is_sample", flat=True)] == [True, False]
