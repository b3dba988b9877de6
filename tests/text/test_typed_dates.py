"""Dates as people type them: a list of all kinds, what libraries print in five languages, what we print ourselves."""

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from babel.dates import format_date, get_day_names, get_month_names
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cases.text.date_bounds import KINDS, births, facts, plans
from cases.text.date_words import INFLECTED, WORDS
from cases.text.hijri_dates import LUNAR_YEARS, SOLAR_YEARS, gregorian_days
from cases.text.month_names import LUNAR, SOLAR
from cases.text.partial_dates import PartialDate, PartialDateError

TODAY = date(2026, 11, 29)
LANGUAGES = ["en", "az", "ru", "tr", "uk"]
with (Path(__file__).parent / "typed_dates.csv").open(encoding="utf-8", newline="") as lines:
    TYPED = [tuple(row.values()) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("typed", "edtf", "refused_because"), TYPED)
def test_a_typed_date_is_read_as_a_person_would_or_refused_with_its_reason(typed, edtf, refused_because):
    try:
        read = PartialDate.parse(typed, within=facts(TODAY))
    except PartialDateError as refusal:
        assert refused_because and refused_because in str(refusal)
    else:
        assert read.text == edtf != ""


def test_the_list_is_long_and_names_nothing_twice():
    assert len({typed for typed, _, _ in TYPED}) == len(TYPED) >= 250


@pytest.mark.parametrize(
    "typed", ["1990s", "summer 2014", "before 3 May 2014", "15 Mehr 1402", "3 May 2014, 10:30"]
)
def test_what_the_edtf_does_not_say_stays_as_the_words(typed):
    assert PartialDate.parse(typed).words == typed
    assert PartialDate.parse(typed, "as the court said").words == "as the court said"


@pytest.mark.parametrize(
    "typed", ["3 May 2014", "2014 г.", "в мае 2014", "3-5 May 2014", "с 3 мая 2014", "c. 2014"]
)
def test_a_date_that_says_all_that_was_typed_needs_no_words(typed):
    assert PartialDate.parse(typed).words == ""


# What others print


days = st.dates(min_value=date(1900, 1, 1), max_value=TODAY)


@given(
    days,
    st.sampled_from(LANGUAGES),
    st.sampled_from(["d MMMM y", "MMMM d, y", "EEEE, d MMMM y", "d MMM y", "y MMMM d"]),
)
def test_days_are_read_as_unicode_writes_them_in_five_languages(day, language, pattern):
    assert PartialDate.parse(format_date(day, pattern, locale=language)).text == day.isoformat()


@given(days, st.sampled_from(LANGUAGES), st.sampled_from(["LLLL y", "MMMM y", "LLL y", "y LLLL"]))
def test_months_are_read_as_unicode_writes_them_in_five_languages(day, language, pattern):
    assert PartialDate.parse(format_date(day, pattern, locale=language)).text == day.isoformat()[:7]


@given(
    days,
    st.sampled_from(["d.M.y", "dd/MM/y", "d-M-y", "y/M/d", "y-M-d", "dd.MM.y"]),
    st.sampled_from(["٠", "۰", "०", "0"]),
)
def test_numbers_are_read_day_first_or_year_first_in_digits_of_any_script(day, pattern, zero):
    written = format_date(day, pattern, locale="en")
    typed = "".join(chr(ord(zero) + int(sign)) if sign.isdigit() else sign for sign in written)

    assert PartialDate.parse(typed).text == day.isoformat()


def test_no_month_and_no_weekday_is_the_word_of_two_languages_for_different_things():
    meanings = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    meanings.setdefault(name.lower().strip("."), set()).add(("month", number))
                for number, name in get_day_names(width, context, language).items():
                    meanings.setdefault(name.lower().strip("."), set()).add(("day", number))

    assert {name for name, meant in meanings.items() if len(meant) > 1} <= {"с", "чт", "mar"}


# What we print ourselves

plain = st.one_of(
    days.map(date.isoformat), days.map(lambda d: d.isoformat()[:7]), days.map(lambda d: str(d.year))
)
hidden = st.one_of(
    days.map(lambda d: d.isoformat()[:8] + "XX"),
    days.map(lambda d: f"{d.year}-XX"),
    days.map(lambda d: f"{d.year}-XX-XX"),
)
decades = st.one_of(days.map(lambda d: f"{d.year}"[:3] + "X"), days.map(lambda d: f"{d.year}"[:2] + "XX"))
marked = st.tuples(st.one_of(plain, hidden), st.sampled_from(["", "?", "~", "%"])).map("".join)
ends = st.one_of(st.tuples(plain, st.sampled_from(["", "?", "~", "%"])).map("".join), st.just(".."))
yearless = days.map(lambda d: f"XXXX-{d:%m-%d}")
kept = st.one_of(marked, decades, st.tuples(ends, ends).map("/".join), yearless)


