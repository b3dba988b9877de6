"""Making everything anew: in batches, again after an interruption, while others publish, and for earlier programs."""

import pytest
from django.core.management import call_command
from django.db import connection

from cases.models import Place
from cases.register import repair as repairing
from cases.register.check import check
from cases.register.facet_block import FacetBlock
from cases.register.ledger import LedgerText
from cases.register.published_case import PublishedCase
from cases.register.register import merge, put, put_many, withdraw
from cases.register.repair import NoRow, Status, StatusChange, repair
from cases.register.state import DERIVATION_VERSION, RegisterState
from cases.workflow.places_with_pages import lead_to_pages
from tests.register import earlier
from tests.register.documents import campaign_document, case_document, custody, person, proceeding
from tests.register.test_incremental import derived

pytestmark = pytest.mark.django_db


class Interrupted(Exception):
    pass


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(repairing, "BATCH", 2)


@pytest.fixture
def published(small_batches):
    """Seven cases, two of one person, and a campaign."""
    someone = person("Nazim Gadjiev")
    put(campaign_document())
    put_many([case_document(title=f"Case {number}") for number in range(5)])
    put_many([case_document(person=someone, title=f"Another {number}") for number in range(2)])
    return list(PublishedCase.objects.order_by("row_number").values_list("reference", flat=True))


def interrupted_after(rows: int) -> None:
    """Make everything anew until so many rows are done."""

    def stop(done: int) -> None:
        if done >= rows:
            raise Interrupted

    with pytest.raises(Interrupted):
        repair(stop)


def test_everything_is_what_it_was_whatever_the_size_of_a_batch(published):
    before = derived()

    assert repair() == 7

    assert derived() == before
    assert check() == []


def test_what_was_interrupted_goes_on_where_it_was(published):
    before, done = derived(), []
    interrupted_after(4)
    state = RegisterState.objects.get()
    assert not state.is_derived_by_this_program
    assert check() == [
        f"state: what is derived was derived by version {DERIVATION_VERSION}, "
        f"anew only below row {state.derived_below}; this program's is {DERIVATION_VERSION}"
    ]

    assert repair(done.append) == 7

    assert done == [2, 3]
    assert derived() == before
    assert check() == []


def test_what_another_program_interrupted_begins_again(published):
    before, done = derived(), []
    interrupted_after(4)
    RegisterState.objects.update(derivation_version=DERIVATION_VERSION - 1)

    repair(done.append)

    assert done == [2, 4, 6, 7]
    assert derived() == before
    assert check() == []


def test_readers_are_told_to_wait_until_all_is_made(published, client):
    interrupted_after(4)

    assert client.get("/cases/").status_code == 503

    repair()

    assert client.get("/cases/").status_code == 200


@pytest.mark.parametrize("rows", [2, 4, 6])
def test_what_is_published_withdrawn_and_merged_meanwhile_is_counted_once(published, rows):
    """Before and behind the point the making has reached, and across it."""
    first, second, third, fourth, fifth, sixth, seventh = published
    interrupted_after(rows)

    put(LedgerText.objects.of(first).first().document | {"roles": ["lawyer"], "title": "Visit"})
    put(LedgerText.objects.of(fifth).first().document | {"roles": ["student"], "title": "Visit"})
    withdraw(second, announced=True)
    withdraw(sixth, announced=False)
    merge(fourth, into=third)
    put(case_document(person=person("Nazim Gadjiev"), title="New"))
    assert repair() == 5

    assert check() == []
    before = derived()
    repair()
    assert derived() == before
    assert seventh in PublishedCase.objects.values_list("reference", flat=True)


def test_missing_rows_are_made_and_rows_of_nothing_go(published):
    PublishedCase.objects.filter(reference__in=published[1:4]).delete()
    PublishedCase.objects.filter(reference=published[0]).update(reference="C-0000-0000-0000")

    assert repair() == 7

    assert check() == []


def test_a_row_number_that_is_still_to_be_given_is_given_to_nobody(published):
    RegisterState.objects.update(next_row_number=2)

    repair()
    put(case_document())

    assert check() == []


