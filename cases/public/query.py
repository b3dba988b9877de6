"""The query string of a list: read strictly, kept in one order, changed without touching the rest.

A parameter nobody knows, or a value that cannot be meant, is an error the reader sees (`BadParameter`), never a list
that silently ignores it. What each value means is in `filters.py`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from cases.register.search import LONGEST_QUERY

CODED = (
    "kind",
    "violation",
    "method",
    "origin",
    "host",
    "location",
    "region",
    "cooperating",
    "transit",
    "destination",
    "cross_border",
    "charge",
    "charge_status",
    "provision",
    "custody",
    "stage",
    "role",
    "group",
    "agency",
    "campaign",
    "gender",
)
"""Parameters that may be repeated; their values are alternatives."""

SINGLE = ("q", "from", "to", "held_on", "updated_since", "sort")
"""Parameters that may stand once."""

LIST_PARAMETERS = (*SINGLE, *CODED, "page")
SEARCH_PARAMETERS = tuple(name for name in LIST_PARAMETERS if name not in ("sort", "page"))
"""Those that choose cases, without how a list of them is shown."""
FILE_PARAMETERS = (*SINGLE, *CODED, "excel")
"""A file holds all rows, so it has no `page`; `excel=1` chooses its dialect."""

LONGEST_SHOWN = 80
MOST_VALUES = 200

# fmt: off
TRACKING = frozenset(
    [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "ymclid",
        "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl",
        "_hsenc", "_hsmi", "hsctatracking", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id",
        "rb_clickid", "s_cid", "wickedid", "srsltid", "epik", "_openstat", "cmpid", "at_medium",
        "at_campaign",
    ]
)
# fmt: on
TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "piwik_", "matomo_")

_SAME_WORD = {"yes": "true", "no": "false"}
"""Two words for one answer would be two choices of one facet."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")


class BadParameter(Exception):
    """A parameter or value that cannot be answered. `hint` says what would do; `suggestion` is the nearest known."""

    def __init__(
        self, parameter: str, value: str = "", *, problem: str, hint: str = "", suggestion: str = ""
    ):
        super().__init__(problem)
        self.parameter, self.value = _shown(parameter), _shown(value)
        self.problem, self.hint, self.suggestion = problem, hint, suggestion


def is_tracking(name: str) -> bool:
    """Whether a parameter only tells somebody where the reader came from."""
    return name.lower() in TRACKING or name.lower().startswith(TRACKING_PREFIXES)


@dataclass(frozen=True)
class Query:
    """Parameters with their values, sorted by name and value, each value once."""

    parameters: tuple[tuple[str, str], ...] = ()
    untidy: bool = False
    """Whether the reader's query string held tracking or empty parameters, so that a shorter one says the same."""

    @classmethod
    def read(cls, given: QueryDict, allowed: tuple[str, ...] = LIST_PARAMETERS) -> "Query":
        """The query of a request; raises BadParameter."""
        parameters, untidy = set(), False
        if sum(len(values) for _name, values in given.lists()) > MOST_VALUES:
            raise BadParameter(
                next(iter(given)), problem=_("A search may have at most %d values.") % MOST_VALUES
            )
        for name, values in given.lists():
            if is_tracking(name):
                untidy = True
                continue
            if name not in allowed:
                raise _unknown(name, values, allowed)
            for value in values:
                if _UNPRINTABLE.search(value):
                    raise BadParameter(
                        name, value, problem=_("The value holds characters that cannot be read.")
                    )
            values = [value.strip() if name == "q" else value for value in values]
            if name == "cross_border":
                values = [_SAME_WORD.get(value, value) for value in values]
            untidy = untidy or "" in values
            values = [value for value in values if value]
            if len(values) > 1 and name not in CODED:
                raise BadParameter(name, values[-1], problem=_("This parameter may stand only once."))
            if name == "q" and values and len(values[0]) > LONGEST_QUERY:
                raise BadParameter(
                    name,
                    values[0],
                    problem=_("A search may have at most %d characters.") % LONGEST_QUERY,
                )
            parameters.update((name, value) for value in values)
        return cls(tuple(sorted(parameters)), untidy)

    def __str__(self) -> str:
        return urlencode(self.parameters)

    @property
    def suffix(self) -> str:
        """With its question mark, empty where there is nothing to ask: ready to follow a path."""
        return f"?{self}" if self.parameters else ""

    def __contains__(self, name: str) -> bool:
        return any(known == name for known, _value in self.parameters)

    def values(self, name: str) -> list[str]:
        return [value for known, value in self.parameters if known == name]

    def value(self, name: str) -> str:
        return next(iter(self.values(name)), "")

    def as_data(self) -> QueryDict:
        """For a form."""
        return QueryDict(str(self))

    def only(self, names: Iterable[str]) -> "Query":
        kept = set(names)
        return Query(tuple(pair for pair in self.parameters if pair[0] in kept))

    def without(self, *names: str) -> "Query":
        return Query(tuple(pair for pair in self.parameters if pair[0] not in names))

    def listing(self, wanted: Iterable[tuple[str, str]]) -> str | None:
        """The query of the list of those chosen cases that have these values as well; None if no address says that.

        Values of one parameter are alternatives, so beside others that are chosen one more would widen the list.
        """
        query = self
        for name, value in wanted:
            if name in query and value not in query.values(name):
                return None
            query = query.with_value(name, value)
        return query.suffix

    def without_value(self, name: str, value: str) -> "Query":
        """Without one value, and back on the first page. Without words nothing is sorted by how well they match."""
        gone = {(name, value), ("sort", "relevance") if name == "q" else ()}
        return Query(tuple(pair for pair in self.parameters if pair not in gone and pair[0] != "page"))

    def and_value(self, name: str, value: str) -> "Query":
        """With one more value of a parameter that may be repeated."""
        return Query(tuple(sorted({*self.parameters, (name, value)})))

    def with_value(self, name: str, value: str) -> "Query":
        """With the parameter at this one value."""
        return Query(tuple(sorted({*self.without(name).parameters, (name, value)})))


def nearest(wanted: str, known: Iterable[str]) -> str:
    """The known word that looks most like the wanted one; empty if none does."""
    by_folded = {word.casefold(): word for word in known}
    matches = get_close_matches(wanted[:LONGEST_SHOWN].casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else ""


def _unknown(name: str, values: list[str], allowed: tuple[str, ...]) -> BadParameter:
    if name == "page":
        hint = _("This has no pages; leave “page” out.")
    elif name == "sort":
        hint = _("This has an order of its own; leave “sort” out.")
    elif name == "excel":
        hint = _("“excel” chooses how a file is written; a page has no such choice.")
    else:
        hint = _("Known parameters: %s.") % ", ".join(sorted(allowed))
    return BadParameter(
        name,
        values[0] if values else "",
        problem=_("There is no parameter of this name here."),
        hint=hint,
        suggestion=nearest(name, allowed),
    )


def _shown(text: str) -> str:
    """Short enough to print and without characters that do not print."""
    text = _UNPRINTABLE.sub("\ufffd", text)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
