"""Django's command, which collects what is to be translated, with the habits of this project.

Sentences of rooms without Django are marked by ``N_``; of a code list the title, of its terms the definitions are
translated (labels stand in the lists themselves). Catalogues hold no place and no time, so that they change only when a
sentence does.
"""

import re
from pathlib import Path

from django.core.management.commands import makemessages

KEYWORDS = ("N_", "CodeList:2", "Term:5", "RelationTerm:5", "OfCode:1")
IGNORED = [".venv", "var", "tests/*"]
MOMENTS = re.compile(r'^"(POT-Creation-Date|PO-Revision-Date): .*\n', re.MULTILINE)


class Command(makemessages.Command):
    xgettext_options = [
        *makemessages.Command.xgettext_options,
        *(f"--keyword={keyword}" for keyword in KEYWORDS),
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
        super().handle(*args, **options)

    def write_po_file(self, potfile, locale):
        super().write_po_file(potfile, locale)
        catalogue = Path(potfile).parent / locale / "LC_MESSAGES" / f"{self.domain}.po"
        catalogue.write_text(MOMENTS.sub("", catalogue.read_text()))
