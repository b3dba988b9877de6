"""Django's command, which collects what is to be translated, with the habits of this project.

Sentences of rooms without Django are marked by `N_`. What code lists are made of is asked from the lists themselves:
their titles, labels (in the context of the list) and definitions, so that a new code needs no mark. Catalogues hold no
place and no time, so that they change only when a sentence does. Without `-l` every language of the settings is meant
and one that has no catalogue yet gets one.
"""

import importlib
import pkgutil
import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from django.conf import settings
from django.core.management.commands import makemessages
from django.utils.translation import to_locale

import cases.vocabularies
from cases.vocabularies import provisions
from cases.vocabularies.terms import CodeList

IGNORED = [".venv", "var", "tests/*"]
MOMENTS = re.compile(r'^"(POT-Creation-Date|PO-Revision-Date): .*\n', re.MULTILINE)


def code_lists() -> dict[str, CodeList]:
    """Every code list of the vocabularies by its name, in the order of their modules."""
    found = {}
    for module in pkgutil.iter_modules(cases.vocabularies.__path__):
        contents = vars(importlib.import_module(f"cases.vocabularies.{module.name}"))
        found |= {value.name: value for value in contents.values() if isinstance(value, CodeList)}
    return found


class Command(makemessages.Command):
    xgettext_options = [
        *makemessages.Command.xgettext_options,
        "--keyword=N_",
        "--add-location=never",
        "--no-wrap",
    ]
    msgmerge_options = [
        *makemessages.Command.msgmerge_options,
        "--no-fuzzy-matching",
        "--add-location=never",
        "--no-wrap",
    ]
    msgattrib_options = [*makemessages.Command.msgattrib_options, "--no-obsolete", "--no-wrap"]

    def handle(self, *args, **options):
        options["ignore_patterns"] = [*options["ignore_patterns"], *IGNORED]
        options["no_obsolete"] = True
        if not (options["locale"] or options["all"]):
            options["locale"] = [
                to_locale(code) for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE
            ]
        super().handle(*args, **options)

    def process_locale_dir(self, locale_dir, files):
        super().process_locale_dir(locale_dir, files)
        makemessages.write_pot_file(str(Path(locale_dir) / f"{self.domain}.pot"), _messages_of_lists())

    def write_po_file(self, potfile, locale):
        super().write_po_file(potfile, locale)
        catalogue = Path(potfile).parent / locale / "LC_MESSAGES" / f"{self.domain}.po"
        catalogue.write_text(MOMENTS.sub("", catalogue.read_text()))


def _messages_of_lists() -> str:
    """What code lists and titles of articles have to be translated, as a template of GNU gettext."""
    template = Catalog()
    for code_list in code_lists().values():
        for context, text in code_list.messages():
            template.add(text, context=context)
    for context, text in provisions.messages():
        template.add(text, context=context)
    written = BytesIO()
    write_po(written, template, width=None)
    return written.getvalue().decode()
