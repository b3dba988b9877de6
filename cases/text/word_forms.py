"""Words without their endings, so that one form finds the others: Дербенте, Дербент; prisoners, prisoner; Bakıda, Bakı.

Russian and English follow the algorithms of Snowball (M. F. Porter, https://snowballstem.org/algorithms/), step by
step. Azerbaijani has rules of its own, since Snowball's Turkish knows no ə (decision 0037): one ending of each kind,
from the end – of a predicate, of a case, of whose it is, of the plural. All take words as `romanisation.normalised`
leaves them.
"""

import re
from functools import lru_cache

# ---------------------------------------------------------------------------------------------- Russian


def _endings(words: str) -> list[str]:
    return sorted(words.split(), key=len, reverse=True)


_RU_VOWELS = "аеиоуыэюя"
_RU_GERUND = _endings("в вши вшись ив ивши ившись ыв ывши ывшись")
_RU_ADJECTIVE = _endings(
    "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"
)
_RU_PARTICIPLE = _endings("ем нн вш ющ щ ивш ывш ующ")
_RU_REFLEXIVE = _endings("ся сь")
_RU_VERB = _endings(
    "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно "
    "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю"
)
_RU_NOUN = _endings(
    "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"
)
# These are endings only behind а or я.
_RU_AFTER_A = frozenset(
    _endings("в вши вшись ем нн вш ющ щ ла на ете йте ли й л н ло но ет ют ны ть ешь нно")
)
_RU_RV = re.compile(f"[^{_RU_VOWELS}]*[{_RU_VOWELS}]")
_RU_R1 = re.compile(f"[^{_RU_VOWELS}]*[{_RU_VOWELS}]+[^{_RU_VOWELS}]")


@lru_cache(maxsize=4_096)
def russian_stem(word: str) -> str:
    """`дербенте` → `дербент`."""
    word = word.replace("ё", "е")
    if not (found := _RU_RV.match(word)):
        return word
    head, rest = word[: found.end()], word[found.end() :]
    if (shorter := _without(rest, _RU_GERUND)) is not None:
        rest = shorter
    else:
        shorter = _without(rest, _RU_REFLEXIVE)
        rest = rest if shorter is None else shorter
        if (shorter := _without(rest, _RU_ADJECTIVE, guarded=False)) is not None:
            participle = _without(shorter, _RU_PARTICIPLE)
            rest = shorter if participle is None else participle
        elif (shorter := _without(rest, _RU_VERB)) is not None:
            rest = shorter
        else:
            shorter = _without(rest, _RU_NOUN, guarded=False)
            rest = rest if shorter is None else shorter
    rest = rest.removesuffix("и")
    word = head + rest
    for ending in ("ость", "ост"):
        if word.endswith(ending):
            if rest.endswith(ending) and len(word) - len(ending) >= _r2(word, _RU_R1):
                rest = rest.removesuffix(ending)
            break
    for ending in ("ейше", "ейш"):
        if rest.endswith(ending):
            rest = rest.removesuffix(ending)
            return head + (rest[:-1] if rest.endswith("нн") else rest)
    if rest.endswith("нн"):
        return head + rest[:-1]
    return head + rest.removesuffix("ь")


def _without(rest: str, endings: list[str], *, guarded: bool = True) -> str | None:
    """What is left without the longest of the endings; None where there is none, or it may not follow there."""
    for ending in endings:
        if rest.endswith(ending):
            left = rest[: len(rest) - len(ending)]
            return None if guarded and ending in _RU_AFTER_A and left[-1:] not in ("а", "я") else left
    return None


def _r2(word: str, region: re.Pattern[str]) -> int:
    first = region.match(word)
    second = region.match(word[first.end() :]) if first else None
    return first.end() + second.end() if first and second else len(word)


# ---------------------------------------------------------------------------------------------- Azerbaijani

# Of a predicate, a case, an owner, the plural; ə may be typed as e, and ı is written i here.
_AZ_KINDS = [
    re.compile(r"d[iuü]r(?:l[aəe]r)?$"),
    re.compile(r"(?:n?d[aəe]n?|n[iuü]n|(?<![aəeiouöü])[iuü]n|[yn][aəe]|[aəe]|[yn][iuü]|[iuü]|l[aəe])$"),
    re.compile(r"(?:s[iuü]|[iuü](?:[mn][iuü]z)?)$"),
    re.compile(r"l[aəe]r$"),
]
_AZ_SHORTEST = 4
_AZ_SOFT = {"ğ": "q", "y": "k"}


@lru_cache(maxsize=4_096)
def azerbaijani_stems(word: str) -> tuple[str, ...]:
    """What is left of a word after one ending after the other, the shortest last: `məhkəmələrin` → `məhkəmələr`,
    `məhkəmə`. Where an n, y or s may belong to either side, both are left: Dağıstan-da, evi-ndə."""
    found: dict[str, None] = {}
    words = [word]
    for kind in _AZ_KINDS:
        left = [each for known in words if (ending := kind.search(known)) for each in _cut(known, ending)]
        found |= dict.fromkeys(left)
        words = left or words
    return tuple(found)


