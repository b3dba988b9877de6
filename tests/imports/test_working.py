"""Long lists in the background: nothing or all, whatever ends the worker, and the desk goes on meanwhile."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from cases.imports.importing import carry_out, take_turn
from cases.imports.receiving import ask_to_check, ask_to_import, receive
from cases.imports.working import run
from cases.models import Case, ImportedCase, ListImport, Person, Source
from cases.workflow.editing import record_edit
from cases.workflow.hiding import hide
from cases.workflow.locking import lock
from cases.workflow.publishing import withdraw
from tests.factories import CaseFactory, SourceFactory, UserFactory, take_to_public
from tests.imports.lists import csv_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

SHARED = {"new_source": "An invented list", "country": "AZ", "as_of": "2025-06-01", "is_public": True}


def rows(count):
    same = {"articles": "234.4.3", "arrested_on": "2024-10-03"}
    return [{"list_id": str(at), "name": f"Ad{word(at)} Soyad{word(at // 7)}", **same} for at in range(count)]


def word(number):
    return "".join(chr(97 + (number // 26**place) % 26) for place in range(4))


def waiting(count):
    """A list that was checked and confirmed, and waits for the worker."""
    row = checked(count)
    ask_to_import(row)
    return row


def checked(count, *, name="list.csv"):
    user = UserFactory(username="entry")
    row = receive(csv_of(*rows(count)), name, by=user)
    ask_to_check(row, by=user, shared=SHARED)
    run(stop=threading.Event(), once=True)
    row.refresh_from_db()
    assert row.counts == {"new": count}, row.told
    return row


def worker():
    """The worker as a process of its own, on the database of the tests."""
    database = connection.settings_dict
    program = (
        "import os, django; django.setup();"
        "from django.db import connections; import json, sys;"
        "connections['default'].settings_dict.update(json.loads(sys.argv[1]));"
        "from django.core.management import call_command; call_command('work_on_imports', once=True)"
    )
    own = {name: database[name] for name in ("NAME", "HOST", "PORT", "USER", "PASSWORD")}
    return subprocess.Popen(
        [sys.executable, "-c", program, json.dumps(own)],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tracker.settings"},
    )


def test_a_worker_killed_in_the_middle_leaves_nothing_and_the_next_imports_all_of_it():
    row = waiting(1500)
    first = worker()
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        row.refresh_from_db()
        if row.done:
            break
        time.sleep(0.05)
    first.send_signal(signal.SIGKILL)
    first.wait()

    row.refresh_from_db()
    assert row.done > 0 and row.stage == "confirmed"
    assert (Case.objects.count(), Person.objects.count(), ImportedCase.objects.count()) == (0, 0, 0)

    assert worker().wait() == 0
    row.refresh_from_db()
    assert (row.stage, Case.objects.count(), ImportedCase.objects.count()) == ("done", 1500, 1500)


def test_staff_keep_saving_and_see_nothing_of_it_meanwhile():
    case, by = CaseFactory(), UserFactory(username="entry")
    row = waiting(1000)
    seen = []
    halfway = threading.Event()

    def tell(done):
        halfway.set()
        time.sleep(0.3)  # so that somebody saves in between, whatever the machine

    def save():
        halfway.wait(60)
        for _time in range(3):
            with transaction.atomic():
                connection.cursor().execute("SET LOCAL lock_timeout = '1s'")
                record_edit(case, by=by)
            seen.append(Case.objects.count())
        connection.close()

    staff = threading.Thread(target=save)
    staff.start()
    carry_out(row, tell=tell)
    staff.join()

    # Whoever had waited for longer than a second would have been refused.
    assert len(seen) == 3 and seen[0] == 1 and set(seen) <= {1, 1001}
    assert Case.objects.count() == 1001


def on_file(count, *, public=False, **changed):
    """A list of cases on file that says something new of each, checked and confirmed."""
    done = checked(count)
    ask_to_import(done)
    carry_out(done)
    for each in Case.objects.filter(imported_from__list_import=done) if public else ():
        take_to_public(each)
    row = receive(csv_of(*({**each, **changed} for each in rows(count))), "again.csv", by=done.by)
    ask_to_check(row, by=done.by, shared=SHARED)
    run(stop=threading.Event(), once=True)
    row.refresh_from_db()
    assert row.counts == {"changed": count}, row.rows.first().told
    ask_to_import(row)
    return row


def edits_begun():
    """How many lines of review logs were begun, by transactions that nobody sees yet as well."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM cases_review_id_seq")
        return cursor.fetchone()[0]


