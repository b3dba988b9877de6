"""How names stand in Arabic script, where a letter may be a vowel, a consonant or nothing at all.

Works on the codes of `romanisation`, in which letters of two minds are capitals: A alef, W vav, Y ye, H final he,
Z dad, which is z or d.
Arabic, Persian and Ottoman writers spell names from elsewhere in different ways; the rules below follow ISO 233
and ALA-LC for the letters, and the usage of Arabic and Persian papers for sounds that the script lacks.
"""

import re
from functools import lru_cache
from itertools import islice, product

MOST_SKELETONS = 12

# Letters written together for one sound: (pattern, replacement, example).
_CLUSTERS = [
    (r"tş", "ç", "Arabic تش for ch: تشيخوف, Чехов"),
    (r"şç", "ş", "شتش, شچ for щ: خروشچف, Хрущёв"),
    (r"ts", "c", "تس for ц: يلتسين, Ельцин"),
    (r"dj", "j", "دج for dzh: أذربيدجان"),
    (r"ll", "l", "الله, روح‌الله"),
    (r"(?<=.)Al(?=h$)", "l", "الله at the end: روح‌الله, Ruhollah"),
    (r"YY", "Y", "two ye are one: علييف, علیف"),
    (r"hA(?=Y$)", "A", "Persian ه before ـای: خامنه‌ای, Xamenei"),
]
_CLUSTERS = [(re.compile(pattern), replacement) for pattern, replacement, _example in _CLUSTERS]
_ARTICLE = re.compile("^Al(?=.{3})")

# How each sound may be written; "" where it need not be. Short vowels are not written, and a long vowel must
# stand where the word has such a vowel: ناظم is Nazim and not Nizami.
_WRITTEN = {
    code: forms.split()
    for code, forms in {
        "v": "W f v", "f": "f", "x": "x h k", "g": "g k q ğ j h", "ğ": "ğ g q", "q": "q k g ğ x j", "k": "k q g",
        "p": "p b", "b": "b", "d": "d Z", "t": "t d", "z": "z Z", "s": "s", "c": "c s", "ş": "ş", "ç": "ç ş j",
        "j": "j ç", "ĵ": "j ž", "ć": "j ç k", "ĉ": "j ç k", "ž": "ž j", "l": "l", "m": "m", "n": "n", "r": "r",
    }.items()
}  # fmt: skip
_WRITTEN |= {
    "a": ["", "A", "H", "h", "YA"],
    "e": ["", "A", "H", "h", "Y", "AY", "YA"],
    "i": ["", "Y", "AY"],
    "o": ["", "W", "AW"],
    "u": ["", "W", "AW"],
    "ø": ["", "W", "Y"],
    "h": ["h", "x"],
}
# Alef carries any vowel at the beginning, with or without the letter of the vowel.
_WRITTEN_FIRST = ["A", "AY", "AW", "Y", "W"]
# At the end strict forms have lost the voice that Arabic letters may keep.
_WRITTEN_LAST = {"t": ["t", "d", "H"], "p": ["p", "b"], "v": ["W", "f", "v"], "q": ["q", "k", "g", "ğ", "j"]}
# A vowel that ends a word is always written: علييف is Əliyev and not Əliyeva.
_WRITTEN_LAST |= {
    "a": ["A", "H", "h", "Y"],
    "e": ["A", "H", "h", "Y", "AY"],
    "i": ["Y", "AY"],
    "o": ["W"],
    "u": ["W"],
}
_VOWELS = frozenset("aeiouø")
_VOWEL_LETTERS = frozenset("AWYH")

# What it costs to let sounds and letters differ, where a whole consonant costs 1.
_OTHER_VOWEL, _VOWEL_TOO_MANY, _NEAR_CONSONANT, _BREATH = 0.2, 0.25, 0.35, 0.5
# Unwritten a is usual, o and i less so.
_UNWRITTEN = {"a": 0.03, "e": 0.03, "i": 0.1, "o": 0.1, "u": 0.06, "ø": 0.06, "h": _BREATH}
# The consonants that readers of another language take for one another.
_NEAR = {
    letter: kind
    for kind, letters in enumerate(("gğkqhxj", "td", "pb", "vfW", "szşcžZ", "jžĵćĉç"))
    for letter in letters
}


def clustered(codes: str) -> str:
    """The codes of a word in Arabic script with letters that stand for one sound together made one."""
    for pattern, replacement in _CLUSTERS:
        codes = pattern.sub(replacement, codes)
    return codes


def arabic_forms(codes: str) -> tuple[str, ...]:
    """With and without what may be the article: الأسد is Assad, but الهام is Ilham and الکسی Aleksey."""
    bare = _ARTICLE.sub("", codes)
    return (codes,) if bare == codes else (codes, bare)


def arabic_skeletons(codes: str, classes: dict[int, str]) -> tuple[str, ...]:
    """Skeletons of a word in Arabic script, the likeliest first, a dozen at most.

    vav may be v or a vowel, jim a g (as in Egypt: جورباتشوف), final he a vowel or h, first he silent.
    """
    found: dict[str, None] = {}
    for form in arabic_forms(codes):
        choices = [_choices(form, at, classes) for at in range(len(form))]
        for choice in islice(product(*choices), MOST_SKELETONS):
            found["".join(choice)] = None
    return tuple(skeleton for skeleton in islice(found, MOST_SKELETONS) if skeleton)


