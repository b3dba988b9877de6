"""Which lines a query gives, and in which order, whichever way PostgreSQL gets at them."""

import pytest
from django.db import connection, transaction
from psycopg import sql
from pyroaring import BitMap

from cases.register import copy_output
from cases.register.copy_output import copy_out
from cases.register.csv_lines import PLANNING, Lines
from cases.register.published_case import SORTS, PublishedCase
from cases.register.register import put
from tests.register.documents import case_document, date

pytestmark = pytest.mark.django_db

SUPPLIED = {
    "url": sql.SQL("'an address'"),
    "licence": sql.SQL("'a licence'"),
    "custody_last_known": sql.SQL("'false'"),
}


@pytest.fixture
def numbers():
    """Row numbers of a dozen published cases whose orders all differ."""
    for number in range(12):
        put(
            case_document(
                title=f"Case {(5 * number) % 12:02}",
                start=date() if number == 4 else date(f"20{10 + (7 * number) % 12}"),
                last_checked=f"2024-0{1 + number % 3}-01",
            )
        )
    return list(PublishedCase.objects.order_by("row_number").values_list("row_number", flat=True))


def read(lines: Lines) -> list[int]:
    """The row numbers of the lines the query gives."""
    references = dict(PublishedCase.objects.values_list("reference", "row_number"))
    with connection.cursor() as cursor, transaction.atomic():
        for name, value in PLANNING.items():
            cursor.execute(f"SET LOCAL {name} = '{value}'")
        cursor.execute(lines.query(SUPPLIED))
        return [references[row[0]] for row in cursor.fetchall()]


def test_all_lines_come_in_the_order_of_first_publication(numbers):
    assert read(Lines()) == numbers


@pytest.mark.parametrize("chosen", [slice(0, 12), slice(0, 12, 2), slice(11, 12), slice(3, 5), slice(0, 0)])
def test_chosen_lines_come_in_the_order_of_first_publication(numbers, chosen):
    assert read(Lines(BitMap(numbers[chosen]))) == numbers[chosen]


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_is_that_of_the_list(numbers, sort):
    in_order = list(PublishedCase.objects.sorted_by(sort).values_list("row_number", flat=True))
    some = BitMap(numbers[1:9])

    assert read(Lines(sort=sort)) == in_order
    assert read(Lines(some, sort=sort)) == [number for number in in_order if number in some]


def test_listed_lines_come_as_they_stand_and_what_was_withdrawn_is_left_out(numbers):
    assert read(Lines(listed=[numbers[7], 10**9, numbers[2], numbers[5]])) == [
        numbers[7],
        numbers[2],
        numbers[5],
    ]


def test_an_unknown_order_is_an_error(numbers):
    with pytest.raises(KeyError):
        read(Lines(sort="newest"))


def test_a_copy_comes_in_pieces_of_whole_lines(numbers, monkeypatch):
    monkeypatch.setattr(copy_output, "PIECE", 1000)
    statement = sql.SQL(
        "COPY (SELECT n, repeat('x', 300) FROM generate_series(1, 20) n) TO STDOUT (FORMAT csv)"
    )

    pieces = list(copy_out(statement, seconds=5))

    assert len(pieces) == 5
    assert all(piece.endswith(b"x\n") for piece in pieces)
    assert b"".join(pieces).decode().splitlines() == [f"{n},{'x' * 300}" for n in range(1, 21)]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_copy_that_fails_on_the_way_says_so_and_one_that_is_left_leaves_nothing_running():
    failing = sql.SQL("COPY (SELECT 1 / (100000 - n) FROM generate_series(1, 100000) n) TO STDOUT")
    endless = sql.SQL("COPY (SELECT repeat('x', 1000) FROM generate_series(1, 100000000)) TO STDOUT")
    silent = sql.SQL(
        "COPY (SELECT repeat('x', 10000), pg_sleep(CASE n WHEN 2 THEN 60 ELSE 0 END) FROM generate_series(1, 2) n)"
        " TO STDOUT"
    )

    with pytest.raises(Exception, match="division by zero"):
        list(copy_out(failing, seconds=5))
    pieces = copy_out(endless, seconds=5)
    assert len(next(pieces)) >= copy_output.PIECE
    pieces.close()
    with pytest.raises(TimeoutError):
        list(copy_out(silent, seconds=0.1))

    with connection.cursor() as cursor:
        cursor.execute("SELECT 'still usable'")
        assert cursor.fetchone() == ("still usable",)
