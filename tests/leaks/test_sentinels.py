"""The search finds what it is meant to find: the positive control of all tests that find nothing."""

import base64
import gzip
import io
import struct
import zipfile
import zlib
from urllib.parse import quote

import pytest

from tests.leaks.sentinels import MARK, forms, found_in, layers, sentinel

TEXT = sentinel("Person", "notes")


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in (*chunks, (b"IEND", b"")))


def archive(name="a", content=b"", comment=b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
        packed.comment = comment
    return file.getvalue()


RAW = TEXT.encode()
WAYS = {
    "plain": RAW,
    "small": TEXT.lower().encode(),
    "capitals": TEXT.upper().encode(),
    "without diacritics": b"Zquzmarqo",
    "Cyrillic": "зкузмарко".encode(),
    "Arabic": "زقوزمارقو".encode(),
    "last word first": " ".join(reversed(TEXT.split())).encode(),
    "turned round": TEXT[::-1].encode(),
    "address": quote(TEXT).encode(),
    "address, small": quote(TEXT).lower().encode(),
    "markup": b"Zq&#252;zmarq&#246;",
    "markup, hexadecimal": b"Zq&#xfc;zmarq&#xf6;",
    "JSON": b'{"a": "Zq\\u00fczmarq\\u00f6"}',
    "base64": base64.b64encode(RAW),
    "base64, one further": base64.b64encode(b"a" + RAW),
    "base64, two further": base64.b64encode(b"ab" + RAW),
    "base64 of addresses": base64.urlsafe_b64encode(b"???" + RAW),
    "hexadecimal": RAW.hex().encode(),
    "UTF-16": TEXT.encode("utf-16-le"),
    "UTF-16, other end first": TEXT.encode("utf-16-be"),
    "gzip": gzip.compress(b"page " + RAW),
    "after gzip": gzip.compress(b"page") + RAW,
    "PNG text": png((b"tEXt", b"Comment\0" + RAW)),
    "PNG packed text": png((b"zTXt", b"Comment\0\0" + zlib.compress(RAW))),
    "PNG international text": png((b"iTXt", b"Comment\0\1\0\0\0" + zlib.compress(RAW))),
    "ZIP member": archive(content=RAW),
    "ZIP name": archive(name=TEXT),
    "ZIP comment": archive(comment=RAW),
    "ZIP in gzip": gzip.compress(archive(content=base64.b64encode(RAW))),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_private_word_is_found_however_it_is_written(way):
    assert found_in(WAYS[way])


def test_a_find_tells_the_field():
    (first, *_) = found_in(b"<p>" + RAW + b"</p>")

    assert "Person notes" in first


def test_nothing_is_found_where_nothing_is():
    assert found_in("Zümrüd Quliyeva, марка 5, زمر".encode()) == []
    assert found_in(gzip.compress(b"page")) == []


def test_the_mark_stands_in_every_form_of_itself():
    assert MARK in forms()
    assert len(forms()) > 12


def test_layers_end_where_nothing_is_packed():
    assert list(layers(b"page")) == [b"page"]
    assert b"page" in [*layers(gzip.compress(gzip.compress(b"page")))]
