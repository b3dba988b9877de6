"""Whatever is found in a text, the index finds the text: tried in PostgreSQL itself."""

import pytest
from django.db import connection

from cases.text import name_lexemes
from cases.text.name_spans import SoughtNames
from cases.text.sought_name import sought
from tests.text.name_variants import LOOSE, VARIANTS

pytestmark = pytest.mark.django_db
GIVEN = "Elçin"
LINES = [line.split() for line in (*VARIANTS.split("\n"), *LOOSE.split("\n"))]
PAIRS = [
    (f"{GIVEN} {name}", f"{intro} {written}.")
    for line in LINES
    for name in line
    for other in line
    for written, intro in ((f"{GIVEN} {other}", "On a day"), (f"{other}, {GIVEN}", "Among them:"))
]


def matches(question: str, vector: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::tsvector @@ %s::tsquery", [vector, question])
        return cursor.fetchone()[0]


def test_the_index_finds_every_text_that_a_look_at_it_would():
    found = [(name, text) for name, text in PAIRS if any(s.whole for s in SoughtNames([name]).spans(text))]

    missed = [
        (name, text)
        for name, text in found
        if not matches(name_lexemes.whole([sought(name)]), name_lexemes.vector([(text, False)]))
    ]

    assert len(found) > 0.9 * len(PAIRS)
    assert missed == []


@pytest.mark.parametrize(
    ("name", "text", "is_address"),
    [
        ("Bəhruz Səmədov", "https://x.example/2024/bahruz-samadov-detained", True),
        (
            "Bəhruz Səmədov",
            "https://x.example/%D0%91%D0%B0%D1%85%D1%80%D1%83%D0%B7-%D0%A1%D0%B0%D0%BC%D0%B5%D0%B4%D0%BE%D0%B2",
            True,
        ),
        ("Bəhruz Səmədov", "https://freebahruzsamadov.example/", True),
        ("Bəhruz Səmədov", "https://x.example/b-hruz-s-m-dov", True),
        ("Bəhruz Səmədov", "به گفتهٔ بهروز صمدوف", False),
        ("صمدوف بهروز", "Bahruz Samadov", False),
        ("Bəhruz Səmədov", "#freedom #bahruzsamadov", False),
        ("Ruslan Magomedragimov", "Ruslan Magomed-Ragimov was killed", False),
        ("Николай Иванов", "Mykola Ivanov", False),
        ("Павел Иванов", "дело Павла Иванова", False),
        ("Əli Əliyev", "с Али Алиевым", False),
    ],
)
def test_it_finds_other_scripts_and_addresses(name, text, is_address):
    vector = name_lexemes.vector([(text, is_address)])

    assert matches(name_lexemes.whole([sought(name)]), vector)
    assert not matches(name_lexemes.whole([sought("Günel Ulduzlu")]), vector)


def test_a_name_does_not_stand_across_two_texts():
    vector = name_lexemes.vector([("She met Zarema", False), ("Kayanova street", False)])

    assert not matches(name_lexemes.whole([sought("Zarema Kayanova")]), vector)


def test_a_text_of_too_many_words_has_no_vector():
    assert name_lexemes.vector([("word " * 20_000, False)]) is None
