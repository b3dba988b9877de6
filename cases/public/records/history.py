"""The versions of a case as their list shows them, each with what changed in one line."""

from itertools import pairwise

from django.utils.translation import gettext as _

from cases.public.records.versions import Version
from cases.wording.difference import changed_fields
from cases.wording.sheet import sheet
from cases.wording.words import lower_first

MOST_NAMED = 6
"""Fields named in a line; of more, it says how many others there are."""


def history(versions: list[Version]) -> list[dict]:
    """`versions` newest first and without a gap, as they are answered."""
    sheets = {version.number: sheet(version.document) for version in versions if version.document}
    rows = []
    for version, earlier in [*pairwise(versions), (versions[-1], None)]:
        rows.append(
            {
                "number": version.number,
                "published_at": version.published_at,
                "is_readable": version.document is not None,
                "is_by_earlier_rules": version.is_by_earlier_rules,
                "compared_with": earlier.number if earlier and earlier.document and version.document else 0,
                "what": _what(version, earlier, sheets),
            }
        )
    return rows


def _what(version: Version, earlier: Version | None, sheets: dict) -> str:
    if version.is_withdrawal:
        return _("The record was withdrawn; it was published again later.")
    if version.document is None:
        return _("Its text was removed.")
    if earlier is None:
        return _("First published.")
    if earlier.is_withdrawal:
        return _("Published again.")
    if earlier.document is None:
        return _("What changed cannot be told: the text before it was removed.")
    fields = changed_fields(sheets[earlier.number], sheets[version.number])
    if not fields:
        return _(
            "Only details changed which the page does not print one by one, such as which source a fact cites."
        )
    named = ", ".join(lower_first(field) for field in fields[:MOST_NAMED])
    if len(fields) > MOST_NAMED:
        return _("Changed: %(fields)s and more.") % {"fields": named}
    return _("Changed: %(fields)s.") % {"fields": named}
