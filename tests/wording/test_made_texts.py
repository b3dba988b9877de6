"""A title and a summary made from the facts of a document, in each language of the site."""

from datetime import date

import pytest

from cases.wording.made_texts import made_texts
from tests.register.documents import (
    TODAY,
    case_document,
    charge,
    event,
    group_document,
    person,
    proceeding,
    violation,
)
from tests.register.documents import (
    date as date_of,
)

RUSSIAN = {"text": "Айдан Улдузлу", "language": "ru", "script": "Cyrl", "kind": "transliteration"}
HELD = {"events": [event("arrest", "2024-10-03"), event("remand", "2024-10-04")]}


def somebody(name="Aydan Ulduzlu", **changes):
    return person(name, **{"gender": "female", "roles": ["journalist"], "other_names": [RUSSIAN]} | changes)


def titles(document, today=TODAY):
    return [made.title for made in made_texts(document, today=today).values()]


def test_who_is_held_on_which_charges_and_since_when():
    assert titles(case_document(person=somebody(), **HELD)) == [
        "Journalist Aydan Ulduzlu, held on high treason charges since 3 October 2024 (Azerbaijan)",
        "Jurnalist Aydan Ulduzlu 2024-cü il 3 oktyabrdan saxlanılır, ittiham: dövlətə xəyanət (Azərbaycan)",
        "Журналистка Айдан Улдузлу, под стражей с 3 октября 2024 года; обвинение: государственная измена "
        "(Азербайджан)",
    ]


@pytest.mark.parametrize(
    "gender, role", [("male", "Журналист"), ("female", "Журналистка"), ("unknown", "Журналист")]
)
def test_russian_calls_a_role_by_the_gender_on_record(gender, role):
    *_others, russian = titles(case_document(person=somebody(gender=gender), **HELD))

    assert russian.startswith(f"{role} Айдан Улдузлу, под стражей")


def test_the_summary_is_one_sentence_of_the_same_facts():
    summaries = [made.summary for made in made_texts(case_document(person=somebody()), today=TODAY).values()]

    assert summaries == [
        "Aydan Ulduzlu (journalist): detention in Azerbaijan, October 2024. Charges: high treason.",
        "Aydan Ulduzlu (jurnalist): saxlanılma – Azərbaycan, oktyabr 2024. İttihamlar: dövlətə xəyanət.",
        "Айдан Улдузлу (журналистка): задержание, Азербайджан, октябрь 2024 года. "
        "Обвинения: государственная измена.",
    ]


@pytest.mark.parametrize("identity, name", [("initials", "A. U."), ("withheld", "")])
def test_below_named_no_name_stands_in_any_language(identity, name):
    document = case_document(
        identity=identity, person=somebody(name, other_names=[]), events=[event("arrest", "2024-10")]
    )

    made = made_texts(document, today=TODAY)

    assert "Ulduzlu" not in str(made) and "Улдузлу" not in str(made)
    assert made["en"].title.startswith(f"Journalist {name}".strip())
    assert made["ru"].title.startswith(f"Журналистка {name}".strip())


@pytest.mark.parametrize(
    "name, chosen",
    [
        (RUSSIAN, "Айдан Улдузлу"),
        (RUSSIAN | {"language": "az"}, "Айдан Улдузлу"),
        (RUSSIAN | {"kind": "pen"}, "Aydan Ulduzlu"),
        (RUSSIAN | {"script": "Arab", "language": "fa"}, "Aydan Ulduzlu"),
    ],
)
def test_the_name_in_the_reader_s_letters_is_one_that_says_the_same(name, chosen):
    document = case_document(person=somebody(other_names=[name]), **HELD)

    assert made_texts(document, today=TODAY)["ru"].title.startswith(f"Журналистка {chosen}")


def test_a_main_name_that_an_english_reader_cannot_read_gives_way_to_one_in_latin_letters():
    latin = {"text": "Aydan Ulduzlu", "language": "az", "script": "Latn", "kind": "official"}

    english, azerbaijani, russian = titles(
        case_document(person=somebody("Айдан Улдузлу", other_names=[latin]), **HELD)
    )

    assert english.startswith("Journalist Aydan Ulduzlu")
    assert azerbaijani.startswith("Jurnalist Aydan Ulduzlu")
    assert russian.startswith("Журналистка Айдан Улдузлу")


def test_nobody_is_called_held_who_is_not_or_is_only_last_known_to_be():
    released = case_document(person=somebody(), events=[*HELD["events"], event("release", "2025-02-01")])
    run_out = case_document(
        person=somebody(), events=[event("remand", "2024-10-04", until=date_of("2025-02-04"))]
    )

    assert titles(released)[0] == "Journalist Aydan Ulduzlu: detention, October 2024 (Azerbaijan)"
    assert "held" not in titles(run_out)[0]
    assert "held" in titles(run_out, today=date(2025, 1, 1))[0]


def test_charges_that_were_given_up_or_not_stated_are_not_said():
    charges = [
        charge(category="treason", status="dropped"),
        charge(category="unspecified"),
        charge(category="drugs"),
        charge(category="weapons"),
        charge(category="economic"),
    ]

    english, _azerbaijani, russian = titles(
        case_document(person=somebody(), proceedings=[proceeding(*charges)], **HELD)
    )

    assert "held on drugs and weapons charges" in english
    assert "обвинение: наркотики и оружие" in russian


def test_house_arrest_is_said_as_it_is():
    document = case_document(
        person=somebody(), proceedings=[], events=[event("house_arrest_order", "2025-01-10")]
    )

    assert titles(document) == [
        "Journalist Aydan Ulduzlu: house arrest since 10 January 2025 (Azerbaijan)",
        "Jurnalist Aydan Ulduzlu: 2025-ci il 10 yanvardan ev dustaqlığı (Azərbaycan)",
        "Журналистка Айдан Улдузлу: домашний арест с 10 января 2025 года (Азербайджан)",
    ]


def test_a_group_is_told_by_its_number_where_its_description_is_in_another_language():
    people = {"description": "Villagers", "min": 12, "max": None, "words": "", "unit": "", "overlaps": []}

    made = made_texts(group_document(people=people, proceedings=[]), today=TODAY)

    assert made["en"].title == "At least 12 people: detention (Azerbaijan)"
    assert made["en"].summary.startswith("Villagers: detention")
    assert made["ru"].title == "Не менее 12 человек: задержание (Азербайджан)"
    assert "Villagers" not in made["ru"].summary + made["az"].summary


def test_where_nothing_is_known_nothing_is_made_up():
    bare = case_document(
        person=somebody(roles=["other"]),
        violations=[],
        proceedings=[],
        start=violation()["date"],
        states=case_document()["states"] | {"location": ["not_stated"], "origin": ["not_stated"]},
    )

    assert titles(bare) == ["Aydan Ulduzlu", "Aydan Ulduzlu", "Айдан Улдузлу"]
