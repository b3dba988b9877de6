"""The words of an address (URL), however it is written: percent-encoded, hyphenated, with a domain in punycode."""

import html
import re
from urllib.parse import unquote, urlsplit

from cases.text.spelled_text import SpelledText

MOST_ENCODINGS = 4
_PUNYCODE = re.compile(r"xn--[a-z0-9-]+", re.IGNORECASE)
IN_TEXT = re.compile(r"(?:https?://|www\.)[^\s<>\"']+", re.IGNORECASE)
"""An address in running text."""


def is_web_address(text: str) -> bool:
    """Whether a reader may follow it: http or https, with a host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def read_address(address: str) -> SpelledText:
    """The words of an address."""
    return SpelledText(decoded(address))


def decoded(address: str) -> str:
    """The address in small letters as it is meant; an encoding that cannot be read stays as it is."""
    for _ in range(MOST_ENCODINGS):
        if "%" not in address and "&" not in address:
            break
        address = html.unescape(_unquoted(address))
    return _PUNYCODE.sub(_label, address).lower()


def _unquoted(address: str) -> str:
    """Percent-encoded as UTF-8 or, by older Russian sites, in Windows-1251."""
    try:
        return unquote(address, errors="strict")
    except UnicodeDecodeError:
        return unquote(address, encoding="cp1251", errors="replace")


def _label(match: re.Match[str]) -> str:
    try:
        return match[0].encode("ascii").decode("idna")
    except UnicodeError:
        return match[0]
