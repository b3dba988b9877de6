"""On the Azerbaijani and the Russian page of a record nothing is English, and no code stands bare, but what the record
says itself: names, and texts that say by `lang` in which language they are."""

import re
from html.parser import HTMLParser

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.db import transaction
from django.test import Client

from cases.loading.sample_records import STORIES, load_sample_records
from cases.loading.starter_records import load_starter_records
from cases.models import PublishedCampaign, PublishedCase

pytestmark = pytest.mark.django_db

LANGUAGES = ["az", "ru"]
NAMES = frozenset(
    [
        "name",
        "to",
        "court",
        "agency",
        "organisation",
        "official",
        "lawyer",
        "publisher",
        "author",
        "facility",
        "locality",
        "region_name",
        "names",
        "article",
        "translations",
    ]
)
"""Keys of a document whose values are names of somebody or something, in whatever language that has them; by whom a
text was translated is one."""
SAID = ("title", "aria-label", "alt", "placeholder")
ALLOWED = frozenset(["bibtex", "ris", "csv", "cc", "by", "html", "svg", "png", "tor"])
VOID = frozenset(
    ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
ADDRESS = re.compile(r"https?://\S+|\b[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
WORD = re.compile(r"[^\W\d_]+(?:_[^\W\d_]+)*")


class Unmarked(HTMLParser):
    """`said`: texts of <main> and <title> that do not say their language, whichever element or attribute has them."""

    def __init__(self, html: str):
        super().__init__()
        self.said, self._open = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self._open.append((tag, "lang" in given and tag != "html"))
        if self._is_read():
            self.said += [given[name] for name in SAID if given.get(name)]
        if tag in VOID:
            self._open.pop()

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if text.strip() and self._is_read() and not {"pre", "bdi"} & {tag for tag, _is_marked in self._open}:
            self.said.append(" ".join(text.split()))

    def _is_read(self):
        tags = {tag for tag, _is_marked in self._open}
        return bool({"main", "title"} & tags) and not any(is_marked for _tag, is_marked in self._open)


def names_in(value, *, is_name=False):
    """Every name that a document says of somebody or something."""
    if isinstance(value, dict):
        return {
            each for key, inner in value.items() for each in names_in(inner, is_name=is_name or key in NAMES)
        } | ({value["text"]} if {"script", "kind"} <= value.keys() else set())
    if isinstance(value, list):
        return {each for inner in value for each in names_in(inner, is_name=is_name)}
    return {value} if is_name and isinstance(value, str) and value else set()


def english_words(language):
    """Words of the English sentences of the program that no sentence of this language has."""
    with (settings.LOCALE_PATHS[0] / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        catalogue = read_po(file)
    english, own = set(), set()
    for message in catalogue:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        english |= {word.lower() for text in ids for word in WORD.findall(text)}
        own |= {word.lower() for text in forms for word in WORD.findall(text)}
    assert len(english - own) > 1_500
    return english - own - ALLOWED


@pytest.fixture(scope="module")
def records(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load_starter_records()
        load_sample_records(count=len(STORIES) + 12)
        yield [*PublishedCase.objects.shown(), *PublishedCampaign.objects.shown()]
        transaction.set_rollback(True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_a_record_is_english_without_saying_so(records, language):
    english, client, found = english_words(language), Client(), {}
    # A record names others too.
    names = sorted({name for record in records for name in names_in(record.document)}, key=len, reverse=True)

    for record in records:
        kind = "cases" if isinstance(record, PublishedCase) else "campaigns"
        html = client.get(f"/{language}/{kind}/{record.reference}/").content.decode()
        for said in Unmarked(html).said:
            left = ADDRESS.sub(" ", said)
            for name in names:
                left = left.replace(name, " ")
            if {word.lower() for word in WORD.findall(left)} & english:
                found.setdefault(said, record.reference)

    assert found == {}
