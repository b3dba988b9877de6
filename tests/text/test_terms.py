"""Terms of sentences as they are printed in four languages: what each says, or why it is refused."""

import csv
from pathlib import Path

import pytest

from cases.text.terms.errors import TermError
from cases.text.terms.reading import LONGEST, read_term
from cases.vocabularies.proceedings import REGIMES, SENTENCE_KINDS

FORMS = list(csv.DictReader((Path(__file__).parent / "terms.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form['typed']} ({form['unit']})")
def test_a_typed_term_is_read_or_refused(form):
    if form["reason"]:
        with pytest.raises(TermError) as refused:
            read_term(form["typed"], unit=form["unit"])
        assert form["reason"] in str(refused.value)
    else:
        term = read_term(form["typed"], unit=form["unit"])
        assert (term.years, term.months, term.days) == tuple(
            int(form[unit]) for unit in ("years", "months", "days")
        )
        assert (term.kind, term.regime) == (form["kind"], form["regime"])


def test_enough_forms_are_tried_and_each_once():
    assert len({(form["typed"], form["unit"]) for form in FORMS}) == len(FORMS) >= 60


def test_what_a_term_says_of_kind_and_regime_is_a_code():
    said = [form for form in FORMS if not form["reason"]]

    assert {form["kind"] for form in said} - {""} <= set(SENTENCE_KINDS.codes)
    assert {form["regime"] for form in said} - {""} <= set(REGIMES.codes)


@pytest.mark.parametrize(
    "typed", ["1" * (LONGEST + 1), "9" * LONGEST, "ten " * 49, "-" * LONGEST, "½" * LONGEST]
)
def test_what_nobody_means_is_refused_with_a_reason(typed):
    with pytest.raises(TermError):
        read_term(typed)
