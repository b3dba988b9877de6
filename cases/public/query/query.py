"""The query string of a list: read strictly, kept in one order, changed without touching the rest.

A parameter nobody knows, or a value that cannot be meant, is an error the reader sees (`BadParameter`), never a list
that silently ignores it. Which parameters there are is in `parameters.py`, what each value finds in `filters.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from cases.public.query.bad_parameter import UNPRINTABLE, BadParameter, nearest
from cases.public.query.parameters import LIST_PARAMETERS, PARAMETERS
from cases.public.query.ranges import PERHAPS, RANGE_OF
from cases.public.query.shapes import PLAIN

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
            values = _read(name, values)
            untidy = untidy or "" in values
            parameters.update((name, value) for value in values if value)
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

    def within(self, ends: tuple[str, str], first: str, last: str) -> str | None:
        """The query of the list of those chosen cases in which something happened from one day to another, given as
        `2024-05-01`, or nothing for no end. `ends` are the parameters that ask for it.

        None where these ask for less already, or for what is not certain, since then no address says it.
        """
        if RANGE_OF[ends[0]].happening in self.values(PERHAPS):
            return None
        begin, end = map(self.value, ends)
        if (begin and begin > first) or (end and (not last or end < last)):
            return None
        given = ((name, day) for name, day in zip(ends, (first, last), strict=True) if day)
        return Query(tuple(sorted({*self.without(*ends, "page").parameters, *given}))).suffix

    def without_value(self, name: str, value: str) -> "Query":
        """Without one value, and back on the first page. Without words nothing is sorted by how well they match, and
        without days nothing may lie in them."""
        gone = {(name, value), ("sort", "relevance") if name == "q" else ()}
        if name in RANGE_OF and not any(end in self for end in RANGE_OF[name].ends if end != name):
            gone.add((PERHAPS, RANGE_OF[name].happening))
        return Query(tuple(pair for pair in self.parameters if pair not in gone and pair[0] != "page"))

    def and_value(self, name: str, value: str) -> "Query":
        """With one more value of a parameter that may be repeated."""
        return Query(tuple(sorted({*self.parameters, (name, value)})))

    def with_value(self, name: str, value: str) -> "Query":
        """With the parameter at this one value."""
        return Query(tuple(sorted({*self.without(name).parameters, (name, value)})))


def _read(name: str, values: list[str]) -> list[str]:
    """The values of one parameter, tidied; raises BadParameter."""
    for value in values:
        if UNPRINTABLE.search(value):
            raise BadParameter(name, value, problem=_("The value holds characters that cannot be read."))
    shape = PARAMETERS[name].shape if name in PARAMETERS else PLAIN
    values = [shape.tidied(value) for value in values]
    given = [value for value in values if value]
    if len(given) > 1 and not shape.repeatable:
        raise BadParameter(name, given[-1], problem=_("This parameter may stand only once."))
    for value in given:
        shape.check(name, value)
    return values


def _unknown(name: str, values: list[str], allowed: tuple[str, ...]) -> BadParameter:
    known = PARAMETERS.get(name)
    return BadParameter(
        name,
        values[0] if values else "",
        problem=_("There is no parameter of this name here."),
        hint=(known and known.elsewhere) or _("Known parameters: %s.") % ", ".join(sorted(allowed)),
        suggestion=nearest(name, allowed),
    )
