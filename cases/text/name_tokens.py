"""Words of names as short texts, from which the word can be made again: what the register keeps of a name.

A token is the sound codes of a word (`romanisation.py`, `sounds.py`), so that spellings that are equal by the
rules share one, and marks behind it: `*` the word is in Arabic script, `/` it is a father's name, `-` it
is one half of a double name, `+` two words of the name written as one, `=` the name is
this word alone. Tokens that begin with a full stop are initials: `.p` the name has a word that
begins so, `.p.` of that word nothing but the initial is known.
"""

from functools import lru_cache
from itertools import pairwise

from cases.text.name_words import Word, joined, name_words, word_of_codes

ARABIC, FATHERS_NAME, HALF, JOINED, WHOLE, INITIAL = "*", "/", "-", "+", "=", "."
_MARKS = ARABIC + FATHERS_NAME + HALF + JOINED + WHOLE


def tokens_of_name(name: str) -> set[str]:
    """All tokens of a name: `{"bahruz", "samadov", ".p", ".s"}` and so on.

    Neighbours in names of three words and more also stand as one word, so that Gülağa finds Gül Ağa.
    """
    words = name_words(name)
    tokens = set().union(*map(word_tokens, words))
    spoken = [word for word in words if not (word.initial or word.fathers_name)]
    if len(words) == 1:
        tokens |= {token + WHOLE for token in tokens if is_word(token) and not is_half(token)}
    if len(spoken) > 2:
        for one, other in pairwise(spoken):
            both = joined(one, other)
            tokens.add(both.codes + ARABIC * both.arabic + JOINED)
    return tokens


@lru_cache(maxsize=16_384)
def word_tokens(word: Word) -> frozenset[str]:
    """The tokens of one word. Words are few and made once each, so that this is remembered."""
    initials = {INITIAL + first for first in initials_of(word)}
    if word.initial:
        return frozenset(initials | {first + INITIAL for first in initials})
    marks = ARABIC * word.arabic + FATHERS_NAME * word.fathers_name
    tokens = {word.codes + marks} if word.codes else set()
    tokens |= {half.codes + ARABIC * half.arabic + HALF for half in word.halves if half.codes}
    return frozenset(tokens if word.fathers_name else tokens | initials)


def initials_of(word: Word) -> set[str]:
    """The consonant classes a word may begin with, as its skeletons have them."""
    return {skeleton[0] for skeleton in word.skeletons} or set(word.codes[:1])


@lru_cache(maxsize=131_072)
def word_of(token: str) -> Word:
    """The word a token stands for, alone, without what stood around it."""
    codes = token.rstrip(_MARKS)
    marks = token[len(codes) :]
    return word_of_codes(codes, arabic=ARABIC in marks, fathers_name=FATHERS_NAME in marks)


def is_half(token: str) -> bool:
    return token.endswith(HALF)


def is_whole(token: str) -> bool:
    return token.endswith(WHOLE)


def is_word(token: str) -> bool:
    """Whether a token is a word of the dictionary and not an initial."""
    return not token.startswith(INITIAL)


def dictionary_keys(token: str) -> list[str]:
    """What the word of a token is looked up by."""
    return sorted(word_of(token).keys)
