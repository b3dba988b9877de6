"""References: their shape, and that they are not counted up."""

import pytest

from cases.text.references import ALPHABET, find_reference, is_reference, new_reference, read_reference


def test_a_new_reference_is_a_reference_with_its_prefix():
    reference = new_reference("C")

    assert is_reference(reference)
    assert reference.startswith("C-")
    assert len(reference) == len("C-7K3F-9Q2M-T4XW")


def test_references_carry_sixty_bits_without_letters_that_are_misread():
    assert len(ALPHABET) == 32
    assert not set("ILOU") & set(ALPHABET)
    assert len({new_reference("P") for _ in range(10_000)}) == 10_000


@pytest.mark.parametrize(
    "text",
    ["", "C-7K3F-9Q2M", "c-7k3f-9q2m-t4xw", "C-7K3F-9Q2M-T4XU", "C7K3F9Q2MT4XW", "C-7K3F-9Q2M-T4XW\n", "12"],
)
def test_other_shapes_are_no_reference(text):
    assert not is_reference(text)


@pytest.mark.parametrize("prefix", ["", "c", "CC", "1", "Ç"])
def test_a_prefix_is_one_capital_letter(prefix):
    with pytest.raises(ValueError):
        new_reference(prefix)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C-7K3F-9Q2M-T4XW", "C-7K3F-9Q2M-T4XW"),
        (" c-7k3f-9q2m-t4xw.", "C-7K3F-9Q2M-T4XW"),
        ("https://tracker.example.org/ru/cases/C-7K3F-9Q2M-T4XW/?x=1", "C-7K3F-9Q2M-T4XW"),
        ("P-0000-0000-0001 and C-7K3F-9Q2M-T4XW", "P-0000-0000-0001"),
        ("C-7K3F-9Q2M", ""),
        ("ABC-7K3F-9Q2M-T4XW", ""),
        ("C-7K3F-9Q2M-T4XWZ", ""),
        ("", ""),
    ],
)
def test_the_first_reference_within_a_text_is_found(text, found):
    assert find_reference(text) == found


def test_nothing_is_found_in_a_long_text_of_beginnings():
    assert find_reference("C-7K3F-" * 15_000) == ""


@pytest.mark.parametrize(
    "typed, reference",
    [
        ("c2anhkky0gx8j", "C-2ANH-KKY0-GX8J"),
        ("C 2ANH KKYO GX8J", "C-2ANH-KKY0-GX8J"),
        ("c–2anh–kky0–gx8j", "C-2ANH-KKY0-GX8J"),
        ("С-2АNH-KKY0-GX8J", "C-2ANH-KKY0-GX8J"),  # Cyrillic С and А
        ("https://example.org/en/cases/C-2ANH-KKY0-GX8J/?q=1", "C-2ANH-KKY0-GX8J"),
        ("Konstantinovi", ""),
        ("a free life here", ""),
        ("C-2ANH-KKY0", ""),
    ],
)
def test_a_reference_is_read_however_it_was_typed(typed, reference):
    assert read_reference(typed) == reference
