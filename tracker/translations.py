"""Translations as the program reads them (`django.mo`), made from what translators write (`django.po`).

Only the latter is kept with the source. `makemessages` of GNU gettext collects what is to be translated; see
docs/translating.md.
"""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings


def compile_translations() -> int:
    """Write every `.mo` that is missing or older than its `.po`; the number of those written."""
    stale = [
        source
        for folder in settings.LOCALE_PATHS
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))
        if not (made := source.with_suffix(".mo")).exists() or made.stat().st_mtime <= source.stat().st_mtime
    ]
    for source in stale:
        made = source.with_suffix(".mo")
        passing = made.with_suffix(".mo.new")
        with source.open("rb") as text, passing.open("wb") as file:
            write_mo(file, read_po(text, abort_invalid=True))
        passing.replace(made)
    return len(stale)
