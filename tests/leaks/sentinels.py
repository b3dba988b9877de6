"""Words that stand in private data and nowhere else, and the search for them in whatever an answer is made of.

Every private value carries the word MARK, so that one search finds all of them; what stands around it tells which field
it was. It is looked for in other scripts, without its diacritics, turned round, and in the ways bytes are written: for
addresses, markup, JSON, as base64, hexadecimal or UTF-16, and inside what is packed: gzip, PNG, ZIP.
"""

import base64
import html
import io
import json
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from urllib.parse import quote, quote_plus

MARK = "Zqüzmarqö"
AROUND = 40
"""How many bytes beside a find are shown, since they tell the field."""

_SOUNDS = {
    "Cyrl": dict(zip("zqumaro", "зкумаро", strict=True)),
    "Arab": dict(zip("zqumaro", "زقومارو", strict=True)),
}
_PACKED_DEEP = 4


def sentinel(model: str, field: str) -> str:
    """A text of two words for one private field, in which each of them tells it."""
    return f"{MARK}{model} {field.replace('_', '')}{MARK.lower()}"


def forms() -> set[str]:
    """The mark as people or programs might write it."""
    plain = _without_marks(MARK)
    written = {MARK, plain, MARK[::-1], plain[::-1]}
    written |= {"".join(sounds[letter] for letter in plain.lower()) for sounds in _SOUNDS.values()}
    written |= {unicodedata.normalize(form, each) for form in ("NFC", "NFD") for each in written}
    return written | {each for text in written for each in (text.upper(), text.lower(), text.casefold())}


def _without_marks(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))


def encodings(text: str) -> set[bytes]:
    """The text in the ways its bytes might be written."""
    raw = text.encode()
    written = {
        text,
        quote(text),
        quote(text).lower(),
        quote_plus(text),
        html.escape(text),
        "".join(f"&#{ord(each)};" if ord(each) > 127 else each for each in text),
        "".join(f"&#x{ord(each):x};" if ord(each) > 127 else each for each in text),
        json.dumps(text)[1:-1],
        json.dumps(text)[1:-1].upper().replace("\\U", "\\u"),
        raw.hex(),
        raw.hex().upper(),
        *_base64(raw),
    }
    return {each.encode() for each in written} | {text.encode("utf-16-le"), text.encode("utf-16-be")}


def _base64(raw: bytes) -> Iterator[str]:
    """What is the same wherever within a longer text it stands: at each of the three positions, without its ends."""
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + raw).decode()
        inner = coded[(0, 2, 3)[before] : len(coded) - 4].rstrip("=")
        yield from (inner, inner.translate(str.maketrans("+/", "-_")))


@cache
def _searched() -> re.Pattern[bytes]:
    written = {each for form in forms() for each in encodings(form)}
    return re.compile(b"|".join(sorted(map(re.escape, written), key=len, reverse=True)))


def found_in(content: bytes) -> list[str]:
    """The marks in what an answer consists of, each with what stands around it; none if it is clean."""
    return [
        layer[max(0, match.start() - AROUND) : match.end() + AROUND].decode(errors="replace")
        for layer in layers(content)
        for match in _searched().finditer(layer)
    ]


def layers(content: bytes, depth: int = _PACKED_DEEP) -> Iterator[bytes]:
    """The content, and what is packed in it, as deep as anybody packs things."""
    yield content
    if depth:
        for inner in _unpacked(content):
            yield from layers(inner, depth - 1)


def _unpacked(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"\x1f\x8b"):
        stream = zlib.decompressobj(wbits=31)
        yield stream.decompress(content)
        yield stream.unused_data
    elif content.startswith(b"\x89PNG"):
        yield from _chunks_of_png(content)
    elif content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive.comment
            for member in archive.infolist():
                yield b"\n".join((member.filename.encode(), member.comment, member.extra))
                yield archive.read(member)


def _chunks_of_png(content: bytes) -> Iterator[bytes]:
    """The texts and other data of a PNG, packed or not; what is drawn in it is none."""
    at = 8
    while at + 12 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += length + 12
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            keyword, _, rest = data.partition(b"\0")
            yield keyword
            for start in range(min(len(rest), 64)):
                try:
                    yield zlib.decompress(rest[start:])
                    break
                except zlib.error:
                    continue
        if kind != b"IDAT":
            yield data
