"""Names in any script, written in one alphabet of sounds.

Every letter becomes one or two *sound codes*: a plain Latin letter where all spellings agree, and a
letter of its own where a sound is written in several ways or a spelling means several sounds:

    ş sh   ç ch   ž zh   c ts   x kh   ğ gh   j dzh (Azerbaijani c, Cyrillic дж)
    q Azerbaijani q: elsewhere g or k (Qurbanov, Gurbanov, Курбанов)
    g Latin g and Cyrillic г: g, or the h that Russian lacks (Гасанов, Hasanov)
    ĵ Latin j: dzh or zh      ć Latin c: dzh, or ch without its cedilla      ĉ Latin c, also k
    χ Latin x: kh or ks       ø Cyrillic ё: often written е
    δ Belarusian дз: soft d   τ Belarusian ц: soft t     φ Georgian ფ: p, or the f of other languages

What may stand for what is decided in `sounds`; here letters only change their dress. Sources:
BGN/PCGN 1993 for Azerbaijani Cyrillic, BGN/PCGN for Russian, Ukrainian, Belarusian, Armenian (1981) and
Georgian (2009); for Greek ELOT 743, with μπ, ντ and γκ as the b, d and g that foreign names have; for Arabic script
the letters' Persian and Arabic values. Letters of other scripts come through the `anyascii` package.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Characters that are not seen: soft hyphen, joiners, direction marks, Hangul fillers, variation
# selectors, byte-order mark; and Arabic tatweel and vowel signs, which most writers leave out.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\u0640\u064b-\u065f\u0670]"
)
# Stress marks, as dictionaries print them on Cyrillic vowels (Сама́дов); what NFKC composes (á) is a letter.
_STRESS = re.compile("[\u0300\u0301]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SCRIPTS = {
    "Latn": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "Cyrl": _CYRILLIC,
    "Arab": _ARABIC,
    "Armn": re.compile("[\u0530-\u058f]"),
    "Geor": re.compile("[\u10a0-\u10ff\u1c90-\u1cbf]"),
}
_LATIN_IN_CYRILLIC = str.maketrans("cpyx", "срух")

# Letters that only Azerbaijani Cyrillic has; beside them г is Azerbaijani q.
_AZERBAIJANI_CYRILLIC = re.compile("[әғҝөүһҹј]")

# Latin c before a consonant or at the end may also be k: Victor, Marc.
_HARD_C = re.compile("c(?![aeiouyəıöüähkz])")

# Beside letters that only Azerbaijani and Turkish have, c is dzh and j is zh, and neither is in doubt.
_TURKIC_LATIN = re.compile("[əğş]")
_TURKIC_C_AND_J = str.maketrans("cj", "ǰž")

# Georgian puts -i after surnames that end in a consonant: მამედოვი is Mamedov.
_GEORGIAN_CASE = re.compile("(?<=[ოე]ვ)ი$")

# Belarusian writes a soft d as дз and a soft t as ц (dzekanne): Мядзведзеў, Ціханоўская, and so Dzmitry.
_SOFT_D = re.compile("дз(?=[ієеёяюьвм])|dz(?=[eimvy])")
_SOFT_T = re.compile("ц+(?=[іяюёь])|t+s(?=[iy])")

LATIN = {
    # English and French spellings of one sound: Mahmood, Mahmoud; Saeed (but Sergeev)
    "oo": "u", "ou": "u", "ee": "i", "eev": "eev",
    # Alexander Khalilov, Philip, Mithat, Shukurov, Schmidt
    "kh": "x", "gh": "ğ", "zh": "ž", "sh": "ş", "sch": "ş", "shch": "ş", "ch": "ç", "tch": "ç", "tsch": "ç",
    "cz": "ç", "th": "t", "ph": "f", "dh": "d", "ck": "k", "ts": "c", "tz": "c",
    # Gadzhiyev, Hadjiev, Hadžijev (where j is y)
    "dzh": "j", "dj": "j", "dž": "j", "ijev": "iyev", "ajev": "ayev",
    "c": "ć", "ĉ": "ĉ", "x": "χ", "j": "ĵ", "w": "v", "ə": "a", "ı": "i", "ä": "a", "ö": "o", "ü": "u",
    "ğ": "ğ", "ş": "ş", "š": "ş", "ș": "ş", "ç": "ç", "č": "ç", "ć": "ç", "ž": "ž", "ł": "l", "ŭ": "v", "đ": "j",
    "ǰ": "j", "ø": "o", "æ": "a", "þ": "t", "ð": "d",
}  # fmt: skip

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "ye", "ё": "yø", "ж": "ž", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "x", "ц": "c", "ч": "ç", "ш": "ş", "щ": "ş", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "дж": "j",
    # Ukrainian, Belarusian
    "є": "ye", "і": "i", "ї": "yi", "ґ": "g", "ў": "v",
    # Azerbaijani Cyrillic, BGN/PCGN 1993: ғ=ğ ҝ=g ә=ə һ=h ҹ=c ј=y ө=ö ү=ü
    "ғ": "ğ", "ҝ": "g", "ә": "a", "һ": "h", "ҹ": "j", "ј": "y", "ө": "o", "ү": "u",
    # Kazakh, Tatar, Kyrgyz
    "қ": "q", "ң": "n", "ұ": "u", "җ": "j",
    # Languages of Dagestan: Lezgi Мугьамед, Avar ХIажи
    "гь": "h", "гъ": "ğ", "кь": "q", "къ": "q", "хь": "x", "хъ": "q", "ӏ": "",
}  # fmt: skip

ARMENIAN = {
    "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "ye", "զ": "z", "է": "e", "ը": "i", "թ": "t", "ժ": "ž", "ի": "i",
    "լ": "l", "խ": "x", "ծ": "c", "կ": "k", "հ": "h", "ձ": "dz", "ղ": "ğ", "ճ": "ç", "մ": "m", "յ": "y", "ն": "n",
    "շ": "ş", "ո": "o", "չ": "ç", "պ": "p", "ջ": "j", "ռ": "r", "ս": "s", "վ": "v", "տ": "t", "ր": "r", "ց": "c",
    "ւ": "v", "ու": "u", "փ": "p", "ք": "k", "և": "ev", "եւ": "ev", "օ": "o", "ֆ": "f",
}  # fmt: skip

GEORGIAN = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k", "ლ": "l",
    "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "ž", "რ": "r", "ს": "s", "ტ": "t", "უ": "u", "ფ": "φ", "ქ": "k",
    "ღ": "ğ", "ყ": "q", "შ": "ş", "ჩ": "ç", "ც": "c", "ძ": "dz", "წ": "c", "ჭ": "ç", "ხ": "x", "ჯ": "j", "ჰ": "h",
}  # fmt: skip

# Arabic script keeps capital codes for letters that are a vowel or a consonant: A alef, W vav,
# Y ye, H final he, Z dad, which is z or d.
ARABIC = {
    "ا": "A", "أ": "A", "إ": "A", "آ": "A", "ٱ": "A", "ى": "Y", "ئ": "Y", "ي": "Y", "ی": "Y", "و": "W", "ؤ": "W",
    "ۇ": "W", "ۆ": "W", "ۋ": "W", "ة": "H", "ە": "H", "ہ": "h", "ه": "h", "ع": "", "ء": "",
    "ب": "b", "پ": "p", "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s", "ج": "j", "چ": "ç", "ح": "h", "خ": "x",
    "د": "d", "ذ": "z", "ز": "z", "ض": "Z", "ظ": "z", "ر": "r", "ژ": "ž", "ش": "ş", "غ": "ğ", "ف": "f", "ق": "q",
    "ک": "k", "ك": "k", "گ": "g", "ڭ": "n", "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip

# Greek is written in Latin letters first: some of its letters are sound codes.
GREEK = {
    "μπ": "b", "ντ": "d", "γκ": "g", "γγ": "g", "τζ": "j", "τσ": "tch", "ου": "u", "αυ": "av", "ευ": "ev", "ει": "i",
    "οι": "i", "αι": "e", "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "t", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "i", "φ": "f", "χ": "kh", "ψ": "ps", "ω": "o",
}  # fmt: skip
_GREEK = re.compile("|".join(sorted(GREEK, key=len, reverse=True)))
_TONOS = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")

LETTERS = LATIN | CYRILLIC | ARMENIAN | GEORGIAN | ARABIC | {"δ": "δ", "τ": "τ"}
_GROUPS = re.compile(
    "|".join(sorted((k for k in LETTERS if len(k) > 1), key=len, reverse=True)) + "|.", re.DOTALL
)


def normalised(text: str) -> str:
    """`text` in one Unicode form, in small letters, without what is not seen.

    Both Turkic i are one letter here (İqbal, IQBAL, iqbal), as `sounds` makes no difference either.
    """
    text = _STRESS.sub("", unicodedata.normalize("NFKC", UNSEEN.sub("", text)))
    return text.replace("İ", "i").replace("ı", "i").lower().replace("i\u0307", "i")


def has_arabic(text: str) -> bool:
    """Whether any letter of `text` is of the Arabic script."""
    return _ARABIC.search(text) is not None


def has_cyrillic(text: str) -> bool:
    """Whether any letter of `text` is Cyrillic."""
    return _CYRILLIC.search(text) is not None


def script_of(text: str) -> str:
    """The script of most letters, by its ISO 15924 code: Latn, Cyrl, Arab, Armn, Geor; Zyyy for any other."""
    counts = {code: len(letters.findall(text)) for code, letters in _SCRIPTS.items()}
    code = max(counts, key=counts.get)
    return code if counts[code] else "Zyyy"


def is_azerbaijani_cyrillic(text: str) -> bool:
    """Whether `text` has a letter that Cyrillic has for Azerbaijani alone, as in Бәһруз."""
    return _AZERBAIJANI_CYRILLIC.search(text) is not None


def reads_otherwise_in_azerbaijani(word: str) -> bool:
    """Whether `romanised` reads this word otherwise where the text around it is Azerbaijani Cyrillic."""
    return "г" in word


def romanised(word: str, *, azerbaijani: bool = False) -> str:
    """The sound codes of one normalised word without hyphens and apostrophes.

    `azerbaijani` says that the text around it is Azerbaijani Cyrillic, where г is q and not g or h.
    """
    if word.isascii():
        return _codes(_HARD_C.sub("ĉ", word))
    if _GREEK.search(word):
        word = _GREEK.sub(lambda match: GREEK[match[0]], word.translate(_TONOS))
    elif has_cyrillic(word):
        # Latin letters that look Cyrillic slip in from the keyboard.
        word = word.translate(_LATIN_IN_CYRILLIC)
        if azerbaijani:
            word = word.replace("г", "q")
    elif word.startswith("ع"):
        # Ain carries the vowel at the beginning (علی is Əli) and is not heard elsewhere.
        word = "ا" + word[1:]
    elif _TURKIC_LATIN.search(word):
        word = word.translate(_TURKIC_C_AND_J)
    return _codes(_HARD_C.sub("ĉ", _GEORGIAN_CASE.sub("", word)))


def _codes(word: str) -> str:
    word = _SOFT_T.sub("τ", _SOFT_D.sub("δ", word))
    return _GROUPS.sub(lambda match: _letter(match[0]), word)


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    known = LETTERS.get(letter)
    if known is not None:
        return known
    if "a" <= letter <= "z" or letter.isdecimal():
        return letter
    # Without its marks it may be a letter we know (á, ӣ); otherwise as anyascii has it.
    base = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    if base != letter:
        return _codes(base)
    plain = "".join(c for c in anyascii(letter).lower() if c.isalnum())
    return _codes(plain) if plain != letter else letter
