"""Fines as they are printed: the sum, its currency by the word, the sign or the country, or why not."""

from decimal import Decimal

import pytest

from cases.text.terms.errors import TermError
from cases.text.terms.money import CODES
from cases.text.terms.reading import read_term
from cases.vocabularies.currencies import CURRENCIES


@pytest.mark.parametrize(
    ("typed", "country", "amount", "currency"),
    [
        ("400 manat", "AZ", 400, "AZN"),
        ("400 manat", "TM", 400, "TMT"),
        ("400 türkmən manatı", "AZ", 400, "TMT"),
        ("400 Azərbaycan manatı", "", 400, "AZN"),
        ("500 AZN", "", 500, "AZN"),
        ("AZN500", "", 500, "AZN"),
        ("500azn", "", 500, "AZN"),
        ("500 ₼", "", 500, "AZN"),
        ("1 млн рублей", "RU", 1_000_000, "RUB"),
        ("1,2 млн руб.", "RU", 1_200_000, "RUB"),
        ("2 000 ₽", "RU", 2000, "RUB"),
        ("2\u00a0000\u00a0₽", "RU", 2000, "RUB"),
        ("300 тыс. рублей", "RU", 300_000, "RUB"),
        ("штраф в размере 300 000 (трехсот тысяч) рублей", "RU", 300_000, "RUB"),
        ("500 р.", "RU", 500, "RUB"),
        ("500 рублей", "BY", 500, "BYN"),
        ("500 российских рублей", "BY", 500, "RUB"),
        ("$500", "", 500, "USD"),
        ("US$ 1,000.50", "", "1000.50", "USD"),
        ("500$", "AZ", 500, "USD"),
        ("$5k", "AZ", 5000, "USD"),
        ("100 долларов США", "RU", 100, "USD"),
        ("100 ABŞ dolları", "AZ", 100, "USD"),
        ("100 dollars", "CA", 100, "CAD"),
        ("1.000 avro", "AZ", 1000, "EUR"),
        ("500 lari", "GE", 500, "GEL"),
        ("2000 ₾", "GE", 2000, "GEL"),
        ("500 000 dram", "AM", 500_000, "AMD"),
        ("500 тенге", "KZ", 500, "KZT"),
        ("500 som", "KG", 500, "KGS"),
        ("500 som", "UZ", 500, "UZS"),
        ("5 million so'm", "UZ", 5_000_000, "UZS"),
        ("500 сомони", "TJ", 500, "TJS"),
        ("500 lira", "TR", 500, "TRY"),
        ("5.000,50 TL", "TR", "5000.50", "TRY"),
        ("1700 гривен", "UA", 1700, "UAH"),
        ("500 lei", "MD", 500, "MDL"),
        ("50 million rial", "IR", 50_000_000, "IRR"),
        ("cərimə 400 manat", "AZ", 400, "AZN"),
        ("400 manat məbləğində cərimə", "AZ", 400, "AZN"),
        ("fined 2 500,00 manats", "AZ", 2500, "AZN"),
    ],
)
def test_a_fine_has_its_sum_and_its_currency(typed, country, amount, currency):
    term = read_term(typed, country=country)

    assert (term.amount, term.currency, term.kind) == (Decimal(amount), currency, "fine")
    assert not term.has_length


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("8 il 6 ay və 5000 manat cərimə", (8, 6, "", 5000)),
        ("8 years and a fine of 5,000 manats", (8, 0, "", 5000)),
        ("5000 manat, 3 il", (3, 0, "", 5000)),
        ("5 лет условно и штраф 100 000 руб.", (5, 0, "suspended", 100_000)),
        ("пожизненно и штраф 500 тыс. рублей", (0, 0, "life_imprisonment", 500_000)),
    ],
)
def test_a_fine_beside_a_term_leaves_the_term_what_it_is(typed, expected):
    term = read_term(typed, country="AZ")

    assert (term.years, term.months, term.kind, term.amount) == expected


@pytest.mark.parametrize(
    ("typed", "country", "why"),
    [
        ("400 manat", "", "“manat” is the currency of several countries. Type its code: AZN, TMT."),
        ("400 manat", "GE", "several countries"),
        ("500 som", "AZ", "Type its code: KGS, UZS."),
        ("-500 manat", "AZ", "A sum is more than nothing."),
        ("0 manat", "AZ", "A sum is more than nothing."),
        ("999999999999999 manat", "AZ", "No sum is as large as that."),
        ("1.500 milyon manat", "AZ", "“1.500 milyon manat” can be read in two ways."),
        ("500-1000 manat", "AZ", "This is a range"),
        ("500 manat, 20 AZN", "AZ", "Two sums stand here."),
        ("up to 500 manat", "AZ", "“up” makes it a limit"),
        ("fine", "AZ", "Say the sum of the fine with its currency"),
        ("manat", "AZ", "“manat” is not understood here."),
        ("1 2345 AZN", "AZ", "After “1” stands no unit"),
        ("50 minimum wages", "AZ", "“minimum” is not understood here."),
        ("500 manats or 30 days", "AZ", "“or” is not understood here."),
        ("-5", "AZ", "A term is more than nothing."),
        ("9999 years", "AZ", "No term is longer than 999 years."),
    ],
)
def test_what_could_be_another_sum_is_refused(typed, country, why):
    with pytest.raises(TermError) as refused:
        read_term(typed, country=country)

    assert why in str(refused.value)


def test_every_code_is_one_of_the_list():
    assert set(CURRENCIES.codes) >= CODES
