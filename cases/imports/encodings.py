"""In which letters a file is written: UTF-8 strictly, else an offer of what it may be, which somebody has to take."""

import codecs
from pathlib import Path

from django.utils.translation import gettext as _

from cases.imports.unreadable import Unreadable

UTF_8 = "utf-8"
ENCODINGS = {UTF_8: "UTF-8", "cp1251": "Windows-1251", "cp1254": "Windows-1254"}

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PIECE = 1 << 20
_TURKIC = frozenset("ğĞışŞİçÇöÖüÜâ")


def check_encoding(file: bytes | Path, encoding: str) -> None:
    """Raises Unreadable unless all of the file is in this encoding."""
    if encoding not in ENCODINGS:
        raise Unreadable(_("Files are read in UTF-8, Windows-1251 or Windows-1254."))
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    lines = 1
    for piece in _pieces(file):
        if lines == 1 and piece.startswith(_UTF_16):
            raise Unreadable(_("The file is in UTF-16. Save it as “CSV UTF-8” and upload it again."))
        try:
            decoder.decode(piece)
        except UnicodeDecodeError as error:
            line = lines + error.object[: error.start].count(b"\n")
            offered = () if encoding != UTF_8 else offers(error.object)
            told = _("The file is not in %(encoding)s: line %(line)s has letters of another encoding.")
            raise Unreadable(
                told % {"encoding": ENCODINGS[encoding], "line": line}, offered=offered
            ) from None
        lines += piece.count(b"\n")


def offers(sample: bytes) -> tuple[str, ...]:
    """Encodings that make letters of the bytes that are no ASCII, the likelier first."""
    scored = []
    for encoding in ("cp1251", "cp1254"):
        text = sample.decode(encoding, errors="replace")
        foreign = [letter for letter in text if letter > "\x7f"]
        if encoding == "cp1251":
            good = sum("а" <= letter.lower() <= "я" or letter in "ёЁ" for letter in foreign)
        else:
            good = sum(letter in _TURKIC for letter in foreign)
        scored.append((good / max(1, len(foreign)), encoding))
    return tuple(encoding for score, encoding in sorted(scored, reverse=True) if score >= 0.5)


def _pieces(file: bytes | Path):
    if isinstance(file, bytes):
        yield from (file[at : at + _PIECE] for at in range(0, len(file), _PIECE))
        return
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece
