"""Characters that deceive and were kept before they were refused are shown to nobody, on no surface."""

import json

import pytest

from cases.models import Case, PersonName, Source
from cases.register.check import check
from cases.register.ledger import LedgerText, canonical, content_hash
from cases.register.published_case import PublishedCase
from cases.register.published_cells import PublishedCells
from cases.register.repair import repair
from tests.factories import CaseFactory, PersonFactory, take_to_public

pytestmark = pytest.mark.django_db

DECEIVING = "\u202e"


def test_what_is_on_file_with_such_characters_is_published_without(client):
    case = CaseFactory(person=PersonFactory(name="Aydan Ulduzlu"), title="A teacher", summary="Somebody")
    Case.objects.update(title=f"A {DECEIVING}teacher", summary="Some\x07body")
    PersonName.objects.update(text=f"Aydan{DECEIVING} Ulduzlu")
    Source.objects.update(title=f"A {DECEIVING}report", url="ftp://news.example/1")
    case.refresh_from_db()

    take_to_public(case)

    for path in (f"/cases/{case.reference}/", "/cases/", "/cases.atom"):
        page = client.get(path).getvalue().decode()
        assert "A teacher" in page, path
        assert DECEIVING not in page and "\x07" not in page and "ftp://" not in page, path
    (cells,) = PublishedCells.objects.values_list("title", "name", "summary", "source_titles", "source_urls")
    assert cells == ("A teacher", "Aydan Ulduzlu", "Somebody", "A report", None)
    assert list(check()) == []


def test_what_was_sealed_with_such_characters_is_read_without_and_still_verifies(publish, client):
    reference = publish(title="A teacher")
    text = LedgerText.objects.get()
    document = json.loads(text.text)
    document["title"] = f"A {DECEIVING}teacher\x07"
    sealed = canonical(document)
    LedgerText.objects.update(text=sealed)
    entry = text.entry
    type(entry).objects.update(content_hash=content_hash(text.nonce, sealed))

    assert LedgerText.objects.get().document["title"] == "A teacher"
    assert DECEIVING not in client.get(f"/cases/{reference}/versions/1/").content.decode()
    assert not [each for each in check() if "sealed" in each]
    repair()
    assert PublishedCase.objects.get().title == "A teacher"


def test_a_reader_who_pastes_them_is_not_asked_to_look_for_them(client):
    from tests.public.test_correction import send, sent_last

    assert send(wrong=f"The trial {DECEIVING}began").status_code == 302
    assert sent_last().wrong == "The trial began"
