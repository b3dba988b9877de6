"""How papers of other countries write names of ours: Achmetow, Muchamedschanow, Jaschmina, Djatšenko, Chouhrat.

One table entry for each way, with its source. Marks that only that way has say that a word may be written so; the word
is then also read with its letters as English papers have them. A reading is one possibility among others: who is found
by it is *similar*, never the same.
"""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class System:
    """`marks` is what a word must hold, `letters` what is written for what in English, the longest first."""

    name: str
    source: str
    marks: re.Pattern[str]
    letters: dict[str, str]

    def read(self, word: str) -> str:
        """The word in English letters; empty where nothing in it is of this system."""
        if not self.marks.search(word):
            return ""
        return _groups(tuple(self.letters)).sub(lambda match: self.letters[match[0]], word)


@lru_cache
def _groups(letters: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(letters, key=len, reverse=True)))


_GERMAN = {
    "schtsch": "shch", "tsch": "ch", "dsch": "j", "sch": "sh", "ch": "kh", "w": "v", "j": "y", "z": "ts", "ss": "s",
    "ei": "ey", "jew": "yev", "ä": "ya",
}  # fmt: skip
_GERMAN_MARKS = re.compile("sch|[oe]wa?$|^w|j")

SYSTEMS = (
    System("German", "Duden, Die deutsche Rechtschreibung, table of transcription", _GERMAN_MARKS, _GERMAN),
    # Of ж Duden has sch as well: Schukow.
    System(
        "German, ж", "Duden, the same table", re.compile("(?<![td])sch(?!t)"), _GERMAN | {"sch": "zh"}
    ),
    System(
        "Polish",
        "Wielki słownik ortograficzny PWN, rules 74-79",
        re.compile("cz|sz|rz|dż|[żłśćń]|[oe]wa?$|iew|^w|j"),
        {
            "szcz": "shch", "cz": "ch", "sz": "sh", "rz": "r", "ż": "zh", "dż": "j", "dź": "dz", "ch": "kh", "h": "kh",
            "w": "v", "j": "y", "ł": "l", "c": "ts", "ś": "s", "ć": "t", "ń": "n", "ź": "z", "jew": "yev", "iew": "ev",
            "ie": "e",
        },
    ),
    System(
        "French",
        "Imprimerie nationale, Lexique des règles typographiques, table for Russian",
        re.compile("ou|tch|[ïéè]|gu[ei]|ine$|dj"),
        {
            "chtch": "shch", "tch": "ch", "ch": "sh", "dj": "j", "j": "zh", "ou": "u", "gu": "g", "ï": "i", "é": "e",
            "è": "e", "ine": "in",
        },
    ),
    System(
        "Czech",
        "ČSN 01 0185",
        re.compile("[čšžřěďťň]|ij|j[aeou]|[aeiou]j$"),
        {
            "šč": "shch", "č": "ch", "š": "sh", "ž": "zh", "dž": "j", "ch": "kh", "c": "ts", "j": "y", "ě": "e",
            "ď": "d", "ť": "t", "ň": "n", "ř": "r", "x": "kh",
        },
    ),
    System(
        "Estonian",
        "Eesti keele käsiraamat, table of Russian letters",
        re.compile("tš|dž|[õ]|hh|j[aeou]|š"),
        {
            "štš": "shch", "tš": "ch", "dž": "j", "š": "sh", "ž": "zh", "hh": "kh", "h": "kh", "j": "y", "õ": "y",
            "ss": "s", "ts": "ts",
        },
    ),
)  # fmt: skip


@lru_cache(maxsize=16_384)
def english_spellings(word: str) -> tuple[str, ...]:
    """What a word in Latin letters may be in English ones, where it bears marks of one of the systems; the word itself
    is left out."""
    return tuple(dict.fromkeys(read for system in SYSTEMS if (read := system.read(word)) and read != word))
