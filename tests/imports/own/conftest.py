"""The files of all sample records, made once: what is restored and changed in these tests."""

import pytest
from django.core.management import call_command
from django.db import transaction

from cases.imports.own.exporting import document_lines
from cases.loading.sample_records import load_sample_records
from tests.public.files import csv_file

COUNT = 100


@pytest.fixture(scope="session")
def samples(django_db_setup, django_db_blocker):
    """The documents and the CSV of the sample records, which are gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_reference_data", verbosity=0)
        load_sample_records(count=COUNT)
        files = "".join(f"{line}\n" for line in document_lines()), csv_file()
        transaction.set_rollback(True)
    return files
