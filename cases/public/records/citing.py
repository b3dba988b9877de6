"""How to cite: each form names the version and its day, so that what was cited can be told from what was changed later.

In words for a text, as BibTeX and as RIS for reference managers. The last two are files as well, so they say the same
in every language.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from cases.wording.dates import written_day
from cases.wording.samples import marked, marked_in_files
from cases.wording.texts import Text

PARTS = frozenset(
    {
        "violations",
        "timeline",
        "attributions",
        "affiliations",
        "participations",
        "lawyers",
        "positions",
        "assessments",
        "interventions",
    }
)
"""Of the file of a case, those whose items are facts with an anchor."""

_SPACE = re.compile(r"[\s\x00-\x1f\x7f\u2028\u2029]+")

_TEX = str.maketrans(
    {
        # BibTeX counts every brace, also one behind a backslash, so a single one needs a name.
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


@dataclass(frozen=True)
class Citation:
    """One version of a record, to be cited. `address` is where it can be read; `called` the title in the reader's
    language, for whoever cites it in words."""

    title: str
    reference: str
    version: int
    published_at: datetime
    address: str
    sample: bool | None = False
    called: str = ""

    @property
    def plain(self) -> Text:
        title = self.called or self.title
        words = _("%(site)s: “%(title)s”, %(reference)s, version %(version)d of %(day)s. %(address)s") % {
            "site": settings.SITE_NAME,
            "title": marked(title, self.sample),
            "reference": self.reference,
            "version": self.version,
            "day": written_day(self.published_at),
            "address": self.address,
        }
        return Text.around(words, title)

    def of_fact(self, anchor: str, fact: str) -> Text:
        """The same of one fact, which has an anchor on the page of the version."""
        title = self.called or self.title
        words = _(
            "%(site)s: “%(fact)s”, in “%(title)s”, %(reference)s, version %(version)d of %(day)s. %(address)s"
        ) % {
            "site": settings.SITE_NAME,
            "fact": fact,
            "title": marked(title, self.sample),
            "reference": self.reference,
            "version": self.version,
            "day": written_day(self.published_at),
            "address": f"{self.address}#{anchor}",
        }
        return Text.around(words, fact, title)

    @property
    def bibtex(self) -> str:
        day = self.published_at
        fields = {
            "title": f"{{{_tex(marked_in_files(self.title, self.sample))}}}",
            "author": f"{{{_tex(settings.SITE_NAME)}}}",
            "year": f"{day:%Y}",
            "month": f"{day:%m}",
            "day": f"{day:%d}",
            "version": str(self.version),
            "number": self.reference,
            "note": f"{self.reference}, version {self.version} of {day:%Y-%m-%d}",
            # An address is taken as it is; a brace or a space in it would be one of ours.
            "url": _line(self.address),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
        return "\n".join([f"@misc{{{self.reference}-v{self.version},", *lines, "}", ""])

    @property
    def ris(self) -> str:
        day = self.published_at
        fields = [
            ("TY", "ELEC"),
            ("TI", marked_in_files(self.title, self.sample)),
            ("AU", settings.SITE_NAME),
            ("PB", settings.SITE_NAME),
            ("PY", f"{day:%Y}"),
            ("DA", f"{day:%Y/%m/%d}/"),
            ("AN", self.reference),
            ("ET", f"version {self.version} of {day:%Y-%m-%d}"),
            ("UR", self.address),
            ("ER", ""),
        ]
        # A line of its own for each tag: a title with a line end in it must not begin another.
        return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in fields)


def with_cited_facts(file: dict, citation: Citation) -> dict:
    """The file of a case (`wording/case_file.py`), whose facts carry the `cited` words and the `address` of each."""
    proceedings = file["proceedings"]
    parts = [each for name, each in file.items() if name in PARTS]
    parts += [part for each in proceedings for part in (each["charges"], each["sentences"])]
    for fact in (fact for part in (*parts, proceedings) for fact in part):
        fact["cited"] = citation.of_fact(fact["id"], fact["fact"])
        fact["address"] = f"{citation.address}#{fact['id']}"
    return file


def _line(text: str) -> str:
    """In one line, without characters that steer."""
    return _SPACE.sub(" ", text).strip()


def _tex(text: str) -> str:
    return _line(text).translate(_TEX)