class Colleague(threading.Thread):
    """Somebody at the desk, over a connection of their own, who begins when the list has changed `after` cases."""

    def __init__(self, step, *, after):
        super().__init__()
        self.step, self.answer, self.error = step, None, None
        self.begins_at = edits_begun() + after
        self.start()

    def run(self):
        try:
            deadline = time.monotonic() + 60
            while edits_begun() < self.begins_at and time.monotonic() < deadline:
                time.sleep(0.005)
            self.answer = self.step()
        except Exception as error:
            self.error = error
        finally:
            connection.close()

    def done(self):
        self.join()
        if self.error is not None:
            raise self.error
        return self.answer


def in_a_second(step):
    """The step, which would be refused if it had to wait for a lock for longer than a second."""
    with transaction.atomic():
        connection.cursor().execute("SET LOCAL lock_timeout = '1s'")
        return step()


def test_staff_keep_saving_while_cases_on_file_are_changed_and_see_none_of_it():
    row, other, by = on_file(60, summary="As the list says."), CaseFactory(), UserFactory(username="entry")
    seen = Case.objects.filter(summary="As the list says.")

    def save():
        return [in_a_second(lambda: record_edit(other, by=by)) and seen.count() for _time in range(5)]

    colleague = Colleague(lambda: [seen.count(), save(), seen.count()], after=5)
    carry_out(row)

    row.refresh_from_db()
    assert (row.stage, seen.count()) == ("done", 60), row.told
    before, _saved, after = colleague.done()
    assert before == 0 and after in (0, 60)
    other.refresh_from_db()
    assert other.edit_version == 6


def test_who_edits_other_public_cases_does_not_throw_back_a_list_that_changes_public_ones():
    row, other = on_file(12, public=True, summary="As the list says."), CaseFactory(published=True)
    by = UserFactory(username="entry")

    def save():
        for _time in range(5):
            in_a_second(lambda: record_edit(other, by=by))

    colleague = Colleague(save, after=3)
    carry_out(row)

    colleague.done()
    row.refresh_from_db()
    assert (row.stage, row.told) == ("done", [])


@pytest.mark.parametrize("step", ["withdraw", "hide"])
def test_no_list_brings_back_what_is_taken_out_while_it_is_imported(step):
    row, by = on_file(12, public=True, birth_date="1985"), UserFactory(username="publisher")
    case = Case.objects.get(pk=row.rows.order_by("-number").first().told["case"])

    def take_out():
        if step == "withdraw":
            withdraw(case, by=by, reason="A test.", announced=False)
        else:
            hide(case.person, by=by)

    colleague = Colleague(take_out, after=3)
    carry_out(row)

    colleague.done()
    row.refresh_from_db()
    assert row.stage == "checking" and "since the preview" in row.told[0]
    assert not Person.objects.exclude(birth_date="").exists()


def test_whoever_deletes_a_source_that_a_list_is_citing_goes_first():
    source = SourceFactory(title="An invented report", url="https://report.example/")
    cites = {"source_title": source.title, "source_url": source.url}
    row, deleted = on_file(20, arrested_on="2024-10-04", **cites), source.pk

    colleague = Colleague(lambda: in_a_second(source.delete), after=3)
    carry_out(row)

    colleague.done()
    row.refresh_from_db()
    again = Source.objects.get(title=source.title)
    cited_by = {each.case_id for each in again.citations.all()}
    assert (row.stage, again.pk != deleted, len(cited_by)) == ("done", True, 20), row.told


def test_whoever_saves_what_a_list_is_changing_goes_first_and_the_list_says_so():
    row, by = on_file(40, summary="As the list says."), UserFactory(username="entry")
    case = row.rows.order_by("number").first().told["case"]

    def save():
        mine = lock(Case.objects.get(pk=case))
        mine.summary = "As a colleague says."
        mine.save()
        record_edit(mine, by=by)

    colleague = Colleague(lambda: in_a_second(save), after=5)
    carry_out(row)

    colleague.done()
    row.refresh_from_db()
    assert row.stage == "checking" and "since the preview" in row.told[0]
    assert [*Case.objects.exclude(summary="").values_list("summary", flat=True)] == ["As a colleague says."]


def test_two_imports_at_once_are_one_after_the_other_and_the_second_finds_the_first():
    one, two = checked(50), checked(50, name="again.csv")
    ask_to_import(one)
    ask_to_import(two)
    with transaction.atomic():
        take_turn(waits=True)
        other = worker()
        time.sleep(1)
        assert other.poll() is None
    assert other.wait() == 0

    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.stage, two.stage) == ("done", "checked")
    assert two.counts == {"same": 50} and "since the preview" in two.told[0]
    assert Case.objects.count() == 50


def test_files_are_erased_after_a_time_and_which_case_came_of_which_row_stays():
    row = waiting(2)
    carry_out(row)
    ListImport.objects.update(asked_at=timezone.now() - timedelta(days=15))

    run(stop=threading.Event(), once=True)

    row.refresh_from_db()
    assert row.content is None and row.rows.count() == 0
    assert row.cases.count() == 2