def _choices(form: str, at: int, classes: dict[int, str]) -> tuple[str, ...]:
    letter, plain = form[at], form[at].translate(classes)
    if letter == "W":
        if at == 0:
            return ("f", "a")
        # Between two consonants vav is mostly a vowel, beside another vowel letter mostly v.
        beside = form[at - 1] in _VOWEL_LETTERS or form[at + 1 : at + 2] in _VOWEL_LETTERS
        return ("f", "") if beside else ("", "f")
    if letter in _VOWEL_LETTERS:
        return ("a",) if at == 0 else ("",)
    if letter == "h" and at == len(form) - 1:
        return ("", plain)
    if letter == "h" and at == 0:
        return (plain, "a")
    if letter == "j":
        return (plain, "k")
    if letter == "Z":
        return (plain, "t")
    return (plain,)


def fits_arabic(vowelled: str, arabic: str) -> bool:
    """Whether the word `vowelled` (its sounds, each vowel as it is) is written as `arabic` (codes) by the rules.

    Besides what each sound allows: i and u after another vowel are written (حسین is Hüseyn and not Həsən), and so is
    i after a vowel that is not (کریمی is Kərimi, کرمی is Kərəmi); where one a is written, the last one is (كمال, كامل).
    """
    last_vowel = max((at for at, code in enumerate(vowelled) if code in _VOWELS), default=-1)
    # How far the letters are read, and whether the vowel before was written (None: there was none).
    reached: set[tuple[int, bool | None]] = {(0, None)}
    for position, code in enumerate(vowelled):
        forms = _forms(vowelled, position)
        after_vowel = position > 0 and vowelled[position - 1] in _VOWELS
        following: set[tuple[int, bool | None]] = set()
        for at, written in reached:
            for form in forms:
                if not arabic.startswith(form, at):
                    continue
                if code not in _VOWELS:
                    following.add((at + len(form), written))
                elif form or not (
                    (after_vowel and code in "iou")
                    or (code == "i" and written is False)
                    or (code == "a" and written and position == last_vowel)
                ):
                    following.add((at + len(form), bool(form)))
        reached = following
        if not reached:
            return False
    return any(at == len(arabic) for at, _ in reached)


def may_fit_arabic(form: str, arabic: str) -> bool:
    """Whether `arabic` could at all be the strict form `form`, whose vowels are in classes; for the safety scan."""
    reached = {0}
    for position, code in enumerate(form):
        # An a may be an e, which takes ye; no vowel need be written.
        code = "e" if code == "a" else code
        forms = ["", *_WRITTEN_FIRST, *_WRITTEN.get(code, [])] if code in _VOWELS else _forms(form, position)
        forms = [*forms, ""] if code == "h" else forms
        reached = {at + len(written) for at in reached for written in forms if arabic.startswith(written, at)}
    return len(arabic) in reached


@lru_cache(maxsize=65_536)
def arabic_closeness(vowelled: str, arabic: str) -> float:
    """How well `arabic` spells the word `vowelled`, 0 to 1: the cheapest way to read one as the other."""
    width = len(arabic)
    costs = [0.0]
    for letter in arabic:
        costs.append(costs[-1] + _too_many(letter))
    before: list[list[float]] = [costs]
    for position, code in enumerate(vowelled):
        vowel = code in _VOWELS
        last = before[-1]
        unwritten = _UNWRITTEN.get(code, 1.0)
        row = [last[0] + unwritten]
        forms = _forms(vowelled, position)
        for at in range(1, width + 1):
            letter = arabic[at - 1]
            cost = min(
                last[at] + unwritten,
                row[at - 1] + _too_many(letter),
                last[at - 1] + _instead(code, letter, vowel),
            )
            for form in forms:
                size = len(form)
                if size and size <= at and arabic.startswith(form, at - size) and last[at - size] < cost:
                    cost = last[at - size]
            row.append(cost)
        before.append(row)
    weight = sum(0.4 if code in _VOWELS else 1.0 for code in vowelled)
    return max(0.0, 1.0 - before[-1][-1] / max(weight, 1.0))


def _forms(vowelled: str, position: int) -> list[str]:
    code = vowelled[position]
    if position == 0 and code in _VOWELS:
        return _WRITTEN_FIRST
    if position == len(vowelled) - 1 and code in _WRITTEN_LAST:
        return _WRITTEN_LAST[code]
    return _WRITTEN.get(code, [code])


def _too_many(letter: str) -> float:
    if letter in _VOWEL_LETTERS:
        return _VOWEL_TOO_MANY
    return _BREATH if letter == "h" else 1.0


def _instead(code: str, letter: str, vowel: bool) -> float:
    if vowel:
        return _OTHER_VOWEL if letter in _VOWEL_LETTERS else 1.0
    near = _NEAR.get(code)
    return _NEAR_CONSONANT if near is not None and near == _NEAR.get(letter) else 1.0
