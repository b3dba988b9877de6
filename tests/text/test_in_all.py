"""How often and how long somebody was held over all their cases: no day twice, and what is open is said as such."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.text.custody.in_all import InAll, in_all
from cases.text.custody.spans import Spell

TODAY = date(2025, 1, 1)


def day(text):
    return date.fromisoformat(f"2024-{text}") if text else None


def spell(begin, end=None, *, shown=None):
    """Held from one day to another; without an end until nobody knows, and shown on a day."""
    first = day(begin)
    if end is None:
        return Spell((first, first), day(shown) or first)
    return Spell((first, first), first, (day(end), day(end)), is_over=True)


def vague(first, last, end_first, end_last):
    return Spell((day(first), day(last)), day(first), (day(end_first), day(end_last)), is_over=True)


def figures(*cases):
    counted = in_all(cases, TODAY)
    return (counted.least_times, counted.most_times), (counted.least_days, counted.most_days)


def test_nobody_who_was_never_held_was_held():
    assert in_all([[], []], TODAY) is None


@pytest.mark.parametrize(
    ("cases", "times", "days"),
    [
        pytest.param([[spell("05-01", "05-15")]], (1, 1), (15, 15), id="once"),
        pytest.param(
            [[spell("05-01", "05-15"), spell("06-01", "06-10")]], (2, 2), (25, 25), id="twice in one case"
        ),
        pytest.param(
            [[spell("05-01", "05-15")], [spell("06-01", "06-10")]], (2, 2), (25, 25), id="in two cases"
        ),
        pytest.param(
            [[spell("05-01", "05-15")], [spell("05-01", "05-15")]], (1, 1), (15, 15), id="told twice"
        ),
        pytest.param(
            [[spell("05-01", "05-15")], [spell("05-10", "05-20")]], (1, 1), (20, 20), id="overlapping"
        ),
        pytest.param(
            [[spell("05-01", "05-15")], [spell("05-15", "05-20")]], (2, 2), (20, 20), id="at the gate"
        ),
        pytest.param(
            [[spell("05-01", "05-15"), spell("05-15", "05-30")], [spell("05-30", "06-14")]],
            (3, 3),
            (45, 45),
            id="three short ones in a row",
        ),
        pytest.param([[spell("12-01", shown="12-10")]], (1, 1), (10, 32), id="no known end"),
        pytest.param([[spell("12-01", "12-05")], [spell("12-20")]], (2, 2), (6, 18), id="the second goes on"),
        pytest.param(
            [[vague("05-01", "05-31", "05-01", "05-31")], [vague("05-01", "05-31", "05-01", "05-31")]],
            (1, 2),
            (1, 31),
            id="two months that may be one",
        ),
        pytest.param([[Spell((None, None), None)]], (1, 1), (1, None), id="no day known"),
        pytest.param(
            [[Spell((None, None), None)], [spell("05-01", "05-15")]], (1, 2), (15, None), id="one undated"
        ),
        pytest.param(
            [[Spell((None, None), None), Spell((None, None), None)]],
            (2, 2),
            (2, None),
            id="two undated of one case",
        ),
    ],
)
def test_times_and_days_are_counted(cases, times, days):
    assert figures(*cases) == (times, days)


def test_a_day_that_two_cases_tell_of_is_one_time_or_two_where_one_may_have_lasted_longer():
    on_the_day = Spell((day("01-02"), day("01-02")), day("01-02"), (day("01-02"), day("01-02")), is_over=True)
    until_then = Spell((day("01-01"), day("01-02")), None, (day("01-02"), day("01-02")), is_over=True)
    around_it = Spell((day("01-01"), day("01-02")), None, (day("01-02"), day("01-03")), is_over=True)

    times = [
        (counted.least_times, counted.most_times)
        for one, other in [(on_the_day,) * 2, (on_the_day, until_then), (around_it, around_it)]
        if (counted := in_all([[one], [other]], TODAY))
    ]
    assert times == [(1, 1), (1, 2), (1, 2)]


def test_what_lies_ahead_is_not_counted():
    sentence = Spell(
        (day("12-01"), day("12-01")), day("12-31"), (date(2026, 1, 1), date(2026, 1, 1)), is_over=True
    )

    assert in_all([[sentence]], TODAY) == InAll(1, 1, 32, 32, is_open=False)


days = st.integers(0, 300).map(lambda number: date(2024, 1, 1) + timedelta(days=number))


@st.composite
def spells(draw):
    begin, end = sorted(draw(st.tuples(days, days)))
    kind = draw(st.sampled_from(["known", "open", "vague"]))
    if kind == "known":
        return Spell((begin, begin), begin, (end, end), is_over=True)
    if kind == "open":
        return Spell((begin, begin), end)
    return Spell((begin, end), None, (end, end), is_over=True)


@given(st.lists(st.lists(spells(), max_size=3), min_size=1, max_size=4))
def test_the_least_is_never_more_than_the_most_nor_fewer_than_any_case_alone(cases):
    counted = in_all(cases, TODAY)
    if counted is None:
        assert not any(cases)
        return

    assert counted.least_times <= counted.most_times <= sum(map(len, cases))
    assert counted.most_days is None or counted.least_days <= counted.most_days
    for case in cases:
        alone = in_all([case], TODAY)
        if alone:
            assert alone.least_times <= counted.least_times
            assert alone.least_days <= counted.least_days
            assert counted.most_days is None or alone.most_days <= counted.most_days


@given(st.lists(st.lists(spells(), max_size=3), min_size=1, max_size=3))
def test_a_case_told_twice_adds_no_day(cases):
    once, twice = in_all(cases, TODAY), in_all([*cases, *cases], TODAY)

    if once:
        assert (twice.least_days, twice.most_days) == (once.least_days, once.most_days)
