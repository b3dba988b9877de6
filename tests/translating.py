"""A few translations for one test, so that it does not hang on the words of the real catalogues."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo


def speak_russian(settings, folder: Path, words: dict[str, str]) -> None:
    """Let `words` be all that is translated into Russian, as long as the fixture `settings` lasts."""
    made = folder / "ru" / "LC_MESSAGES" / "django.mo"
    made.parent.mkdir(parents=True)
    catalogue = Catalog(locale="ru")
    for text, translated in words.items():
        catalogue.add(text, translated)
    with made.open("wb") as file:
        write_mo(file, catalogue)
    settings.LOCALE_PATHS = [folder]
