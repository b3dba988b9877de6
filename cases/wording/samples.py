"""That a record is a fictional sample, where its title stands alone; beside a heading the mark of the page says it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from cases.wording.numbers import grouped


def marked(title: str, sample: bool | None) -> str:
    """The title with the mark behind it, of a sample."""
    return _("%(title)s (fictional sample)") % {"title": title} if sample else title


def marked_in_files(title: str, sample: bool | None) -> str:
    """The same for files that have one text for all languages."""
    with override("en"):
        return marked(title, sample)


def how_many(samples: int, cases: int) -> str:
    """How many of some cases are samples, as a sentence; empty if none is."""
    if not samples:
        return ""
    if samples == cases:
        return ngettext(
            "This case is a fictional sample: nobody in it exists.",
            "All %(cases)s cases are fictional samples: nobody in them exists.",
            cases,
        ) % {"cases": grouped(cases)}
    return ngettext(
        "%(samples)s of the %(cases)s cases is a fictional sample: nobody in it exists.",
        "%(samples)s of the %(cases)s cases are fictional samples: nobody in them exists.",
        samples,
    ) % {"samples": grouped(samples), "cases": grouped(cases)}
