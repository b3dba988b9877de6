"""Words for search and names in running text."""

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.text.names import find_names, word_keys


@pytest.mark.parametrize(
    "spellings",
    [
        "Derbent Derbend Дербент Dərbənd Дәрбәнд DERBENT",
        "Gəncə Ganja Гянджа Гәнҹә Gandja",
        "Qarabağ Karabakh Карабах",
        "Qarabağ Garabagh",
        "Quba Guba",
        "Quba Куба",
        "Şuşa Shusha Шуша",
        "Naxçıvan Nakhchivan Нахчыван",
        "Axundov Akhundov Ахундов",
        "Maxim Максим",
        "treason TREASON treason,",
    ],
)
def test_spellings_of_a_word_share_a_key(spellings):
    keys = [word_keys(word) for word in spellings.split()]

    assert set.intersection(*keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("treason", "reason"),
        ("treason", "prison"),
        ("detention", "deportation"),
        ("killing", "kidnapping"),
        ("court", "count"),
        ("Derbent", "Dagestan"),
        ("Baku", "Bishkek"),
        ("274", "275"),
    ],
)
def test_other_words_share_no_key(one, other):
    assert not word_keys(one) & word_keys(other)


def test_a_text_has_few_keys_a_word():
    text = "Гянджа Qarabağ Гёйгёль прокурор Гаджиев high treason 274"

    assert word_keys(text) == set().union(*(word_keys(word) for word in text.split()))
    assert all(1 <= len(word_keys(word)) <= 8 for word in text.split())
    assert word_keys(" – … ") == set()


MENTIONED = [
    ("Bəhruz Səmədov", "Суд продлил арест исследователю Бахрузу Самедову."),
    ("Bəhruz Səmədov", "Bahruz, whose surname is Samadov"),
    ("Bəhruz Səmədov", "a case like Samadov's"),
    ("Bəhruz Səmədov", "Səmədovun işi"),
    ("Bəhruz Səmədov", "Səmədovdan danışdı"),
    ("Bəhruz Səmədov", "с Самедовым говорили"),
    ("Bəhruz Səmədov", "Б. САМЕДОВ"),
    ("Bəhruz Səmədov", "به گفتهٔ بهروز صمدوف"),
    ("Bəhruz Səmədov", "С\u200bаме\u00adдова привезли"),
    ("صمدوف بهروز", "Bahruz Samadov"),
    ("İqbal Şahin oğlu Əbilov", "адвокат Игбала Абилова"),
    ("Fatimə Əli", "Фатиму Али видели вчера"),
    ("Əli", "Əliyə məktub"),
    ("Elman Fəttah", "Fattah comments"),
    ("Leyla Əliyeva-Həsənova", "Гасанову задержали"),
    ("Ruslan Magomedragimov", "Magomed-Ragimov was killed"),
    ("Владимир Зеленский", "Зеленскому передали"),
    ("Bəhruz Səmədov", "with Sama-\ndov"),
]


@pytest.mark.parametrize(("name", "text"), MENTIONED)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_mentioned_name_is_found(name, text, form):
    assert find_names([name], unicodedata.normalize(form, text)) == {name}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Bəhruz Səmədov", "Bahruz spoke to a lawyer"),
        ("Bəhruz Səmədov", "the summer of 2024, a sad day"),
        ("Əli", "Aliyev and alien voices"),
        ("Ali Aliyev", "Ali met a lawyer"),
        ("Nazim Hacıyev", "Nizami street"),
        ("", "anything"),
        ("Bəhruz Səmədov", ""),
    ],
)
def test_what_is_not_mentioned_is_not_found(name, text):
    assert find_names([name], text) == set()


def test_only_the_names_that_occur_come_back():
    names = ["Bəhruz Səmədov", "İqbal Əbilov", "Nazim Hacıyev"]

    assert find_names(names, "Nazim Gadjiev; Абилов") == {"İqbal Əbilov", "Nazim Hacıyev"}


def test_many_names_are_sought_in_a_long_text():
    # Each name at each word of the text would be three million comparisons.
    names = [
        f"Bəhruz{'abcdefghij'[i % 10]} Səmə{'klmnoprstv'[i // 10 % 10]}{'ədıuo'[i // 100 % 5]}ov"
        for i in range(500)
    ]
    text = (
        "Прокурор потребовал продлить арест. The court in Baku heard the case. Məhkəmə iclası davam edir. "
        * 500
    )

    found = find_names([*names, "Nazim Hacıyev"], f"{text} Nazim Gadjiev {text}")

    assert found == {"Nazim Hacıyev"}


def test_many_near_names_are_sought_among_many_near_words():
    names = [f"Bahruz Samad{''.join(end)}ov" for end in product("aeiou", "bdfgklmnprstvz", "aeiou", "bdgklm")]
    ends = ["".join(end) for end in product("bdfgklmnpr", "aeiou", "bdfgklmnpr", "aei", "klmn")]
    text = " ".join(f"sama{end}" for end in ends)

    assert find_names(names, text) == set()


def test_words_that_stand_far_apart_however_often_cost_no_square():
    # Work that grew with the square of a length would keep this test for hours.
    text = "rena " * 100_000 + "x " * 20 + "abil " * 100_000

    assert find_names(["Rena Abil"], text) == set()
    assert find_names(["Rena Abil"], text + "rena") == {"Rena Abil"}


@given(st.text(max_size=60), st.text(max_size=200))
def test_scanning_never_fails(name, text):
    assert find_names([name], text) <= {name}
    word_keys(text)
