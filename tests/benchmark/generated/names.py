"""Made-up names for generated cases: given names joined with surnames made of words, in three scripts.

Surnames come from words for stars, rivers, tools and trades, so that a name read here belongs to nobody. They are
as skewed as real ones: a few hundred are common, the first borne by two to three in a hundred; a quarter of the
people have one of many thousand rare ones. Cyrillic and Arabic forms are written letter by letter.
"""

import random

from tests.benchmark.generated.skew import Skew

_MALE = """
Nurlan Elçin Kamran Rəşad Vüqar Orxan Tural Fərid Anar Samir Ruslan Emin Elnur Rauf Azər Namiq Ramil Cavid Murad Pərviz
Zaur Mahir Natiq Taleh Tofiq Arif Asif Vahid Yusif Həsən Rüstəm Şamil Teymur Aslan Bəxtiyar Cəmil Sabir Kənan Toğrul
Ivan Dmitri Sergey Aleksandr Mikhail Andrey Pavel Nikolay Oleg Maksim Timur Magomed Ramazan Zelim Anton Yuri Viktor
Mehmet Ahmet Emre Serkan Kemal Ozan Burak Reza Farhad Bahram Navid Siavash Dilshod Jasur Rustam Aibek Nurzhan Bolat
Levan Giorgi Zurab Tornike Armen Tigran Hayk Vardan Karen Alim Refat Server Eldar Umar Salman Zaurbek Akhmed Khamzat
"""
_FEMALE = """
Aydan Nərmin Sevda Zarema Ana Aygün Günel Leyla Nigar Ülviyyə Səbinə Aytən Fidan Könül Lalə Mehriban Nəzrin Pərvanə
Rəna Şəfəq Təranə Vəfa Xatirə Yeganə Zəhra Arzu Çinarə Dilarə Elnarə Fatimə Gülnar Həcər İradə Jalə Kəmalə Lamiyə
Olga Irina Natalya Svetlana Yelena Marina Tatyana Galina Yuliya Ekaterina Madina Patimat Zulfiya Aishat Malika Elina
Ayşe Zeynep Elif Meryem Derya Nasrin Shirin Parisa Mahsa Niloufar Gulnora Feruza Aigul Dinara Saltanat Aliya Kamila
Nino Tamar Ketevan Salome Anahit Lusine Gayane Narine Lilit Sabina Alsu Gulnaz Rimma Zemfira Luiza Heda Amina Sofia
"""
_STEMS = """
Ulduz Çaykənar Daşqaya Yelqov Gilavar Xəzri Bulud Aypara Qarğasu Şimşək Tutqun Palıd Gümüş Dəmir Boran Sazaq Çinar
Nərgiz Qızılgül Bənövşə Durna Laçın Tərlan Kəklik Maral Ceyran Qaplan Bozqurd Dəniz Irmaq Bulaq Körpü Qala Dərbənd Sədəf
Mərcan Yaqut Almaz Zümrüd Firuz Saz Ney Dəf Tar Qavala Xəlçə Kilim İpək Kətan Toxucu Dülgər Zərgər Bağban Çoban Balıqçı
Reka Zvezdin Kamen Sokol Bereza Veter Metelin Rudnik Zharov Ozerin Yasen Klyon Vorob Snegir Goncharin Bondarin Kuzovin
Ghada Sitara Darya Kuhestan Baran Tufan Shahin Golestan Sarv Zarin Vardzia Mtvari Dzmari Arevik Astghik Lusin Karap
Nardos Tolqun Yulduz Tog Daryo Burgut Arslanbek Temirchi Kumush Oltinoy Yerbol Tulpar Samal Zhuldyz Taulan Kokshe
Alatau Sarysu
"""
# Ending of a man's and of a woman's surname.
_ENDINGS = (
    ("ov", "ova"),
    ("li", "li"),
    ("zadə", "zadə"),
    ("ski", "skaya"),
    ("yev", "yeva"),
    ("oğlu", "oğlu"),
    ("yan", "yan"),
    ("şvili", "şvili"),
    ("pur", "pur"),
    ("enko", "enko"),
)
_SYLLABLES = """
ba bar bek dar din dul fer gal gar gul har hay jan kar kay kem khan kur lan lar ləm mah mam mar mir mur nar naz nur or
pan pər qar qur ram rəh ruz sab sal san sər sul şah şir tag tal tar tem tol tur ul vaz vel xal yar yun zal zar zir
"""

