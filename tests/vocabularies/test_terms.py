import copy
import pickle

import pytest
from django.utils.functional import Promise
from django.utils.translation import deactivate_all, override

from cases.vocabularies.charges import CHARGE_CATEGORIES
from cases.vocabularies.languages import LANGUAGES
from cases.vocabularies.terms import CodeList, Term

TREASON = Term("treason", "High treason", "Betraying a state.", context="charge_categories")
SPYING = Term("spying", "Spying", "Finding out.", source="Somewhere", verified=False)


@pytest.fixture
def charges():
    return CodeList("charges", "Charges", "A list", [TREASON, SPYING])


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "High treason"),
        ("az", "Dövlətə xəyanət"),
        ("ru", "Государственная измена"),
        ("ru-ru", "Государственная измена"),
        ("fa", "High treason"),
    ],
)
def test_a_label_follows_the_active_language(language, expected):
    label = TREASON.label

    with override(language):
        assert str(label) == expected
    assert TREASON.in_language(language) == expected


def test_a_term_says_its_label_in_every_language_of_the_settings_once():
    assert TREASON.in_every_language() == ("High treason", "Dövlətə xəyanət", "Государственная измена")
    assert SPYING.in_every_language() == ("Spying",)


def test_the_same_word_reads_as_its_list_wants():
    with override("ru"):
        assert str(CHARGE_CATEGORIES.label("other")) == "Иное обвинение"
        assert str(Term("other", "Other source", "…", context="source_kinds").label) == "Иной источник"
        assert (
            str(Term("charged", "Charged", "…", context="charge_statuses").label) == "Обвинение предъявлено"
        )
        assert str(Term("charged", "Charged", "…", context="stages").label) == "Предъявлено обвинение"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "Lezgi"), ("en-gb", "Lezgi"), ("az", "Ləzgi dili"), ("de", "Lesgisch"), ("xx", "Lezgi")],
)
def test_cldr_names_a_language_where_our_catalogue_does_not(language, expected):
    assert LANGUAGES["lez"].in_language(language) == expected


def test_a_label_is_english_when_translation_is_off():
    with override("az"):
        deactivate_all()
        assert str(TREASON.label) == "High treason"


def test_a_label_is_lazy_and_survives_pickling():
    assert isinstance(TREASON.label, Promise)
    with override("az"):
        assert str(pickle.loads(pickle.dumps(TREASON.label))) == "Dövlətə xəyanət"


def test_choices_are_lazy_pairs(charges):
    choices = charges.choices

    assert isinstance(choices, list)
    with override("ru"):
        assert [(code, str(label)) for code, label in choices] == [
            ("treason", "Государственная измена"),
            ("spying", "Spying"),
        ]


def test_a_list_is_looked_up_by_code(charges):
    assert charges.codes == ("treason", "spying")
    assert charges["treason"].en == "High treason"
    assert "treason" in charges
    assert "arson" not in charges
    assert None not in charges
    assert [term.code for term in charges] == ["treason", "spying"]
    assert len(charges) == 2


def test_a_missing_code_is_named(charges):
    with pytest.raises(KeyError, match=r"no code .arson. in the list charges"):
        charges["arson"]


def test_an_unknown_code_labels_itself(charges):
    assert charges.label("arson") == "arson"
    assert str(charges.label("treason")) == "High treason"


def test_a_term_takes_the_source_of_its_list_unless_it_has_one(charges):
    assert charges["treason"].source == "A list"
    assert charges["spying"].source == "Somewhere"


def test_a_term_is_translated_in_the_context_of_its_list_unless_it_has_one(charges):
    assert charges["treason"].context == "charge_categories"
    assert charges["spying"].context == "charges"


def test_a_list_says_what_of_it_is_to_be_translated(charges):
    assert list(charges.messages()) == [
        (None, "Charges"),
        ("charge_categories", "High treason"),
        (None, "Betraying a state."),
        ("charges", "Spying"),
        (None, "Finding out."),
    ]


def test_a_list_cannot_be_changed(charges):
    with pytest.raises(AttributeError):
        charges.terms = ()
    with pytest.raises(AttributeError):
        del charges.terms
    with pytest.raises(AttributeError):
        TREASON.en = "Treason"


def test_a_list_is_a_dictionary_key_and_its_own_copy(charges):
    assert {charges: 1}[copy.deepcopy(charges)] == 1
    assert copy.copy(charges) is charges


def test_lists_and_terms_read_well_in_a_traceback(charges):
    assert repr(charges) == "<CodeList charges: 2 terms>"
    assert repr(TREASON) == "<Term treason: High treason>"


def test_a_code_cannot_occur_twice():
    with pytest.raises(ValueError, match="twice"):
        CodeList("charges", "Charges", "A list", [TREASON, TREASON])


@pytest.mark.parametrize("code", ["", "high treason", "treason_", "tréason", "a..b"])
def test_a_code_has_the_shape_of_a_code(code):
    with pytest.raises(ValueError, match="not a code"):
        CodeList("charges", "Charges", "A list", [Term(code, "a", "b")])
