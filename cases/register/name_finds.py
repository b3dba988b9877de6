"""Finding published cases by name, and the name that somebody may have meant.

Each word of the query is looked up in the dictionary of `name_index.py` by its skeletons and judged against the
words found there; bitmaps say at once which cases have them. A query of one word is answered by that alone. If it
has several, two of them must meet in a case; the names of those cases are read and compared as a whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from django.db import connection
from pyroaring import BitMap
from rapidfuzz.distance import Levenshtein

from cases.register.facet_block import NAME, FacetBlock
from cases.register.name_index import NameToken
from cases.register.published_case import PublishedCase
from cases.text.name_tokens import INITIAL, initials_of, is_half, is_whole, word_of
from cases.text.name_words import Word, joined, name_words
from cases.text.names import (
    INITIAL_SCORE,
    NAME_FLOOR,
    SAME,
    SIMILAR,
    UNPAIRED,
    WORD_FLOOR,
    compare,
    fold,
    word_score,
)

# So many cases have their names compared as a whole; of more, those whose words fit best.
MOST_COMPARED = 300
# Cases beyond that limit rank behind those within it.
LIMIT_SCORE = 0.8
# How near a word must be to two words of the query written as one, and what it is worth.
JOINED_FLOOR, JOINED_SCORE = 0.85, 0.9
MOST_LEVELS, MOST_GROUPS = 4, 100
# Of a longer query these words are looked up.
MOST_WORDS = 5
# So many words are no name of anybody: comparing takes every word with every other, and finds that most are unanswered.
LONGEST_NAME = 12
# So many words of the dictionary are judged for each word of the query, those of most cases first.
MOST_JUDGED = 1_500
# A name that is suggested may be further off than one that is found.
SUGGESTION_FLOOR = 0.6
# Bands are this far apart.
STEP = 0.01

_NONE = BitMap()


@dataclass(frozen=True)
class Band:
    """Cases that answer a query equally well. `tier` is "same" or "similar"."""

    tier: str
    score: float
    rows: BitMap


@dataclass(frozen=True)
class NameFinds:
    """What a query found, best band first; no row is in two bands."""

    bands: list[Band]

    @property
    def rows(self) -> BitMap:
        return BitMap().union(*(band.rows for band in self.bands))


def find_by_name(query: str, *, hidden: BitMap = _NONE) -> NameFinds:
    """The published cases whose public names answer `query`, but those `hidden`. Asks the database a constant number
    of times."""
    words = [word for word in name_words(query) if word.initial or word.skeletons]
    if len(words) > LONGEST_NAME:
        return NameFinds([])
    if len(words) > MOST_WORDS:
        words = [word for word in words if not word.initial][:MOST_WORDS]
    if all(word.initial for word in words):
        return NameFinds([])
    asked = _look_up(words, WORD_FLOOR if len(words) > 1 else NAME_FLOOR, hidden)
    if len(words) == 1:
        finds = [(SAME if hit.sure else SIMILAR, hit.score, hit.rows) for hit in asked[0].hits]
    else:
        finds = _by_words(asked, query)
    return NameFinds(_bands(finds))


def suggestion(query: str, *, hidden: BitMap = _NONE) -> str:
    """A public name that `query` may have meant, as it is published, of a case that is not `hidden`; empty if none is
    near.

    To be asked where the names found nothing: every word must be somewhat like a word of the name.
    """
    words = [word for word in name_words(query) if word.skeletons and not word.initial][:MOST_WORDS]
    if not words:
        return ""
    asked = _look_up(words, SUGGESTION_FLOOR, hidden)
    rows = BitMap.intersection(*(each.rows for each in asked))
    if not rows:
        return ""
    *_, group = next(_by_scores(asked, rows), (rows,))
    nearest = group[0]
    wanted = fold(query)
    return max(
        _names_of([nearest])[nearest], key=lambda name: Levenshtein.normalized_similarity(fold(name), wanted)
    )


@dataclass(frozen=True, slots=True)
class _Hit:
    """A token that answers a word of the query, and the cases that have it."""

    score: float
    sure: bool
    rows: BitMap


@dataclass(slots=True)
class _Asked:
    """A word of the query, what answers it, and the cases in which anything does."""

    word: Word
    hits: list[_Hit]
    rows: BitMap


def _look_up(words: list[Word], floor: float, hidden: BitMap) -> list[_Asked]:
    """Everything the dictionary has for the words; two queries, whatever their number."""
    named = [word for word in words if not word.initial]
    # A letter may also be the beginning of a name that is written as one: O Nirl, O'Nirl.
    pairs = [joined(one, other) for one, other in pairwise(words) if not other.initial]
    floors = [floor] * len(named) + [JOINED_FLOOR] * len(pairs)
    judged = [
        {token: score for token in tokens if (score := word_score(word, word_of(token)))[0] >= least}
        for word, least, tokens in zip(named + pairs, floors, _candidates(named + pairs), strict=True)
    ]
    _settle(judged[: len(named)])
    initials = {INITIAL + first for word in words for first in initials_of(word)} if len(words) > 1 else set()
    tokens = initials | {token + INITIAL for token in initials}
    bits = _rows_of(tokens.union(*judged), hidden)

    asked, alone = [], len(words) == 1
    of_words, of_pairs = iter(judged), iter(judged[len(named) :])
    for word in words:
        hits = [
            _Hit(
                score - UNPAIRED * (alone and not is_whole(token)),
                strict and _may_be_sure(word, token),
                bits[token],
            )
            for token, (score, strict) in ({} if word.initial else next(of_words)).items()
            if token in bits
        ]
        # An initial is answered by any word that begins so, a word by its mere initial.
        for first in initials_of(word):
            token = INITIAL + first if word.initial else INITIAL + first + INITIAL
            if token in bits:
                hits.append(_Hit(INITIAL_SCORE, False, bits[token]))
        asked.append(_Asked(word, hits, _union(hit.rows for hit in hits)))
    answers = {id(word): tokens.keys() for word, tokens in zip(named, judged, strict=False)}
    for one, other in pairwise(asked):
        # A case that has two neighbours of the query as one word answers both of them.
        if not other.word.initial:
            tokens = next(of_pairs)
            single = {*answers.get(id(one.word), ()), *answers[id(other.word)]}
            rows = _union(bits.get(token, _NONE) for token in tokens.keys() - single)
            for each in (one, other):
                each.hits.append(_Hit(JOINED_SCORE, False, rows))
                each.rows = each.rows | rows
    return asked


def _settle(judged: list[dict[str, tuple[float, bool]]]) -> None:
    """Let a token answer one word only, the one it is nearest to: one محمد is not both words of محمد محمدی.

    Where it agrees with several sound by sound (Əli Əli), it answers each.
    """
    best: dict[str, tuple[float, int]] = {}
    for at, tokens in enumerate(judged):
        for token, (score, _) in tokens.items():
            if token not in best or score > best[token][0]:
                best[token] = score, at
    for at, tokens in enumerate(judged):
        for token in [token for token, (_, strict) in tokens.items() if best[token][1] != at and not strict]:
            del tokens[token]


def _may_be_sure(word: Word, token: str) -> bool:
    """Whether a single word that agrees sound by sound is enough to speak of the same name."""
    stored = word_of(token)
    return not (is_half(token) or stored.fathers_name or stored.arabic or word.arabic)


def _by_words(asked: list[_Asked], query: str):
    rows = _met_twice([each.rows for each in asked])
    if len(rows) <= MOST_COMPARED:
        yield from _compared(query, list(rows))
        return
    compared = BitMap()
    for score, sure, group in _by_scores(asked, rows):
        some = group[: MOST_COMPARED - len(compared)]
        compared |= some
        # Beyond the limit a case is taken at its words.
        if len(some) < len(group):
            yield SAME if sure else SIMILAR, min(score, LIMIT_SCORE), group - some
    yield from _compared(query, list(compared))


def _met_twice(found: list[BitMap]) -> BitMap:
    once, twice = BitMap(), BitMap()
    for rows in found:
        twice |= once & rows
        once |= rows
    return twice


def _by_scores(asked: list[_Asked], rows: BitMap) -> Iterator[tuple[float, bool, BitMap]]:
    """Rows that answer two words and more, best first: what their words score together, and whether all are sure."""
    weights = [len(each.word.codes) or 1 for each in asked]
    groups = []
    for found in product(*(_levels(each.hits) + [None] * (len(asked) > 2) for each in asked)):
        present = [(level, weight) for level, weight in zip(found, weights, strict=True) if level]
        missing = len(asked) - len(present)
        if missing >= len(present):
            continue
        score = sum(level[0] * weight for level, weight in present) / sum(weight for _, weight in present)
        if score >= NAME_FLOOR:
            sure = not missing and all(level[1] for level, _ in present)
            groups.append((sure, score - UNPAIRED * missing, [level[2] for level, _ in present]))
    left = rows
    for number, (sure, score, bits) in enumerate(sorted(groups, key=lambda group: (-group[0], -group[1]))):
        if number == MOST_GROUPS:
            # So far down the order says little, and telling it takes longer than all before.
            yield score, False, left
            return
        group = BitMap.intersection(left, *bits)
        if group:
            yield score, sure, group
            left = left - group


def _levels(hits: list[_Hit]) -> list[tuple[float, bool, BitMap]]:
    """The cases of a word's hits in a few steps of their score."""
    found: dict[tuple[bool, float], BitMap] = defaultdict(BitMap)
    for hit in hits:
        found[hit.sure, hit.score if hit.sure else round(hit.score, 1)] |= hit.rows
    best_first = sorted(found.items(), key=lambda item: item[0], reverse=True)
    return [(score, sure, rows) for (sure, score), rows in best_first if rows][:MOST_LEVELS]


