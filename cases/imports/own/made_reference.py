"""References for what a line of the CSV names without one: the same of the same words, in whatever line they stand."""

from hashlib import blake2b

from cases.text.references import ALPHABET, GROUP_LENGTH, GROUPS


def made_reference(prefix: str, *words: object) -> str:
    """A reference of 60 bits made of public words; it keeps nothing secret."""
    seed = "\0".join(map(str, (prefix, *words))).encode()
    number = int.from_bytes(blake2b(seed, digest_size=8).digest(), "big")
    symbols = []
    for _symbol in range(GROUP_LENGTH * GROUPS):
        number, at = divmod(number, len(ALPHABET))
        symbols.append(ALPHABET[at])
    groups = ("".join(symbols[at : at + GROUP_LENGTH]) for at in range(0, len(symbols), GROUP_LENGTH))
    return "-".join((prefix, *groups))