def sound(text):
    try:
        return PartialDate(text)
    except PartialDateError:
        assume(False)


@given(kept)
def test_every_edtf_is_read_as_itself(text):
    assert PartialDate.parse(sound(text).text).text == text


@given(kept, st.sampled_from(["en", "az", "ru"]))
def test_what_the_site_prints_can_be_typed_back(text, language):
    date = sound(text)

    assert PartialDate.parse(date.echo(language)).text == date.text


@given(kept, st.sampled_from(["en", "az", "ru"]))
def test_what_the_site_prints_with_words_can_be_typed_back(text, language):
    date = PartialDate(sound(text).text, "как сказано (дважды)")

    assert PartialDate.parse(date.echo(language)) == date


@pytest.mark.parametrize("typed", [typed for typed, edtf, _ in TYPED if edtf])
def test_what_was_understood_of_a_typed_date_is_understood_so_again(typed):
    read = PartialDate.parse(typed)

    assert PartialDate.parse(read.text, read.words) == read
    for language in ("en", "az", "ru"):
        assert PartialDate.parse(read.echo(language)).text == read.text


pieces = st.one_of(
    st.sampled_from(sorted(" ".join(words) for words in WORDS)),
    st.sampled_from(sorted(INFLECTED)),
    st.sampled_from(
        [
            "2014",
            "2013/14",
            "3",
            "31",
            "3-5",
            "1402",
            "3.5.2014",
            "10:30",
            "1990s",
            "14-dən",
            "202X",
            "XXXX-10-03",
        ]
    ),
    st.sampled_from(["-", "–", "/", ".", ",", "..", "~", "?", "c", "с"]),
)


@settings(max_examples=1000, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=7).map(" ".join))
def test_words_of_dates_in_any_order_are_a_date_or_refused(typed):
    try:
        read = PartialDate.parse(typed[:200])
    except PartialDateError as refusal:
        assert str(refusal).endswith((".", "?"))
    else:
        assert PartialDate.parse(read.text, read.words) == read


# Other calendars


@pytest.mark.parametrize(
    ("calendar", "hijri", "ours"),
    [
        (SOLAR, (1402, 7, 15), "2023-10-07"),
        (SOLAR, (1403, 1, 1), "2024-03-20"),
        (SOLAR, (1404, 1, 1), "2025-03-21"),
        (SOLAR, (1357, 11, 22), "1979-02-11"),
        (SOLAR, (1299, 12, 3), "1921-02-22"),
        (SOLAR, (1403, 12, 30), "2025-03-20"),
        (LUNAR, (1446, 1, 1), "2024-07-07"),
        (LUNAR, (1445, 9, 1), "2024-03-11"),
        (LUNAR, (1400, 1, 1), "1979-11-20"),
    ],
)
def test_days_of_the_hijra_are_known_days_of_ours(calendar, hijri, ours):
    assert gregorian_days(calendar, *hijri) == (date.fromisoformat(ours),) * 2


@pytest.mark.parametrize(("calendar", "years"), [(SOLAR, SOLAR_YEARS), (LUNAR, LUNAR_YEARS)])
def test_months_of_the_hijra_follow_each_other_without_a_gap(calendar, years):
    spans = [gregorian_days(calendar, year, month, None) for year in years for month in range(1, 13)]

    assert all(before[1] + timedelta(days=1) == after[0] for before, after in pairwise(spans))


# Bounds


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (
            "fact",
            ["1900", "29.11.2026", "2026", "2024/..", "19XX"],
            ["1899", "30.11.2026", "2027", "1402", "../2204"],
        ),
        ("birth", ["1850", "1899", "185X"], ["1849", "3 May 1849", "30.11.2026", "18XX"]),
        ("plan", ["05/12/2026", "2051", "2124"], ["2204", "1402", "1899"]),
        ("any", ["05/12/2026", "1900"], ["2028", "1111"]),
    ],
)
def test_each_kind_of_date_has_its_bounds(kind, good, bad):
    bounds = KINDS[kind](TODAY)

    for typed in good:
        assert PartialDate.parse(typed, within=bounds)
    for typed in bad:
        with pytest.raises(PartialDateError):
            PartialDate.parse(typed, within=bounds)


@pytest.mark.parametrize(
    ("typed", "bounds", "reason"),
    [
        ("1402", facts, "write SH (solar Hijri) or AH (lunar)"),
        ("1402/07/15", births, "write SH (solar Hijri) or AH (lunar)"),
        ("1111", facts, "before 1900. Is it mistyped, or of another calendar?"),
        ("2204", facts, "2204 lies in the future: today is 2026-11-29."),
        ("2204", plans, "2204 lies too far in the future."),
    ],
)
def test_a_year_far_off_is_refused_with_the_question_which(typed, bounds, reason):
    with pytest.raises(PartialDateError) as refusal:
        PartialDate.parse(typed, within=bounds(TODAY))

    assert reason in str(refusal.value)
