"""The formula guard: what gets an apostrophe, what stays, and that the guard comes off exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.text.formulas import guarded, guarded_parts, unguarded, unguarded_parts


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+cmd",
        "-cmd|' /C calc'!A0",
        "@SUM(A1)",
        "|x",
        "%x",
        "\tx",
        "\rx",
        "\nx",
        " =1",
        " \t=1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b\u200d=1",
        "\u3164=1",
        "＝1+1",
        "＋x",
        "－x",
        "＠x",
        "｜x",
        "％x",
        "﹦x",
        "-1+1",
        "--5",
        "-5e3x",
        " -5",
    ],
)
def test_what_could_run_gets_an_apostrophe(cell):
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell", ["", " ", "text", "a=b", "Əbilov", "5", "-5", "+5.25", "-0,5", "'quoted'", "2024~", "..", "'"]
)
def test_ordinary_text_and_plain_numbers_stay(cell):
    assert guarded(cell) == cell


def test_a_text_that_looks_guarded_stays_distinguishable():
    assert guarded("'=1") == "''=1"
    assert guarded("=1") == "'=1"


hostile = st.text(alphabet="'=+-@|%\t\r\n \ufeff\u200b\u3164＝－1a,.", max_size=12)


@given(st.one_of(hostile, st.text()))
def test_the_guard_comes_off_exactly(cell):
    assert unguarded(guarded(cell)) == cell


@given(hostile)
def test_a_guarded_cell_never_begins_with_a_sign(cell):
    first = guarded(cell).lstrip("\ufeff\u200b\u3164 \t\r\n")[:1]

    assert first not in {"=", "@", "|", "%", "＝", "－"} or guarded(cell)[0] == "'"


def test_long_hostile_cells_are_guarded_at_once():
    # Work that grew with the square of a length would keep this test for hours.
    for cell in ("'" * 100_000, "\u200b" * 100_000 + "=", " " * 100_000, "-" + "1" * 100_000):
        assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        (["one", "=1+1"], "one | '=1+1"),
        (["one", "+x", "-x", "@x", "\tx"], "one | '+x | '-x | '@x | '\tx"),
        (["@SUM(A1)", ""], "'@SUM(A1) | "),
        (["", "dropped"], "' | dropped"),
        (["'", "x"], "'' | x"),
        (["-5", "one"], "'-5 | one"),
        (["'-5", "one"], "''-5 | one"),
        (["one", "-5"], "one | -5"),
        (["-1", ""], "'-1 | "),
        (["-5"], "-5"),
        (["one", "", "two"], "one |  | two"),
        ([""], ""),
    ],
)
def test_each_part_of_a_joined_cell_has_its_own_guard(parts, written):
    assert " | ".join(guarded_parts(parts)) == written
    assert unguarded_parts(written.split(" | ")) == parts


@given(st.lists(st.one_of(hostile, st.text()).map(lambda text: text.replace("|", "/").strip()), min_size=1))
def test_the_guards_of_parts_come_off_exactly_and_none_begins_with_a_sign(parts):
    written = guarded_parts(parts)

    assert unguarded_parts(written) == parts
    assert all(part == guarded(part) or part.startswith("'") for part in written)
    joined = " | ".join(written)
    assert guarded(joined) == joined or joined.startswith("'")
