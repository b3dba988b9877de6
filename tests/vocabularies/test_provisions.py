from datetime import date

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


def test_only_checked_provisions_are_loaded():
    assert all(provision.verified for provision in PROVISIONS)
    for country, articles in NOT_CHECKED.items():
        for article in articles:
            assert f"{country}:CC:{article}" not in BY_KEY


def test_articles_whose_title_is_unknown_stay_apart():
    assert {provision.key for provision in UNVERIFIED_PROVISIONS} == {"AZ:CC:214", "AZ:CC:320"}
    assert not any(provision.verified or provision.title for provision in UNVERIFIED_PROVISIONS)


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
