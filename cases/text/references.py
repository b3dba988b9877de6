"""References: the public handles of records, such as `C-7K3F-9Q2M-T4XW`.

They are drawn at random and never counted up, so that nobody can tell from two of them how many
records lie between, nor guess the reference of a record that is not public.
"""

import re
import secrets

# Crockford's base 32: without I, L, O and U, which are misread or make words.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 3
GROUP_LENGTH = 4

_SYMBOLS = (ALPHABET * (256 // len(ALPHABET))).encode("ascii")
_PREFIX = re.compile(r"[A-Z]")
_REFERENCE = re.compile(rf"[A-Z](?:-[{ALPHABET}]{{{GROUP_LENGTH}}}){{{GROUPS}}}")
# As somebody copies or types one: with other dashes or none, with letters that look like digits.
# A hyphen first: between brackets it means itself.
_DASHES = "-\u2010\u2011\u2013\u2014"
_GROUP = rf"[{_DASHES} ]?([0-9A-Z]{{4}})"
_TYPED = re.compile(rf"([A-Z]){_GROUP * GROUPS}")
_PARTED = re.compile(f".(?:[{_DASHES}].{{4}}){{3}}")
_MISREAD = str.maketrans("OIL", "011")
_CYRILLIC = str.maketrans("АВСЕНКМРТХ", "ABCEHKMPTX")
_WITHIN = re.compile(rf"(?<![0-9A-Z-]){_REFERENCE.pattern}(?![0-9A-Z-])")


def new_reference(prefix: str) -> str:
    """A new random reference; `prefix` is one capital letter for the kind of record.

    Twelve symbols of five bits are 60 bits: among a million records the chance of drawing one that
    exists is below one in 10¹². A unique constraint guards the rest.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"A reference begins with one capital letter, not {prefix!r}.")
    # One random byte a symbol: 256 is a multiple of the alphabet's 32, so that each is as likely as the others.
    symbols = secrets.token_bytes(GROUPS * GROUP_LENGTH).translate(_SYMBOLS).decode("ascii")
    groups = (symbols[at : at + GROUP_LENGTH] for at in range(0, len(symbols), GROUP_LENGTH))
    return "-".join((prefix, *groups))


def is_reference(text: str) -> bool:
    """Whether `text` has exactly the shape of a reference; it need not exist."""
    return _REFERENCE.fullmatch(text) is not None


def find_reference(text: str) -> str:
    """The first reference within `text`, such as the address of a page, in capitals; empty if there is none."""
    found = _WITHIN.search(text.upper())
    return found[0] if found else ""


def read_reference(text: str) -> str:
    """The reference that a text is, however it was typed: in small letters, without hyphens, with O for 0, or as the
    address of its page; empty of any other text.

    Letters alone are words rather than a reference, unless hyphens part them.
    """
    text = text.strip()
    if "/" in text:
        return find_reference(text)
    if not (match := _TYPED.fullmatch(text.upper().translate(_CYRILLIC))):
        return ""
    prefix, *groups = match.groups()
    if not _PARTED.fullmatch(match[0]) and match[0].replace(" ", "").isalpha():
        return ""
    typed = "-".join((prefix, *(group.translate(_MISREAD) for group in groups)))
    return typed if is_reference(typed) else ""
