"""The classes of how long somebody was held, in words: those of `register/figures.py`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.register.figures import COMPLETED, CONTINUING, LENGTHS, UNKNOWN_LENGTH

CLASSES = {
    "under_week": gettext_lazy("under a week"),
    "week_to_month": gettext_lazy("a week to a month"),
    "months_1_6": gettext_lazy("1 to 6 months"),
    "months_6_12": gettext_lazy("6 to 12 months"),
    "years_1_3": gettext_lazy("1 to 3 years"),
    "over_3_years": gettext_lazy("over 3 years"),
    UNKNOWN_LENGTH: gettext_lazy("not known"),
}

DETENTIONS = tuple(
    f"{kind}:{name}" for kind in (COMPLETED, CONTINUING) for name in (*LENGTHS, UNKNOWN_LENGTH)
)
"""Each class of each kind, as `figures.detentions` writes it."""


def detention_in_words(detention: str) -> str:
    """`completed:under_week` as "under a week, completed"."""
    kind, _colon, name = detention.partition(":")
    if kind == COMPLETED:
        return _("%(length)s, completed") % {"length": CLASSES[name]}
    return _("%(length)s at least, not known to have ended") % {"length": CLASSES[name]}
