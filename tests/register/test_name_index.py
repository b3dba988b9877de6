"""The dictionary of words of names, and what is found by it."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from pyroaring import BitMap

from cases.register.facet_block import BLOCK_BITS, NAME, FacetBlock
from cases.register.name_finds import MOST_COMPARED, find_by_name, suggestion
from cases.register.name_index import NameToken, change_uses, tokens_of
from cases.register.published_case import PublishedCase
from cases.register.register import put, withdraw
from cases.text.names import compare
from tests.register.documents import case_document, person

pytestmark = pytest.mark.django_db
BLOCK = 1 << BLOCK_BITS


def publish(*names: str, **changes) -> int:
    """Publish a case with these names; answers its row number."""
    document = case_document(**{"person": person(*names)} | changes)
    put(document)
    return PublishedCase.objects.get(reference=document["reference"]).row_number


def index(names: dict[int, str]) -> None:
    """Words of names at row numbers of one's own choice, without cases."""
    added = defaultdict(list)
    for row_number, name in names.items():
        for token in tokens_of([name]):
            added[NAME, token].append(row_number)
    FacetBlock.objects.change(added, {}, sequence=1)
    change_uses(Counter({token: len(rows) for (_name, token), rows in added.items()}))


def blocks(token: str) -> int:
    return FacetBlock.objects.filter(parameter=NAME, value=token).count()


def found(query: str) -> list[tuple[str, list[int]]]:
    return [(band.tier, list(band.rows)) for band in find_by_name(query).bands]


def rows(query: str) -> set[int]:
    return set(find_by_name(query).rows)


def test_words_are_counted_and_shared_by_spellings_that_are_equal_by_the_rules():
    publish("Bahruz Samadov")
    publish("Бахруз Самадов")

    uses = dict(NameToken.objects.values_list("token", "uses"))

    assert uses["samadov"] == 2
    assert blocks("samadov") == 1


def test_nothing_is_left_of_a_withdrawn_name():
    document = case_document(person=person("Bahruz Samadov", "Бәһруз Сәмәдов", "Gül Ağa Xan"))
    put(document)
    withdraw(document["reference"], announced=False)

    assert not NameToken.objects.exists()
    assert not FacetBlock.objects.exists()


def test_a_corrected_name_is_found_and_the_former_one_is_not():
    document = case_document(person=person("Bahruz Samadov"))
    put(document)
    put(document | {"person": document["person"] | {"name": "Igbal Abilov"}})

    assert rows("Igbal Abilov")
    assert not rows("Samadov")
    assert not NameToken.objects.filter(token="samadov").exists()


def test_whoever_is_not_named_is_not_in_the_dictionary():
    publish("Bahruz Samadov", identity="withheld")

    assert not NameToken.objects.exists()


def test_rows_are_found_on_both_sides_of_a_block_boundary():
    index({BLOCK - 1: "Bahruz Samadov", BLOCK: "Bahruz Samadov", 3 * BLOCK: "Igbal Samadov"})

    assert rows("Samadov") == {BLOCK - 1, BLOCK, 3 * BLOCK}
    assert blocks("samadov") == 3


def test_taking_one_row_of_a_block_leaves_the_others():
    gone, kept = case_document(person=person("Bahruz Samadov")), publish("Bahruz Samadov")
    put(gone)
    withdraw(gone["reference"], announced=False)

    assert rows("Samadov") == {kept}
    assert NameToken.objects.get(token="samadov").uses == 1