def _compared(query: str, row_numbers: list[int]):
    found = defaultdict(BitMap)
    for row_number, names in _names_of(row_numbers).items():
        matches = [match for name in names if (match := compare(query, name))]
        if matches:
            best = min(matches, key=lambda match: (match.tier != SAME, -match.score))
            found[best.tier, best.score].add(row_number)
    yield from ((*key, rows) for key, rows in found.items())


def _bands(finds: Iterable[tuple[str, float, BitMap]]) -> list[Band]:
    together: dict[tuple[bool, float], BitMap] = defaultdict(BitMap)
    for tier, score, rows in finds:
        together[tier != SAME, -round(score / STEP) * STEP] |= rows
    bands, seen = [], BitMap()
    for (similar, score), rows in sorted(together.items(), key=lambda item: item[0]):
        rows = rows - seen
        if rows:
            bands.append(Band(SIMILAR if similar else SAME, round(-score, 2), rows))
            seen |= rows
    return bands


def _union(bitmaps: Iterable[BitMap]) -> BitMap:
    bitmaps = list(bitmaps)
    return BitMap.union(*bitmaps) if bitmaps else BitMap()


def _candidates(words: list[Word]) -> list[list[str]]:
    """For each word the tokens that share a key with it."""
    found: list[list[str]] = [[] for _ in words]
    one = "(SELECT {} AS asked, token FROM {} WHERE keys && %s ORDER BY uses DESC, token LIMIT {})"
    query = " UNION ALL ".join(one.format(number, _WORDS, MOST_JUDGED) for number in range(len(words)))
    with connection.cursor() as cursor:
        cursor.execute(query, [sorted(word.keys) for word in words])
        for number, token in cursor:
            found[number].append(token)
    return found


def _rows_of(tokens: set[str], hidden: BitMap) -> dict[str, BitMap]:
    """The cases of each word; a word that none but hidden cases have is as good as unknown."""
    found: dict[str, list[BitMap]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT value, bits FROM {_BLOCKS} WHERE parameter = %s AND value = ANY(%s)",
            [NAME, list(tokens)],
        )
        for token, bits in cursor:
            found[token].append(BitMap.deserialize(bytes(bits)))
    rows = {token: _union(of_token) - hidden for token, of_token in found.items()}
    return {token: of_token for token, of_token in rows.items() if of_token}


def _names_of(row_numbers: list[int]) -> dict[int, list[str]]:
    with connection.cursor() as cursor:
        # One array: hundreds of parameters would take longer to write than to answer.
        cursor.execute(
            f"SELECT row_number, name, other_names FROM {_CASES} WHERE row_number = ANY(%s)", [row_numbers]
        )
        return {row_number: [name, *other_names] for row_number, name, other_names in cursor}


_BLOCKS, _WORDS, _CASES = (model._meta.db_table for model in (FacetBlock, NameToken, PublishedCase))