def test_nothing_is_lost_by_a_text_no_row_can_be_made_of(published):
    text = LedgerText.objects.of(published[4]).first()
    sealed = text.text
    LedgerText.objects.filter(pk=text.pk).update(
        text=sealed.replace('"last_checked":""', '"last_checked":"soon"')
    )

    with pytest.raises(NoRow, match=f"{published[4]} version 1: no row can be made from its text"):
        repair()

    assert PublishedCase.objects.count() == 7
    LedgerText.objects.filter(pk=text.pk).update(text=sealed)
    assert repair() == 7
    assert check() == []


def test_cases_with_another_status_are_told_with_before_and_after(published):
    """As a program left them that derived another status or stage from the same texts."""
    PublishedCase.objects.filter(reference=published[1]).update(custody_status="police_custody")
    PublishedCase.objects.filter(reference=published[5]).update(procedural_stage=["tried"])
    told = []

    repair(note=told.extend)

    assert told == [
        StatusChange(published[1], Status("police_custody", ["charged"]), Status("unknown", ["charged"])),
        StatusChange(published[5], Status("unknown", ["tried"]), Status("unknown", ["charged"])),
    ]
    told.clear()
    repair(note=told.extend)
    assert told == []


def test_what_was_told_is_not_told_again_after_an_interruption(published):
    PublishedCase.objects.update(custody_status="police_custody")
    told = []

    def note(changes):
        told.extend(changes)
        if len(told) == 4:
            raise Interrupted

    with pytest.raises(Interrupted):
        repair(note=note)
    told_of_done = told[:2]
    told.clear()
    repair(note=told.extend)

    assert [each.reference for each in told_of_done + told] == published


def test_no_version_is_written(published):
    texts = list(LedgerText.objects.order_by("entry").values_list("entry", "text"))
    head = RegisterState.objects.get().head_hash
    PublishedCase.objects.update(custody_status="police_custody")

    repair()

    assert list(LedgerText.objects.order_by("entry").values_list("entry", "text")) == texts
    assert RegisterState.objects.get().head_hash == head


def migrate(name: str) -> None:
    call_command("migrate", *(["cases", name] if name else []), verbosity=0)


def columns(name: str) -> dict:
    """A column of the rows, as it lies in the table, by reference."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT reference, "{name}" FROM cases_publishedcase')
        return dict(cursor.fetchall())


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_database_of_an_earlier_program_is_brought_up_to_date(client):
    """Rows made before 0005 never got its column filled: that program believed them to be of its derivation version."""
    try:
        with connection.cursor() as cursor:  # from nothing, as that program did; going back takes minutes
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
            cursor.execute("GRANT USAGE ON SCHEMA public TO PUBLIC")  # as a database has it from its making
        call_command("migrate", "auth", verbosity=0)
        migrate("0004_corrections_inbox")
        earlier.pour_in("a014b6b", without=["run_out"])
        migrate("0005_term_of_custody_run_out")
        assert set(columns("run_out").values()) == {False}

        migrate("")
        assert not RegisterState.objects.get().is_derived_by_this_program
        assert client.get("/cases/").status_code == 503
        call_command("check_register", repair=True)

        was = {row["reference"]: row["run_out"] for row in earlier.tables("a014b6b")["cases_publishedcase"]}
        last_known = columns("last_known_from")
        assert all(last_known[reference] for reference, run_out in was.items() if run_out)
        assert list(was.values()).count(True) == 2
        assert client.get("/cases/").status_code == 200

        prison = f"/places/facility/{Place.objects.exclude(facility='').get().reference}/"
        assert client.get(prison).status_code == 404
        assert lead_to_pages() == 1
        assert len(client.get(prison).context["now"]["rows"]) == 1
        assert check() == []
    finally:
        migrate("")


def test_bitmaps_are_those_of_the_rows_alone(published):
    FacetBlock.objects.create(parameter="role", value="invented", block=0, sequence=1, bits=b"")

    repair()

    assert not FacetBlock.objects.filter(value="invented").exists()
    assert check() == []


def test_the_status_told_is_that_of_the_text(published):
    put(case_document(custody=custody("released", "2025"), proceedings=[proceeding(stage="acquitted")]))
    PublishedCase.objects.filter(custody_status="released").update(custody_status="imprisoned")
    told = []

    repair(note=told.extend)

    assert [each.after for each in told] == [Status("released", ["acquitted"])]
