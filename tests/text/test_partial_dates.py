"""Partial dates: what is read, what it can mean, how it sorts, coarsens and reads in plain words."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import assume, given
from hypothesis import strategies as st

import cases
from cases.text.date_phrases import PHRASES
from cases.text.partial_dates import PartialDate, PartialDateError


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-07", "2024-07-01", "2024-07-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-07-15", "2024-07-15", "2024-07-15"),
        ("2024-07-XX", "2024-07-01", "2024-07-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2024~", "2024-01-01", "2024-12-31"),
        ("2024-10-03?", "2024-10-03", "2024-10-03"),
        ("2024-10%", "2024-10-01", "2024-10-31"),
        ("2024-05/..", "2024-05-01", None),
        ("../2024-05", None, "2024-05-31"),
        ("2024-05-01/2024-06-30", "2024-05-01", "2024-06-30"),
        ("2024~/2025-03?", "2024-01-01", "2025-03-31"),
        ("XXXX-10-03", None, None),
        ("XXXX-02-29", None, None),
    ],
)
def test_edtf_is_kept_as_written_with_strict_bounds(text, earliest, latest):
    parsed = PartialDate.parse(text)

    assert parsed.text == str(parsed) == text
    assert (parsed.earliest, parsed.latest) == (day(earliest), day(latest))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("3.10.2024", "2024-10-03"),
        ("03/10/2024", "2024-10-03"),
        ("2024/10/03", "2024-10-03"),
        ("３.１０.２０２４", "2024-10-03"),
        ("10.2024", "2024-10"),
        ("10/2024", "2024-10"),
        ("3 October 2024", "2024-10-03"),
        ("3rd of October 2024", "2024-10-03"),
        ("October 3, 2024", "2024-10-03"),
        ("OCTOBER  2024", "2024-10"),
        ("Sept. 2024", "2024-09"),
        ("3 oktyabr 2024", "2024-10-03"),
        ("İyul 2024", "2024-07"),
        ("2024-cü il", "2024"),
        ("3 октября 2024 г.", "2024-10-03"),
        ("октябрь 2024 года", "2024-10"),
        ("2024 год", "2024"),
        ("around May 2024", "2024-05~"),
        ("c. 2024", "2024~"),
        ("ca 2024", "2024~"),
        ("~2024", "2024~"),
        ("около 2024", "2024~"),
        ("təxminən may 2024", "2024-05~"),
        ("2024 ?", "2024?"),
        ("probably May 2024", "2024-05?"),
        ("c. May 2024?", "2024-05%"),
        ("3 October", "XXXX-10-03"),
        ("October 3", "XXXX-10-03"),
        ("хххх-10-03", "XXXX-10-03"),
        ("from May 2024", "2024-05/.."),
        ("2024-05/", "2024-05/.."),
        ("/2024-05", "../2024-05"),
        ("until May 2024", "../2024-05"),
        ("2024-2025", "2024/2025"),
        ("2024–2025", "2024/2025"),
        ("between 1 May and 30 June 2024", "2024-05-01/2024-06-30"),
        ("с 1 мая по 30 июня 2024 года", "2024-05-01/2024-06-30"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_dates_are_read_as_people_type_them(typed, text):
    assert PartialDate.parse(typed).text == text


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("2024-13", "no month 13"),
        ("13/25/2024", "no month 25"),
        ("10/13/2024", "the day comes before the month"),
        ("2024-02-30", "no day 30 in month 2"),
        ("2023-02-29", "no day 29 in month 2"),
        ("XXXX-02-30", "no day 30 in month 2"),
        ("2024-00", "no month 0"),
        ("2024-06/2024-05", "ends (2024-05) before it begins (2024-06)"),
        ("0999", "outside 1000–2999"),
        ("3000", "outside 1000–2999"),
        ("099X", "outside 1000–2999"),
        ("2024-21", "Seasons have no clear bounds"),
        ("../..", "at least one side"),
        ("/", "at least one side"),
        ("202X-05", "leave out month and day"),
        ("2024-XX-03", "where its month is not"),
        ("XXXX-10", "like XXXX-10-03"),
        ("XXXX", "like XXXX-10-03"),
        ("late last month", "put it into the words of the source"),
        ("3.10.24", "not a date we can read"),
        ("Y17000", "not a date we can read"),
        ("٢٠٢٤x", "not a date we can read"),
        ("2024/2025/2026", "two dates or more"),
        ("2024\x00", "control character"),
        ("2" * 201, "at most 200 characters; this has 201"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(typed, complaint):
    with pytest.raises(PartialDateError) as refusal:
        PartialDate.parse(typed)

    assert complaint in str(refusal.value)


def test_a_partial_date_cannot_be_made_from_a_bad_text():
    with pytest.raises(PartialDateError):
        PartialDate("3 October 2024")


def test_words_alone_have_no_bounds_and_are_not_empty():
    worded = PartialDate.parse("", words="late  last\nmonth")

    assert worded
    assert str(worded) == worded.words == "late last month"
    assert (worded.earliest, worded.latest, worded.is_open_end) == (None, None, False)
    assert not PartialDate()


def test_words_that_are_too_long_are_refused():
    with pytest.raises(PartialDateError, match="words may have at most 200"):
        PartialDate.parse("2024", words="x" * 201)


def test_only_an_interval_without_end_is_an_open_end():
    texts = ["2024-05/..", "../2024-05", "2024", "XXXX-10-03", ""]

    assert [PartialDate(text).is_open_end for text in texts] == [True, False, False, False, False]


def test_dates_sort_by_earliest_and_undated_ones_last():
    texts = ["XXXX-10-03", "2024-05/..", "2025", "2024-05", "../2024-05", "2024", "2024-05-01"]

    ordered = [p.text for p in sorted(map(PartialDate, texts), key=lambda p: p.sort_key)]

    assert ordered == ["2024", "2024-05-01", "2024-05", "2024-05/..", "2025", "../2024-05", "XXXX-10-03"]


@pytest.mark.parametrize(
    ("text", "coarse"),
    [
        ("2024-10-03", "2024-10"),
        ("2024-10-03?", "2024-10?"),
        ("2024-10-XX", "2024-10"),
        ("2024-XX-XX", "2024"),
        ("2024~", "2024~"),
        ("202X", "202X"),
        ("XXXX-10-03", ""),
        ("2024-05-03/2024-06-30", "2024-05/2024-06"),
        ("2024-05-03/2024-05-20", "2024-05"),
        ("2024-05-03/2024-05-20?", "2024-05?"),
        ("2024-05-03/..", "2024-05/.."),
        ("../2024-05-03", "../2024-05"),
        ("", ""),
    ],
)
def test_coarsening_leaves_the_month_and_drops_the_words(text, coarse):
    assert PartialDate(text, words="on his birthday").coarsened() == PartialDate(coarse)


@pytest.mark.parametrize(
    ("text", "en", "az", "ru"),
    [
        ("2024", "2024", "2024", "2024 год"),
        ("2024~", "around 2024", "təxminən 2024", "примерно 2024 год"),
        ("2024-10", "October 2024", "oktyabr 2024", "октябрь 2024 года"),
        ("2024-10-03", "3 October 2024", "3 oktyabr 2024", "3 октября 2024 года"),
        ("2024-10?", "October 2024 (uncertain)", "oktyabr 2024 (dəqiq deyil)", "октябрь 2024 года (неточно)"),
        ("2024%", "around 2024 (uncertain)", "təxminən 2024 (dəqiq deyil)", "примерно 2024 год (неточно)"),
        (
            "XXXX-10-03",
            "3 October, year not stated",
            "3 oktyabr, ili göstərilməyib",
            "3 октября, год не указан",
        ),
        (
            "2024-05-01/2024-06-30",
            "between 1 May and 30 June 2024",
            "1 may ilə 30 iyun 2024 arasında",
            "с 1 мая по 30 июня 2024 года",
        ),
        ("2023/2024", "between 2023 and 2024", "2023 ilə 2024 arasında", "с 2023 года по 2024 год"),
        (
            "2024-05/..",
            "from May 2024, end not known",
            "başlanğıcı may 2024, sonu məlum deyil",
            "с мая 2024 года, окончание неизвестно",
        ),
        (
            "../2024-05",
            "until May 2024, start not known",
            "sonu may 2024, başlanğıcı məlum deyil",
            "по май 2024 года, начало неизвестно",
        ),
        (
            "2024-07-XX",
            "July 2024, day not stated",
            "iyul 2024, günü göstərilməyib",
            "июль 2024 года, день не указан",
        ),
        ("2024-XX", "2024, month not stated", "2024, ayı göstərilməyib", "2024 год, месяц не указан"),
        ("202X", "some time from 2020 to 2029", "2020–2029 illəri arasında", "между 2020 и 2029 годами"),
        ("", "", "", ""),
    ],
)
def test_a_date_reads_in_plain_words(text, en, az, ru):
    partial = PartialDate(text)

    assert (partial.echo(), partial.echo("az"), partial.echo("ru")) == (en, az, ru)


def test_the_words_of_the_source_are_quoted_in_the_echo():
    assert PartialDate("2024-10", "late last month").echo() == "October 2024 (“late last month”)"
    assert PartialDate("", "late last month").echo() == "“late last month”, no date given"


def test_long_hostile_input_is_answered_at_once():
    hostile = [
        "2" * 100_000,
        "(" * 100_000,
        "2024-05/" * 12_500,
        " " * 100_000 + "2024",
        "c. " * 66,
        "from " * 40,
    ]

    # Work that grew with the square of a length would keep this test for hours.
    for typed in hostile:
        with pytest.raises(PartialDateError):
            PartialDate.parse(typed)


def test_importing_the_room_does_not_draw_django_in():
    modules = "cases.text.partial_dates, cases.text.names, cases.text.references, cases.text.formulas"
    code = f"import sys; import {modules}; sys.exit('django' in sys.modules)"

    top = Path(cases.__file__).parent.parent
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=top).returncode == 0


days = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)).map(date.isoformat)
marks = st.sampled_from(["", "?", "~", "%"])
plain = st.one_of(days, days.map(lambda d: d[:7]), days.map(lambda d: d[:4]))
hidden = st.one_of(
    days.map(lambda d: d[:8] + "XX"), days.map(lambda d: d[:4] + "-XX-XX"), days.map(lambda d: d[:3] + "X")
)
marked = st.tuples(st.one_of(plain, hidden), marks).map("".join)
intervals = st.tuples(st.one_of(marked, st.just("..")), st.one_of(marked, st.just(".."))).map("/".join)
texts = st.one_of(marked, intervals, days.map(lambda d: "XXXX" + d[4:]))


def sound(text):
    try:
        return PartialDate(text)
    except PartialDateError:
        assume(False)


@given(texts, st.text(alphabet="abc дə", max_size=20))
def test_what_was_parsed_parses_to_itself(text, words):
    partial = PartialDate.parse(sound(text).text, words)

    assert PartialDate.parse(partial.text, partial.words) == partial


@given(texts)
def test_earliest_never_follows_latest_and_coarsening_never_narrows(text):
    partial = sound(text)
    coarse = partial.coarsened()

    if partial.earliest and partial.latest:
        assert partial.earliest <= partial.latest
        assert coarse.earliest <= partial.earliest
        assert coarse.latest >= partial.latest
    assert coarse.coarsened() == coarse


@given(texts, st.text(max_size=20), st.sampled_from(["en", "az", "ru", "fa"]))
def test_the_echo_never_fails(text, words, language):
    assert PartialDate(sound(text).text, words).echo(language)


@given(marked)
def test_single_dates_have_the_strict_bounds_of_the_edtf_package(text):
    partial = sound(text)
    expected = parse_edtf(text)

    assert partial.earliest.timetuple()[:3] == expected.lower_strict()[:3]
    assert partial.latest.timetuple()[:3] == expected.upper_strict()[:3]


@given(st.one_of(marked, days), st.sampled_from(["en", "az", "ru"]))
def test_a_plain_echo_can_be_typed_back(text, language):
    partial = sound(text)
    assume("X" not in partial.text and partial.text[-1] not in "?%")

    assert PartialDate.parse(partial.echo(language)) == partial


@given(st.text(max_size=300))
def test_any_text_is_either_a_date_or_refused_politely(typed):
    try:
        partial = PartialDate.parse(typed)
    except PartialDateError as refusal:
        assert str(refusal).endswith(".") or "characters" in str(refusal)
    else:
        assert PartialDate.parse(partial.text) == partial


def test_a_further_language_is_a_further_set_of_phrases(monkeypatch):
    turkish = replace(PHRASES["en"], around="yaklaşık {0}", no_year="{0}, yılı belirtilmemiş")
    monkeypatch.setitem(PHRASES, "tr", turkish)

    said = [PartialDate(text).echo("tr") for text in ("2024-05-03", "2024-05", "2024~", "XXXX-10-03")]

    assert said == ["3 Mayıs 2024", "Mayıs 2024", "yaklaşık 2024", "3 Ekim, yılı belirtilmemiş"]
    assert PartialDate("2024-05").echo("az") == "may 2024"


def test_a_language_without_phrases_reads_as_english():
    assert PartialDate("2024-05~").echo("fa") == "around May 2024"
