"""Characters that deceive are found and named; those that languages need stay."""

import pytest

from cases.text.legible import illegible, legible, legible_values


@pytest.mark.parametrize(
    "code", ["0001", "007f", "009f", "2028", "202a", "202e", "2066", "2069", "fffe", "e0041"]
)
def test_what_nobody_sees_is_found_and_taken_out(code):
    text = f"A teacher{chr(int(code, 16))} detained"

    assert illegible(text) == (f"U+{int(code, 16):04X}", "A teacher")
    assert legible(text) == "A teacher detained"


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "\u200fA\u200e \u061c",
        "Сама\u0301дов",
        "Mug'amed, ə ı İ",
        "👩\u200d🏫 ☝\ufe0f",
        "two\nlines\tand a tab",
    ],
)
def test_what_languages_need_stays(text):
    assert illegible(text) is None
    assert legible(text) == text


def test_a_title_has_one_line():
    assert illegible("two\nlines", one_line=True) == ("U+000A", "two")


def test_values_of_a_document_are_cleaned_at_any_depth():
    assert legible_values({"a": ["x\u202ey", {"b": "\u0007z", "n": 1}], "t": None}) == {
        "a": ["xy", {"b": "z", "n": 1}],
        "t": None,
    }
