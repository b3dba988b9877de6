"""The term of a sentence is typed in one field, as it is printed; a fine with its sum and currency."""

from decimal import Decimal

import pytest

from cases.text.terms.reading import Term, read_term
from tests.admin.forms import record_form
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def saved(browser):
    """`saved(case, **values)`: open the form of a case, type them into its first or a new sentence, save."""

    def open_and_save(case, language="en", **values):
        client = browser("entry")
        address = f"/admin/cases/case/{case.pk}/whole/"
        form = record_form(client.get(address, headers={"accept-language": language}))
        if case.sentences.exists():
            for name, value in values.items():
                form.set(f"sentences-0-{name}", value)
        else:
            form.add("sentences", **values)
        return client.post(address, form.data(), headers={"accept-language": language})

    return open_and_save


@pytest.fixture
def case():
    return CaseFactory(location=["AZ"])


@pytest.fixture
def sentenced(case):
    """A case with one sentence of twelve years and six months."""
    proceeding = case.proceedings.create(number=1)
    case.sentences.create(proceeding=proceeding, kind="imprisonment", years=12, months=6, words="12 il 6 ay")
    return case


def length(case):
    sentence = case.sentences.get()
    return sentence.years, sentence.months, sentence.days


def errors_of(answer):
    formset = next(
        each.formset for each in answer.context["inline_admin_formsets"] if each.formset.prefix == "sentences"
    )
    return formset.forms[0].errors


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("7,5", "imprisonment", (7, 6, None)),
        ("12 years 6 months", "imprisonment", (12, 6, None)),
        ("8 il 6 ay", "imprisonment", (8, 6, None)),
        ("15", "administrative_arrest", (None, None, 15)),
    ],
)
def test_a_term_is_kept_as_years_months_days_and_in_its_words(saved, case, typed, kind, expected):
    saved(case, kind=kind, printed_term=typed)

    assert length(case) == expected
    assert case.sentences.get().words == typed


def test_who_types_life_need_not_choose_a_kind(saved, case):
    saved(case, printed_term="пожизненно")

    assert case.sentences.get().kind == "life_imprisonment"


def test_a_fine_has_a_sum_and_a_currency(saved, case):
    saved(case, kind="fine", amount="5000", currency="Azərbaycan manatı")

    sentence = case.sentences.get()
    assert (sentence.amount, sentence.currency, sentence.words) == (Decimal(5000), "AZN", "")


@pytest.mark.parametrize(
    ("country", "typed", "expected"),
    [
        ("AZ", "400 manat", ("fine", None, Decimal(400), "AZN")),
        ("TM", "400 manat", ("fine", None, Decimal(400), "TMT")),
        ("RU", "1 млн рублей", ("fine", None, Decimal(1_000_000), "RUB")),
        ("AZ", "3 years and 500 manat", ("imprisonment", 3, Decimal(500), "AZN")),
    ],
)
def test_a_fine_is_typed_in_the_field_of_the_term(saved, country, typed, expected):
    case = CaseFactory(location=[country])

    saved(case, kind="imprisonment" if expected[1] else "", printed_term=typed)

    sentence = case.sentences.get()
    assert (sentence.kind, sentence.years, sentence.amount, sentence.currency) == expected
    assert sentence.words == typed


def test_a_fine_of_a_former_currency_is_typed_by_its_code(saved, case):
    saved(case, printed_term="400 000 AZM", date_0="1997-10-12")

    assert case.sentences.get().currency == "AZM"


def test_another_term_without_a_sum_leaves_the_sum_that_stands_beside_it(saved, sentenced):
    saved(sentenced, printed_term="9 il və 300 manat")
    saved(sentenced, printed_term="10 il")

    sentence = sentenced.sentences.get()
    assert (sentence.years, sentence.amount, sentence.currency) == (10, Decimal(300), "AZN")


@pytest.mark.parametrize(
    ("values", "field", "why"),
    [
        ({"kind": "imprisonment", "printed_term": "8-10 years"}, "printed_term", "a range"),
        ({"kind": "imprisonment", "printed_term": "a while"}, "printed_term", "“while” is not understood"),
        ({"kind": "fine", "printed_term": "5 years"}, "printed_term", "has no term"),
        ({"printed_term": "5 years"}, "kind", "required"),
        ({"kind": "fine", "printed_term": "400"}, "printed_term", "with its currency"),
        ({"kind": "labour", "printed_term": "400 AZN"}, "printed_term", "The term says “Fine”"),
        (
            {"kind": "fine", "printed_term": "400 AZN", "amount": "300", "currency": "AZN"},
            "printed_term",
            "another sum",
        ),
        ({"printed_term": "400 manat", "date_0": "1997-10-12"}, "printed_term", "AZM or AZN"),
        ({"kind": "imprisonment", "printed_term": "9" * 201}, "printed_term", "at most 200 characters"),
        ({"kind": "imprisonment", "printed_term": "5\x00"}, "printed_term", "Null characters"),
        ({"kind": "imprisonment", "printed_term": "-5 years"}, "printed_term", "more than nothing"),
        ({"kind": "fine", "amount": "9" * 20, "currency": "AZN"}, "amount", "no more than 14 digits"),
        ({"kind": "imprisonment", "printed_term": "5", "date_0": "0000-01-01"}, "date", "0000"),
        ({"kind": "fine", "amount": "5000"}, "currency", "needs its currency"),
        ({"kind": "fine", "amount": "-1", "currency": "AZN"}, "amount", "more than nothing"),
    ],
)
def test_what_is_not_understood_is_refused_beside_its_field(saved, case, values, field, why):
    answer = saved(case, **values)

    assert why in " ".join(errors_of(answer)[field])
    assert not case.sentences.exists()


@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_a_sentence_that_is_saved_again_keeps_its_term_in_every_language(saved, sentenced, language):
    saved(sentenced, language, regime="strict")

    assert length(sentenced) == (12, 6, None)
    assert sentenced.sentences.get().regime == "strict"


@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_the_term_on_file_is_shown_so_that_it_can_be_read_again(browser, sentenced, language):
    address = f"/admin/cases/case/{sentenced.pk}/whole/"
    form = record_form(browser("entry").get(address, headers={"accept-language": language}))

    assert read_term(form["sentences-0-printed_term"]) == Term(12, 6, 0)


def test_another_term_takes_the_words_of_the_former_with_it(saved, sentenced):
    saved(sentenced, printed_term="9 years")

    assert length(sentenced) == (9, None, None)
    assert sentenced.sentences.get().words == "9 years"


def test_an_emptied_term_is_gone(saved, sentenced):
    saved(sentenced, printed_term="", words="a long time")

    assert length(sentenced) == (None, None, None)
