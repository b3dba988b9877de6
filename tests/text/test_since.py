"""From when something lasts, as a sentence of each language says it."""

import pytest

from cases.text.since import since


@pytest.mark.parametrize(
    "text, english, azerbaijani, russian",
    [
        ("2024", "since 2024", "2024-cü ildən", "с 2024 года"),
        ("2024-10", "since October 2024", "2024-cü ilin oktyabrından", "с октября 2024 года"),
        ("2024-10-03", "since 3 October 2024", "2024-cü il 3 oktyabrdan", "с 3 октября 2024 года"),
        ("2021-06", "since June 2021", "2021-ci ilin iyunundan", "с июня 2021 года"),
        ("2013-04-01", "since 1 April 2013", "2013-cü il 1 apreldən", "с 1 апреля 2013 года"),
    ],
)
def test_a_day_a_month_and_a_year(text, english, azerbaijani, russian):
    assert [since(text, language) for language in ("en", "az", "ru")] == [english, azerbaijani, russian]


@pytest.mark.parametrize(
    "year, ending",
    [
        (1900, "cü"),
        (1990, "cı"),
        (2000, "ci"),
        (2006, "cı"),
        (2009, "cu"),
        (2010, "cu"),
        (2020, "ci"),
        (2030, "cu"),
        (2040, "cı"),
        (2050, "ci"),
        (2060, "cı"),
        (2078, "ci"),
        (2080, "ci"),
    ],
)
def test_the_ordinal_of_a_year_follows_the_vowels_of_its_last_word(year, ending):
    assert since(str(year), "az") == f"{year}-{ending} ildən"


@pytest.mark.parametrize(
    "month, ending",
    [
        ("01", "yanvarından"),
        ("02", "fevralından"),
        ("03", "martından"),
        ("04", "aprelindən"),
        ("05", "mayından"),
        ("06", "iyunundan"),
        ("07", "iyulundan"),
        ("08", "avqustundan"),
        ("09", "sentyabrından"),
        ("10", "oktyabrından"),
        ("11", "noyabrından"),
        ("12", "dekabrından"),
    ],
)
def test_every_month_takes_its_ending(month, ending):
    assert since(f"2024-{month}", "az") == f"2024-cü ilin {ending}"


def test_a_language_without_words_of_ours_is_answered_in_english():
    assert since("2024-10", "fa") == "since October 2024"
