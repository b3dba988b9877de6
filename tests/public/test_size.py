"""A full page of the list goes through a slow line: at most 30 KB, compressed, with all its style sheets."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from cases.register.register import put_many
from tests.register.documents import case_document, person

pytestmark = pytest.mark.django_db

MOST = 30_000


@pytest.mark.parametrize("path", ["/cases/", "/az/cases/", "/ru/cases/?sort=name"])
def test_a_full_page_of_the_list_is_small(client, path):
    put_many([case_document(title=f"Case number {n}", person=person(f"Somebody {n}")) for n in range(60)])

    page = client.get(path, headers={"accept-encoding": "gzip"}).content

    text = gzip.decompress(page).decode()
    assert text.count("<tr") > 25
    sheets = re.findall(r'href="/static/(css/[^"]+\.css)"', text)
    styles = sum(len(gzip.compress(Path(finders.find(sheet)).read_bytes())) for sheet in sheets)
    assert len(page) + styles <= MOST
