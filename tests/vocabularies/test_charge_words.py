"""Charges in words, and the category whose words they are."""

import pytest

from cases.vocabularies.charge_words import BEGINNINGS, category_of
from cases.vocabularies.charges import CHARGE_CATEGORIES


def test_every_category_is_one_of_the_list():
    assert set(BEGINNINGS) <= set(CHARGE_CATEGORIES.codes)


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("High treason", "treason"),
        ("vətənə xəyanət", "treason"),
        ("государственная измена", "treason"),
        ("drug trafficking", "drugs"),
        ("narkotik vasitələrin qanunsuz dövriyyəsi", "drugs"),
        ("XULİQANLIQ", "public_order"),
        ("silahlı qiyam", "coup"),
        ("qanunsuz silahlı birləşmə yaratma", "armed_group"),
        ("fraud and tax evasion", "economic"),
    ],
)
def test_words_of_one_category(words, category):
    assert category_of(words) == category


@pytest.mark.parametrize(
    "words",
    [
        "no such article",
        "not charged with treason",
        "drug charges dropped",
        "возбуждено уголовное дело",
        "взят под стражу",
        "призывы к изменению конституционного строя",
        "abuse of a minor",
        "",
    ],
)
def test_words_of_none(words):
    assert category_of(words) == ""
