"""What stands in a cell of names: the name, others, a birth, and what is none of these."""

import pytest

from cases.imports.names import Named, named_in
from cases.imports.spelling import seems_several


@pytest.mark.parametrize(
    "typed",
    ["Namiq Xəyal", "1. Namiq Xəyal", "12) Namiq Xəyal", "7 Namiq Xəyal", "№ 3. Namiq Xəyal", "Namiq Xəyal*",
     "Namiq Xəyal **", "Namiq Xəyal †", "Namiq Xəyal¹", "Namiq Xəyal1", "*Namiq Xəyal"],
)  # fmt: skip
@pytest.mark.parametrize("aliases", [True, False])
def test_numbers_before_and_marks_after_are_no_part_of_a_name(typed, aliases):
    assert named_in(typed, aliases=aliases) == Named("Namiq Xəyal")


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("Tural Boşluq, 45", "45"),
        ("Tural Boşluq 45", "45"),
        ("Tural Boşluq, 45 yaş", "45 yaş"),
        ("Tural Boşluq (45)", "45"),
        ("Tural Boşluq, 45 лет", "45 лет"),
        ("Tural Boşluq, aged 17", "aged 17"),
        ("Tural Boşluq (born 1977)", "1977"),
        ("Tural Boşluq, born 1977", "1977"),
        ("Tural Boşluq (1977 г.р.)", "1977"),
        ("Tural Boşluq, 1977-ci il təvəllüdlü", "1977"),
        ("Tural Boşluq, 12.3.1977 г.р.", "12.3.1977"),
        ("3. Tural Boşluq*, 45*", "45"),
    ],
)
def test_an_age_or_a_birth_after_a_name_is_one(typed, born):
    assert named_in(typed) == Named("Tural Boşluq", born=born)


@pytest.mark.parametrize(
    ("typed", "left_out"),
    [
        ("Tural Boşluq (arrested with his brother)", ["arrested with his brother"]),
        ("Tural Boşluq (Arrested in Uydurma)", ["Arrested in Uydurma"]),
        ("Tural Boşluq (?)", ["?"]),
        ("Tural Boşluq [2]", ["2"]),
        ("Tural Boşluq (12 лет)", ["12 лет"]),  # a term, or an age
        ("Tural Boşluq (2014)", ["2014"]),  # a birth, or an arrest
        ("Tural Boşluq, 2014", ["2014"]),
        ("Tural Boşluq (jurnalist)", ["jurnalist"]),
        ("Tural Boşluq (осуждён)", ["осуждён"]),
    ],
)
def test_what_can_be_no_name_is_left_out(typed, left_out):
    assert named_in(typed) == Named("Tural Boşluq", left_out=left_out)


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("Tural Boşluq (Tural bəy)", ["Tural bəy"]),
        ("Tural Boşluq (al-Xəyali)", ["al-Xəyali"]),
        ("Tural Boşluq “solmaz”", ["solmaz"]),
        ("Tural Boşluq (a.k.a. jo)", ["jo"]),
        ("Tural Boşluq, он же Тёма", ["Тёма"]),
        ("Tural Boşluq (Azad)", ["Azad"]),
        ("Tural Boşluq (Tural bəy; Solmaz)", ["Tural bəy", "Solmaz"]),
    ],
)
def test_what_can_be_a_name_is_another_name(typed, others):
    assert named_in(typed) == Named("Tural Boşluq", others)


def test_several_things_at_once():
    assert named_in("4. BOŞLUQ, Tural* (Tural bəy, 1977 г.р., ?)") == Named(
        "BOŞLUQ, Tural", ["Tural bəy"], "1977", ["?"]
    )


@pytest.mark.parametrize("typed", ["Abdulla aka", "Tural 45 və Leyla Quraşdırma", "(?)", "45"])
def test_what_is_not_understood_stays(typed):
    assert named_in(typed).name == typed


def test_people_with_ages_between_commas_are_several():
    assert seems_several(named_in("Tural Boşluq, 45, Leyla Quraşdırma, 30").name)
    assert not seems_several(named_in("Boşluq, Tural, 45").name)
