"""The catalogues hold exactly the sentences of the program, each of them translated, with the same gaps to fill."""

import os
import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings as configured
from django.core.management import call_command
from django.utils.translation import to_locale

from tests.vocabularies.all_lists import LISTS

LANGUAGES = [code for code, _name in configured.LANGUAGES if code != configured.LANGUAGE_CODE]
GAP = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}")


def catalogue_of(folder, language):
    with (Path(folder) / to_locale(language) / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file)


def messages_of(folder, language):
    """The messages of a catalogue by context and sentence."""
    catalogue = catalogue_of(folder, language)
    return {(message.context, _first(message.id)): message for message in catalogue if message.id}


def _first(text):
    return text if isinstance(text, str) else text[0]


def _forms(message):
    return [message.string] if isinstance(message.string, str) else list(message.string)


@pytest.fixture(params=LANGUAGES)
def catalogue(request):
    return messages_of(configured.LOCALE_PATHS[0], request.param)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """What `makemessages` finds now, by context and sentence."""
    if shutil.which("xgettext") is None:
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop("no GNU gettext on this machine (Debian: apt-get install gettext)")
    folder = tmp_path_factory.mktemp("locale")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(configured.BASE_DIR)
        patch.setattr(configured, "LOCALE_PATHS", [folder])
        call_command("makemessages", locale=["az"], ignore_patterns=["tracker/locale"], verbosity=0)
    return messages_of(folder, "az")


def test_each_catalogue_holds_the_sentences_of_the_program_and_no_others(extracted):
    # One test for all languages: two at once would write beside the same templates.
    for language in LANGUAGES:
        held = messages_of(configured.LOCALE_PATHS[0], language).keys()
        missing, left_over = extracted.keys() - held, held - extracted.keys()

        assert not missing and not left_over, f"{language}: run manage.py makemessages (docs/translating.md)"


def test_titles_labels_and_definitions_of_code_lists_are_collected(catalogue):
    wanted = {message for codes in LISTS.values() for message in codes.messages()}

    assert len(wanted) > 1_000
    assert wanted <= catalogue.keys()


def test_every_sentence_is_translated(catalogue):
    left = [text for (_context, text), message in catalogue.items() if not all(_forms(message))]

    assert not left, f"{len(left)} are not, such as {left[:5]}"


def test_no_translation_is_a_guess(catalogue):
    assert not [text for (_context, text), message in catalogue.items() if message.fuzzy]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_form_stands(language):
    catalogue = catalogue_of(configured.LOCALE_PATHS[0], language)
    forms = {
        _first(each.id): len(_forms(each)) for each in catalogue if each.id and not isinstance(each.id, str)
    }

    # What is said of plurals at its head differs from English, which is what stands where nothing is said.
    assert catalogue.plural_expr != "(n == 1)"
    assert forms and set(forms.values()) == {catalogue.num_plurals}


def test_translations_have_the_gaps_of_their_sentence(catalogue):
    wrong = [text for (_context, text), message in catalogue.items() if not _gaps_fit(message)]

    assert not wrong


def _gaps_fit(message):
    gaps = [set(GAP.findall(text)) for text in ([message.id] if isinstance(message.id, str) else message.id)]
    # One of several forms may say its number in words.
    needed, allowed = set.intersection(*gaps), set.union(*gaps)
    return all(needed <= set(GAP.findall(text)) <= allowed for text in _forms(message) if text)
