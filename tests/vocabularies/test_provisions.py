import csv
from datetime import date
from pathlib import Path

from cases.text.law.reading import read_article
from cases.vocabularies.charges import CHARGE_CATEGORIES, LEGAL_CODES, PROVISIONS
from cases.vocabularies.places import COUNTRIES
from cases.vocabularies.provisions import UNVERIFIED_PROVISIONS

BY_KEY = {provision.key: provision for provision in PROVISIONS}

NOT_CHECKED = {
    "AZ": ["147", "167-2", "178", "182", "214", "220", "221", "233", "276", "315", "320", "323"],
    "RU": [
        "148",
        "205.5",
        "212.1",
        "280",
        "280.1",
        "280.2",
        "282",
        "282.1",
        "282.2",
        "282.3",
        "283",
        "318",
        "330.1",
        "337",
        "338",
        "354.1",
    ],
}


def test_every_provision_is_listed_once():
    assert len(BY_KEY) == len(PROVISIONS)


def test_provisions_use_known_codes_and_name_a_source():
    for provision in PROVISIONS:
        assert provision.country in COUNTRIES
        assert provision.code in LEGAL_CODES
        assert provision.category in CHARGE_CATEGORIES
        assert provision.title and provision.source
        assert provision.article == provision.article.strip()


def test_articles_whose_title_was_not_checked_have_none_and_name_no_source():
    assert all(provision.verified for provision in PROVISIONS)
    unchecked = {provision.key: provision for provision in UNVERIFIED_PROVISIONS}
    assert len(unchecked) == len(UNVERIFIED_PROVISIONS) and BY_KEY.keys().isdisjoint(unchecked)
    assert not any(each.verified or each.title or each.source for each in UNVERIFIED_PROVISIONS)
    for country, articles in NOT_CHECKED.items():
        for article in articles:
            assert f"{country}:CC:{article}" in unchecked


def test_every_article_is_read_back_from_its_key_and_points_have_the_category_of_their_head():
    for provision in (*PROVISIONS, *UNVERIFIED_PROVISIONS):
        article = read_article(provision.key)
        assert (article.key, article.modality) == (provision.key, "completed")
        head = BY_KEY.get(f"{provision.country}:{provision.code}:{article.head}")
        assert head is None or provision.country == "RU" or head.category == provision.category


def test_every_article_that_the_tests_type_is_on_file():
    forms = csv.DictReader((Path(__file__).parents[1] / "text" / "provisions.csv").open(encoding="utf-8"))
    typed = {form["provision"] for form in forms} - {""}

    assert len(typed) > 70
    assert typed <= {provision.key for provision in (*PROVISIONS, *UNVERIFIED_PROVISIONS)}


def test_articles_are_kept_as_the_law_prints_them():
    assert "AZ:CC:281-1" in BY_KEY
    assert "AZ:CC:281.1" not in BY_KEY
    assert [key for key in BY_KEY if key.startswith("RU:CC:281")] == [
        "RU:CC:281",
        "RU:CC:281.1",
        "RU:CC:281.2",
        "RU:CC:281.3",
    ]


def test_treason_has_its_category_and_new_articles_their_first_day():
    assert BY_KEY["AZ:CC:274"].category == "treason"
    assert BY_KEY["RU:CC:275"].category == "treason"
    assert BY_KEY["AZ:CC:281-1"].valid_from == date(2024, 1, 19)
    assert BY_KEY["AZ:CC:284-2"].valid_from == date(2024, 1, 19)