def _cut(word: str, ending: re.Match[str]) -> list[str]:
    stem, cut = word[: ending.start()], ending[0]
    ways = [(stem, cut)] + ([(stem + cut[0], cut[1:])] if cut[0] in "nys" else [])
    # The last consonant grows soft before a vowel: uşaq, uşağı.
    return [
        each[:-1] + _AZ_SOFT[each[-1]] if each[-1] in _AZ_SOFT and rest[:1] in tuple("aəeiuü") else each
        for each, rest in ways
        if len(each) >= _AZ_SHORTEST
    ]


# ---------------------------------------------------------------------------------------------- English

_EN_VOWEL = "[aeiouy]"
_EN_R1 = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]")
_EN_R1_OF = re.compile("(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)")
_EN_DOUBLE = re.compile("(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$")
_EN_SHORT_END = re.compile("(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY]|past)$")
_EN_KEPT = {
    "skis": "ski", "skies": "sky", "sky": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl",
    "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
    **{word: word for word in _endings("news atlas bias andes inning outing canning herring earring evening")},
}  # fmt: skip
_EN_2 = {
    "tional": "tion", "enci": "ence", "anci": "ance", "abli": "able", "entli": "ent", "izer": "ize", "ization": "ize",
    "ational": "ate", "ation": "ate", "ator": "ate", "alism": "al", "aliti": "al", "alli": "al", "fulness": "ful",
    "ousli": "ous", "ousness": "ous", "iveness": "ive", "iviti": "ive", "biliti": "ble", "bli": "ble", "fulli": "ful",
    "lessli": "less",
}  # fmt: skip
_EN_3 = {
    "tional": "tion", "ational": "ate", "alize": "al", "icate": "ic", "iciti": "ic", "ical": "ic", "ful": "",
    "ness": "",
}  # fmt: skip
_EN_4 = _endings("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion")


@lru_cache(maxsize=4_096)
def english_stem(word: str) -> str:
    """`prisoners` → `prison`, `arrested` → `arrest`."""
    if len(word) <= 2 or word in _EN_KEPT:
        return _EN_KEPT.get(word, word)
    word = re.sub(f"(^|{_EN_VOWEL})y", r"\1Y", word)
    start = _EN_R1_OF.match(word) or _EN_R1.match(word)
    r1 = start.end() if start else len(word)
    second = _EN_R1.match(word[r1:])
    r2 = r1 + second.end() if second else len(word)
    word = _plural(word)
    word = _past(word, r1)
    word = re.sub("(?<=.)(?<![aeiouy])[yY]$", "i", word) if len(word) > 2 else word
    word = _second(word, r1)
    for ending in sorted(_EN_3, key=len, reverse=True):
        if word.endswith(ending):
            if len(word) - len(ending) >= r1:
                word = word[: len(word) - len(ending)] + _EN_3[ending]
            break
    else:
        if word.endswith("ative") and len(word) - 5 >= r2:
            word = word[:-5]
    for ending in _EN_4:
        if word.endswith(ending):
            left = word[: len(word) - len(ending)]
            if len(left) >= r2 and (ending != "ion" or left[-1:] in ("s", "t")):
                word = left
            break
    if word.endswith("e"):
        left = word[:-1]
        if len(left) >= r2 or (len(left) >= r1 and not _EN_SHORT_END.search(left)):
            word = left
    elif word.endswith("ll") and len(word) - 1 >= r2:
        word = word[:-1]
    return word.lower()


def _plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith(("us", "ss")) or not word.endswith("s"):
        return word
    return word[:-1] if re.search(_EN_VOWEL, word[:-2]) else word


def _past(word: str, r1: int) -> str:
    for ending in ("eedly", "eed"):
        if word.endswith(ending):
            left = word[: len(word) - len(ending)]
            return left + "ee" if len(left) >= r1 and left not in ("exc", "proc", "succ") else word
    for ending in ("ingly", "edly", "ing", "ed"):
        if word.endswith(ending):
            left = word[: len(word) - len(ending)]
            if not re.search(_EN_VOWEL, left):
                return word
            if left.endswith(("at", "bl", "iz")):
                return left + "e"
            if _EN_DOUBLE.search(left):
                return left if re.fullmatch("[aeo].{2}", left) else left[:-1]
            return left + "e" if len(left) <= r1 and _EN_SHORT_END.search(left) else left
    return word


def _second(word: str, r1: int) -> str:
    for ending in sorted([*_EN_2, "ogist", "ogi", "li"], key=len, reverse=True):
        if word.endswith(ending):
            left = word[: len(word) - len(ending)]
            if len(left) < r1:
                return word
            if ending == "ogist":
                return left + "og"
            if ending == "ogi":
                return left + "og" if left.endswith("l") else word
            if ending == "li":
                return left if left[-1:] in tuple("cdeghkmnrt") else word
            return left + _EN_2[ending]
    return word