def test_same_names_come_before_similar_ones_and_no_row_is_in_two_bands():
    similar, same = publish("Bahruz Sanadov"), publish("Бахруз Самедов", "Bəhruz Səmədov")

    bands = find_by_name("Bahruz Samadov").bands

    assert [(band.tier, set(band.rows)) for band in bands] == [("same", {same}), ("similar", {similar})]
    assert [band.score for band in bands] == sorted((band.score for band in bands), reverse=True)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Samadov Bahruz", "Bəhruz Səmədov"),
        ("B. Samadov", "Bahruz Samadov"),
        ("Bahruz Samadov", "Б. Самедов"),
        ("Bahruz Samdov", "Bahruz Samadov"),
        ("Magomedragimof", "Ruslan Magomedragimov"),
        ("Gülağa Aslan", "Gül Ağa Aslan"),
        ("Gül Ağa Aslan", "Gülağa Aslan"),
        ("Həsənova", "Leyla Əliyeva-Həsənova"),
        ("Микола Петренко", "Nikolai Petrenko"),
        ("Сяргей Мядзведзеў", "Sergey Medvedev"),
        ("ოვანეს გრიგორიანი", "Ованес Григорян"),
        ("هوفانيس غريغوريان", "Հովհաննես Գրիգորյան"),
        ("تشينغيز محمد قلي زاده", "Çingiz Məmmədquluzadə"),
        ("Игорь Петрович Иванов", "Igor Ivanov"),
        ("Əli Vəli Pirvəli Bahruz Samadov Həsən Hüseyn", "Əli Vəli Pirvəli Bahruz Samadov"),
        ("Дмитро Дмитрович Шостакович", "Dmitri Shostakovich"),
    ],
)
def test_a_name_is_found_however_it_is_written(query, name):
    publish("Somebody Else")
    wanted = publish(name)

    assert rows(query) == {wanted}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Bahruz Samadov", "Bahruz Quliyev"),
        ("Bahruz Samadov", "Nazim Samadov"),
        ("Z. Samadov", "Bahruz Samadov"),
        ("محمد محمدی", "محمد رضایی"),
        ("", "Bahruz Samadov"),
        ("B.", "Bahruz Samadov"),
        ("A. B. C. D. E. F. G.", "Bahruz Samadov"),
        ("علي علييف", "الهام علييف"),
    ],
)
def test_one_word_in_common_is_not_enough(query, name):
    publish(name)

    assert rows(query) == set()


def test_a_name_of_one_word_comes_before_longer_names_that_have_it():
    longer, alone = publish("Talıb Qurbanov"), publish("Qurbanov")

    assert found("Gurbanov") == [("same", [alone]), ("same", [longer])]


with (Path(__file__).parents[1] / "text" / "name_pairs.csv").open(encoding="utf-8") as file:
    PAIRS = list(csv.DictReader(file))


def test_tiers_are_those_that_comparing_gives():
    names = {publish(name): name for name in sorted({pair["stored"] for pair in PAIRS})}

    for query in sorted({pair["query"] for pair in PAIRS}):
        tiers = {row: band.tier for band in find_by_name(query).bands for row in band.rows}
        matches = {row: match.tier for row, name in names.items() if (match := compare(query, name))}
        assert tiers.items() <= matches.items()
        # What is merely similar may share too few consonants to be looked up.
        assert {row for row, tier in matches.items() if tier == "same"} <= tiers.keys()


def test_the_number_of_queries_is_the_same_for_few_and_for_many(django_assert_max_num_queries):
    for number in range(30):
        publish(
            f"Bahruz Samadov{'a' * (number % 2)}", f"Bəhruz Səmədov {['İlham', 'Vaqif', 'Rauf'][number % 3]}"
        )

    with django_assert_max_num_queries(3):
        assert len(rows("Bahruz Vaqif Samadov")) == 30


def test_of_very_many_everybody_whose_words_fit_is_found():
    index(dict.fromkeys(range(1, MOST_COMPARED + 101), "Əli Məmmədov"))
    publish("Əli Qasımov")

    assert len(rows("Ali Mammadov")) == 100
    assert rows("Mammadov") == set(range(1, MOST_COMPARED + 101))


def test_of_very_many_those_who_have_most_words_of_the_query_are_found():
    index(dict.fromkeys(range(1, MOST_COMPARED + 101), "Əli Məmmədov"))
    kamran = MOST_COMPARED + 200
    index({kamran: "Əli Kamran Məmmədov"})

    # Its words alone put it first, but it has no case whose name could be compared.
    assert len(rows("Əli Kamran Məmmədov")) >= 100


def test_a_suggestion_is_a_public_name_as_it_is_published():
    publish("İqbal Əbilov")
    publish("Bəhruz Səmədov")

    assert suggestion("Bagruz Sammatof") == "Bəhruz Səmədov"
    assert suggestion("Qwertz Uiop") == ""
    assert suggestion("") == ""


def test_nobody_who_is_not_public_is_suggested():
    publish("Bəhruz Səmədov", identity="withheld")

    assert suggestion("Bagruz Samadov") == ""


def test_finds_hold_bitmaps_of_row_numbers():
    row = publish("Bahruz Samadov")

    assert find_by_name("Samadov").rows == BitMap([row])
