"""Words of a document: relations, addresses, labels inside a sentence."""

import pytest
from django.utils.translation import override

from cases.vocabularies.actions import RELATION_KINDS
from cases.vocabularies.people import ROLES
from cases.vocabularies.violations import METHODS, VIOLATIONS
from cases.wording.proceedings import proceedings
from cases.wording.relations import INVERSE, relations
from cases.wording.sources import web_link
from cases.wording.words import joined, listed, lower_first, quoted


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


@pytest.mark.parametrize(
    ("language", "roles", "violations"),
    [
        ("en", "Journalist, believer", "Torture, raid"),
        ("az", "Jurnalist, dindar", "İşgəncə, axtarış və ya reyd"),
        ("ru", "Журналист, верующий", "Пытки, обыск или рейд"),
    ],
)
def test_a_list_begins_with_a_capital_and_goes_on_without(language, roles, violations):
    with override(language):
        assert listed(ROLES, ["journalist", "believer"]) == roles
        assert listed(VIOLATIONS, ["torture", "", "raid"]) == violations
        assert listed(METHODS, []) == ""


@pytest.mark.parametrize(("language", "text"), [("en", "“held”"), ("az", "«held»"), ("ru", "«held»")])
def test_words_of_a_source_stand_in_the_quotation_marks_of_the_language(language, text):
    with override(language):
        assert (quoted("held"), quoted("")) == (text, "")


@pytest.mark.parametrize(
    ("stage", "final", "said"),
    [
        ("convicted_final", True, []),
        ("convicted_not_final", False, []),
        ("cassation", True, ["judgment final"]),
        ("convicted_final", False, ["judgment not final"]),
        ("cassation", None, []),
    ],
)
def test_that_a_judgment_is_final_is_said_once(stage, final, said):
    [proceeding] = proceedings({"proceedings": [{"stage": stage, "final": final}]})

    assert proceeding["notes"][1:] == said
