"""What holds for every code list, whatever it lists."""

import re
from collections import Counter

import pytest
from django.conf import settings
from django.utils.translation import override

from cases.vocabularies import actions, people, violations
from cases.vocabularies.themes import THEMES
from tests.vocabularies.all_lists import LISTS

SNAKE_OR_DOTTED = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*(\.[a-z0-9]+(_[a-z0-9]+)*)*")
STANDARD_CODES = {
    "COUNTRIES": r"[A-Z]{2}",
    "STATES": r"[A-Z]{2}|not_stated",
    "NATIONALITIES": r"[A-Z]{2}|stateless",
    "REGIONS": r"[A-Z]{2}-[A-Z0-9]{1,3}",
    "SCRIPTS": r"[A-Z][a-z]{3}",
    "LANGUAGES": r"[a-z]{2,3}",
    "TEXT_LANGUAGES": r"[a-z]{2,3}",
    "ETHNICITIES": r"[a-z]{3}",
    "LEGAL_CODES": r"[A-Z]{2,3}(\d{4})?",
    "RELIABILITIES": r"[A-F]",
    "CURRENCIES": r"[A-Z]{3}",
}
CYRILLIC = re.compile(r"[А-Яа-яЁё]")


@pytest.fixture(params=sorted(LISTS))
def listed(request):
    return request.param, LISTS[request.param]


def test_all_lists_are_found():
    assert {"VIOLATIONS", "CUSTODY_STATUSES", "COUNTRIES", "RELATION_KINDS", "SOURCE_KINDS"} <= set(LISTS)
    assert len(LISTS) >= 40


def test_each_list_says_what_it_is(listed):
    name, code_list = listed

    assert code_list.name == name.lower()
    assert code_list.title
    assert code_list.source
    assert len(code_list) > 1


def test_codes_have_the_shape_of_their_kind(listed):
    name, code_list = listed
    shape = re.compile(STANDARD_CODES.get(name, SNAKE_OR_DOTTED.pattern))

    assert [code for code in code_list.codes if not shape.fullmatch(code)] == []


def test_labels_are_there_in_every_language_and_differ_within_a_list(listed):
    _, code_list = listed

    for language, _ in settings.LANGUAGES:
        labels = Counter(term.in_language(language).strip() for term in code_list)
        assert "" not in labels
        assert [label for label, times in labels.items() if times > 1] == []


def test_labels_are_written_in_the_script_of_their_language(listed):
    _, code_list = listed

    assert [term for term in code_list if CYRILLIC.search(term.en + term.in_language("az"))] == []
    assert [term for term in code_list if not CYRILLIC.search(term.in_language("ru"))] == []


def test_labels_are_short_phrases_in_sentence_case(listed):
    _, code_list = listed

    for term in code_list:
        for label in term.in_every_language():
            assert label == label.strip()
            assert len(label) <= 70
            assert not label.endswith(".")
            assert label[0].isupper() or label[1] == ")" or label[0].isdigit()


def test_definitions_are_one_line_and_say_more_than_the_label(listed):
    _, code_list = listed

    for term in code_list:
        assert 0 < len(term.definition) <= 160, term
        assert "\n" not in term.definition, term
        assert term.definition.endswith("."), term
        assert term.definition.rstrip(".").casefold() != term.en.casefold(), term


def test_every_term_names_its_source_and_is_verified(listed):
    _, code_list = listed

    assert [term for term in code_list if not term.source or not term.verified] == []


def test_findings_and_removals_are_violations():
    assert set(violations.VIOLATIONS.codes) >= violations.FINDINGS
    assert set(violations.VIOLATIONS.codes) >= violations.REMOVALS


def test_every_method_belongs_to_a_family():
    families = {code.partition(".")[0] for code in violations.METHODS.codes}

    assert families == {"direct", "coopting", "mobility", "distance"}


def test_consents_are_all_ranked_by_strictness():
    assert sorted(people.CONSENT_STRICTNESS) == sorted(people.CONSENTS.codes)
    assert people.CONSENT_STRICTNESS[0] == "publish_named"
    assert people.CONSENT_STRICTNESS[-1] == "refused"
    assert set(people.CONSENTS.codes) >= people.UNPUBLISHABLE_CONSENTS


def test_assessment_categories_and_outcomes_belong_to_frameworks():
    frameworks = set(actions.ASSESSMENT_FRAMEWORKS.codes)

    assert {code.partition(".")[0] for code in actions.ASSESSMENT_CATEGORIES.codes} <= frameworks
    assert set(actions.OUTCOMES_BY_FRAMEWORK) == frameworks
    for outcomes in actions.OUTCOMES_BY_FRAMEWORK.values():
        assert set(outcomes) <= set(actions.ASSESSMENT_OUTCOMES.codes)
    assert len(actions.categories_of("wgad")) == 5
    assert len(actions.categories_of("pace_1900")) == 5
    assert actions.categories_of("memorial") == ()


def test_relations_read_from_both_ends():
    for relation in actions.RELATION_KINDS:
        assert relation.backwards

    assert str(actions.RELATION_KINDS["part_of"].reads_backwards) == "Contains"
    with override("ru"):
        assert str(actions.RELATION_KINDS["part_of"].reads_backwards) == "Включает"


BY_STANDARD = {
    "countries",
    "nationalities",
    "currencies",
    "states",
    "regions",
    "languages",
    "text_languages",
    "scripts",
    "ethnicities",
}
"""Names of things: there is nothing to explain."""
PRIVATE = {
    "consent_by",
    "person_relations",
    "precisions",
}
"""Never published, or not used yet; the forms of the desk show those in use with their words."""


def test_each_list_is_explained_in_one_place_or_needs_no_explaining():
    shown = [codes.name for theme in THEMES for codes in (*theme.public, *theme.desk)]

    assert len(shown) == len({*shown})
    assert {*shown} | BY_STANDARD | PRIVATE == {codes.name for codes in LISTS.values()}
    assert not {*shown} & (BY_STANDARD | PRIVATE)
