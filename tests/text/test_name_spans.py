"""Where a name stands in a text: any spelling, script, order and case of it, and nothing that is another name."""

import time
import unicodedata

import pytest

from cases.text.addresses import read_address
from cases.text.name_spans import SoughtNames

NAME = "Bəhruz Səmədov"


def marked(names, text):
    """The text with [whole names] and <surnames alone> marked; what is somebody else's for sure is left."""
    names = [names] if isinstance(names, str) else names
    for span in reversed(SoughtNames(names).spans(text)):
        if not span.other:
            signs = "[]" if span.whole else "<>"
            text = text[: span.start] + signs[0] + text[span.start : span.end] + signs[1] + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (NAME, "Суд продлил арест исследователю [Бахрузу Самедову]."),
        (NAME, "[SƏMƏDOV BƏHRUZ] was held."),
        (NAME, "[Samadov, Bahruz]"),
        (NAME, "[Bahruz], whose surname is [Samadov]"),
        (NAME, "[Bahruz Samadov]'s lawyer"),
        (NAME, "[Bəhruz Səmədovlardandır]"),
        (NAME, "به گفتهٔ [بهروز صمدوف]"),
        (NAME, "[С\u200bаме\u00adдова Бахруза] привезли"),
        (NAME, "[Бәһруз Сәмәдовун] ишi"),
        (NAME, "[ბახრუზ სამედოვი] და"),
        (NAME, "[Baxruz Sámadov]"),
        (NAME, "[Bahruz Isa oglu Samadov] and"),
        (NAME, "[Samadov Bahruz Isa oglu] was"),
        (NAME, "[Bahruz (Bahti) Samadov]"),
        (NAME, "[Bahruz A. Samadov]"),
        (NAME, "free #[bahruzsamadov] now"),
        (NAME, "#[BahruzSamadov]"),
        (NAME, "bahruz-samadov".join("[]")),
        (NAME, "they took [bahruz samadov] away"),
        ("صمدوف بهروز", "[Bahruz Samadov]"),
        ("İqbal Şahin oğlu Əbilov", "адвокат [Игбала Абилова]"),
        ("Zarema Kayanova", "[Зарему Каянову] задержали, с [Заремой Каяновой]."),
        ("Ruslan Magomedragimov", "[Ruslan Magomed-Ragimov] was killed"),
        ("Павел Иванов", "дело [Павла Иванова]; [Pavlo Ivanov]; [Паўла Іваноў]"),
        ("Микола Иванов", "[Nikolai Ivanov]"),
        ("Anar Rəşid Məmmədli", "[Anar Mammadli]; [Anar Rashid Mammadli]"),
        ("Elman Fəttah", "[Fattah Elman]"),
        ("Fatimə Əli", "[Фатиму Али] видели вчера"),
        ("Leyla Əliyeva-Həsənova", "[Лейлу Гасанову] задержали"),
        ("Ali Həsən oğlu Məmmədov", "[Əli Həsən oğlu Məmmədov], [Али Гасанович Мамедов]"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_whole_name_is_found_letter_by_letter(name, text, form):
    text = unicodedata.normalize(form, text)
    plain = text.replace("[", "").replace("]", "")

    assert marked(name, plain) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (NAME, "Samad Bahruzov"),
        (NAME, "Bahruz spoke to a lawyer"),
        (NAME, "Bahruz Aliyev and Samad"),
        (NAME, "the summer of 2024, a sad day"),
        ("Elçin Həsən", "Elchin Hasanli"),
        ("Bəhruz Səməd", "Bahruz Samadov"),
        ("Kamala Hasanova", "Kamal Hasanov"),
        ("Will Power", "the political will to share power"),
        ("Azad Bayraq", "azad bayraq qaldırıldı. Sonra"),
        ("Li Na", "in line"),
        ("Ali Aliyev", "Ali met a lawyer"),
        ("", "anything"),
        (NAME, ""),
    ],
)
def test_another_name_is_no_whole_name(name, text):
    assert not any(span.whole for span in SoughtNames([name]).spans(text))


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("<Səmədovun> işi", ""),
        ("<Б. САМЕДОВ> сказал", ""),
        ("Mr <Samadov>", ""),
        ("Kamran <Samadov>, Bahruz Aliyev", "kamran"),
        ("They held Kamran <Samadov>", "kamran"),
        ("Court Jails <Samadov> Over Post", "jails"),
    ],
)
def test_a_surname_alone_says_what_stands_beside_it(text, beside):
    plain = text.replace("<", "").replace(">", "")
    spans = SoughtNames([NAME]).spans(plain)

    assert marked(NAME, plain) == text
    assert [span.beside for span in spans] == [beside]


def test_a_capital_of_a_headline_or_a_first_word_says_little():
    headline, sentence, inside = (
        SoughtNames([NAME]).spans(text)[0]
        for text in ("Court Jails Samadov Over Post", "Yesterday Samadov spoke", "They held Kamran Samadov")
    )

    assert (headline.begins, sentence.begins, inside.begins) == (True, True, False)


@pytest.mark.parametrize("text", ["K. Samadov", "Əli Hüseyn oğlu Səmədov"])
def test_another_initial_or_father_makes_it_somebody_else(text):
    assert [span.other for span in SoughtNames(["Bəhruz İsa oğlu Səmədov"]).spans(text)] == [True]


def test_another_father_makes_it_another_person():
    spans = SoughtNames(["Ali Həsən oğlu Məmmədov"]).spans("Əli Hüseyn oğlu Məmmədov")

    assert not any(span.whole for span in spans)


WHOLE = [
    "https://x.example/2024/bahruz-samadov-detained",
    "https://x.example/Samadov_Bahruz",
    "https://x.example/%D0%91%D0%B0%D1%85%D1%80%D1%83%D0%B7-%D0%A1%D0%B0%D0%BC%D0%B5%D0%B4%D0%BE%D0%B2",
    "https://x.example/B%25C9%2599hruz%2520S%25C9%2599m%25C9%2599dov",
    "https://x.example/bhruz-smdov",
    "https://x.example/b-hruz-s-m-dov",
    "https://freebahruzsamadov.example",
    "https://x.example/?q=bahruz+samadov",
    "https://x.example/bakhruzu-samedovu-prodlili-arest",
    "https://web.archive.org/web/2024/https://x.example/bahruz-samadov.html",
    f"https://{'бахрузсамедов'.encode('idna').decode()}.example/",
    "https://x.example/behruzsemedov2024",
]


@pytest.mark.parametrize("address", WHOLE)
def test_an_address_that_spells_the_name_is_known(address):
    assert any(span.whole for span in SoughtNames([NAME]).are_spelled_by(read_address(address)))


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/news/123",
        "https://x.example/border-detention-of-a-researcher",
        "https://%zz/%E0%A4%A",
    ],
)
def test_another_address_is_left(address):
    assert SoughtNames([NAME]).are_spelled_by(read_address(address)) == []


def test_a_surname_in_an_address_is_alone():
    spans = SoughtNames([NAME]).are_spelled_by(read_address("https://x.example/samadov-sentenced"))

    assert [span.whole for span in spans] == [False]


def test_hostile_texts_end():
    begun = time.process_time()
    for text in ("Samadov " * 12_000, "a-" * 50_000, "B. " * 30_000, "\u0301" * 50_000):
        SoughtNames([NAME]).spans(text)

    assert time.process_time() - begun < 20
