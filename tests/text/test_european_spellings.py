"""Names of ours as papers of other countries write them, compound names, and fathers' names joined and apart."""

import pytest

from cases.text.european_spellings import SYSTEMS, english_spellings
from cases.text.names import SAME, compare, search_keys, token_keys

WRITTEN = {
    "German": "Rustam Muchamedschanow, Рустам Мухамеджанов; Ruslan Achmetow, Руслан Ахметов; "
    "Julija Jaschmina, Юлия Яшмина; Jewhen Schtscherbak, Евгений Щербак",
    "German, ж": "Jewgenij Schukow, Евгений Жуков",
    "Polish": "Aleksiej Nawalny, Алексей Навальный; Aleksandr Szczerbakow, Александр Щербаков; "
    "Władimir Żukow, Владимир Жуков",
    "French": "Chouhrat Akhmedov, Шухрат Ахмедов; Mikhaïl Khodorkovski, Михаил Ходорковский",
    "Czech": "Jevgenij Ščukin, Евгений Щукин; Aleksej Čerkasov, Алексей Черкасов",
    "Estonian": "Oleg Djatšenko, Олег Дяченко; "
    "Mihhail Hodorkovski, Михаил Ходорковский; Oleg Tšerkassov, Олег Черкасов",
}
FOUND = [
    ("Rəşad Çinarəoğlu", "Rəşad Çinarə oğlu"),
    ("Rəşad Çinarə oğlu", "Rəşad Çinarəoğlu"),
    ("Kara Murza", "Владимир Кара-Мурза"),
    ("O Nirl", "Sean O'Nirl"),
    ("Qasym-Jomart Toqayev", "Касым-Жомарт Токаев"),
    ("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев"),
    ("Sviatlana Tsikhanouskaya", "Светлана Тихановская"),
    ("Μπαχρούζ Σαμάντοφ", "Bahruz Samadov"),
    *(tuple(pair.split(", ")) for pairs in WRITTEN.values() for pair in pairs.split("; ")),
]


def test_every_system_has_an_example_and_a_source():
    assert [system.name for system in SYSTEMS] == list(WRITTEN)
    assert all(system.source for system in SYSTEMS)


@pytest.mark.parametrize(("query", "stored"), FOUND)
def test_a_name_is_found_in_the_spelling_of_another_country(query, stored):
    asked, kept = token_keys(query), search_keys(stored)

    assert compare(query, stored)
    assert any(not keys.isdisjoint(kept) for keys in asked)


@pytest.mark.parametrize("word", ["samadov", "hasanov", "ismayilova", "mammadov", "kamran", "leyla"])
def test_a_word_without_the_marks_of_a_system_is_read_one_way(word):
    assert english_spellings(word) == ()


def test_who_is_found_by_another_spelling_is_not_called_the_same():
    assert compare("Achmetow", "Ахметов").tier != SAME
    assert compare("Rəşad Çinarəoğlu", "Rəşad Çinarə oğlu").tier != SAME
