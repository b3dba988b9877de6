"""Names in any script: folding them, finding candidates for one, and judging whether two are the same.

How it works, each step in its own module:

1. `romanisation` writes letters of every script as sounds: Сәмәдов, Самедов, صمدوف, Səmədov.
2. `sounds` says which sounds stand for each other and what the skeleton of a word is.
3. `name_words` takes a name apart: order free, initials, hyphens, the father's name.
4. Here: `search_keys` go into an index, `token_keys` are looked up there – a stored name is a candidate
   if `min(2, len(token_keys(query)))` of the sets meet its keys – and `compare` judges candidates.
5. `mentions` finds names in running text, `word_keys` fold any words for search.

The tiers are honest rather than eager: *same* only where every word agrees sound by sound under the
written rules; a typo, another vowel, an initial or a contradicting father's name make it *similar*.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from rapidfuzz.distance import Levenshtein

from cases.text.arabic_spelling import arabic_closeness, fits_arabic
from cases.text.mentions import find_names, word_keys
from cases.text.name_words import Word, joined, name_words
from cases.text.romanisation import has_arabic
from cases.text.sounds import are_alike, loose, readable

__all__ = [
    "Match",
    "compare",
    "find_names",
    "fold",
    "has_arabic",
    "search_keys",
    "token_keys",
    "tokens",
    "word_keys",
]

SAME, SIMILAR = "same", "similar"

# A pair of words scores 1 if alike sound by sound, otherwise at most NEAR; below WORD_FLOOR it is no pair.
NEAR = 0.95
WORD_FLOOR = 0.64
# All pairs of a name together must reach this.
NAME_FLOOR = 0.76
# The share of a word's score that rests on its consonants.
SKELETON_SHARE, CLASSES_SHARE = 0.4, 0.35
SKELETON_SHARE_OF_ARABIC = 0.7
# A spelling that the rules of Arabic script allow is worth this at least, however few vowels it has.
FITTING = 0.9
# Words whose consonants agree less than this are not looked at more closely.
SKELETON_FLOOR, SKELETON_FLOOR_OF_ARABIC = 0.5, 0.65
# One name by the forms of two languages: Микола, Николай.
EQUIVALENT = 0.93
# Alike under the rules, but with other vowels or sounds than were asked for: behind what is exactly so.
ALIKE_SCORE = 0.98
INITIAL_SCORE = 0.85
# One half of a double name.
HALF_SHARE = 0.85
# By another way to write the word that it may be.
ALSO_SHARE = 0.97
# Short vowels are not written in Arabic script, so agreement there says less.
ARABIC_SHARE = 0.97
# For every word of the longer name that has no partner; less for a father's name.
UNPAIRED, UNPAIRED_FATHERS_NAME = 0.04, 0.01


@dataclass(frozen=True, slots=True)
class Match:
    """How well a stored name answers a query: `tier` is "same" or "similar", `score` 0 to 1."""

    tier: str
    score: float


@dataclass(frozen=True, slots=True)
class _Pair:
    score: float
    query: int
    stored: int
    strict: bool


def tokens(text: str) -> list[str]:
    """The words of a name in plain Latin letters: `İqbal Şahin oğlu` → `["iqbal", "shahin"]`."""
    return [readable(word.codes) for word in name_words(text)]


def fold(text: str) -> str:
    """The name in plain Latin letters, the same for all spellings that differ in letters alone."""
    return " ".join(tokens(text))


def token_keys(text: str) -> list[set[str]]:
    """For each word of a query the keys to look up; initials have none and are left out.

    Neighbours also stand for their joined form, so that Gül Ağa finds Gülağa.
    """
    words = [word for word in name_words(text) if not word.initial and word.skeletons]
    keys = [word.keys for word in words]
    for position, (one, other) in enumerate(pairwise(words)):
        both = set(joined(one, other).skeletons)
        keys[position] |= both
        keys[position + 1] |= both
    return keys


def search_keys(text: str) -> set[str]:
    """The keys under which a stored name is indexed: the union of its `token_keys`."""
    return set().union(*token_keys(text))


def compare(query: str, stored: str) -> Match | None:
    """Judge whether `stored` is the name that `query` asks for; None if it is another.

    Every word pairs with at most one of the other name. Two pairs are needed, or one if the query
    has one word; words of the query that have no partner weigh more than words of the stored name.
    """
    asked, kept = name_words(query), name_words(stored)
    best = _compare(asked, kept)
    if best is None or best.tier != SAME:
        for asked_variant, kept_variant in _joined_variants(asked, kept):
            found = _compare(asked_variant, kept_variant)
            # One word less than the other has is a reason to doubt that two of them are one.
            if found and found.tier != SAME and len(asked_variant) < len(kept_variant):
                continue
            if found and (best is None or found.score > best.score):
                best = found
    return best


def _joined_variants(asked: tuple[Word, ...], kept: tuple[Word, ...]):
    """The same names with two neighbours of the longer one written as one; of two of a length, those of the query."""
    if len(asked) >= len(kept):
        for at in range(len(asked) - 1):
            yield (*asked[:at], joined(asked[at], asked[at + 1]), *asked[at + 2 :]), kept
    else:
        for at in range(len(kept) - 1):
            yield asked, (*kept[:at], joined(kept[at], kept[at + 1]), *kept[at + 2 :])


def _compare(asked: tuple[Word, ...], kept: tuple[Word, ...]) -> Match | None:
    if not asked or not kept:
        return None
    pairs = _paired(asked, kept)
    if len(pairs) < min(2, len(asked)):
        return None
    weights = [len(asked[pair.query].codes) or 1 for pair in pairs]
    score = sum(pair.score * weight for pair, weight in zip(pairs, weights, strict=True)) / sum(weights)
    if score < NAME_FLOOR:
        return None
    left_asked = [word for at, word in enumerate(asked) if all(pair.query != at for pair in pairs)]
    left_kept = [word for at, word in enumerate(kept) if all(pair.stored != at for pair in pairs)]
    # More than one word that nobody answers, and it is another name.
    if sum(not word.fathers_name for word in left_asked) > max(0, len(pairs) - 1):
        return None
    same = all(pair.strict for pair in pairs) and _may_be_same(asked, kept, pairs, left_asked, left_kept)
    score -= sum(UNPAIRED_FATHERS_NAME if word.fathers_name else UNPAIRED for word in left_asked + left_kept)
    return Match(SAME if same else SIMILAR, round(max(score, 0.01), 4))


def _may_be_same(asked, kept, pairs, left_asked, left_kept) -> bool:
    """Whether nothing outside the agreeing words speaks against one and the same name."""
    if left_asked and left_kept:
        # Both have a word the other lacks: two fathers' names, or two surnames.
        return False
    if len(pairs) > 1:
        # Arabic script alone is too little for one word, enough for two.
        return True
    word, partner = asked[pairs[0].query], kept[pairs[0].stored]
    return not (partner.fathers_name or word.arabic or partner.arabic)


def _paired(asked: tuple[Word, ...], kept: tuple[Word, ...]) -> list[_Pair]:
    """The best pairs of words, each word used once, best first."""
    candidates = []
    for q, word in enumerate(asked):
        for s, other in enumerate(kept):
            score, strict = word_score(word, other)
            if score >= WORD_FLOOR:
                candidates.append(_Pair(score, q, s, strict))
    candidates.sort(key=lambda pair: (-pair.score, pair.query, pair.stored))
    chosen, used_asked, used_kept = [], set(), set()
    for pair in candidates:
        if pair.query not in used_asked and pair.stored not in used_kept:
            chosen.append(pair)
            used_asked.add(pair.query)
            used_kept.add(pair.stored)
    return chosen


@lru_cache(maxsize=65_536)
def word_score(word: Word, other: Word) -> tuple[float, bool]:
    """How alike two words are (0 to 1), and whether they agree sound by sound."""
    if word.initial or other.initial:
        return (INITIAL_SCORE, False) if _initial_fits(word, other) else (0.0, False)
    best = (_arabic_score if word.arabic or other.arabic else _plain_score)(word, other)
    if best[0] < EQUIVALENT and not word.equivalents.isdisjoint(other.equivalents):
        best = EQUIVALENT, False
    if best[1]:
        return best
    for one, two in [(also, other) for also in word.also] + [(word, also) for also in other.also]:
        score, _ = word_score(one, two)
        best = max(best, (score * ALSO_SHARE, False))
    # One half of a double name answers for it, but not as the same.
    for one, two in [(half, other) for half in word.halves] + [(word, half) for half in other.halves]:
        score, _ = word_score(one, two)
        best = max(best, (score * HALF_SHARE, False))
    return best


def _plain_score(word: Word, other: Word) -> tuple[float, bool]:
    if word.codes == other.codes:
        return 1.0, True
    if any(are_alike(one, two) for one in word.forms for two in other.forms):
        return ALIKE_SCORE, True
    skeletons = _nearest(word.skeletons, other.skeletons)
    if skeletons < SKELETON_FLOOR:
        return 0.0, False
    sounds = _nearest(word.forms, other.forms)
    classes = _nearest(map(loose, word.forms), map(loose, other.forms))
    score = (
        SKELETON_SHARE * skeletons + CLASSES_SHARE * classes + (1 - SKELETON_SHARE - CLASSES_SHARE) * sounds
    )
    return NEAR * score, False


def _arabic_score(word: Word, other: Word) -> tuple[float, bool]:
    if word.arabic and other.arabic:
        if not set(word.forms).isdisjoint(other.forms):
            return ARABIC_SHARE, True
        skeletons = _nearest(word.skeletons, other.skeletons)
        letters = _nearest(word.forms, other.forms)
        return NEAR * ARABIC_SHARE * (
            SKELETON_SHARE_OF_ARABIC * skeletons + (1 - SKELETON_SHARE_OF_ARABIC) * letters
        ), False
    arabic, plain = (word, other) if word.arabic else (other, word)
    if _nearest(word.skeletons, other.skeletons) < SKELETON_FLOOR_OF_ARABIC:
        return 0.0, False
    spellings = list(product(plain.vowelled, arabic.forms))
    closeness = max(arabic_closeness(form, written) for form, written in spellings)
    if any(fits_arabic(form, written) for form, written in spellings):
        return ARABIC_SHARE * max(closeness, FITTING), True
    return NEAR * ARABIC_SHARE * closeness, False


def _nearest(ones: Iterable[str], others: Iterable[str]) -> float:
    others = list(others)
    return max((Levenshtein.normalized_similarity(one, two) for one in ones for two in others), default=0.0)


def _initial_fits(word: Word, other: Word) -> bool:
    first, second = (w.skeletons[0][:1] if w.skeletons else w.codes[:1] for w in (word, other))
    return first == second
