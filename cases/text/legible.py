"""Characters that are not seen and make a text read otherwise than it is stored: no text of ours holds them.

Controls (also those of C1), embeddings, overrides and isolates of direction, line separators that only some programs
see, tags, annotations, noncharacters. What languages need stays: the joiners of Persian and of Indian scripts (U+200C,
U+200D), the marks U+200E, U+200F and U+061C, combining marks, variation selectors. Source: Unicode Standard Annex 9 and
Technical Report 36, and CVE-2021-42574.
"""

import re

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_UNSEEN = "\u2028\u2029\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f"
_IN_TEXTS = re.compile(f"[{_CONTROLS}{_UNSEEN}]")
_IN_LINES = re.compile(f"[\t\n\r{_CONTROLS}{_UNSEEN}]")
_LETTERS_SHOWN = 20


def illegible(text: str, *, one_line: bool = False) -> tuple[str, str] | None:
    """The first such character as `U+202E`, and the letters before it; None where there is none.

    In `one_line`, as a title, ends of lines and tabs are among them.
    """
    found = (_IN_LINES if one_line else _IN_TEXTS).search(text)
    if not found:
        return None
    before = text[max(0, found.start() - _LETTERS_SHOWN) : found.start()]
    return f"U+{ord(found[0]):04X}", " ".join(before.split())


def legible(text: str) -> str:
    """The text without such characters."""
    return _IN_TEXTS.sub("", text)


def legible_values(value):
    """A value of a document with all texts in it, keys apart, made `legible`."""
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, list):
        return [legible_values(each) for each in value]
    if isinstance(value, dict):
        return {key: legible_values(each) for key, each in value.items()}
    return value