_CYRILLIC_PAIRS = {
    "sh": "ш",
    "ch": "ч",
    "kh": "х",
    "zh": "ж",
    "gh": "г",
    "ts": "ц",
    "ya": "я",
    "ye": "е",
    "yu": "ю",
}
_CYRILLIC = str.maketrans(
    dict(zip("abcçdeəfgğhxıijkqlmnoöprsştuüvyzw", "абдчдеафгггхыижкглмноёпрсштуювйзв", strict=True))
    | {"c": "дж"}
)
_ARABIC_PAIRS = {"sh": "ش", "ch": "چ", "kh": "خ", "zh": "ژ", "gh": "غ"}
_ARABIC = str.maketrans(
    dict(zip("abcçdfgğhxıijkqlmnoöprsştuüvyzw", "ابجچدفگغهخییژکقلمنووپرسشتوووییو", strict=True))
    | {"e": "", "ə": "", "y": "ی", "z": "ز", "v": "و"}
)


def in_cyrillic(name: str) -> str:
    return _letter_by_letter(name, _CYRILLIC_PAIRS, _CYRILLIC).title()


def in_arabic(name: str) -> str:
    """Short e and ə are not written, as nobody writes them."""
    return _letter_by_letter(name, _ARABIC_PAIRS, _ARABIC)


def _letter_by_letter(name: str, pairs: dict[str, str], letters: dict) -> str:
    name = name.replace("İ", "i").replace("I", "i").lower()
    for pair, letter in pairs.items():
        name = name.replace(pair, letter)
    return name.translate(letters)


class NameMaker:
    """Names drawn with a caller's random numbers."""

    RARE = 0.25

    def __init__(self, seed: int):
        chance = random.Random(f"names {seed}")
        surnames = [(stem, endings) for stem in _STEMS.split() for endings in _ENDINGS]
        chance.shuffle(surnames)
        self._surnames = Skew(surnames, 0.6)
        self._given = {"male": Skew(_MALE.split(), 0.5), "female": Skew(_FEMALE.split(), 0.5)}
        self._syllables = _SYLLABLES.split()
        # Letter by letter takes longer than everything else of a name: once for each common part.
        self._scripts: dict[str, tuple[str, str]] = {}

    def draw(self, chance: random.Random, gender: str) -> tuple[str, list[dict]]:
        """The name shown and the other names, as they stand in a public document."""
        woman = gender == "female"
        given = self._given["female" if woman else "male"].draw(chance)
        rare = chance.random() < self.RARE
        stem, endings = self._rare_surname(chance) if rare else self._surnames.draw(chance)
        surname = stem + endings[woman]
        parts = (given, surname)
        form = chance.random()
        if form < 0.15:
            father = self._given["male"].draw(chance)
            parts = (surname, given, father, "qızı" if woman else "oğlu")
        elif form < 0.3:
            parts = (surname, given)

        other = []
        if chance.random() < 0.45:
            text = " ".join(self._in_scripts(part, rare)[0] for part in (surname, given))
            other.append({"text": text, "language": "ru", "script": "Cyrl", "kind": "transliteration"})
        if chance.random() < 0.12:
            text = " ".join(self._in_scripts(part, rare)[1] for part in (given, surname))
            other.append({"text": text, "language": "fa", "script": "Arab", "kind": "transliteration"})
        return " ".join(parts), other

    def _rare_surname(self, chance: random.Random) -> tuple[str, tuple[str, str]]:
        syllables = chance.choices(self._syllables, k=3 if chance.random() < 0.6 else 2)
        return "".join(syllables).capitalize(), chance.choice(_ENDINGS)

    def _in_scripts(self, part: str, rare: bool) -> tuple[str, str]:
        known = self._scripts.get(part)
        if known is None:
            known = in_cyrillic(part), in_arabic(part)
            if not rare:
                self._scripts[part] = known
        return known
