"""Words of a document: relations, addresses, labels inside a sentence."""

import pytest

from cases.vocabularies.actions import RELATION_KINDS
from cases.wording.relations import INVERSE, relations
from cases.wording.sources import web_link
from cases.wording.words import joined, lower_first


@pytest.mark.parametrize("direction", ["from", "to"])
@pytest.mark.parametrize("kind", RELATION_KINDS.codes)
def test_every_kind_of_relation_has_words_in_both_directions(kind, direction):
    [related] = relations({"relations": [{"kind": kind, "direction": direction}]})

    assert related["word"] != "Is connected with"
    assert "caus" not in related["word"].lower()


def test_order_in_time_reads_the_other_way_round_from_the_other_side():
    assert INVERSE["precedes"] == "follows"


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("ftp://example.org", ""),
        ("https://", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_web_link(address, link):
    assert web_link(address) == link


@pytest.mark.parametrize(
    ("label", "inside"), [("High treason", "high treason"), ("UN opinion", "UN opinion")]
)
def test_lower_first_keeps_abbreviations(label, inside):
    assert lower_first(label) == inside


def test_joined():
    assert joined(["a", "b", "c"]) == "a, b or c"
