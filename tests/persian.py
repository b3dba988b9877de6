"""Persian as a further language of the site: an entry in the settings, and a catalogue with nothing translated yet."""

from pathlib import Path

from tracker.translations import compile_translations

CATALOGUE = r"""
msgid ""
msgstr ""
"Language: fa\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"""


def add_persian(settings, folder: Path) -> None:
    """Add it to what the site speaks, as long as the fixture `settings` lasts; `folder` is for the catalogue."""
    written = folder / "fa" / "LC_MESSAGES" / "django.po"
    written.parent.mkdir(parents=True)
    written.write_text(CATALOGUE)
    settings.LANGUAGES = [*settings.LANGUAGES, ("fa", "فارسی")]
    settings.LOCALE_PATHS = [*settings.LOCALE_PATHS, folder]
    assert compile_translations() >= 1
