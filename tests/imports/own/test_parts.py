"""The small parts our own files are read with: cells taken apart, what became of what, keys in little memory."""

import pytest

from cases.imports.key_table import KeyTable, mark
from cases.imports.own import printed
from cases.imports.own.aligning import aligned
from cases.imports.own.cells_back import value_of, values_of
from cases.imports.own.errors import Unfit, Wrong
from cases.imports.own.made_reference import made_reference
from cases.register.cells import csv_cell
from cases.register.fields import CSV_COLUMNS, FIELD
from cases.register.row import sentence_text
from cases.text.references import is_reference


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "=1+1"),
        ("title", "'=x"),
        ("summary", "two\nlines"),
        ("charges", ["", "treason", ""]),
        ("charges", ["=1+1", "-5", "@x"]),
        ("source_titles", ["'", "a"]),
        ("birth_year", 1985),
        ("latitude", -40.5),
        ("cross_border", False),
        ("nationalities", ["AZ", "RU"]),
        ("start_date", "XXXX-10-03"),
    ],
)
def test_a_cell_is_read_as_what_it_was_written_from(name, value):
    assert value_of(FIELD[name], csv_cell(FIELD[name], value)) == value


def test_parallel_columns_keep_their_positions():
    cells = dict.fromkeys(CSV_COLUMNS, "") | {"charges": "' | b", "charge_statuses": "charged | alleged"}

    values, errors = values_of(cells)

    assert values["charges"] == ["", "b"]
    assert values["charge_articles"] == ["", ""]
    assert errors == []


@pytest.mark.parametrize(
    "text",
    [
        "Imprisonment, 8 years 6 months, Strict regime",
        "Imprisonment, 1 year 1 day",
        "Life imprisonment",
        "Fine, 500.5 AZN",
        "Imprisonment, 2 years, 1000 AZN, General regime",
        "Other sentence, a written apology, read aloud",
    ],
)
def test_a_sentence_is_taken_apart_as_it_was_printed(text):
    (read,) = printed.sentences(text)

    assert sentence_text(read) == text


def test_what_is_printed_of_other_facts_is_taken_apart():
    assert printed.article("AZ Criminal Code 28-228.1") == ("AZ", "CC", "28-228.1")
    assert printed.article("RU Criminal Code of 1960 70") == ("RU", "CC1960", "70")
    assert printed.assessment("wgad:arbitrary:withdrawn") == {
        "framework": "wgad",
        "outcome": "arbitrary",
        "withdrawn": True,
    }
    assert printed.intervention("letter: One → Another")["addressee"] == "Another"
    assert printed.event_text("2024-08-21 detained, en: At home, en: twice.")["text"] == "At home, en: twice."
    assert printed.translation("az title: person, from en, by A. Sample, B.")["by"] == "A. Sample, B."
    for taken_apart, text in ((printed.article, "Criminal Code 1"), (printed.sentences, "Ten years")):
        with pytest.raises(Unfit):
            taken_apart(text)


def test_what_became_of_what():
    assert list(aligned("abc", "abc")) == []
    assert list(aligned("abc", "axc")) == [(1, 1)]
    assert list(aligned("abc", "ac")) == [(1, None)]
    assert list(aligned("ac", "abc")) == [(None, 1)]


def test_a_table_of_keys_knows_all_it_was_given():
    table = KeyTable()
    for number in range(1, 20_000):
        table[mark("text", number)] = number

    assert len(table) == 19_999
    assert all(table.get(mark("text", number)) == number for number in range(1, 20_000))
    assert table.get(mark("text", 0)) is None and mark("other") not in table
    assert table.setdefault(mark("text", 5), 9) == 5


def test_the_same_words_make_the_same_reference():
    made = made_reference("O", "A paper")

    assert is_reference(made) and made == made_reference("O", "A paper")
    assert made not in (made_reference("O", "Another"), made_reference("J", "A paper"))


def test_half_a_character_is_told_as_one_that_can_be_written():
    assert str(Wrong(2, "title", "a\ud800", "is wrong")) == "row 2, title: is wrong (a?)"
